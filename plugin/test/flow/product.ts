/**
 * A product of the tests' own, so that no test of the engine depends on a site's flows: a mail server, whose flow says everything
 * that a flow file can say, and a proxy in front of it.
 */
import {fileURLToPath} from 'node:url';
import {type FlowFile, readFlow} from './build.js';
import {type Answers, type CompiledFlow, evaluate} from './engine.js';

function product(id: string): FlowFile {
  const file = readFlow(fileURLToPath(new URL(`product/${id}.yaml`, import.meta.url)));
  const [problem] = file.problems;
  if (problem) throw new Error(`${problem.file}:${problem.line} ${problem.message}`);
  return file;
}

export const mail = product('mail');
export const proxy = product('proxy');

/** Answers to every field: what the fields give as examples, and `secret` for those that are secret. */
export function examplesOf(
  flow: CompiledFlow,
  choices: Answers['choices'] = {},
  secret?: string,
): Answers & Required<Pick<Answers, 'values' | 'secrets'>> {
  const of = (isSecret: boolean) =>
    flow.fields
      .filter((field) => Boolean(field.secret) === isSecret)
      .map(({id, example = true}) => [id, isSecret ? (secret ?? example) : example] as const);
  return {
    choices,
    values: Object.fromEntries(of(false)),
    secrets: Object.fromEntries(of(true)) as {[field: string]: string},
  };
}

/** What a flow writes into a file for its examples, or for other answers. */
export function writtenFile(
  flow: CompiledFlow,
  id: string,
  choices: Answers['choices'] = {},
  answers: Answers = examplesOf(flow, choices),
): string {
  const {files} = evaluate(flow, answers);
  const file = files.find((each) => each.id === id);
  if (!file) throw new Error(`No file ${id}`);
  return file.text;
}
