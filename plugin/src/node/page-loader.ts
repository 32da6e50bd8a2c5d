import {existsSync} from 'node:fs';
import path from 'node:path';
import type {LoaderContext} from 'webpack';
import type {ConfigFiles} from './markdoc-config.js';
import {isFaulty, variantOf} from './page-reports.js';
import {variablesIn} from './partial-query.js';
import {siteFlow} from './site-flows.js';

/** Options of the loader. */
export interface PageLoaderOptions {
  /** Whether it runs before the page is compiled, or behind. */
  when: 'before' | 'after';
  /** The files of the site's Markdoc configuration. */
  configFiles(): ConfigFiles;
  /** The folders in which partials and pictures are looked for. */
  folders: readonly string[];
  /** The folder for flows. */
  flows: string;
}

/**
 * Tells the bundler what a page depends on beside its own file and what it imports: what it was compiled with changes with
 * these files, in the development server as in the next build with a warm cache.
 */
export default function pageLoader(this: LoaderContext<PageLoaderOptions>, source: string): string {
  const {when, configFiles, folders, flows} = this.getOptions();
  if (when === 'after') {
    // A page with a problem is compiled, and its problem told, in every build until it is mended.
    const variant = variantOf(this.resourcePath, variablesIn(this.resourceQuery));
    if (isFaulty(variant)) this.cacheable(false);
    return source;
  }
  // Also while it cannot be loaded: the page, which then fails, is compiled again once it has been mended.
  const {dependencies, missing} = configFiles();
  for (const file of dependencies) this.addDependency(file);
  for (const file of missing) this.addMissingDependency(file);
  // The choices of a flow are attributes in the page, and its fields and choices are variables.
  for (const [, name] of source.matchAll(/(?:\bflow="|\$flows(?:\.|\["))([\w-]+)/g)) {
    const file = path.join(flows, `${name}.yaml`);
    if (!existsSync(file)) this.addMissingDependency(file);
    else for (const each of siteFlow(file).dependencies) this.addDependency(each);
  }
  for (const file of missingFiles(source, [path.dirname(this.resourcePath), ...folders])) {
    this.addMissingDependency(file);
  }
  return source;
}

/**
 * Where files might be that tags of the page name, and that are not there: once one is, the page is another. Found by the
 * look of it, since the page may be one that cannot be compiled; a path too many does no harm.
 */
function missingFiles(source: string, folders: readonly string[]): string[] {
  if (!source.includes('{%')) return [];
  return [...source.matchAll(/\b(?:file|src)="([^"\n\0:]+)"/g)].flatMap(([, name = '']) => {
    const candidates = folders.map((folder) => path.join(folder, name));
    return candidates.some((each) => existsSync(each)) ? [] : candidates;
  });
}
