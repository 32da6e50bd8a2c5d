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
 * @returns Absolute paths, sorted.
 */
export async function findPages({siteDir, siteConfigPath, i18n}: LoadContext): Promise<string[]> {
  // A context of its own: making the plugins changes the one that they are given.
  const context = await loadContext({siteDir, config: siteConfigPath, locale: i18n.currentLocale});
  const plugins = (await initPlugins(context)).filter(({name}) => contentPlugin.test(name));
  const files = await Promise.all(plugins.map(pagesOf));
  return [...new Set(files.flat())].sort();
}

async function pagesOf({options, getPathsToWatch}: InitializedPlugin): Promise<string[]> {
  const {include, exclude} = options as unknown as {include: string[]; exclude: string[]};
  const watched = getPathsToWatch?.() ?? [];
  const folders = include.flatMap((pattern) =>
    watched
      .filter((each) => each.endsWith(`/${pattern}`))
      .map((each) => each.slice(0, -pattern.length)),
  );
  const found = [...new Set(folders)].map((cwd) =>
    Globby(include, {cwd, ignore: exclude, absolute: true}),
  );
  return (await Promise.all(found))
    .flat()
    .filter((file) => /\.mdx?$/i.test(file))
    .map(path.normalize);
}
