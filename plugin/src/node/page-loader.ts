import type {LoaderContext} from 'webpack';

/** Options of the loader. */
export interface PageLoaderOptions {
  /** The files of the site's Markdoc configuration. */
  dependencies(): readonly string[];
}

/**
 * Tells the bundler of the files that a page is made of beside its own and what it imports: those of the site's Markdoc
 * configuration. When one of them changes, the development server and the next warm build compile the page again.
 */
export default function pageLoader(this: LoaderContext<PageLoaderOptions>, source: string): string {
  for (const file of this.getOptions().dependencies()) this.addDependency(file);
  return source;
}
