/**
 * A product of the tests' own, so that no test of the engine depends on a site's flows: a mail server, whose flow says everything
 * that a flow file can say, and a proxy in front of it.
 */
import {readFileSync} from 'node:fs';
import {type Compilation, checksFromSchema, compileFlow, extend, parseSource} from './build.js';
import {type Answers, type CompiledFlow, evaluate} from './engine.js';

const read = (file: string) => readFileSync(new URL(`product/${file}`, import.meta.url), 'utf8');
const source = (file: string) => parseSource(file, read(file)).root;

/** Compiles a flow as the build does; the proof, which takes seconds, is left to one test, `proof.test.ts`. */
function product(id: string): Pick<Compilation, 'flow' | 'checks'> {
  const root = extend(source('shared/postbox.yaml'), source(`${id}.yaml`));
  const {flow, checks, files, problems} = compileFlow(id, root);
  const [problem] = problems;
  if (problem) throw new Error(`${problem.file}:${problem.line} ${problem.message}`);
  const fields = new Set(flow.fields.map((field) => field.id));
  const known = files.map(({id: file, schema}) => {
    const check = checks[file];
    if (!check || !schema) throw new Error(`No schema of ${file}`);
    const keys = checksFromSchema(JSON.parse(read(schema.path)), check.entries, fields, check.keys);
    return [file, {...check, keys}] as const;
  });
  return {flow, checks: Object.fromEntries(known)};
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
