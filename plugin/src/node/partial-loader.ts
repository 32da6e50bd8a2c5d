import {createRequire} from 'node:module';
import type {LoaderContext} from 'webpack';
import {variablesIn} from './partial-query.js';

/** A loader as Docusaurus's `createMDXLoaderItem` returns it. */
export interface LoaderItem {
  loader: string;
  options: object;
}

/** Options of the loader. */
export interface PartialLoaderOptions {
  /** Docusaurus's MDX loader for a partial that is given these variables. */
  createItem(variables: Record<string, unknown>): Promise<LoaderItem>;
}

type Loader = (this: LoaderContext<object>, source: string) => Promise<void>;

const require = createRequire(import.meta.url);

/**
 * Compiles a partial with Docusaurus's MDX loader, whose options are fixed for a whole folder: here they depend on the
 * values with which the partial is imported.
 */
export default async function partialLoader(
  this: LoaderContext<PartialLoaderOptions>,
  source: string,
): Promise<void> {
  const callback = this.async();
  try {
    const {loader, options} = await this.getOptions().createItem(variablesIn(this.resourceQuery));
    const compile: Loader = require(loader).default;
    const context: LoaderContext<object> = Object.create(this, {
      async: {value: () => callback},
      getOptions: {value: () => options},
    });
    await compile.call(context, source);
  } catch (error) {
    callback(error as Error);
  }
}
