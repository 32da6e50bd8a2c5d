import {createRequire} from 'node:module';
import type {LoaderContext} from 'webpack';
import {pageReport} from '../disk/page-reports.js';
import {variablesIn} from '../variant.js';

const require = createRequire(import.meta.url);

/** Where Docusaurus's MDX loader is. */
export const docusaurusLoader = require.resolve('@docusaurus/mdx-loader');

const compile: (this: LoaderContext<object>, source: string) => Promise<void> =
  require(docusaurusLoader).default;

/**
 * Takes the place of Docusaurus's MDX loader: compiles a page with it, and tells the bundler what the page depends on beside its own
 * file and what it imports. What it was compiled with changes with these files, in the development server as in the next build with a
 * warm cache.
 *
 * It is not a loader of its own before or behind the other: bundlers write the names of all loaders of a page beside each reference in
 * it, which is half of what their caches hold.
 */
export default function mdxLoader(this: LoaderContext<object>, source: string): Promise<void> {
  return compilePage(this, source, this.getOptions());
}

/** @param options Those of Docusaurus's MDX loader. */
export function compilePage(
  context: LoaderContext<object>,
  source: string,
  options: object,
): Promise<void> {
  const callback = context.async();
  const done: typeof callback = (...result) => {
    reportFiles(context);
    callback(...result);
  };
  const own: LoaderContext<object> = Object.create(context, {
    async: {value: () => done},
    getOptions: {value: () => options},
  });
  return compile.call(own, source);
}

/** Also of a page that cannot be compiled: it is tried again once one of them has changed. */
function reportFiles(context: LoaderContext<object>): void {
  const {resourcePath, resourceQuery} = context;
  const {dependencies, missing, isFaulty} = pageReport(resourcePath, variablesIn(resourceQuery));
  for (const file of dependencies) context.addDependency(file);
  for (const file of missing) context.addMissingDependency(file);
  // Its problems are told in every build until they are mended.
  if (isFaulty) context.cacheable(false);
}
