import type {LoaderContext} from 'webpack';
import {variablesIn} from '../variant.js';
import {compilePage} from './mdx-loader.js';

/** Options of the loader. */
export interface PartialLoaderOptions {
  /** The options of Docusaurus's MDX loader for a partial that is given these variables. */
  mdxOptions(variables: Record<string, unknown>): Promise<object>;
}

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
    const options = await this.getOptions().mdxOptions(variablesIn(this.resourceQuery));
    await compilePage(this, source, options);
  } catch (error) {
    callback(error as Error);
  }
}
