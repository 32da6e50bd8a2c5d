/** How partials are compiled: as the pages of the site's docs are. */
import {createRequire} from 'node:module';
import path from 'node:path';
import {createMDXLoaderItem} from '@docusaurus/mdx-loader';
import type {DocusaurusConfig} from '@docusaurus/types';
import {expect, test} from 'vitest';
import type {PartialLoaderOptions} from '../../src/bundler/partial-loader.js';
import {bundlerRules, loaderAliases} from '../../src/bundler/rules.js';
import {contentFolders} from '../../src/disk/content-folders.js';
import {defaultOptions} from '../../src/options.js';
import remarkMarkdoc from '../../src/remark.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const require = createRequire(import.meta.url);

/** The options of Docusaurus's MDX loader for partials, on a site with these plugins. */
async function partialOptions(plugins: unknown[]) {
  const siteDir = temporaryFolder();
  const site = {siteDir, staticDirs: [path.join(siteDir, 'static')]};
  const config = {presets: [], plugins, markdown: {}, future: {}} as unknown as DocusaurusConfig;
  const [rule] = bundlerRules(site, config, contentFolders(siteDir, defaultOptions), [
    remarkMarkdoc,
    {},
  ]);
  const [{options}] = (rule as {use: unknown}).use as [{options: PartialLoaderOptions}];
  return (await options.mdxOptions({})) as {remarkPlugins?: unknown[]};
}

const remarkPlugins = [() => undefined];

test.each([
  ['content-docs'],
  ['@docusaurus/content-docs'],
  ['@docusaurus/plugin-content-docs'],
  [require.resolve('@docusaurus/plugin-content-docs')],
  ['C:\\site\\node_modules\\@docusaurus\\plugin-content-docs\\lib\\index.js'],
])('partials are compiled with the remark plugins of %s', async (name) => {
  expect((await partialOptions([[name, {remarkPlugins}]])).remarkPlugins).toEqual(remarkPlugins);
});

test.each([['content-blog'], ['my-content-docs-index']])(
  'partials have nothing of %s',
  async (name) => {
    expect((await partialOptions([[name, {remarkPlugins}]])).remarkPlugins ?? []).toEqual([]);
  },
);

test('pages are compiled by the loader whose place ours takes', async () => {
  const item = (await createMDXLoaderItem({} as Parameters<typeof createMDXLoaderItem>[0])) as {
    loader: string;
  };
  expect(Object.keys(loaderAliases)).toEqual([item.loader]);
});
