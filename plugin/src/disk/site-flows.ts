import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {type FlowProblem, flowRules} from '../flow/flow-rules.js';
import type {FlowFinder} from '../markdoc/reader-values.js';
import {formatProblems, type Problem, problem} from '../problems.js';
import {type FlowFile, flowPaths, readFlow} from './flow-files.js';
import type {PageFiles} from './page-reports.js';
import {shared} from './shared.js';

/**
 * Flows that were read, with what the files they depend on looked like then. Reading a flow proves every combination of its choices,
 * which takes a moment, and pages, bundler and plugin all ask for it.
 */
const flows = shared('flows', () => new Map<string, {flow: FlowFile; stamp: string}>());

/** The files of flows that pages import: the bundler tells what is wrong with them. */
const used = shared('used-flows', () => new Set<string>());

/** Reads a flow, unless nothing has changed since it was read. */
export function siteFlow(file: string): FlowFile {
  const known = flows.get(file);
  if (known && known.stamp === stampOf(known.flow)) return known.flow;
  const flow = readFlow(file);
  flows.set(file, {flow, stamp: stampOf(flow)});
  return flow;
}

/** Says that a page imports this flow. */
export function setUsed(file: string): void {
  used.add(file);
}

/** What is wrong with the flows of a folder, the bundler's aside if it has begun. */
export function unusedFlowProblems(folder: string): FlowProblem[] {
  return [...flowPaths(folder).values()]
    .filter((file) => !used.has(file))
    .flatMap((file) => siteFlow(file).problems);
}

function stampOf({dependencies}: FlowFile): string {
  return dependencies
    .map((file) => {
      const stat = statSync(file, {throwIfNoEntry: false});
      return stat ? `${stat.mtimeMs}:${stat.size}` : '';
    })
    .join();
}

/**
 * What the tags of one page may know of the flows in a folder.
 *
 * @param importFrom Gives the path by which the page imports a file.
 * @param files Takes in the files of the flows that are asked for.
 */
export function flowsForTags(
  folder: string,
  importFrom: (file: string) => string,
  files: PageFiles,
): FlowFinder {
  let known: ReturnType<typeof flowPaths> | undefined;
  const paths = () => {
    known ??= flowPaths(folder);
    return known;
  };
  return {
    flowIds: () => [...paths().keys()],
    findFlow(id) {
      const file = paths().get(id);
      if (file === undefined) {
        if (/^[\w-]+$/.test(id)) files.missing.add(path.join(folder, `${id}.yaml`));
        return undefined;
      }
      const {flow, problems, dependencies} = siteFlow(file);
      for (const each of dependencies) files.dependencies.add(each);
      // What a faulty file says of its choices is no measure for pages.
      const choices = problems.length === 0 ? flow.choices : undefined;
      return {source: importFrom(file), flow, choices};
    },
  };
}

/** The problem of a flow as those of pages are told. */
export function asProblem({rule, message, line, column, ...end}: FlowProblem): Problem {
  const {endLine = line, endColumn = column} = end;
  const position = {start: {line, column}, end: {line: endLine, column: endColumn}};
  return problem(rule, message, position, flowRules[rule]);
}

/**
 * The error for flows that must not be published; its message tells all that is wrong with them, as for a page.
 */
export function flowError(problems: readonly FlowProblem[]): Error {
  const files = [...new Set(problems.map(({file}) => file))];
  const parts = files.map((file) => {
    const inFile = problems.filter((each) => each.file === file).map(asProblem);
    return formatProblems(inFile, path.relative(process.cwd(), file), readIfThere(file));
  });
  const error = new Error(parts.join('\n\n'));
  // Bundlers show the stack; where in our code the flow was refused helps nobody.
  error.stack = error.message;
  return error;
}

function readIfThere(file: string): string {
  return statSync(file, {throwIfNoEntry: false}) ? readFileSync(file, 'utf8') : '';
}
