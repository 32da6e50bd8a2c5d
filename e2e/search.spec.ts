/** The search of our own site: by the keyboard, in what a reader sees of a page. */
import {expect, test} from 'playwright/test';
import {type StaticServer, serve} from '../scripts/static-server.mjs';
import {overflow, visit} from './support/page.js';
import {siteBuild} from './support/paths.js';

let server: StaticServer;

test.beforeAll(async () => {
  server = await serve(siteBuild);
});
test.afterAll(() => server.close());

for (const [what, words, title, address] of [
  [
    'a text',
    'choose a tenant domain',
    'Auth0 SSO',
    '/deployment/security/auth0#step-1-create-the-account',
  ],
  ['the title of a step, by its id', 'replace the file', 'Tags', '/authors/tags#replace'],
  ['the text of a step', 'written its last line', 'Tags', '/authors/tags#stop-the-server'],
  ['the text of a card', 'all of it on one page', 'Tags', '/authors/tags#cards-and-card'],
  [
    'a branch of a condition',
    'ask whoever set up your server',
    'Values and conditions',
    '/authors/values#if-and-else',
  ],
] as const) {
  test(`${what} is found`, async ({page}) => {
    await visit(page, server.url);
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', {name: 'Search'})).toBeFocused();
    await page.keyboard.insertText(words);
    const options = page.getByRole('option');
    await expect(options.filter({hasText: title}).first()).toBeVisible();
    const found = await options.allTextContents();
    const before = found.findIndex((text) => text.endsWith(title));
    for (let each = 0; each < before; each++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(server.url + address);
  });
}

test('is loaded when it is used, from the site alone', async ({page}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await visit(page, `${server.url}/authors/tags`);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((url) => url.includes('search-index'))).toEqual([]);

  await page.getByLabel('Search').fill('partial');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(loaded.filter((url) => url.includes('search-index'))).toHaveLength(1);
  expect(loaded.filter((url) => !url.startsWith(server.url))).toEqual([]);
});

test('fits on a small phone’s screen', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await visit(page, `${server.url}/authors/tags`);
  await page.getByLabel('Search').fill('partial');
  const list = await page.getByRole('listbox').boundingBox();
  expect(list?.x).toBeGreaterThanOrEqual(0);
  expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(320);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
