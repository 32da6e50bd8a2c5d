/** A page like the one that this project began with: tags without spaces, over several lines, and right behind lists. */
import {expect, test} from 'playwright/test';
import type {StaticServer} from '../scripts/static-server.mjs';
import {Site} from './support/site.js';

const pictureSizes = [
  {width: '640', height: '360'},
  {width: '480', height: '300'},
  {width: '800', height: '200'},
];

const contents = [
  'Get an Account',
  'Part 1: Register',
  'Part 2: Get an Account',
  'Choose a Way',
  'Our advice:',
  'Let the Bots In',
];

for (const format of ['mdx', 'detect']) {
  test.describe(`in format ${format}, the page`, () => {
    let server: StaticServer;

    test.beforeAll(async () => {
      const site = new Site(`seed-like-${format}`, 'docs-only', 'seed-like');
      await site.build({MARKDOWN_FORMAT: format});
      server = await site.serve();
    });
    test.afterAll(() => server?.close());
    test.beforeEach(({page}) => page.goto(`${server.url}/guide/sign-in`));

    test('shows its admonitions', async ({page}) => {
      const admonitions = page.locator('article .theme-admonition');
      await expect(admonitions).toHaveCount(2);
      const important = page.locator('.theme-admonition-important');
      await expect(important.getByText('so they keep NOBODY out')).toBeVisible();
      await expect(important.getByRole('listitem')).toHaveCount(2);
      const note = page.locator('.theme-admonition-note');
      await expect(note.getByRole('listitem')).toHaveCount(4);
      await expect(note.locator('br')).toHaveCount(2);
      await expect(note.getByRole('heading', {name: 'Our advice:'})).toBeVisible();
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
      await expect(page.getByRole('heading', {name: 'Let the Bots In'})).toBeVisible();
      await expect(page.getByText('each with a token of its own')).toBeVisible();
    });

    test('lists its contents, and each entry leads to its heading', async ({page}) => {
      const entries = page.locator('.theme-doc-toc-desktop a');
      await expect(entries).toHaveText(contents);
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
