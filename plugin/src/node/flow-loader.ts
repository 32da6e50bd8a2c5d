import {flowError, setUsed, siteFlow} from './site-flows.js';

/** What this loader uses of its context in webpack and Rspack. */
interface LoaderContext {
  readonly resourcePath: string;
  addDependency(file: string): void;
}

/**
 * The bundler's loader for flow files: the module that a page imports is the compiled flow.
 *
 * The shared parts and schemas become dependencies of the module, so that the development server and the bundler's cache know of them.
 *
 * @throws An error that tells all problems of the flow.
 */
export default function flowLoader(this: LoaderContext): string {
  const {flow, problems, dependencies} = siteFlow(this.resourcePath);
  setUsed(this.resourcePath);
  for (const file of dependencies) this.addDependency(file);
  if (problems.length > 0) throw flowError(problems);
  return `export default ${JSON.stringify(flow)}`;
}
