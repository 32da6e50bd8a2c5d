import {readFileSync} from 'node:fs';
import type {Plugin} from '@docusaurus/types';
import {checkConfiguration} from './check-configuration.js';
import {evaluate} from './flow/evaluate.js';
import {nearest} from './flow/nearest.js';
import {parseAnswers} from './flow/parse-answers.js';
import type {AnswerProblem, CompiledFlow, OutputFile} from './flow/types.js';
import type {FlowFile} from './node/flow-files.js';
import {flowError, flowPaths, siteFlow} from './node/site-flows.js';

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
    .action((id: string | undefined, options: FlowOptions) => {
      process.exitCode = id === undefined ? listFlows(flows) : runFlow(flows, id, options);
    });
}

function runFlow(folder: string, id: string, options: FlowOptions): number {
  const file = findFlow(folder, id);
  if (!file) return 1;
  return options.check === undefined
    ? printFlow(file.flow, options)
    : checkConfiguration(file, options.check);
}

function listFlows(folder: string): number {
  const flows = [...flowPaths(folder).values()].map(siteFlow);
  const width = Math.max(0, ...flows.map(({id}) => id.length));
  for (const {id, flow} of flows) console.log(`${id.padEnd(width)}  ${flow.title}`);
  return 0;
}

/** Prints the configuration, or says on standard error why there is none. Returns the exit code. */
function printFlow(flow: CompiledFlow, options: FlowOptions): number {
  const {answers, problems} = readAnswers(flow, options);
  const evaluation = evaluate(flow, answers);
  // What could not be read is missing as well: say the cause alone.
  const known = new Set(problems.map(({field}) => field));
  const all = [...problems, ...evaluation.problems.filter(({field}) => !known.has(field))];
  const files = evaluation.files.filter(
    (file) => options.out === undefined || file.id === options.out,
  );

  if (files.length === 0) {
    const ids = evaluation.files.map((file) => file.id);
    const near = nearest(options.out ?? '', ids);
    const hint = near ? `Did you mean “${near}”?` : `There are: ${ids.join(', ')}.`;
    console.error(`These answers make no file “${options.out}”. ${hint}`);
    return 1;
  }
  const finished = all.length === 0;
  if (options.json) {
    const json = {
      files: finished ? files.map(asJson) : [],
      problems: all.map(({field, message}) => ({field, message})),
    };
    console.log(JSON.stringify(json, null, 2));
  } else if (finished) {
    process.stdout.write(asText(files));
  }
  for (const {field, message} of all) console.error(`${field}: ${message}`);
  return finished ? 0 : 1;
}

function findFlow(folder: string, id: string): FlowFile | undefined {
  const paths = flowPaths(folder);
  const file = paths.get(id);
  if (file === undefined) {
    const ids = [...paths.keys()];
    const near = nearest(id, ids);
    const hint = near ? `Did you mean “${near}”?` : `There are: ${ids.join(', ')}.`;
    console.error(`There is no flow “${id}”. ${hint}`);
    return undefined;
  }
  const flow = siteFlow(file);
  if (flow.problems.length === 0) return flow;
  console.error(flowError(flow.problems).message);
  return undefined;
}

function readAnswers(flow: CompiledFlow, {set, setFile}: FlowOptions) {
  const unreadable: AnswerProblem[] = [];
  const assignments = setFile.flatMap((assignment) => {
    const [name = '', file = ''] = assignment.split(/=(.*)/s, 2);
    try {
      // The line feed with which every text file ends is no part of the value.
      return `${name}=${readFileSync(file === '-' ? 0 : file, 'utf8').replace(/\r?\n$/, '')}`;
    } catch (error) {
      const message = `Cannot read “${file}” (${(error as NodeJS.ErrnoException).code}).`;
      unreadable.push({
        field: name,
        kind: 'invalid',
        id: 'malformed',
        params: {item: file},
        message,
      });
      return [];
    }
  });
  const {answers, problems} = parseAnswers(flow, [...set, ...assignments]);
  return {answers, problems: [...unreadable, ...problems]};
}

function asJson({id, filename, format, text}: OutputFile) {
  return {id, filename, format, text};
}

/** One file as it is; several with their names between them. */
function asText(files: readonly OutputFile[]): string {
  if (files.length === 1) return files.map(({text}) => text).join('');
  return files.map(({filename, text}) => `# ${filename}\n${text}`).join('\n');
}
