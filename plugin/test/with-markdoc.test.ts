/** The line that a site owner writes. */
import {createRequire} from 'node:module';
import type {Config} from '@docusaurus/types';
import {describe, expect, test} from 'vitest';
import remarkMarkdoc from '../src/remark.js';
import {withMarkdoc} from '../src/with-markdoc.js';

const require = createRequire(import.meta.url);
const site = {title: 'Site', url: 'https://example.com', baseUrl: '/'};
const options = {partials: 'shared'};
const ours = [remarkMarkdoc, options];

/** A config with Markdoc, loosely typed. */
function extended(config: Partial<Config>) {
  return withMarkdoc({...site, ...config}, options) as {
    // biome-ignore lint/suspicious/noExplicitAny: Docusaurus's own types allow anything here.
    presets?: any[];
    // biome-ignore lint/suspicious/noExplicitAny: Docusaurus's own types allow anything here.
    plugins: any[];
  };
}

describe('the plugin', () => {
  test('is added, with the options', () => {
    expect(extended({}).plugins).toEqual([['docusaurus-plugin-markdoc', options]]);
  });

  test('comes after those that are there', () => {
    expect(extended({plugins: ['a', ['b', {c: 1}]]}).plugins).toEqual([
      'a',
      ['b', {c: 1}],
      ['docusaurus-plugin-markdoc', options],
    ]);
  });

  test('needs no options', () => {
    expect(withMarkdoc(site).plugins).toEqual([['docusaurus-plugin-markdoc', {}]]);
  });
});

describe('the preset', () => {
  const everywhere = {
    docs: {beforeDefaultRemarkPlugins: [ours]},
    blog: {beforeDefaultRemarkPlugins: [ours]},
    pages: {beforeDefaultRemarkPlugins: [ours]},
  };

  test.each([
    ['classic'],
    ['@docusaurus/classic'],
    ['@docusaurus/preset-classic'],
    [require.resolve('@docusaurus/preset-classic')],
    ['C:\\site\\node_modules\\@docusaurus\\preset-classic\\lib\\index.js'],
  ])('%s gets the remark plugin for docs, blog and pages', (name) => {
    expect(extended({presets: [name]}).presets).toEqual([[name, everywhere]]);
    expect(extended({presets: [[name, {}]]}).presets).toEqual([[name, everywhere]]);
  });

  test('keeps what is switched off switched off', () => {
    const {presets} = extended({presets: [['classic', {docs: false, blog: false}]]});
    expect(presets?.[0][1]).toMatchObject({docs: false, blog: false, pages: everywhere.pages});
  });

  test('keeps its other options', () => {
    const given = {docs: {sidebarPath: './sidebars.js'}, theme: {customCss: './a.css'}};
    const {presets} = extended({presets: [['classic', given]]});
    expect(presets?.[0][1]).toMatchObject(given);
  });

  test('keeps the remark plugins that are there, behind ours', () => {
    const other = () => {};
    const given = {docs: {beforeDefaultRemarkPlugins: [other], remarkPlugins: [other]}};
    const {presets} = extended({presets: [['classic', given]]});
    expect(presets?.[0][1].docs).toEqual({
      beforeDefaultRemarkPlugins: [ours, other],
      remarkPlugins: [other],
    });
  });

  test.each([['@acme/preset'], ['classic-like'], [['other', {docs: {}}]]])(
    '%j is left alone',
    (preset) => {
      expect(extended({presets: [preset as never]}).presets).toEqual([preset]);
    },
  );
});

describe('a docs, blog or pages instance among the plugins', () => {
  test.each([
    ['content-docs'],
    ['content-blog'],
    ['content-pages'],
    ['@docusaurus/content-docs'],
    ['@docusaurus/plugin-content-docs'],
    ['@docusaurus/plugin-content-blog'],
    ['@docusaurus/plugin-content-pages'],
    [require.resolve('@docusaurus/plugin-content-docs')],
  ])('%s gets the remark plugin', (name) => {
    const expected = [name, {beforeDefaultRemarkPlugins: [ours]}];
    expect(extended({plugins: [name]}).plugins[0]).toEqual(expected);
    expect(extended({plugins: [[name]]} as never).plugins[0]).toEqual(expected);
    expect(extended({plugins: [[name, {id: 'a', path: 'a'}]]}).plugins[0]).toEqual([
      name,
      {id: 'a', path: 'a', beforeDefaultRemarkPlugins: [ours]},
    ]);
  });

  test.each([
    ['sitemap'],
    ['@docusaurus/plugin-ideal-image'],
    ['content-docs-search'],
    [() => ({name: 'own'})],
    [[() => ({name: 'own'}), {}]],
    [null],
    [false],
  ])('%s is left alone', (plugin) => {
    expect(extended({plugins: [plugin as never]}).plugins[0]).toEqual(plugin);
  });
});

test('the given config is not changed', () => {
  const config = {
    ...site,
    presets: [['classic', {docs: {path: 'a', beforeDefaultRemarkPlugins: []}}]],
    plugins: [['content-docs', {id: 'b'}], 'sitemap'],
  } as Config;
  const before = structuredClone(config);
  withMarkdoc(config, options);
  expect(config).toEqual(before);
});

test('everything else in the config is kept', () => {
  const config = {...site, customFields: {a: 1}, themes: ['b']};
  expect(withMarkdoc(config)).toMatchObject(config);
});

describe('a config that Docusaurus asks for when it needs it', () => {
  const expected = withMarkdoc(site, options);

  test.each([
    ['a function', () => site],
    ['an asynchronous function', async () => site],
  ])('%s stays a function', async (_, config) => {
    const wrapped = withMarkdoc(config, options);
    expect(wrapped).toBeTypeOf('function');
    expect(await wrapped()).toEqual(expected);
  });

  test('a promise stays a promise', async () => {
    const wrapped = withMarkdoc(Promise.resolve(site), options);
    expect(wrapped).toBeInstanceOf(Promise);
    expect(await wrapped).toEqual(expected);
  });
});
