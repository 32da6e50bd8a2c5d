import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {type FlowFile, readFlow} from '../../../src/disk/flow-files.js';
import {type Answers, evaluate} from '../../../src/flow/index.js';
import {changed, checkWith, told} from '../existing/support.js';
import {runs} from '../fuzz.js';

/**
 * A flow with one file of a format.
 *
 * @param file what the flow says of the file besides, as lines of YAML
 * @param password the example of its secret, as YAML
 * @param names what the schema of an item of its list has besides
 */
export function mailWith(file: string, password: string, names = ''): (content: string) => string {
  return (content) => `
title: Mail
choices:
  security:
    label: Security
    options: {tls: {label: TLS}, none: {label: None}}
fields:
  host: {label: Host, example: mail.example.com, value: {type: string, minLength: 1}}
  password: {label: Password, secret: true, example: ${password}, value: {type: string, minLength: 1}}
  names: {label: Names, example: [a, b], value: {type: array, items: {type: string, minLength: 1${names}}}}
files:
  file:
    ${file}
    schema: any.json
    content:
${content.replace(/^(?=.)/gm, '      ')}
`;
}

/** Reads and proves a flow, as the build does. */
export function readText(yaml: string): FlowFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'flow-'));
  try {
    const file = path.join(folder, 'flow.yaml');
    writeFileSync(file, yaml);
    writeFileSync(path.join(folder, 'any.json'), '{}');
    return readFlow(file);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** What a flow with one file writes for its examples. */
export function written({flow}: Pick<FlowFile, 'flow'>, choices: Answers['choices'] = {}): string {
  const given = (isSecret: boolean) =>
    flow.fields.filter(({secret}) => Boolean(secret) === isSecret);
  const {files, problems} = evaluate(flow, {
    choices,
    values: Object.fromEntries(given(false).map(({id, example = ''}) => [id, example])),
    secrets: Object.fromEntries(given(true).map(({id, example}) => [id, String(example)])),
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return files[0]?.text ?? '';
}

/** What the check says of that file when one thing in it is changed. */
export function toldOf(file: FlowFile, from: string, to: string, choices = {}): string[] {
  return told(checkWith(file, changed(written(file, choices), from, to)[0]));
}

/** Reads a text with every stretch of it taken out, and with what trips readers put in; nothing may be thrown. */
export function damage(file: FlowFile, text: string): void {
  const bits = ['', '"', "'", '"""', '\\', '[', ']]', '{', '=', ':', '\n', '\t', '\0', '.', '#'];
  const step = Math.ceil(900 / runs);
  for (let start = 0; start < text.length; start += step) {
    for (const bit of bits) {
      for (const length of [0, 1, 40])
        checkWith(file, text.slice(0, start) + bit + text.slice(start + length));
    }
  }
}
