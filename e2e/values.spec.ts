/** What a reader has entered in a chooser, on the other pages of our own site. */
import fs from 'node:fs';
import path from 'node:path';
import {expect, type Page, test} from 'playwright/test';
import {type StaticServer, serve} from '../scripts/static-server.mjs';
import {accessibilityProblems, collectErrors, overflow, visit} from './support/page.js';
import {siteBuild} from './support/paths.js';

const chooserPage = '/deployment/security/auth0/configuration';
const prosePage = '/deployment/security/auth0/auth-code-flow';
const shellPage = '/deployment/security/auth0/docker';
const guidePage = '/authors/reader-values';
const secret = 'SENTINEL-vX3-Jk9_sPq7.Lm2~Zt5';
// Of other widths than the examples, so that something would move.
const domain = 'sign-in.a-rather-long-name.example.org';
const serverUrl = 'https://om.example.org:8585';

let server: StaticServer;

test.beforeAll(async () => {
  server = await serve(siteBuild);
});
test.afterAll(() => server.close());
test.use({permissions: ['clipboard-read', 'clipboard-write']});

const field = (page: Page, label: string) => page.getByRole('textbox', {name: label, exact: true});
const forget = (page: Page) => page.getByRole('button', {name: 'Forget my values'}).first();
const values = (page: Page) => page.locator('article var');
const fence = (page: Page, text: string) =>
  page.locator('[data-reader-values] pre').filter({hasText: text});

/** What the browser has stored. */
const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify([{...localStorage}, {...sessionStorage}]));

/** Fills the chooser, and waits until it has kept what it was given. */
async function fill(page: Page): Promise<void> {
  await visit(page, server.url + chooserPage);
  await field(page, 'Client secret').fill(secret);
  await field(page, 'Auth0 domain').fill(domain);
  await field(page, 'Address of OpenMetadata').fill(serverUrl);
  await page.getByRole('radio', {name: 'Single Page Application'}).check();
  await expect.poll(() => stored(page)).toContain(serverUrl);
}

/** How much of the page's content has moved since it was opened, without the reader's doing. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
            sources: {node: Node | null}[];
          })[]) {
            const isContent = entry.sources.some(({node}) => node?.parentElement?.closest('main'));
            if (isContent && !entry.hadRecentInput) sum += entry.value;
          }
        });
        observer.observe({type: 'layout-shift', buffered: true});
        setTimeout(() => resolve(sum), 500);
      }),
  );
}

test('values follow the reader over the site, in the text and in fences', async ({page}) => {
  const errors = collectErrors(page);
  await fill(page);

  // By the site's own navigation.
  await page.getByRole('link', {name: 'authorization code flow', exact: true}).first().click();
  await expect(page).toHaveURL(server.url + prosePage);
  await expect(values(page)).toHaveText([serverUrl, serverUrl]);

  // By its address.
  await visit(page, server.url + shellPage);
  await expect(values(page)).toHaveText([domain]);
  const shell = fence(page, 'curl');
  await expect(shell).toContainText(`https://${domain}/.well-known/`);
  await shell.hover();
  await page.locator('[data-reader-values]').getByRole('button', {name: 'Copy code'}).click();
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(
    `curl -fsS https://${domain}/.well-known/openid-configuration`,
  );

  await visit(page, server.url + guidePage);
  await expect(fence(page, 'curl')).toContainText(domain);
  await expect(fence(page, 'callbackUrl')).toContainText(`callbackUrl: "${serverUrl}/callback"`);
  await expect(
    page.getByText('Your values: Address of OpenMetadata. Examples: Client ID.'),
  ).toBeVisible();
  await page.reload();
  await expect(values(page)).toHaveText([serverUrl, domain]);
  expect(errors).toEqual([]);
});

test('secrets stay in the page, choices outlast the session, values do not', async ({
  page,
  context,
}) => {
  await fill(page);
  expect(await stored(page)).not.toContain(secret);
  await page.reload();
  await expect(page.getByRole('radio', {name: 'Single Page Application'})).toBeChecked();
  await expect(field(page, 'Auth0 domain')).toHaveValue(domain);
  await page.getByRole('radio', {name: 'Regular Web Application'}).check();
  await expect(field(page, 'Client secret')).toHaveValue('');
  await page.getByRole('radio', {name: 'Single Page Application'}).check();

  // Another tab is another session.
  const later = await context.newPage();
  await visit(later, server.url + chooserPage);
  await expect(later.getByRole('radio', {name: 'Single Page Application'})).toBeChecked();
  await expect(field(later, 'Auth0 domain')).toHaveValue('');
});

for (const place of [shellPage, guidePage, chooserPage]) {
  test(`everything is forgotten on ${place}`, async ({page}) => {
    await fill(page);
    await visit(page, server.url + place);
    await forget(page).click();
    expect(await stored(page)).not.toMatch(/markdoc/);
    await visit(page, server.url + guidePage);
    await expect(values(page)).toHaveText(['https://metadata.example.com', 'acme.eu.auth0.com']);
    await expect(fence(page, 'curl')).toContainText('https://acme.eu.auth0.com/');
    await expect(page.getByRole('heading', {name: 'Copy the client secret'})).toBeVisible();
    await visit(page, server.url + chooserPage);
    await expect(page.getByRole('radio', {name: 'Regular Web Application'})).toBeChecked();
    await expect(field(page, 'Auth0 domain')).toHaveValue('');
  });
}

test('forgetting empties the chooser in which the reader is, its secret included', async ({
  page,
}) => {
  await visit(page, server.url + chooserPage);
  await field(page, 'Client secret').fill(secret);
  await field(page, 'Auth0 domain').fill(domain);
  await forget(page).click();
  await expect(field(page, 'Client secret')).toHaveValue('');
  await expect(field(page, 'Auth0 domain')).toHaveValue('');
});

test('says that values are forgotten, to those who use the keyboard and hear the page, too', async ({
  page,
}) => {
  await fill(page);
  await visit(page, server.url + guidePage);
  const notice = page.getByRole('complementary', {name: 'Your values'});
  await expect(notice.getByRole('status')).toHaveText('This page shows values that you entered.');
  await forget(page).focus();
  await page.keyboard.press('Enter');
  await expect(notice.getByRole('status')).toHaveText('Forgotten.');
  await expect(notice).toBeFocused();
  await expect(notice.getByRole('button')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(notice).toHaveCount(0);
  await expect(page.locator('body')).not.toBeFocused();
});

test('nothing moves, and React finds what it expects', async ({page}) => {
  const errors = collectErrors(page);
  await visit(page, server.url + guidePage);
  expect(await layoutShift(page)).toBe(0);
  await fill(page);
  for (const place of [prosePage, guidePage]) {
    await visit(page, server.url + place);
    await expect(values(page).first()).toHaveText(serverUrl);
    expect.soft(await layoutShift(page), place).toBe(0);
  }
  expect(errors).toEqual([]);
});

for (const option of ['Single Page Application', 'Bare metal', 'Kubernetes']) {
  // High enough for all that depends on the choices.
  const height = 1600;
  for (const width of [1280, 320]) {
    test(`a chooser with ${option} is restored without moving, at ${width} pixels`, async ({
      page,
      context,
    }) => {
      await page.setViewportSize({width, height});
      await visit(page, server.url + chooserPage);
      await field(page, 'Address of OpenMetadata').fill(serverUrl);
      await page.getByRole('radio', {name: option}).check();
      await expect.poll(() => stored(page)).toContain(serverUrl);
      await page.getByRole('button', {name: 'Copy a link to these settings'}).click();
      // Readers begin at the top. Browsers let them reload a page where they are, and hold what they see there.
      await page.evaluate(() => window.scrollTo({top: 0, behavior: 'instant'}));
      await page.reload();
      await expect(page.getByRole('radio', {name: option})).toBeChecked();
      await expect(field(page, 'Address of OpenMetadata')).toHaveValue(serverUrl);
      await expect(field(page, 'Address of OpenMetadata')).toBeVisible();
      expect.soft(await layoutShift(page), 'from what is stored').toBe(0);

      const link = await page.evaluate(() => navigator.clipboard.readText());
      await page.evaluate(() => localStorage.clear());
      const other = await context.newPage();
      await other.setViewportSize({width, height});
      await visit(other, link);
      await expect(other.getByRole('radio', {name: option})).toBeChecked();
      await expect(field(other, 'Address of OpenMetadata')).toBeVisible();
      expect.soft(await layoutShift(other), 'from a link').toBe(0);
    });
  }
}

test('what fits the choice is shown before any script of the site has run', async ({page}) => {
  const ours = page.getByRole('heading', {name: 'Leave the client secret alone'});
  const others = page.getByRole('heading', {name: 'Copy the client secret'});
  const contents = page.locator('.theme-doc-toc-desktop');
  await fill(page);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(server.url + guidePage);
  await expect(ours).toBeVisible();
  await expect(others).toBeHidden();
  await expect(contents.getByText('Leave the client secret alone')).toBeVisible();
  await expect(contents.getByText('Copy the client secret')).toBeHidden();
  await expect(page.getByText('For Single Page Application:')).toBeHidden();
  const before = values(page).first();
  expect(await before.evaluate((element) => getComputedStyle(element, '::before').content)).toBe(
    JSON.stringify(serverUrl),
  );

  await page.unroute('**/*.js');
  await visit(page, server.url + guidePage);
  await expect(ours).toBeVisible();
  await expect(others).toBeHidden();
  await expect(contents.getByText('Copy the client secret')).toBeHidden();
});

test('a value that could mean something else stays out of a fence, which says so', async ({
  page,
}) => {
  await visit(page, server.url + chooserPage);
  await field(page, 'Client ID').fill('x"; $(reboot) #');
  await expect.poll(() => stored(page)).toContain('reboot');
  await visit(page, server.url + guidePage);
  await expect(fence(page, 'clientId')).toContainText('clientId: ZkB4rT9xQmW2vN7yLpD3sH6fJc8aUe1g');
  await expect(page.getByText(/Not filled in: Client ID\./)).toBeVisible();
});

test('what somebody has put into the storage is not believed', async ({page}) => {
  const errors = collectErrors(page);
  await fill(page);
  await page.evaluate(() => {
    for (const [storage, value] of [
      [localStorage, {clientType: '"]{}', deployment: 1}],
      [sessionStorage, {domain: '"><img src=x onerror=alert(1)>', serverUrl: {x: 1}}],
    ] as const) {
      for (const key of Object.keys(storage)) {
        if (key.startsWith('markdoc')) storage.setItem(key, JSON.stringify({auth0: value}));
      }
    }
  });
  await visit(page, server.url + guidePage);
  // Text is shown as text, and kept out of fences.
  await expect(values(page)).toHaveText([
    'https://metadata.example.com',
    '"><img src=x onerror=alert(1)>',
  ]);
  await expect(fence(page, 'curl')).toContainText('https://acme.eu.auth0.com/');
  await expect(page.getByRole('heading', {name: 'Copy the client secret'})).toBeVisible();
  await visit(page, server.url + chooserPage);
  await expect(page.getByRole('radio', {name: 'Regular Web Application'})).toBeChecked();
  await expect(field(page, 'Auth0 domain')).toHaveValue('');
  expect(errors).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('both branches are shown, each with its label, and examples for values', async ({page}) => {
    await page.goto(server.url + guidePage);
    for (const name of ['Copy the client secret', 'Leave the client secret alone']) {
      await expect(page.getByRole('heading', {name})).toBeVisible();
      await expect(page.locator('.theme-doc-toc-desktop').getByText(name)).toBeVisible();
    }
    await expect(page.getByText('For Regular Web Application:')).toBeVisible();
    await expect(page.getByText('For Single Page Application:')).toBeVisible();
    await expect(values(page)).toHaveText(['https://metadata.example.com', 'acme.eu.auth0.com']);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible, in ${colorScheme} mode, on a small phone too`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await fill(page);
    await visit(page, server.url + guidePage);
    const notice = page.getByRole('status').filter({hasText: 'This page shows values'});
    await expect(notice).toHaveCount(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({width: 320, height: 640});
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}

test('other pages load nothing for it, and all have the same small script', async ({page}) => {
  const files: string[] = [];
  page.on('request', (request) => {
    if (!request.headers()['sec-purpose']) files.push(request.url());
  });
  await visit(page, `${server.url}/authors/install`);
  expect(files.filter((file) => /reader-values|flow/.test(file))).toEqual([]);
  const scripts = ['authors/install', 'authors/reader-values', 'index'].map((name) => {
    const html = fs.readFileSync(path.join(siteBuild, `${name}.html`), 'utf8');
    return /<script>([^<]*__markdocFlows[^<]*)<\/script>/.exec(html)?.[1] ?? '';
  });
  expect(new Set(scripts).size).toBe(1);
  expect(scripts[0]?.length).toBeGreaterThan(0);
  expect(scripts[0]?.length).toBeLessThan(1000);
});
