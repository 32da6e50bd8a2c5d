/** The flow chooser on our own site, as a reader meets it. */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {parse as parseDotenv} from 'dotenv';
import {expect, type Locator, type Page, test} from 'playwright/test';
import {parse as parseYaml} from 'yaml';
import {type StaticServer, serve} from '../scripts/static-server.mjs';
import {accessibilityProblems, collectErrors, overflow, visit} from './support/page.js';
import {siteBuild} from './support/paths.js';

const chooserPage = '/deployment/security/auth0/configuration';
const secret = 'SENTINEL-vX3-Jk9_sPq7.Lm2~Zt5';

let server: StaticServer;

test.beforeAll(async () => {
  server = await serve(siteBuild);
});
test.afterAll(() => server.close());
test.use({permissions: ['clipboard-read', 'clipboard-write']});

function chooserIn(page: Page): Locator {
  return page.getByRole('group', {name: 'Sign in with Auth0'});
}

const values: Record<string, string> = {
  'Auth0 domain': 'acme.eu.auth0.com',
  'Client ID': 'ZkB4rT9xQmW2vN7yLpD3sH6fJc8aUe1g',
  'Client secret': secret,
  'Address of OpenMetadata': 'https://metadata.example.com',
  Administrators: 'admin, jane.doe',
  'E-mail domain': 'example.com',
};

function input(chooser: Locator, label: string): Locator {
  return chooser.getByRole('textbox', {name: label, exact: true});
}

async function fill(chooser: Locator, labels = Object.keys(values)): Promise<void> {
  for (const label of labels) await input(chooser, label).fill(values[label] ?? '');
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const setClipboard = (page: Page, text: string) =>
  page.evaluate((given) => navigator.clipboard.writeText(given), text);

/** Presses a button with the keyboard and waits for what it says. */
async function press(page: Page, button: Locator, notice = 'Copied.'): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(chooserIn(page).getByText(notice, {exact: true}).first()).toBeVisible();
}

test('leads with the keyboard alone to a configuration for each combination', async ({page}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);

  // By the tab key: the two questions, then the fields with what belongs to them.
  await chooser.getByRole('radio', {name: 'Regular Web Application'}).focus();
  await page.keyboard.press('Tab');
  await expect(chooser.getByRole('radio', {name: 'Docker'})).toBeFocused();
  for (const [label, value] of Object.entries(values)) {
    const field = input(chooser, label);
    for (let steps = 0; steps < 4; steps++) {
      await page.keyboard.press('Tab');
      if (await field.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(field).toBeFocused();
    await page.keyboard.type(value);
  }
  await expect(chooser.getByText('Complete and valid.').first()).toBeVisible();

  for (const type of ['confidential', 'public']) {
    if (type === 'public') {
      await chooser.getByRole('radio', {name: 'Regular Web Application'}).focus();
      await page.keyboard.press('ArrowRight');
      await expect(chooser.getByRole('radio', {name: 'Single Page Application'})).toBeChecked();
    }
    await chooser.getByRole('radio', {name: 'Docker'}).press('Space');
    const copy = chooser.getByRole('button', {name: 'Copy', exact: true});

    await press(page, copy);
    const env = parseDotenv(await clipboard(page));
    expect(env).toMatchObject({
      AUTHENTICATION_CLIENT_TYPE: type,
      AUTHENTICATION_CLIENT_ID: values['Client ID'],
      AUTHENTICATION_AUTHORITY: 'https://acme.eu.auth0.com',
      AUTHENTICATION_CALLBACK_URL: 'https://metadata.example.com/callback',
    });
    expect(parseYaml(env.AUTHORIZER_ADMIN_PRINCIPALS ?? '')).toEqual(['admin', 'jane.doe']);
    expect(env.OIDC_CLIENT_SECRET).toBe(type === 'public' ? undefined : secret);

    await chooser.getByRole('radio', {name: 'Docker'}).focus();
    await page.keyboard.press('ArrowRight');
    await expect(chooser.getByRole('radio', {name: 'Bare metal'})).toBeChecked();
    await expect(chooser.locator('.flow-chooser__notice')).toBeEmpty();
    await press(page, copy);
    const {authenticationConfiguration} = parseYaml(await clipboard(page));
    expect(authenticationConfiguration.clientType).toBe(type);
    expect(authenticationConfiguration.oidcConfiguration?.secret).toBe(
      type === 'public' ? undefined : secret,
    );

    await chooser.getByRole('radio', {name: 'Bare metal'}).focus();
    await page.keyboard.press('ArrowRight');
    await expect(chooser.getByRole('radio', {name: 'Kubernetes'})).toBeChecked();
    if (type === 'confidential') {
      await press(page, copy);
      const manifest = parseYaml(await clipboard(page));
      expect(manifest.kind).toBe('Secret');
      expect(manifest.stringData['openmetadata-oidc-client-secret']).toBe(secret);
      await chooser.getByRole('tab', {name: 'oidc-secrets.yaml'}).focus();
      await page.keyboard.press('ArrowRight');
      await expect(chooser.getByRole('tab', {name: 'values.yaml'})).toBeFocused();
    } else {
      await expect(chooser.getByRole('tab')).toHaveText(['values.yaml']);
    }
    await press(page, copy);
    const chart = parseYaml(await clipboard(page));
    expect(chart.openmetadata.config.authentication).toMatchObject({
      clientType: type,
      clientId: values['Client ID'],
    });
    expect(JSON.stringify(chart)).not.toContain(secret);
  }
});

test('says what is missing instead of handing out an unfinished file', async ({page}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  await fill(chooser, ['Auth0 domain', 'Client ID', 'Address of OpenMetadata', 'E-mail domain']);
  await expect(
    chooser.getByText('2 values to go: Client secret, Administrators.').first(),
  ).toBeVisible();
  await setClipboard(page, 'as it was');
  await press(
    page,
    chooser.getByRole('button', {name: 'Copy', exact: true}),
    'Not finished yet. 2 values to go: Client secret, Administrators.',
  );
  expect(await clipboard(page)).toBe('as it was');
  await expect(input(chooser, 'Client secret')).toHaveAccessibleDescription(
    /Client secret is missing\./,
  );
  await expect(input(chooser, 'Client secret')).toHaveAttribute('aria-invalid', 'true');

  await fill(chooser, ['Administrators']);
  await press(
    page,
    chooser.getByRole('button', {name: 'Copy', exact: true}),
    'Not finished yet. One value to go: Client secret.',
  );
});

test('says that something was copied as often as it is', async ({page}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  await fill(chooser);
  const status = chooser.getByRole('status');
  await expect(status).toContainText('Complete and valid.');
  const copy = chooser.getByRole('button', {name: 'Copy', exact: true});
  await press(page, copy);
  const said = status.getByText('Copied.');
  // Screen readers speak of what is new: the same text has to come in a new element.
  await said.evaluate((element) => element.setAttribute('data-heard', ''));
  await press(page, copy);
  await expect(said).not.toHaveAttribute('data-heard');
});

test('copies and saves, with and without the secret', async ({page}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  await fill(chooser);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(secret);
  await press(page, chooser.getByRole('button', {name: 'Copy without secrets'}));
  const without = await clipboard(page);
  expect(without).not.toContain(secret);
  expect(parseDotenv(without).OIDC_CLIENT_SECRET).toBe('<client-secret>');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    chooser.getByRole('button', {name: 'Download'}).click(),
  ]);
  expect(download.suggestedFilename()).toBe('openmetadata.env');
  const saved = fs.readFileSync(await download.path(), 'utf8');
  expect(parseDotenv(saved).OIDC_CLIENT_SECRET).toBe(secret);

  await chooser.getByRole('switch', {name: 'Show Client secret'}).click();
  await expect(chooser.locator('pre').getByText(secret)).toBeVisible();
  await expect(input(chooser, 'Client secret')).toHaveAttribute('type', 'text');
});

test('keeps a secret in the page alone', async ({page}) => {
  const requests: string[] = [];
  const logs: string[] = [];
  page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')));
  page.on('console', (message) => logs.push(message.text()));
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  await fill(chooser);
  await press(page, chooser.getByRole('button', {name: 'Copy a link to these settings'}));
  const link = await clipboard(page);
  await press(page, chooser.getByRole('button', {name: 'Copy', exact: true}));
  // In the page's own navigation as well.
  await page.getByRole('link', {name: 'For authors'}).first().click();
  await expect(page).toHaveURL(/authors/);
  // The address changes before the page does.
  await expect(chooser).toHaveCount(0);
  await page.goBack();
  await expect(input(chooser, 'Client secret')).toHaveValue('');

  const stored = await page.evaluate(() =>
    JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state]),
  );
  for (const text of [page.url(), link, stored, ...requests, ...logs]) {
    expect(text).not.toContain(secret);
  }
});

test('restores everything but the secret from a link', async ({page, context}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  await fill(chooser);
  await chooser.getByRole('radio', {name: 'Bare metal'}).check();
  await chooser.getByRole('checkbox', {name: 'Let everyone sign up'}).uncheck();
  await press(page, chooser.getByRole('button', {name: 'Copy a link to these settings'}));
  const link = await clipboard(page);

  const other = await context.newPage();
  const errors = collectErrors(other);
  await visit(other, link);
  const restored = chooserIn(other);
  await expect(restored.getByRole('radio', {name: 'Bare metal'})).toBeChecked();
  await expect(restored.getByRole('checkbox', {name: 'Let everyone sign up'})).not.toBeChecked();
  for (const [label, value] of Object.entries(values)) {
    await expect(input(restored, label)).toHaveValue(label === 'Client secret' ? '' : value);
  }
  await expect(restored.getByText('One value to go: Client secret.').first()).toBeVisible();
  await expect(restored.getByRole('note')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('refuses what somebody has put into a link, and says so', async ({page}) => {
  const errors = collectErrors(page);
  const hash = [
    'flow=auth0',
    'clientType=nonsense',
    'domain=acme.eu.auth0.com',
    'clientId=%E0%A4%A',
    'serverUrl=javascript%3Aalert(1)',
    `clientSecret=${secret}`,
    '__proto__=x',
  ].join('&');
  await visit(page, `${server.url}${chooserPage}#${hash}`);
  const chooser = chooserIn(page);
  const note = chooser.getByRole('note');
  await expect(note).toContainText('Not everything in this link could be used');
  await expect(note.getByRole('listitem')).toHaveCount(5);
  await expect(note).toContainText('A secret is never taken from an address');
  await expect(input(chooser, 'Auth0 domain')).toHaveValue('acme.eu.auth0.com');
  await expect(input(chooser, 'Client secret')).toHaveValue('');
  await expect(input(chooser, 'Address of OpenMetadata')).toHaveValue('');
  await chooser.getByRole('button', {name: 'Start over'}).click();
  await expect(note).toHaveCount(0);
  expect(errors).toEqual([]);
});

/** The address of the chooser with a domain in it, as somebody has sent it. */
const sharedLink = `${chooserPage}?from=mail#flow=auth0&clientType=confidential&domain=link.auth0.com`;

test('a link is taken over once: what was typed since then outlives a jump in the page and the way back', async ({
  page,
}) => {
  await visit(page, server.url + sharedLink);
  const chooser = chooserIn(page);
  await expect(input(chooser, 'Auth0 domain')).toHaveValue('link.auth0.com');
  await expect(page).toHaveURL(`${server.url}${chooserPage}?from=mail`);
  await fill(chooser, ['Auth0 domain', 'Client ID', 'Client secret']);
  await page.locator('.theme-doc-toc-desktop a').last().click();
  await expect(page).toHaveURL(/configuration\?from=mail#[a-z]/);
  await page.goBack();
  await expect(page).toHaveURL(/configuration\?from=mail$/);
  for (const label of ['Auth0 domain', 'Client ID', 'Client secret']) {
    await expect(input(chooser, label)).toHaveValue(values[label] ?? '');
  }
  await page.reload();
  await expect(input(chooser, 'Auth0 domain')).toHaveValue('acme.eu.auth0.com');
});

for (const name of ['Start over', 'Forget my values']) {
  test(`“${name}” forgets what came with a link, too, and hides secrets again`, async ({page}) => {
    await visit(page, server.url + sharedLink);
    const chooser = chooserIn(page);
    await expect(input(chooser, 'Auth0 domain')).toHaveValue('link.auth0.com');
    const shown = chooser.getByRole('switch', {name: 'Show Client secret'});
    await shown.click();
    await chooser.getByRole('button', {name}).click();
    await expect(shown).not.toBeChecked();
    await expect(input(chooser, 'Auth0 domain')).toHaveValue('');
    await page.reload();
    await expect(chooser.getByText('6 values to go').first()).toBeVisible();
    await expect(input(chooser, 'Auth0 domain')).toHaveValue('');
  });
}

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('all six configurations can be read', async ({page}) => {
    await page.goto(server.url + chooserPage);
    const chooser = chooserIn(page);
    await expect(chooser.locator('section')).toHaveCount(6);
    for (const name of ['openmetadata.env', 'openmetadata.yaml', 'values.yaml']) {
      await expect(chooser.locator('p code').getByText(name, {exact: true})).toHaveCount(2);
    }
    for (const code of await chooser.locator('section pre').all()) await expect(code).toBeVisible();
    await expect(
      chooser.locator('section pre').getByText('OIDC_CLIENT_SECRET=<client-secret>'),
    ).toBeVisible();
    await expect(chooser.locator('input:visible, button:visible')).toHaveCount(0);
  });

  test('the page is styled', async ({page}) => {
    await page.goto(server.url + chooserPage);
    const padding = await chooserIn(page).evaluate((element) => getComputedStyle(element).padding);
    expect(padding).not.toBe('0px');
  });
});

test('marks the lines of the field in which the reader is, and those that changed', async ({
  page,
}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  const marked = chooser.locator('[class*=marked]');
  await expect(marked).toHaveCount(0);
  await input(chooser, 'Client ID').focus();
  await expect(marked).toHaveText([/AUTHENTICATION_CLIENT_ID=/, /OIDC_CLIENT_ID=/]);
  await chooser.getByRole('checkbox', {name: 'Let everyone sign up'}).uncheck();
  await chooser.getByRole('checkbox', {name: 'Let everyone sign up'}).blur();
  await expect(marked).toHaveText(['AUTHENTICATION_ENABLE_SELF_SIGNUP=false']);
});

test('speaks of a mistake once the field was left, and nothing moves', async ({page}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  const domain = input(chooser, 'Auth0 domain');
  const places = () =>
    chooser.evaluate((element) =>
      [...element.querySelectorAll('input, pre, button, summary')].map(
        (each) => each.getBoundingClientRect().top - element.getBoundingClientRect().top,
      ),
    );
  const before = await places();
  await domain.pressSequentially('https://acme');
  await expect(domain).toHaveAttribute('aria-invalid', 'false');
  await domain.blur();
  await expect(domain).toHaveAttribute('aria-invalid', 'true');
  await expect(domain).toHaveAccessibleDescription(/Enter the host name alone/);
  expect(await places()).toEqual(before);
  await expect(chooser.getByRole('status')).toContainText('To correct: Auth0 domain.');
  await domain.fill('acme.eu.auth0.com');
  await expect(domain).toHaveAttribute('aria-invalid', 'false');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible, in ${colorScheme} mode`, async ({page}) => {
    await page.emulateMedia({colorScheme});
    await visit(page, server.url + chooserPage);
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const chooser = chooserIn(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await input(chooser, 'Auth0 domain').fill('https://acme');
    await chooser.getByRole('button', {name: 'Copy', exact: true}).click();
    await input(chooser, 'Auth0 domain').focus();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fill(chooser);
    await chooser.getByRole('radio', {name: 'Kubernetes'}).check();
    await chooser.getByText('Where do I find this?').first().click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
}

test('fits a phone of 320 pixels', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640});
  await visit(page, server.url + chooserPage);
  await fill(chooserIn(page));
  expect(await overflow(page)).toBe(0);
});

test('breaks no word in a card, and lets no button stand alone', async ({page}) => {
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  const lines = await chooser.getByRole('radio').evaluateAll((radios) =>
    radios.flatMap((radio) => {
      const texts = document.createTreeWalker(radio.closest('label') as Node, NodeFilter.SHOW_TEXT);
      const words: number[] = [];
      while (texts.nextNode()) {
        for (const {index, 0: word} of (texts.currentNode.nodeValue ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          words.push(range.getClientRects().length);
        }
      }
      return words;
    }),
  );
  expect(new Set(lines)).toEqual(new Set([1]));
  const top = async (name: string) => (await chooser.getByRole('button', {name}).boundingBox())?.y;
  expect(await top('Start over')).toBe(await top('Copy a link to these settings'));
});

test('shows in forced colours, too, which lines and which tab are meant', async ({page}) => {
  await page.emulateMedia({forcedColors: 'active'});
  await visit(page, server.url + chooserPage);
  const chooser = chooserIn(page);
  await chooser.getByRole('radio', {name: 'Kubernetes'}).check();
  await input(chooser, 'Client ID').focus();
  const line = chooser.locator('[class*=marked]').first();
  await expect(line).toHaveCSS('border-inline-start-width', '3px');
  const underlines = await chooser
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
  expect(new Set(underlines).size).toBe(2);
});

test('does not ask for what the page has decided', async ({page}) => {
  await visit(page, `${server.url}/deployment/security/auth0/docker`);
  const chooser = chooserIn(page);
  await expect(chooser.getByRole('radio')).toHaveCount(2);
  await expect(chooser.getByRole('tab')).toHaveText(['openmetadata.env']);
});

test('works under a strict Content-Security-Policy', async ({page}) => {
  const html = fs.readFileSync(path.join(siteBuild, `${chooserPage}.html`), 'utf8');
  const hashes = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  const policy = [
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
  ].join('; ');
  const strict = await serve(siteBuild, {'Content-Security-Policy': policy});
  const errors = collectErrors(page);
  await visit(page, strict.url + chooserPage);
  const chooser = chooserIn(page);
  await fill(chooser);
  await press(page, chooser.getByRole('button', {name: 'Copy', exact: true}));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    chooser.getByRole('button', {name: 'Download'}).click(),
  ]);
  await download.path();
  expect(errors).toEqual([]);
  await strict.close();
});

/**
 * The scripts and style sheets that a page loads for itself, until something is typed into a chooser, with their sizes as servers
 * send them: what `npm run bench` measures, too.
 */
async function loaded(page: Page, pathname: string): Promise<Map<string, number>> {
  const files = new Map<string, number>();
  page.on('request', (request) => {
    const {pathname: file} = new URL(request.url());
    const isPrefetched = request.headers().purpose ?? request.headers()['sec-purpose'];
    if (!/\.(js|css)$/.test(file) || isPrefetched) return;
    files.set(file, gzipSync(fs.readFileSync(path.join(siteBuild, file)), {level: 9}).length);
  });
  await visit(page, server.url + pathname);
  const first = page.getByRole('main').getByRole('textbox').first();
  if (await first.isVisible()) await first.press('a');
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('request');
  return files;
}

test('is small, and no part of other pages', async ({page}) => {
  const withChooser = await loaded(page, chooserPage);
  const without = await loaded(page, '/authors/install');
  // The chooser and the flow; the rest is the text of the page.
  const isChooser = (file: string) =>
    /flow-chooser/.test(file) ||
    fs.readFileSync(path.join(siteBuild, file), 'utf8').includes('"Sign in with Auth0"');
  const chunks = [...withChooser].filter(([file]) => isChooser(file));
  expect(chunks).toHaveLength(2);
  // What a chooser may cost is 15,000 bytes; some 300 of them are in the page's own script (`npm run bench` compares it with the one of
  // the same page without a chooser).
  expect(chunks.reduce((sum, [, bytes]) => sum + bytes, 300)).toBeLessThan(15_000);
  expect([...without.keys()].filter(isChooser)).toEqual([]);
});
