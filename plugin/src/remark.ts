import path from 'node:path';
import type {Program} from 'estree';
import type {Root} from 'mdast';
import type {Processor} from 'unified';
import type {Node} from 'unist';
import type {VFile} from 'vfile';
import {pageReport} from './disk/page-reports.js';
import type {PageModules} from './jsx/page-modules.js';
import {shareJsxRuntime} from './jsx/runtime.js';
import {
  normalizeOptions,
  type Options,
  type PluginOptions,
  type Severity,
  severityOf,
} from './options.js';
import {lowerPage} from './page.js';
import {formatProblems, type Problem, toMessage} from './problems.js';
import {limitGfmSearch, remarkTagSyntax} from './syntax/index.js';
import {variantOf} from './variant.js';

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
  limitGfmSearch.call(this);
  // A plugin that a plugin adds runs behind all others: by then the page is JavaScript, with all its exports.
  this.use(() => (tree: Node, file: VFile) => {
    if (tree.type !== 'Program') return;
    const program = tree as unknown as Program;
    modulesOf.get(file)?.addUniqueIds(program);
    shareJsxRuntime(program);
  });

  return (tree, file) => {
    const page = path.resolve(file.cwd, file.path ?? 'page.md');
    const report = pageReport(page, partialVariables);
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
      report,
    );
    if (lowered) modulesOf.set(file, lowered.modules);
    const problems = lowered?.problems ?? [];
    report.isFaulty = problems.length > 0;
    const variant = variantOf(page, partialVariables);
    reportProblems(problems, file, {page, variant}, options.onProblem);
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

/**
 * What was printed of each page, by what it was compiled for: the browser and the server compile it alike, and a partial is
 * compiled for each set of values.
 */
const printed = new Map<string, Map<string, string>>();

function reportProblems(
  problems: Problem[],
  file: VFile,
  {page, variant}: {page: string; variant: string},
  onProblem: PluginOptions['onProblem'],
): void {
  const reports = printed.get(page) ?? new Map<string, string>();
  printed.set(page, reports);
  if (problems.length === 0) {
    reports.delete(variant);
    return;
  }
  const name = path.relative(process.cwd(), page);
  const source = String(file);
  for (const problem of problems) file.messages.push(toMessage(problem, page));

  const told = (severity: Severity) => {
    const list = problems.filter(({rule, level}) => {
      const wanted = severityOf(rule, onProblem);
      return (wanted === 'throw' && level === 'warning' ? 'warn' : wanted) === severity;
    });
    return list.length > 0 ? formatProblems(list, name, source) : '';
  };
  const [faults, warnings, remarks] = [told('throw'), told('warn'), told('log')];
  const report = `${warnings}\n${remarks}`;
  const isKnown = [...reports.values()].includes(report);
  reports.set(variant, report);
  if (warnings && !isKnown) console.warn(`[WARNING] ${warnings}`);
  if (remarks && !isKnown) console.log(`[INFO] ${remarks}`);
  if (faults) throw pageError(faults);
}
