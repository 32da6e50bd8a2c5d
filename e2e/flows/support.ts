import {fileURLToPath} from 'node:url';
import {checkWith} from '../../plugin/test/flow/existing/findings.js';
import {
  type Answers,
  type CheckResult,
  evaluate,
  type FlowFile,
  flowPaths,
  readFlow,
} from './engine.js';

export {changed, told} from '../../plugin/test/flow/existing/findings.js';

const folder = fileURLToPath(new URL('../../content/flows', import.meta.url));
export const flows = [...flowPaths(folder).values()].map(readFlow);

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
