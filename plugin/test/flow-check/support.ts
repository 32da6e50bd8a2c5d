import {
  type CheckResult,
  type CheckRule,
  type Checks,
  checkFile,
  checkRules,
} from '../../src/flow/check-file/index.js';
import type {Answers} from '../flow/engine.js';
import {mail, proxy, writtenFile} from '../flow/product.js';

export {type Answers, combinations, evaluate} from '../flow/engine.js';
export {anyValue, runs} from '../flow/fuzz.js';
export {examplesOf, mail, proxy, writtenFile} from '../flow/product.js';
export {flowOf} from '../flow/support.js';
export {type CheckResult, type CheckRule, type Checks, checkFile, checkRules};

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

export const checkMail = (text: string) => checkFile(mail.flow, mail.checks, text);
export const checkProxy = (text: string) => checkFile(proxy.flow, proxy.checks, text);

/** A file with one thing changed, and the number of the line in which that is. */
export function changed(text: string, from: string | RegExp, to: string): [string, number] {
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  if (at < 0) throw new Error(`There is no ${from}`);
  return [text.replace(from, () => to), text.slice(0, at).split('\n').length];
}

/** The findings as lines, as the command prints them. */
export function told({findings}: CheckResult): string[] {
  return findings.map(({line, rule, message, remedy}) => `${line} ${rule}: ${message} → ${remedy}`);
}

/** The findings without their words: line, rule, key. */
export function found({findings}: CheckResult): string[] {
  return findings.map(({line, rule, params}) => [line, rule, params.key ?? []].flat().join(' '));
}
