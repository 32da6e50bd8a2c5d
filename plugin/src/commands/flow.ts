import {readFileSync} from 'node:fs';
import type {Plugin} from '@docusaurus/types';
import {type FlowFile, flowPaths} from '../disk/flow-files.js';
import {flowError, siteFlow} from '../disk/site-flows.js';
import {evaluate} from '../flow/evaluate.js';
import {formats} from '../flow/formats/index.js';
import {parseAnswers} from '../flow/parse-answers.js';
import type {CompiledField, CompiledFlow, Evaluation, OutputFile} from '../flow/types.js';
import {didYouMean} from '../nearest.js';

type Cli = Parameters<NonNullable<Plugin['extendCli']>>[0];

/** What `docusaurus markdoc:flow ID` was called with. */
interface FlowOptions {
  set: string[];
  setFile: string[];
  out?: string;
  json?: boolean;
  check?: string;
}

/** Adds `docusaurus markdoc:flow` to the site's commands. */
export function addFlowCommand(cli: Cli, flows: string): void {
  const collect = (value: string, before: string[]) => [...before, value];
  cli
    .command('markdoc:flow [id]')
    .description(
      'Print the configuration that a flow makes of answers; without an ID, list the flows.',
    )
    .option('--set <name=value>', 'an answer; can be repeated', collect, [])
    .option(
      '--set-file <name=path>',
      'an answer that stands in a file, or with - comes from standard input: secrets do not belong in a shell’s history',
      collect,
      [],
    )
    .option('--out <file>', 'the id of the one file to print')
    .option('--json', 'print files and problems as JSON')
    .option('--check <file>', 'tell what is wrong with an existing file, or with standard input: -')
    .action(async (id: string | undefined, options: FlowOptions) => {
      process.exitCode = await runFlow(flows, id, options);
    });
}

/** Returns the exit code. */
async function runFlow(
  folder: string,
  id: string | undefined,
  options: FlowOptions,
): Promise<number> {
  const {check} = options;
  const given = namesOf(options);
  const refuse = (message: string, how = options) => print([], [{field: '', message}], how);
  if (id === undefined) {
    if (given.length === 0) return listFlows(folder);
    return refuse(`Say which flow: markdoc:flow ID. ${hint('', [...flowPaths(folder).keys()])}`);
  }
  const needless = given.find((name) => name !== '--check');
  if (check !== undefined && needless !== undefined) {
    const message = `--check goes without ${needless}: it takes the answers from the file, and tells people what is wrong.`;
    return refuse(message, {...options, json: false});
  }
  const file = findFlow(folder, id);
  if (typeof file === 'string') return refuse(file);
  if (check === undefined) return printFlow(file.flow, options);
  // Loaded here, for every other command of the site would pay for it.
  const {checkConfiguration} = await import('./flow-check.js');
  return checkConfiguration(file, check);
}

/** The options that the command was called with. */
function namesOf({check, json, out, set: [set], setFile: [setFile]}: FlowOptions): string[] {
  const values = {
    '--check': check,
    '--json': json,
    '--out': out,
    '--set': set,
    '--set-file': setFile,
  };
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

function listFlows(folder: string): number {
  const flows = [...flowPaths(folder).values()].map(siteFlow);
  const width = Math.max(0, ...flows.map(({id}) => id.length));
  for (const {id, flow} of flows) console.log(`${id.padEnd(width)}  ${flow.title}`);
  return 0;
}

/** Something that stands in the way of a configuration. */
interface CliProblem {
  /** The field or the choice; empty where it is no answer that is at fault. */
  readonly field: string;
  readonly message: string;
}

/** Prints the configuration, or says on standard error why there is none. Returns the exit code. */
function printFlow(flow: CompiledFlow, options: FlowOptions): number {
  const {out} = options;
  const {answers, problems} = readAnswers(flow, options);
  const evaluation = evaluate(flow, answers);
  // What could not be read is missing as well: say the cause alone.
  const known = new Set(problems.map(({field}) => field));
  const wrong = problemsOf(evaluation).filter(({field}) => !known.has(field));
  const all: CliProblem[] = [...problems, ...wrong];
  if (out === undefined) return print(evaluation.files, all, options);

  const files = evaluation.files.filter(({id}) => id === out);
  if (!flow.files.some(({id}) => id === out) && all.length > 0) {
    const ids = flow.files.map(({id}) => id);
    all.push({field: '', message: `There is no file “${out}”. ${hint(out, ids)}`});
  } else if (files.length === 0 && all.length === 0) {
    const ids = evaluation.files.map(({id}) => id);
    all.push({field: '', message: `These answers make no file “${out}”. ${hint(out, ids)}`});
  }
  return print(files, all, options);
}

/**
 * What is wrong with answers, and which questions have none: on a page the recommended option stands there to be seen, here nobody
 * would see what was chosen. What depends on such a question is not asked for before that is answered.
 */
function problemsOf({questions, fields, problems}: Evaluation): CliProblem[] {
  const open = questions.filter(({answered, options}) => !answered && options.length > 1);
  const names = new Set(open.map(({choice}) => choice.id));
  const depends = ({when}: Pick<CompiledField, 'when'>) =>
    Object.keys(when ?? {}).some((name) => names.has(name));
  const known = new Set(problems.map(({field}) => field));
  const unanswered = open
    .filter(({choice}) => !depends(choice) && !known.has(choice.id))
    .map(({choice: {id, label}, options}) => {
      const expected = options.map((option) => option.id).join(', ');
      return {field: id, message: `${label} Options: ${expected}.`};
    });
  const early = new Set(fields.filter(({field}) => depends(field)).map(({field}) => field.id));
  const others = problems.filter(({field, kind}) => kind !== 'missing' || !early.has(field));
  return [...unanswered, ...others];
}

/** Prints the files, unless there are problems. Returns the exit code. */
function print(
  files: readonly OutputFile[],
  problems: readonly CliProblem[],
  {json}: Pick<FlowOptions, 'json'>,
): number {
  const finished = problems.length === 0;
  if (json) {
    const result = {
      files: finished
        ? files.map(({id, filename, format, text}) => ({id, filename, format, text}))
        : [],
      problems: problems.map(({field, message}) => ({field, message})),
    };
    console.log(JSON.stringify(result, null, 2));
  } else if (finished) {
    process.stdout.write(asText(files));
  }
  for (const {field, message} of problems) console.error(field ? `${field}: ${message}` : message);
  return finished ? 0 : 1;
}

/** The flow, or why it cannot be used. */
function findFlow(folder: string, id: string): FlowFile | string {
  const paths = flowPaths(folder);
  const file = paths.get(id);
  if (file === undefined) return `There is no flow “${id}”. ${hint(id, [...paths.keys()])}`;
  const flow = siteFlow(file);
  return flow.problems.length === 0 ? flow : flowError(flow.problems).message;
}

function hint(name: string, ids: readonly string[]): string {
  return didYouMean(name, ids, `There are: ${ids.join(', ')}.`, (near) => `“${near}”`);
}

function readAnswers(flow: CompiledFlow, {set, setFile}: FlowOptions) {
  const unreadable: CliProblem[] = [];
  const refuse = (field: string, message: string) => {
    unreadable.push({field, message});
    return [];
  };
  let hasStdin = false;
  const assignments = setFile.flatMap((assignment) => {
    const [name = '', file] = assignment.split(/=(.*)/s, 2);
    if (file === undefined) {
      return refuse(name, `“${name}” names no file. Write ${name}=path.`);
    }
    if (file === '-' && hasStdin) {
      return refuse(name, 'Standard input can be one answer only.');
    }
    hasStdin ||= file === '-';
    try {
      // The line feed with which every text file ends is no part of the value.
      return `${name}=${readFileSync(file === '-' ? 0 : file, 'utf8').replace(/\r?\n$/, '')}`;
    } catch (error) {
      return refuse(name, `Cannot read “${file}” (${(error as NodeJS.ErrnoException).code}).`);
    }
  });
  const {answers, problems} = parseAnswers(flow, [...set, ...assignments]);
  return {answers, problems: [...unreadable, ...problems]};
}

/** One file as it is; several with their names above them, and those of a format that knows documents as one stream of them. */
function asText(files: readonly OutputFile[]): string {
  if (files.length === 1) return files.map(({text}) => text).join('');
  return files
    .map(({filename, format, text}, index) => {
      const before = files[index - 1]?.format;
      const between = (before === format && formats[format].between) || '\n';
      return `${before ? between : ''}# ${filename}\n${text}`;
    })
    .join('');
}
