import {fileURLToPath} from 'node:url';
import {type CheckResult, checkFile} from '../../src/flow/existing/index.js';
import {type FormatName, formats, readersOf, spellingsOf} from '../../src/flow/formats/index.js';
import {type Answers, evaluate} from '../../src/flow/index.js';
import {type FlowFile, flowPaths, readFlow} from '../../src/node/flow-files.js';

const folder = fileURLToPath(new URL('../../../content/flows', import.meta.url));
export const flows = [...flowPaths(folder).values()].map(readFlow);
export const readers = await readersOf({
  formats: spellingsOf(...(Object.keys(formats) as FormatName[])),
});

export function flowFile(id: string): FlowFile {
  const found = flows.find((each) => each.id === id);
  if (!found) throw new Error(`No flow ${id}`);
  return found;
}

/** The secret in all files of these tests. */
export const secret = 'kept-to-0urselves';

/** Answers to every field: what the fields give as examples. */
export function examples(id: string, choices: Answers['choices']): Answers {
  const {flow} = flowFile(id);
  const of = (isSecret: boolean) =>
    Object.fromEntries(
      flow.fields.flatMap((field) =>
        Boolean(field.secret) === isSecret ? [[field.id, field.example ?? true]] : [],
      ),
    );
  const secrets = Object.fromEntries(Object.keys(of(true)).map((name) => [name, secret]));
  return {choices: choices ?? {}, values: of(false), secrets};
}

/** A right file: what the flow writes for its examples. */
export function rightFile(id: string, fileId: string, clientType = 'confidential'): string {
  const deployment = {env: 'docker', server: 'bare-metal'}[fileId] ?? 'kubernetes';
  const {files} = evaluate(flowFile(id).flow, examples(id, {clientType, deployment}));
  const file = files.find((each) => each.id === fileId);
  if (!file) throw new Error(`No file ${fileId}`);
  return file.text;
}

export function check(id: string, text: string): CheckResult {
  return checkWith(flowFile(id), text);
}

/** Checks a text against any flow. */
export function checkWith(
  {flow, checks}: Pick<FlowFile, 'flow' | 'checks'>,
  text: string,
): CheckResult {
  return checkFile(flow, checks, text, readers);
}

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
