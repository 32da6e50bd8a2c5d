/** What an author sees while writing: a change shows by itself, a mistake is reported, and mending it is enough. */
import fs from 'node:fs';
import path from 'node:path';
import {expect, type Locator, type Page, test} from 'playwright/test';
import {prose, visit} from './support/page.js';
import {sites} from './support/paths.js';
import {type DevServer, Site} from './support/site.js';

const pageFile = 'docs/guide/sign-in/index.md';
const partial = 'partials/v2/setup/bots.md';
const url = '/guide/sign-in';

/** Three pages that show the same partial, and one with a chooser. */
const sharing = ['one', 'two', 'three'];
const include = '{% partial file="many.md" /%}';

function overlayOf(page: Page): Locator {
  return page.locator('#webpack-dev-server-client-overlay');
}

/** Waits until the bundler's error has a text in it. */
async function expectError(page: Page, text: string): Promise<void> {
  await expect(overlayOf(page).contentFrame().getByText(text)).not.toHaveCount(0);
}

/** Waits until a page that is loaded anew has the text, and no error. */
async function expectPage(page: Page, address: string, text: string): Promise<void> {
  await expect(async () => {
    await visit(page, address);
    await expect(page.locator('article')).toContainText(text, {timeout: 1000});
    await expect(overlayOf(page)).toHaveCount(0, {timeout: 1000});
  }).toPass();
}

test.describe('the development server', () => {
  let site: Site;
  let server: DevServer;

  test.beforeAll(async () => {
    site = new Site('dev-server', 'docs-only', 'seed-like');
    for (const name of sharing) site.write(`docs/${name}.md`, `# Page ${name}\n\n${include}\n`);
    site.write('partials/many.md', 'Text for many.\n');
    fs.cpSync(path.join(sites, 'every-tag/flows'), site.path('flows'), {recursive: true});
    site.write('docs/chooser.md', '# Chooser\n\n{% flow-chooser flow="greeting" /%}\n');
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
    await expectError(page, 'noet');
    expect(server.output()).toContain('noet');

    site.edit(pageFile, '{% noet %}', '{% note title="Mended" %}');
    await expect(page.locator('.theme-admonition-note')).toContainText('Mended');
    // As with a mistake in MDX itself, the overlay stays until it is closed: the error is gone, though.
    await page.reload();
    await expect(page.locator('.theme-admonition-note')).toContainText('Mended');
    await expect(overlayOf(page)).toHaveCount(0);
  });

  test('goes on when a missing partial is written', async ({page}) => {
    await visit(page, server.url + url);
    site.edit(pageFile, '{% partial file="/v2/setup/bots.md" /%}', '{% partial file="late.md" /%}');
    await expectError(page, 'late.md');

    site.write('partials/late.md', 'Better late than never.\n');
    await expect(page.getByText('Better late than never.')).toBeAttached();
  });

  test('survives a page that is saved half-written, renamed and deleted', async ({page}) => {
    site.write('docs/draft.md', '# Draft\n\n{% tip %}\nFirst words.\n{% /tip %}\n');
    await expectPage(page, `${server.url}/draft`, 'First words.');

    site.write('docs/draft.md', '# Draft\n\n{% tip %}\nFirst words.\n{% /ti');
    await expectError(page, '{% /ti');
    site.write('docs/draft.md', '# Draft\n\n{% tip %}\nLast words.\n{% /tip %}\n');
    await expectPage(page, `${server.url}/draft`, 'Last words.');

    fs.renameSync(site.path('docs/draft.md'), site.path('docs/final.md'));
    await expectPage(page, `${server.url}/final`, 'Last words.');
    fs.rmSync(site.path('docs/final.md'));
    await expectPage(page, `${server.url}/one`, 'Text for many.');
    await expect(page.getByRole('link', {name: 'Draft'})).toHaveCount(0);
  });

  test('survives a partial of many pages that is saved half-written, deleted and renamed', async ({
    page,
  }) => {
    const expectAll = async (text: string) => {
      for (const name of sharing) await expectPage(page, `${server.url}/${name}`, text);
    };
    await expectAll('Text for many.');

    site.write('partials/many.md', 'Text {% note %} for');
    await expectError(page, 'many.md:1:6');
    site.write('partials/many.md', 'Mended for many.\n');
    await expectAll('Mended for many.');

    fs.rmSync(site.path('partials/many.md'));
    await expectError(page, 'many.md');
    site.write('partials/many.md', 'Back for many.\n');
    await expectAll('Back for many.');

    fs.renameSync(site.path('partials/many.md'), site.path('partials/more.md'));
    for (const name of sharing) site.edit(`docs/${name}.md`, 'many.md', 'more.md');
    await expectAll('Back for many.');
  });

  test('survives a flow that is broken and mended', async ({page}) => {
    const flow = 'flows/greeting.yaml';
    await visit(page, `${server.url}/chooser`);
    const chooser = page.locator('article');
    await expect(chooser).toContainText('Which tone?');

    site.edit(flow, 'label: Which tone?', 'label: [Which tone?');
    await expectError(page, 'greeting.yaml');
    site.edit(flow, 'label: [Which tone?', 'label: What tone?');
    await expectPage(page, `${server.url}/chooser`, 'What tone?');
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
