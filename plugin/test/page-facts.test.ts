/** `$page`: what is known of it while the site is built is decided then, and everything else where the page is shown. */
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {createProcessor} from '@mdx-js/mdx';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {getSite, setSite} from '../src/disk/site.js';
import pluginMarkdoc from '../src/index.js';
import {normalizeOptions} from '../src/options.js';
import remarkMarkdoc from '../src/remark.js';
import {checkPage, compilePage, type PageOptions, siteDir} from './support/page.js';
import {temporaryFolder} from './support/temporary-folder.js';

const before = getSite();
const page = path.join(siteDir, 'docs/page.md');
const partials = path.join(siteDir, 'partials');
const partial = path.join(partials, 'partial.md');

beforeAll(() => setSite({...before, locale: 'de', versions: new Map([[page, '1.6']])}));
afterAll(() => setSite(before));

const frontMatter = {title: 'Hello'};
const compiled = async (source: string, options: PageOptions = {}) =>
  String(await compilePage(source, {path: page, partials, onProblem: 'throw', ...options}));

test.each([
  ['locale', 'A de.'],
  ['version', 'A 1.6.'],
  ['title', 'A Hello.'],
])('the %s of a page is a text in it', async (name, expected) => {
  const code = await compiled(`A {% $page.${name} %}.`, {frontMatter});
  expect(code).toContain(expected);
  expect(code).not.toContain('usePageVariables');
});

test('a condition that does not hold leaves nothing behind', async () => {
  const code = await compiled(
    'A\n\n{% if equals($page.version, "1.5") %}\n## Old\n{% else /%}\n## New\n{% /if %}',
  );
  expect(code).toContain('New');
  expect(code).not.toMatch(/Old|MarkdocIf/);
});

test('an attribute may say it', async () => {
  expect(await compiled('{% note title=$page.version %}\nA\n{% /note %}')).toContain('1.6');
});

test('so may a fence', async () => {
  expect(await compiled('```bash\nget {% $page.version %}\n```')).toContain('get 1.6');
});

test('the version of a page is known wherever the site lies', () => {
  const siteDir = path.join(temporaryFolder(), '$& (1)');
  const siteConfig = {staticDirectories: [], presets: [], plugins: [], markdown: {}, future: {}};
  const context = {siteDir, siteConfig, i18n: {currentLocale: 'de'}} as unknown as LoadContext;
  const docs = {loadedVersions: [{label: '1.6', docs: [{source: '@site/docs/page.md'}]}]};
  const allContent = {'docusaurus-plugin-content-docs': {default: docs}};
  const own = getSite();
  onTestFinished(() => setSite(own));
  pluginMarkdoc(context, normalizeOptions()).allContentLoaded?.({allContent} as never);
  expect(getSite().versions).toEqual(new Map([[path.join(siteDir, 'docs/page.md'), '1.6']]));
});

describe('is known later', () => {
  test.each([
    ['a title that the front matter does not have', '$page.title', {}],
    ['all of it at once', 'debug($page)', {frontMatter}],
    ['the version of a page of no docs', '$page.version', {path: path.join(siteDir, 'a.md')}],
    ['in a partial, the version', '$page.version', {path: partial}],
    ['in a partial, the title', '$page.title', {path: partial, frontMatter}],
  ])('%s', async (_, value, options) => {
    expect(await compiled(`A {% ${value} %}`, options)).toContain('usePageVariables');
  });
});

describe('what no page knows is undefined', () => {
  test.each([
    ['on a page', '$page.titel', page, "Did you mean 'title'?"],
    ['on a page, nothing near', '$page.x', page, 'There are title, version, locale.'],
    ['in a partial', '$page.titel', partial, "Did you mean 'title'?"],
    [
      'in a partial, of the front matter',
      '$markdoc.frontmater.x',
      partial,
      "Did you mean 'frontmatter'?",
    ],
  ])('%s', async (_, variable, path, help) => {
    const problem = {
      rule: 'variable-undefined',
      message: `Undefined variable: '${variable.slice(1)}'`,
      help,
    };
    const options = {path, partials};
    expect(await checkPage(`A {% ${variable} %}`, options)).toMatchObject([problem]);
    expect(await checkPage(`\`\`\`js\n{% ${variable} %}\n\`\`\``, options)).toMatchObject([
      problem,
    ]);
    expect(await checkPage(`{% if ${variable} %}\nA\n{% /if %}`, options)).toEqual([]);
  });
});

describe('a name that is given to something else stands for that', () => {
  const folder = () =>
    temporaryFolder({'config.mjs': 'export const variables = {page: {own: 1}};'});

  test('by the site', async () => {
    const config = path.join(folder(), 'config.mjs');
    expect(await compiled('A {% $page.own %}.', {config})).toContain('A 1.');
    await expect(compiled('A {% $page.locale %}.', {config})).rejects.toThrow('page.locale');
  });

  test('by the tag that includes a partial', async () => {
    const processor = createProcessor({
      format: 'md',
      remarkPlugins: [[remarkMarkdoc, {partials}, {page: 'P', markdoc: 'M', flows: 'F'}]],
    });
    const value = 'A {% $page %} {% $markdoc %} {% $flows %}.';
    expect(String(await processor.process({value, path: partial}))).toContain('A P M F.');
  });
});
