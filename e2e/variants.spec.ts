/**
 * Sites with what small sites do not have: an address below another, slashes at the end of addresses or not, two docs instances,
 * versions and a second language. One site, built in two ways.
 */
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'playwright/test';
import {type StaticServer, serve} from '../scripts/static-server.mjs';
import {collectErrors, prose, visit} from './support/page.js';
import {repository} from './support/paths.js';
import {Site} from './support/site.js';

interface Variant {
  title: string;
  baseUrl: string;
  trailingSlash: boolean;
  locales: string;
  /** The pages that are looked at: address below `baseUrl`, title, and what the partial knows of them. */
  pages: {address: string; title: string; facts: string; label: string; other: string}[];
}

const next = {title: 'Next version', facts: 'Locale en, version Next', label: 'important'};
const variants: Variant[] = [
  {
    title: 'below another address, with slashes and two languages',
    baseUrl: '/base/',
    trailingSlash: true,
    locales: 'en,de',
    pages: [
      {address: 'next/', other: 'next/other/', ...next},
      {
        address: '',
        title: 'Version one',
        facts: 'Locale en, version 1.0',
        label: 'important',
        other: 'other/',
      },
      {
        address: 'api/',
        title: 'Second instance',
        facts: 'Locale en, version Next',
        label: 'important',
        other: 'api/other/',
      },
      {
        address: 'de/next/',
        title: 'Deutsche Seite',
        facts: 'Locale de, version Next',
        label: 'wichtig',
        other: 'de/next/other/',
      },
    ],
  },
  {
    title: 'without slashes',
    baseUrl: '/',
    trailingSlash: false,
    locales: 'en',
    pages: [{address: 'next', other: 'next/other', ...next}],
  },
];

for (const {title, baseUrl, trailingSlash, locales, pages} of variants) {
  test.describe(title, () => {
    let server: StaticServer;

    test.beforeAll(async () => {
      const site = new Site(`variants-${trailingSlash}`, 'variants');
      await site.build({
        BASE_URL: baseUrl,
        TRAILING_SLASH: String(trailingSlash),
        LOCALES: locales,
      });
      // The server's root is what `baseUrl` is below.
      const root = site.path('served');
      const folder = path.join(root, baseUrl);
      fs.mkdirSync(path.dirname(folder), {recursive: true});
      fs.cpSync(site.path('build'), folder, {recursive: true});
      server = await serve(root);
    });
    test.afterAll(() => server?.close());

    for (const {address, title, facts, label, other} of pages) {
      test(`/${address}`, async ({page}) => {
        const errors = collectErrors(page);
        await visit(page, `${server.url}${baseUrl}${address}`);
        const article = page.locator('article');
        const important = article.locator('.theme-admonition-important');
        await expect(important).toContainText(`Text of ${title}`);
        await expect(important).toContainText(label, {ignoreCase: true});
        await expect(article).toContainText(`${facts}, page ${title}.`);
        const contents = page.locator('.theme-doc-toc-desktop');
        await expect(contents).toContainText('Shared heading');
        // What the build knows of a page decides on the headings that it has.
        for (const [heading, fact] of [
          ['Only in version 1.0', 'version 1.0'],
          ['Nur auf Deutsch', 'Locale de'],
        ] as const) {
          await expect(contents.getByText(heading)).toHaveCount(facts.includes(fact) ? 1 : 0);
        }
        for (const name of [`Picture of ${title}`, 'Picture in the partial']) {
          const picture = article.getByRole('img', {name});
          await picture.scrollIntoViewIfNeeded();
          await expect(picture).toHaveJSProperty('naturalWidth', 640);
        }
        expect(await prose(page)).not.toContain('{%');

        // Links lead to the same version and language, and are written as the site writes addresses.
        const locale = address.startsWith('de/') ? 'de/' : '';
        await expect(article.getByRole('link', {name: 'A link in the partial'})).toHaveAttribute(
          'href',
          `${baseUrl}${locale}api/other${trailingSlash ? '/' : ''}`,
        );
        await article.getByRole('link', {name: 'a link', exact: true}).click();
        await expect(page).toHaveURL(`${server.url}${baseUrl}${other}`);
        await expect(page.getByText('Text that is linked.')).toBeVisible();
        expect(errors).toEqual([]);
      });
    }
  });
}

test('write-translations finds what the theme says', async () => {
  const site = new Site('variants-translations', 'variants');
  const {code, output} = await site.run(['write-translations', '--locale', 'en']);
  expect(code, output).toBe(0);
  const found = JSON.parse(site.read('i18n/en/code.json')) as Record<string, {message: string}>;
  expect(found['theme.admonition.important']).toMatchObject({message: 'important'});
  // Of the engine, which knows nothing of Docusaurus, the plugin's build says the texts once more.
  for (const id of ['theme.FlowChooser.missing', 'theme.FlowCheck.syntax.remedy']) {
    expect(found).toHaveProperty([id]);
  }
  const theme = path.join(repository, 'plugin/src/theme');
  const sources = fs.readdirSync(theme, {recursive: true, encoding: 'utf8'});
  const ids = sources
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => fs.readFileSync(path.join(theme, name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\bid: '(theme\.[\w.]+)'|\bid="(theme\.[\w.]+)"/g)])
    .map(([, a, b]) => a ?? b);
  expect(Object.keys(found)).toEqual(expect.arrayContaining(ids));
});
