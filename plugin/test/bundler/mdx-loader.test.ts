/** What the bundler is told of a page: what it depends on beside what it imports, and whether it may be kept. */
import path from 'node:path';
import {createMDXLoaderItem} from '@docusaurus/mdx-loader';
import {afterEach, expect, test} from 'vitest';
import type {LoaderContext} from 'webpack';
import mdxLoader from '../../src/bundler/mdx-loader.js';
import {getSite, setSite} from '../../src/disk/site.js';
import type {Options} from '../../src/options.js';
import remarkMarkdoc from '../../src/remark.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const before = getSite();
afterEach(() => setSite(before));

/** A flow, and the schema of what it writes. */
const flow = {
  'flows/a.yaml': `title: A
summary: B
fields:
  name: {label: Name, help: C, example: Ada, value: {type: string, minLength: 1}}
files:
  env:
    name: a.env
    help: D
    format: dotenv
    schema: ./schemas/a.json
    content: {NAME: "\${name}"}
`,
  'flows/schemas/a.json': '{"type": "object"}',
};

/** Loads a page of a site with these files as a bundler would. */
async function load(source: string, files: {[name: string]: string} = {}, options: Options = {}) {
  const siteDir = temporaryFolder(files);
  const staticDirs = [path.join(siteDir, 'static')];
  setSite({siteDir, staticDirs});
  const item = (await createMDXLoaderItem({
    admonitions: true,
    siteDir,
    staticDirs,
    beforeDefaultRemarkPlugins: [[remarkMarkdoc, {onProblem: 'ignore', ...options}]],
    markdownConfig: {
      mdx1Compat: {},
      hooks: {onBrokenMarkdownImages: 'ignore', onBrokenMarkdownLinks: 'ignore'},
      anchors: {maintainCase: false},
      format: 'mdx',
      parseFrontMatter: async ({fileContent}: {fileContent: string}) => ({
        frontMatter: {},
        content: fileContent,
      }),
    },
  } as unknown as Parameters<typeof createMDXLoaderItem>[0])) as {options: object};

  const told = {dependencies: [] as string[], missing: [] as string[], isCached: true};
  const name = (file: string) => path.relative(siteDir, file).split(path.sep).join('/');
  const result = await new Promise<{error?: Error | null; code?: string}>((resolve) => {
    const context = {
      resourcePath: path.join(siteDir, 'docs/page.md'),
      resourceQuery: '',
      _compiler: {name: 'client'},
      getOptions: () => item.options,
      async: () => (error: Error | null, code: string) => resolve({error, code}),
      addDependency: (file: string) => told.dependencies.push(name(file)),
      addMissingDependency: (file: string) => told.missing.push(name(file)),
      cacheable: (isCached: boolean) => Object.assign(told, {isCached}),
    };
    mdxLoader.call(context as unknown as LoaderContext<object>, source);
  });
  return {...result, ...told};
}

test('a page without tags depends on nothing', async () => {
  const {code, ...told} = await load('A **b**.');
  expect(code).toContain('"b"');
  expect(told).toEqual({error: null, dependencies: [], missing: [], isCached: true});
});

test.each([
  ['a partial', '{% partial file="a.md" /%}', ['partials/a.md']],
  ['a picture of the site', '{% image src="/a.png" alt="" /%}', ['static/a.png']],
  ['a picture beside the page', '{% image src="./a.png" alt="" /%}', ['docs/a.png']],
  ['a flow', '{% flow-chooser flow="a" /%}', ['flows/a.yaml']],
  ['a flow whose values are shown', 'A {% $flows.a.name %}', ['flows/a.yaml']],
])('%s that is not there: the page is made again once it is', async (_, source, missing) => {
  const told = await load(source);
  expect(told.missing).toEqual(missing);
  expect(told.isCached).toBe(false);
});

test.each([
  ['shows a flow', '{% flow-chooser flow="a" /%}'],
  ['shows a value of a flow', 'A {% $flows.a.name %}'],
])('a page that %s depends on its files', async (_, source) => {
  const told = await load(source, flow, {onProblem: 'throw'});
  expect(told.error).toBeNull();
  expect(told.dependencies).toEqual(Object.keys(flow));
  expect(told.isCached).toBe(true);
});

test.each([
  ['shows a flow', '{% flow-chooser flow="a" /%}'],
  ['shows a value of a flow', 'A {% $flows.a.name %}'],
])('a page that %s with a mistake in it depends on its file, too', async (_, source) => {
  const told = await load(source, {'flows/a.yaml': 'title: 1'});
  expect(told.dependencies).toEqual(['flows/a.yaml']);
});

test('every page depends on the configuration, also one that cannot be loaded', async () => {
  const broken = {'markdoc/tags.ts': 'export default {'};
  const {error, ...told} = await load('A', broken, {config: 'markdoc'});
  expect(error?.message).toContain('markdoc/tags.ts');
  expect(told.dependencies).toEqual(['markdoc/tags.ts']);
  expect(told.missing).toContain('markdoc/config.mjs');
});

test('a page whose problems stop the build is told like any other', async () => {
  const {error, missing} = await load('{% partial file="a.md" /%}', {}, {onProblem: 'throw'});
  expect(error?.message).toContain('partial-not-found');
  expect(missing).toEqual(['partials/a.md']);
});
