import path from 'node:path';
import {initPlugins} from '@docusaurus/core/lib/server/plugins/init.js';
import {loadContext} from '@docusaurus/core/lib/server/site.js';
import type {InitializedPlugin, LoadContext} from '@docusaurus/types';
import {Globby} from '@docusaurus/utils';

/** The plugins of Docusaurus that make pages of Markdown. */
const contentPlugin = /^docusaurus-plugin-content-(docs|blog|pages)$/;

/**
 * Finds every Markdown file that Docusaurus makes a page of: of all instances of docs, with all their versions, of blogs and of pages.
 *
 * Presets may bring instances along and options have defaults, so Docusaurus itself is asked: its plugins are made once more, and say
 * which files they watch. That is `include`, in each folder of each version; `exclude` is among their options.
 *
 * @returns Their absolute paths, sorted, each with the label of its version where it has one.
 */
export async function findPages({
  siteDir,
  siteConfigPath,
  i18n,
}: LoadContext): Promise<ReadonlyMap<string, string | undefined>> {
  // A context of its own: making the plugins changes the one that they are given.
  const context = await loadContext({siteDir, config: siteConfigPath, locale: i18n.currentLocale});
  const plugins = (await initPlugins(context)).filter(({name}) => contentPlugin.test(name));
  const pages = await Promise.all(plugins.map(pagesOf));
  return new Map(pages.flat().sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function pagesOf({name, options, getPathsToWatch}: InitializedPlugin) {
  const {include, exclude, versions} = options as unknown as ContentOptions;
  const watched = getPathsToWatch?.() ?? [];
  const folders = include.flatMap((pattern) =>
    watched
      .filter((each) => each.endsWith(`/${pattern}`))
      .map((each) => each.slice(0, -pattern.length)),
  );
  const found = [...new Set(folders)].map(async (cwd) => {
    const label = name.endsWith('docs') ? labelOf(cwd, versions) : undefined;
    const files = await Globby(include, {cwd, ignore: exclude, absolute: true});
    return files
      .filter((file) => /\.mdx?$/i.test(file))
      .map((file) => [path.normalize(file), label] as const);
  });
  return (await Promise.all(found)).flat();
}

/** What the options of the plugins say that is of interest here. */
interface ContentOptions {
  include: string[];
  exclude: string[];
  versions?: {readonly [name: string]: {readonly label?: string}};
}

/** The label that Docusaurus gives to the version in a folder of docs. */
function labelOf(folder: string, versions: ContentOptions['versions'] = {}): string {
  const [, name = 'current'] = /\/version-([^/]+)\/$/.exec(folder) ?? [];
  return versions[name]?.label ?? (name === 'current' ? 'Next' : name);
}
