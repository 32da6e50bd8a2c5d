import path from 'node:path';
import {flowError, setUsed, siteFlow} from '../disk/site-flows.js';

/** What this loader uses of its context in webpack and Rspack. */
interface LoaderContext {
  readonly resourcePath: string;
  readonly resourceQuery: string;
  addDependency(file: string): void;
}

/**
 * The bundler's loader for flow files: the module that a page imports is the compiled flow; with `?check` behind
 * its path, the flow and what the check of existing files needs besides.
 *
 * The shared parts and schemas become dependencies of the module, so that the development server and the bundler's cache know of them.
 *
 * @throws An error that tells all problems of the flow.
 */
export default function flowLoader(this: LoaderContext): string {
  const {flow, checks, problems, dependencies} = siteFlow(this.resourcePath);
  setUsed(this.resourcePath);
  for (const file of dependencies) this.addDependency(file);
  if (problems.length > 0) throw flowError(problems);
  if (this.resourceQuery === '?check') {
    const source = JSON.stringify(`./${path.basename(this.resourcePath)}`);
    return `import flow from ${source};\nexport default {flow, checks: ${JSON.stringify(checks)}}`;
  }
  return `export default ${JSON.stringify(flow)}`;
}
