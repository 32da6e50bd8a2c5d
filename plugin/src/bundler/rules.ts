import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createMDXLoaderItem} from '@docusaurus/mdx-loader';
import type {DocusaurusConfig} from '@docusaurus/types';
import type {RuleSetRule} from 'webpack';
import type {ContentFolders} from '../disk/content-folders.js';
import type {Site} from '../disk/site.js';
import {variantOf} from '../variant.js';
import {contentKind} from './content-plugins.js';
import {docusaurusLoader} from './mdx-loader.js';

const loaders = path.dirname(fileURLToPath(import.meta.url));

/** Pages are compiled by Docusaurus's rules; the loader in them is ours. */
export const loaderAliases = {[docusaurusLoader]: path.join(loaders, 'mdx-loader.js')};

type Faster = DocusaurusConfig['future']['faster'];

/** A remark plugin, with what comes before the values that a partial is given. */
type RemarkPlugin = readonly [plugin: (this: never, ...given: never[]) => unknown, options: object];

/** The rules by which webpack or Rspack compiles what pages import on behalf of their tags. */
export function bundlerRules(
  site: Site,
  config: DocusaurusConfig,
  folders: ContentFolders,
  remarkMarkdoc: RemarkPlugin,
): RuleSetRule[] {
  const mdxOptions = partialOptions(site, config, remarkMarkdoc);
  return [
    {
      test: /\.mdx?$/i,
      include: [folders.partials + path.sep],
      use: [{loader: path.join(loaders, 'partial-loader.js'), options: {mdxOptions}}],
    },
    {
      test: /\.yaml$/,
      include: [folders.flows + path.sep],
      type: 'javascript/auto',
      use: [{loader: path.join(loaders, 'flow-loader.js')}],
    },
  ];
}

/**
 * The options of Docusaurus's MDX loader for partials, made once for each set of values that a partial is given. (Docusaurus compiles
 * Markdown outside of the content folders by itself, but without remark plugins.)
 */
function partialOptions(
  {siteDir, staticDirs}: Site,
  config: DocusaurusConfig,
  remarkMarkdoc: RemarkPlugin,
): (variables: Record<string, unknown>) => Promise<object> {
  const known = new Map<string, Promise<object>>();
  const pages = pageOptions(config, remarkMarkdoc[0].name);
  // Before Docusaurus 3.10 it had the name of an experiment.
  const future: {faster?: Faster; experimental_faster?: Faster} = config.future;
  const faster = future.faster ?? future.experimental_faster;
  const make = async (variables: Record<string, unknown>) => {
    const {options: made} = (await createMDXLoaderItem({
      admonitions: true,
      ...pages,
      siteDir,
      staticDirs,
      markdownConfig: config.markdown,
      isMDXPartial: () => true,
      isMDXPartialFrontMatterWarningDisabled: true,
      beforeDefaultRemarkPlugins: [
        [...remarkMarkdoc, variables],
        ...pages.beforeDefaultRemarkPlugins,
      ],
      useCrossCompilerCache: faster?.mdxCrossCompilerCache,
    } as Parameters<typeof createMDXLoaderItem>[0])) as {options: object};
    return made;
  };
  return (variables) => {
    const key = variantOf('', variables);
    const made = known.get(key) ?? make(variables);
    known.set(key, made);
    return made;
  };
}

/** The options that say how pages are compiled: `admonitions`, and from `remarkPlugins` to `beforeDefaultRehypePlugins` those for unified. */
const inherited = /^admonitions$|Plugins$/;

/** How the site's first docs instance compiles its pages: a partial is compiled as they are. */
function pageOptions({presets, plugins}: DocusaurusConfig, ownName: string) {
  const options = [
    ...presets.map((preset) => (Array.isArray(preset) ? preset[1]?.docs : undefined)),
    ...plugins.map((plugin) =>
      Array.isArray(plugin) && contentKind(plugin[0]) === 'docs' ? plugin[1] : undefined,
    ),
  ].find((each) => each !== null && typeof each === 'object');
  const entries = Object.entries(options ?? {}).filter(([name]) => inherited.test(name));
  const given: {beforeDefaultRemarkPlugins?: unknown[]} = Object.fromEntries(entries);
  return {
    ...given,
    // Ours is among them, for pages; it may be another copy of it (see `disk/shared.ts`).
    beforeDefaultRemarkPlugins: (given.beforeDefaultRemarkPlugins ?? []).filter(
      (each) => ([each].flat()[0] as {name?: string} | undefined)?.name !== ownName,
    ),
  };
}
