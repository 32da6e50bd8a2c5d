import type {Answers} from '../engine.js';
import {mail, proxy, writtenFile} from '../product.js';
import {checkWith} from './findings.js';

export {type Answers, combinations, evaluate} from '../engine.js';
export {anyValue, runs} from '../fuzz.js';
export {examplesOf, mail, proxy, writtenFile} from '../product.js';
export {compiled, flowOf} from '../support.js';
export * from './findings.js';

/** The files of the mail server, and where each of them is written. */
export const places = {
  env: 'container',
  server: 'machine',
  secret: 'cluster',
  values: 'cluster',
  proxy: 'container',
} as const;

export type FileId = keyof typeof places;

/** A right file: what the mail server's flow writes for its examples. */
export function rightFile(id: FileId, choices: Answers['choices'] = {}): string {
  return writtenFile(mail.flow, id, {place: places[id], ...choices});
}

export const checkMail = (text: string) => checkWith(mail, text);
export const checkProxy = (text: string) => checkWith(proxy, text);
