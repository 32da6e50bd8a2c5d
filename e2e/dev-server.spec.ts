/** What an author sees while writing: a change shows by itself, a mistake is reported, and mending it is enough. */
import {expect, test} from 'playwright/test';
import {prose, visit} from './support/page.js';
import {type DevServer, Site} from './support/site.js';

const pageFile = 'docs/guide/sign-in/index.md';
const partial = 'partials/v2/setup/bots.md';
const url = '/guide/sign-in';

test.describe('the development server', () => {
  let site: Site;
  let server: DevServer;

  test.beforeAll(async () => {
    site = new Site('dev-server', 'docs-only', 'seed-like');
    server = await site.start();
  });
  test.afterAll(() => server?.close());

  test('shows a change to a partial in an open page', async ({page}) => {
    await visit(page, server.url + url);
    await page.evaluate(() => Object.assign(window, {isSamePage: true}));
    await expect(page.getByText('each with a token of its own')).toBeVisible();

    site.edit(partial, 'each with a token of its own', 'and so they shall');
    await expect(page.getByText('and so they shall')).toBeVisible();
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);

    site.edit(partial, '## Let the Bots In', '## Let All Bots In');
    await expect(page.getByRole('heading', {name: 'Let All Bots In'})).toBeVisible();
    await expect(page.locator('.theme-doc-toc-desktop')).toContainText('Let All Bots In');
  });

  test('reports a mistake and goes on when it is mended', async ({page}) => {
    await visit(page, server.url + url);
    site.edit(pageFile, '{% note %}', '{% noet %}');
    const overlay = page.locator('#webpack-dev-server-client-overlay');
    await expect(overlay.contentFrame().getByText('noet')).not.toHaveCount(0);
    expect(server.output()).toContain('noet');

    site.edit(pageFile, '{% noet %}', '{% note title="Mended" %}');
    await expect(page.locator('.theme-admonition-note')).toContainText('Mended');
    // As with a mistake in MDX itself, the overlay stays until it is closed: the error is gone, though.
    await page.reload();
    await expect(page.locator('.theme-admonition-note')).toContainText('Mended');
    await expect(overlay).toHaveCount(0);
  });

  test('goes on when a missing partial is written', async ({page}) => {
    await visit(page, server.url + url);
    site.edit(pageFile, '{% partial file="/v2/setup/bots.md" /%}', '{% partial file="late.md" /%}');
    const overlay = page.locator('#webpack-dev-server-client-overlay');
    await expect(overlay.contentFrame().getByText('late.md')).not.toHaveCount(0);

    site.write('partials/late.md', 'Better late than never.\n');
    await expect(page.getByText('Better late than never.')).toBeAttached();
  });
});

test('a build with a warm cache shows a change to a partial', async ({page}) => {
  const site = new Site('warm-cache', 'docs-only', 'seed-like');
  await site.build();
  site.edit(partial, 'each with a token of its own', 'and so they shall');
  await site.build();
  const server = await site.serve();
  await visit(page, server.url + url);
  expect(await prose(page)).toContain('and so they shall');
  await server.close();
});

test('a build with a warm cache finds a partial that was missing, and tells problems again', async () => {
  const site = new Site('warm-problems', 'docs-only', 'warm-problems');
  const first = await site.build({ON_PROBLEM: 'warn'});
  expect(first.output).toContain('tag-undefined');
  expect(first.output).toContain('partial-not-found');

  site.write('partials/late.md', 'Better late than never.\n');
  const second = await site.build({ON_PROBLEM: 'warn'});
  expect(second.output).toContain('tag-undefined');
  expect(second.output).not.toContain('partial-not-found');
  expect(site.read('build/index.html')).toContain('Better late than never.');
});
