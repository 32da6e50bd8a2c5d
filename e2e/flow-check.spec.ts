/** Checking an existing configuration, as a reader does it: on the page about it, and in a chooser. */
import {expect, type Page, test} from 'playwright/test';
import {type StaticServer, serve} from '../scripts/static-server.mjs';
import {accessibilityProblems, collectErrors, overflow, visit} from './support/page.js';
import {siteBuild} from './support/paths.js';

const secret = 'sentinel-never-to-be-shown';

/** An env file as one finds them, with three mistakes. */
const file = `AUTHORIZER_CLASS_NAME=org.openmetadata.service.security.DefaultAuthorizer
AUTHORIZER_REQUEST_FILTER=org.openmetadata.service.security.JwtFilter
AUTHORIZER_ADMIN_PRINCIPALS=["admin", "jane"]
AUTHORIZER_PRINCIPAL_DOMAIN=example.com
// Signing in
AUTHENTICATION_PROVIDER=auth0
AUTHENTICATION_CLIENT_TYPE=confidential
AUTHENTICATION_PUBLIC_KEYS=["https://acme.eu.auth0.com/.well-known/jwks.json", "https://metadata.example.org/api/v1/system/config/jwks"]
AUTHENTICATION_AUTHORITY=https://acme.eu.auth0.com
AUTHENTICATION_CLIENT_ID=k3Jd9
AUTHENTICATION_CALLBACK_URL=https://metadata.example.org/callback
AUTHENTICATION_ENABLE_SELF_SIGNUP=true
OIDC_CLIENT_ID=k3Jd9
OIDC_CLIENT_SECRET=${secret}
OIDC_TYPE=auth0
OIDC_DISCOVERY_URI=http://acme.eu.auth0.com/.well-known/openid-configuration
OIDC_CLIENT_AUTH_METHOD=client_secret_post
OIDC_CALLBACK=https://elsewhere.example.org/callback
OIDC_SERVER_URL=https://metadata.example.org
`;

let server: StaticServer;

test.beforeAll(async () => {
  server = await serve(siteBuild, {
    'Content-Security-Policy':
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  });
});
test.afterAll(() => server.close());

const form = (page: Page) => page.getByRole('group', {name: 'Check my configuration'}).first();

async function paste(page: Page, text: string): Promise<void> {
  await form(page).getByLabel('Your configuration file').fill(text);
  await form(page).getByRole('button', {name: 'Check', exact: true}).click();
}

test.describe('the page', () => {
  test.beforeEach(({page}) => visit(page, `${server.url}/deployment/security/check`));

  test('says what is wrong, line by line, and shows no secret', async ({page}) => {
    const errors = collectErrors(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
    await paste(page, file);
    const items = form(page).getByRole('listitem');
    await expect(items).toHaveCount(3);
    await expect(items.nth(0)).toContainText('Line 5 “//” does not start a comment');
    await expect(items.nth(1)).toContainText('Line 16 “OIDC_DISCOVERY_URI” goes over plain HTTP');
    await expect(items.nth(2)).toContainText('Line 18 “OIDC_CALLBACK” is on another host');
    await expect(items.nth(2)).toContainText('Write: OIDC_CALLBACK=https://metadata.example.org/');
    await expect(
      form(page)
        .getByText(/^This is openmetadata\.env/)
        .first(),
    ).toBeFocused();
    expect(await page.content()).not.toContain(secret);
    expect(requests.join('\n')).not.toContain(secret);
    expect(errors).toEqual([]);
  });

  test('leads to the line', async ({page}) => {
    await paste(page, file);
    await form(page).getByRole('link', {name: 'Line 18'}).click();
    const line = form(page).locator('pre > span:target');
    await expect(line).toContainText('OIDC_CALLBACK=https://elsewhere');
    await expect(line).toBeInViewport();
  });

  test('says so where a file cannot be read', async ({page}) => {
    const buffer = Buffer.alloc(2 ** 20 + 1, 'a');
    await form(page)
      .getByLabel('Choose a file')
      .setInputFiles({name: 'x.env', mimeType: 'text/plain', buffer});
    await expect(form(page).getByRole('status')).toHaveText(/cannot be read/);
  });

  test('takes a file, chosen or dropped', async ({page}) => {
    await form(page)
      .getByLabel('Choose a file')
      .setInputFiles({name: 'x.env', mimeType: 'text/plain', buffer: Buffer.from(file)});
    await expect(form(page).getByRole('listitem')).toHaveCount(3);
    await form(page).getByRole('button', {name: 'Check another file'}).click();
    await expect(form(page).getByLabel('Your configuration file')).toBeFocused();
    const dropped = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'x.env'));
        return transfer;
      },
      file.replace('// Signing', '# Signing'),
    );
    await form(page).dispatchEvent('drop', {dataTransfer: dropped});
    await expect(form(page).getByRole('listitem')).toHaveCount(2);
  });

  test('loads the parsers when they are used', async ({page}) => {
    const scripts: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.text());
    });
    // A name in `yaml`, which no minifier changes.
    const withParser = async () =>
      (await Promise.all(scripts)).filter((text) => text.includes('yaml.document'));
    await page.reload({waitUntil: 'networkidle'});
    expect(scripts).not.toEqual([]);
    expect(await withParser()).toEqual([]);
    await paste(page, file);
    await expect(form(page).getByRole('listitem')).toHaveCount(3);
    expect(await withParser()).toHaveLength(1);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible and fits a phone, ${colorScheme}`, async ({page}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width: 320, height: 700});
      await paste(page, file);
      await expect(form(page).getByRole('listitem')).toHaveCount(3);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

test('in a chooser, the values are taken over', async ({page}) => {
  await visit(page, `${server.url}/deployment/security/auth0/docker`);
  await page.getByText('Check an existing file').click();
  await paste(page, file);
  await form(page).getByRole('button', {name: 'Take these values over'}).click();
  await expect(form(page).getByText('The values are in the form above.')).toBeVisible();
  await expect(page.getByRole('textbox', {name: 'Auth0 domain'})).toHaveValue('acme.eu.auth0.com');
  await expect(page.getByRole('textbox', {name: 'Client ID'})).toHaveValue('k3Jd9');
  await expect(page.getByLabel('Client secret', {exact: true})).toHaveValue(secret);
  await expect(page.getByRole('textbox', {name: 'Administrators'})).toHaveValue('admin, jane');
  await expect(page.getByText('Complete and valid').first()).toBeVisible();
});
