/** Our own site as a reader sees it: its production build in a browser. */
import fs from 'node:fs';
import path from 'node:path';
import {expect, type Locator, test} from 'playwright/test';
import {type StaticServer, serve} from '../scripts/static-server.mjs';
import {accessibilityProblems, collectErrors, overflow, prose, visit} from './support/page.js';
import {siteBuild} from './support/paths.js';

const guide = '/deployment/security/auth0';

/** How `unique-partial-ids.ts` reads in a built site; names do not survive, texts do. */
const headingNames = '["h2","h3","h4","h5","h6"]';

let server: StaticServer;

test.beforeAll(async () => {
  server = await serve(siteBuild);
});
test.afterAll(() => server.close());

/** The paths of all pages, from the sitemap. */
function allPages(): string[] {
  const sitemap = fs.readFileSync(path.join(siteBuild, 'sitemap.xml'), 'utf8');
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  return addresses.map((address) => new URL(address ?? '').pathname);
}

/** The colours by which a reader tells boxes apart. */
function colours(box: Locator): Promise<string> {
  return box.evaluate((element) => {
    const {backgroundColor, borderLeftColor} = getComputedStyle(element);
    return `${borderLeftColor} on ${backgroundColor}`;
  });
}

test.describe('the Auth0 guide', () => {
  test.beforeEach(({page}) => visit(page, server.url + guide));

  test('shows what is important and what is a note', async ({page}) => {
    const important = page.locator('.theme-admonition-important');
    await expect(important).toHaveCount(1);
    await expect(important.getByRole('listitem')).toHaveCount(2);
    await expect(important.getByRole('link', {name: 'basic authentication'})).toBeVisible();
    const note = page.locator('.theme-admonition-note');
    await expect(note).toHaveCount(1);
    await expect(note.getByRole('listitem')).toHaveCount(4);
    await expect(note.getByRole('heading', {name: 'Recommendation:'})).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`shows what is important apart from a note, in ${colorScheme} mode`, async ({page}) => {
      await page.emulateMedia({colorScheme});
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      const important = await colours(page.locator('.theme-admonition-important'));
      const note = await colours(page.locator('.theme-admonition-note'));
      expect(important).not.toBe(note);
    });
  }

  test('shows its pictures, with a place kept for each', async ({page}) => {
    const pictures = page.locator('article img');
    await expect(pictures).toHaveCount(3);
    for (const picture of await pictures.all()) {
      await expect(picture).toHaveAttribute('width', /^\d+$/);
      await expect(picture).toHaveAttribute('height', /^\d+$/);
      await expect(picture).toHaveAttribute('alt', /\w/);
      const width = Number(await picture.getAttribute('width'));
      await picture.scrollIntoViewIfNeeded();
      await expect(picture).toHaveJSProperty('naturalWidth', width);
    }
  });

  test('includes the partial', async ({page}) => {
    await expect(page.getByRole('heading', {name: 'Configure Ingestion'})).toBeVisible();
    await page.getByRole('link', {name: 'Enabling JWT Tokens'}).click();
    await expect(page).toHaveURL(`${server.url}/deployment/security/enable-jwt-tokens`);
  });

  test('lists its contents', async ({page}) => {
    await expect(page.locator('.theme-doc-toc-desktop a')).toHaveText([
      'Create Server Credentials',
      'Step 1: Create the Account',
      'Step 2: Create Server Credentials',
      'Choose Your Authentication Flow',
      'Recommendation:',
      'Configure Ingestion',
    ]);
    await page.locator('.theme-doc-toc-desktop').getByText('Recommendation:').click();
    await expect(page).toHaveURL(/#recommendation$/);
    await expect(page.getByRole('heading', {name: 'Recommendation:'})).toBeInViewport();
  });

  test('leads to its neighbours', async ({page}) => {
    for (const [link, address] of [
      ['Implicit Flow', `${guide}/implicit-flow`],
      ['Auth Code Flow', `${guide}/auth-code-flow`],
      ['basic authentication', '/deployment/security/basic-auth'],
      ['JWT tokens', '/deployment/security/enable-jwt-tokens'],
      ['OIDC authorization code flow', '/deployment/security/oidc'],
    ] as const) {
      await page.locator('article').getByRole('link', {name: link, exact: true}).click();
      await expect(page).toHaveURL(server.url + address);
      await expect(page.getByRole('heading', {level: 1})).toBeVisible();
      await page.goBack();
    }
  });

  test('can be switched to dark mode and stays so', async ({page}) => {
    const root = page.locator('html');
    // The button goes from the system's choice to light, and then to dark.
    const button = page.getByRole('button', {name: /^Switch between dark and light mode/});
    await button.click();
    await expect(root).toHaveAttribute('data-theme-choice', 'light');
    await button.click();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', 'dark');
  });
});

test('no page has errors or tags left over', async ({page}) => {
  const errors = collectErrors(page);
  for (const address of allPages()) {
    await visit(page, server.url + address);
    expect.soft(await prose(page), address).not.toContain('{%');
  }
  expect(errors).toEqual([]);
});

test('no page is wider than a small phone’s screen', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  for (const address of allPages()) {
    await visit(page, server.url + address);
    expect.soft(await overflow(page), address).toBeLessThanOrEqual(0);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages are accessible, in ${colorScheme} mode`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    for (const address of ['/', guide, '/authors/tags', '/authors/options', '/nowhere']) {
      await visit(page, server.url + address);
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect.soft(await accessibilityProblems(page), address).toEqual([]);
    }
  });
}

test('what makes the ids of partials unique is in one script, not in that of each page', () => {
  const scripts = path.join(siteBuild, 'assets/js');
  const holding = fs
    .readdirSync(scripts)
    .filter((name) => fs.readFileSync(path.join(scripts, name), 'utf8').includes(headingNames));
  expect(holding).toEqual([expect.stringMatching(/^main\./)]);
});
