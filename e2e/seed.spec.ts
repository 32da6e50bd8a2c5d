/**
 * The page that this project began with, put unchanged into a new site: once as a page of our own with the same
 * structure, and once as it is upstream, where that is at hand.
 */
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'playwright/test';
import type {StaticServer} from '../scripts/static-server.mjs';
import {seed, sites} from './support/paths.js';
import {Site} from './support/site.js';

interface Source {
  title: string;
  name: string;
  isMissing?: boolean;
  /** Puts the page's files into the site. */
  add(site: Site): void;
  url: string;
  /** Texts to be seen in the two admonitions and in the partial. */
  important: string;
  noteHeading: string;
  partialHeading: string;
  partialText: string;
  contents: string[];
}

const pictures = ['register-1.png', 'register-2.png', 'register-3.png'];
const pictureSizes = [
  {width: '640', height: '360'},
  {width: '480', height: '300'},
  {width: '800', height: '200'},
];

const sources: Source[] = [
  {
    title: 'a page like it',
    name: 'seed-like',
    add: () => {},
    url: '/guide/sign-in',
    important: 'so they keep NOBODY out',
    noteHeading: 'Our advice:',
    partialHeading: 'Let the Bots In',
    partialText: 'each with a token of its own',
    contents: [
      'Get an Account',
      'Part 1: Register',
      'Part 2: Get an Account',
      'Choose a Way',
      'Our advice:',
      'Let the Bots In',
    ],
  },
  {
    title: 'the upstream page',
    name: 'seed',
    isMissing: !fs.existsSync(seed),
    add(site) {
      for (const folder of ['docs', 'partials']) fs.rmSync(site.path(folder), {recursive: true});
      const page = 'deployment/security/auth0/index.md';
      fs.cpSync(path.join(seed, 'content', page), site.path(`docs/${page}`));
      fs.cpSync(path.join(seed, 'partials'), site.path('partials'), {recursive: true});
      const images = 'static/images/v1.6/deployment/security/auth0';
      for (const [index, picture] of pictures.entries()) {
        const from = path.join(sites, 'seed-like/static/images/v2/guide', picture);
        fs.cpSync(from, site.path(`${images}/create-account-${index + 1}.png`));
      }
    },
    url: '/deployment/security/auth0',
    important: 'They should NEVER be used in a production installation.',
    noteHeading: 'Recommendation:',
    partialHeading: 'Configure Ingestion',
    partialText: 'Our bots support JWT tokens',
    contents: [
      'Create Server Credentials',
      'Step 1: Create the Account',
      'Step 2: Create Server Credentials',
      'Choose Your Authentication Flow',
      'Recommendation:',
      'Configure Ingestion',
    ],
  },
];

for (const source of sources) {
  for (const format of ['mdx', 'detect']) {
    test.describe(`${source.title}, in format ${format},`, () => {
      test.skip(source.isMissing ?? false, 'the upstream page is not at hand');

      let server: StaticServer;

      test.beforeAll(async () => {
        const site = new Site(`${source.name}-${format}`, 'docs-only', 'seed-like');
        source.add(site);
        await site.build({MARKDOWN_FORMAT: format});
        server = await site.serve();
      });
      test.afterAll(() => server?.close());
      test.beforeEach(({page}) => page.goto(server.url + source.url));

      test('shows its admonitions', async ({page}) => {
        const admonitions = page.locator('article .theme-admonition');
        await expect(admonitions).toHaveCount(2);
        const important = page.locator('.theme-admonition-important');
        await expect(important.getByText(source.important)).toBeVisible();
        await expect(important.getByRole('listitem')).toHaveCount(2);
        const note = page.locator('.theme-admonition-note');
        await expect(note.getByRole('listitem')).toHaveCount(4);
        await expect(note.locator('br')).toHaveCount(2);
        await expect(note.getByRole('heading', {name: source.noteHeading})).toBeVisible();
      });

      test('shows its pictures, each with its size', async ({page}) => {
        const shown = page.locator('article img');
        await expect(shown).toHaveCount(3);
        for (const [index, size] of pictureSizes.entries()) {
          const picture = shown.nth(index);
          await expect(picture).toHaveAttribute('width', size.width);
          await expect(picture).toHaveAttribute('height', size.height);
          await picture.scrollIntoViewIfNeeded();
          await expect(picture).toHaveJSProperty('naturalWidth', Number(size.width));
        }
      });

      test('shows the partial', async ({page}) => {
        await expect(page.getByRole('heading', {name: source.partialHeading})).toBeVisible();
        await expect(page.getByText(source.partialText)).toBeVisible();
      });

      test('lists its contents, and each entry leads to its heading', async ({page}) => {
        const entries = page.locator('.theme-doc-toc-desktop a');
        await expect(entries).toHaveText(source.contents);
        for (const entry of await entries.all()) {
          await entry.click();
          const heading = page.locator((await entry.getAttribute('href')) ?? '');
          await expect(heading).toBeInViewport();
          await expect(heading).toContainText((await entry.textContent()) ?? '');
        }
      });

      test('shows no tag as text', async ({page}) => {
        await expect(page.locator('article')).not.toContainText('{%');
      });
    });
  }
}
