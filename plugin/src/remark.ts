import path from 'node:path';
import type {Program} from 'estree';
import type {Root} from 'mdast';
import type {Processor} from 'unified';
import type {Node} from 'unist';
import type {VFile} from 'vfile';
import {notePage} from './node/page-reports.js';
import {
  normalizeOptions,
  type Options,
  type PluginOptions,
  type Severity,
  severityOf,
} from './options.js';
import {lowerPage} from './page.js';
import {formatProblems, type Problem, toMessage} from './problems.js';
import {remarkTagSyntax} from './syntax/index.js';
import type {PageModules} from './tags/page-modules.js';

/**
 * The remark plugin: reads Markdoc tags, checks them, and replaces them by what Docusaurus renders.
 *
 * In Docusaurus it belongs into `beforeDefaultRemarkPlugins` of every plugin that reads pages; `withMarkdoc` puts it there. It works
 * in plain `@mdx-js/mdx` too, as one of `remarkPlugins`.
 *
 * @param given The plugin's options.
 * @param partialVariables What the variables in a partial stand for that is compiled for these values.
 * @throws An error that tells all problems of a page, unless `onProblem` says otherwise.
 * @example
 * const result = await compile(text, {remarkPlugins: [[remarkMarkdoc, {partials: 'content/partials'}]]});
 */
export default function remarkMarkdoc(
  this: Processor,
  given?: Options,
  partialVariables: Record<string, unknown> = {},
): (tree: Root, file: VFile) => void {
  const options = normalizeOptions(given);
  const modulesOf = new WeakMap<VFile, PageModules>();

  remarkTagSyntax.call(this);
  // A plugin that a plugin adds runs behind all others: by then the page is JavaScript, with all its exports.
  this.use(() => (tree: Node, file: VFile) => {
    if (tree.type === 'Program') modulesOf.get(file)?.addUniqueIds(tree as unknown as Program);
  });

  return (tree, file) => {
    const page = path.resolve(file.cwd, file.path ?? 'page.md');
    const lowered = lowerPage(
      tree,
      {
        path: page,
        // Places count from behind a byte order mark.
        source: String(file).replace(/^\uFEFF/, ''),
        frontMatter: file.data.frontMatter ?? {},
        given: partialVariables,
      },
      options,
    );
    if (lowered) modulesOf.set(file, lowered.modules);
    notePage(page, (lowered?.problems.length ?? 0) > 0);
    reportProblems(lowered?.problems ?? [], file, page, options.onProblem);
  };
}

declare module 'vfile' {
  interface DataMap {
    /** Set by Docusaurus's MDX loader. */
    frontMatter: {readonly [key: string]: unknown};
  }
}

/**
 * The error for a page that may not be published; its message tells all that is wrong. It is a plain `Error`, for webpack cannot
 * write others into its cache, and without a stack, which Docusaurus would print: where in our code the page was refused helps nobody.
 */
function pageError(message: string): Error {
  const error = new Error(message);
  error.stack = 'Markdoc problems';
  return error;
}

/** Pages whose problems were printed, with their text: a page is compiled for the browser and for the server. */
const printed = new Map<string, string>();

function reportProblems(
  problems: Problem[],
  file: VFile,
  page: string,
  onProblem: PluginOptions['onProblem'],
): void {
  if (problems.length === 0) {
    printed.delete(page);
    return;
  }
  const name = path.relative(process.cwd(), page);
  const source = String(file);
  for (const problem of problems) file.messages.push(toMessage(problem, page));

  const bySeverity: Record<Severity, Problem[]> = {throw: [], warn: [], log: [], ignore: []};
  for (const problem of problems) {
    const severity = severityOf(problem.rule, onProblem);
    bySeverity[severity === 'throw' && problem.level === 'warning' ? 'warn' : severity].push(
      problem,
    );
  }
  if (printed.get(page) !== source) {
    printed.set(page, source);
    if (bySeverity.warn.length > 0)
      console.warn(`[WARNING] ${formatProblems(bySeverity.warn, name, source)}`);
    if (bySeverity.log.length > 0)
      console.log(`[INFO] ${formatProblems(bySeverity.log, name, source)}`);
  }
  if (bySeverity.throw.length > 0) {
    throw pageError(formatProblems(bySeverity.throw, name, source));
  }
}
