/** What an author sees of flows and choosers: in a build, in the development server, and on the command line. */
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'playwright/test';
import {parse as parseYaml} from 'yaml';
import {visit} from './support/page.js';
import {repository} from './support/paths.js';
import {run} from './support/process.js';
import {Site} from './support/site.js';

const docusaurus = path.join(repository, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');

function makeSite(name: string, page: string): Site {
  const site = new Site(name, 'docs-only');
  fs.cpSync(path.join(repository, 'content/flows'), site.path('flows'), {recursive: true});
  site.write('docs/index.md', `---\nslug: /\n---\n\n# Home\n\n${page}\n`);
  return site;
}

const count = (text: string, part: string) => text.split(part).length - 1;

test('a build tells what is wrong with a chooser, at the attribute', async () => {
  const site = makeSite(
    'chooser-mistakes',
    [
      '{% flow-chooser flow="auht0" deployment="docker" /%}',
      '{% flow-chooser flow="auth0" deployment="dokcer" /%}',
      '{% flow-chooser flow="auth0" deplyoment="docker" /%}',
      '{% flow-chooser /%}',
    ].join('\n\n'),
  );
  const {code, output} = await site.tryBuild();
  expect(code).toBe(1);
  expect(output).toMatch(
    /docs\/index\.md:7:17 {2}Flow 'auht0' not found\n[\s\S]*?Did you mean 'auth0'\?/,
  );
  expect(output).toMatch(/docs\/index\.md:9:30 .*deployment/);
  expect(output).toMatch(
    /docs\/index\.md:11:30 {2}Invalid attribute: 'deplyoment'\n[\s\S]*?Did you mean 'deployment'\?/,
  );
  expect(output).toMatch(/docs\/index\.md:13:1 {2}Missing required attribute: 'flow'/);
});

test('a broken flow fails the build though no page uses it, and is told once', async () => {
  const site = makeSite('broken-flow', 'Nothing.');
  site.edit('flows/okta.yaml', 'title:', 'titel:');
  const {code, output} = await site.tryBuild();
  expect(code).toBe(1);
  expect(output).toMatch(/flows\/okta\.yaml:\d+:\d+ .*title/);
  expect(count(output, 'There is no “titel” here')).toBe(1);
});

test('what one page alone has of a chooser is in its own file', async () => {
  const site = makeSite('chooser-page', 'Nothing.');
  site.write('docs/chooser.md', '# Chooser\n\n{% flow-chooser flow="auth0" /%}\n');
  await site.build();
  const scripts = fs.readdirSync(site.path('build/assets/js'));
  expect(scripts.filter((name) => /flow|values/.test(name))).toEqual([]);
  const withFlow = scripts.filter((name) =>
    site.read(`build/assets/js/${name}`).includes('"Sign in with Auth0"'),
  );
  expect(withFlow).toHaveLength(1);
  expect(site.read(`build/assets/js/${withFlow[0]}`)).toContain('"Chooser"');
});

test('no other page loads a chooser, where most pages have one', async ({page}) => {
  const chooser = '{% flow-chooser flow="auth0" /%}';
  const site = makeSite('chooser-pages', chooser);
  site.write('docs/second.md', `# Second\n\n${chooser}\n`);
  site.write('docs/other.md', '# Other\n\nText.\n');
  await site.build();
  const server = await site.serve();
  const choosers = [];
  for (const pathname of ['/', '/second', '/other']) {
    const files: string[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') files.push(response.url());
    });
    await visit(page, server.url + pathname);
    page.removeAllListeners('response');
    const texts = files.map((url) => site.read(`build${new URL(url).pathname}`));
    choosers.push(files.filter((_, index) => texts[index]?.includes('flow-chooser__tabs')));
  }
  await server.close();
  const [first, second, other] = choosers;
  expect(first).toHaveLength(1);
  expect(second).toEqual(first);
  expect(other).toEqual([]);
});

test('the development server follows a flow, shows what is wrong with it, and goes on when it is mended', async ({
  page,
}) => {
  const site = makeSite('flow-dev', '{% flow-chooser flow="auth0" /%}');
  const server = await site.start();
  try {
    await visit(page, server.url);
    const chooser = page.getByRole('group');
    await expect(chooser.getByText('Auth0 domain', {exact: true})).toBeVisible();

    site.edit('flows/auth0.yaml', 'label: Auth0 domain', 'label: Your domain');
    await expect(chooser.getByText('Your domain', {exact: true})).toBeVisible();

    site.edit('flows/auth0.yaml', 'title:', 'titel:');
    const overlay = page.locator('#webpack-dev-server-client-overlay');
    await expect(overlay.contentFrame().getByText('titel').first()).toBeAttached();

    site.edit('flows/auth0.yaml', 'titel: Sign in with Auth0', 'title: Sign in by Auth0');
    await expect(page.getByText('Sign in by Auth0')).toBeAttached();

    // A shared part and a choice that the page fixes.
    site.edit('docs/index.md', 'flow="auth0"', 'flow="auth0" deployment="docker"');
    await page.reload();
    await expect(page.getByRole('radio')).toHaveCount(2);
  } finally {
    await server.close();
  }
});

test('a build with a warm cache follows a flow', async ({page}) => {
  const site = makeSite('warm-flow', '{% flow-chooser flow="auth0" deployment="docker" /%}');
  await site.build();
  site.edit('flows/shared/openmetadata.yaml', 'OpenMetadata 1.6 and later', 'OpenMetadata 1.7');
  await site.build();
  const server = await site.serve();
  await visit(page, server.url);
  await expect(page.getByText('For OpenMetadata 1.7')).toBeVisible();
  await server.close();

  // What the page fixes is checked against the flow as it is now.
  site.edit('flows/shared/openmetadata.yaml', 'docker:', 'compose:');
  const {code, output} = await site.tryBuild();
  expect(code).toBe(1);
  expect(output).toMatch(/deployment|docker/);
});

test('the command line prints configurations', async () => {
  const site = makeSite('flow-command', 'Nothing.');
  const command = (...args: string[]) =>
    run(process.execPath, [docusaurus, 'markdoc:flow', ...args], {cwd: site.folder});

  const list = await command();
  expect(list.code).toBe(0);
  for (const id of ['auth0', 'azure', 'google', 'jwt-keys', 'keycloak', 'okta']) {
    expect(list.output).toMatch(new RegExp(`^${id} `, 'm'));
  }

  site.write('secret.txt', 's3cr$t\n');
  const answers = {
    clientType: 'confidential',
    deployment: 'kubernetes',
    domain: 'acme.eu.auth0.com',
    clientId: 'abc',
    serverUrl: 'https://metadata.example.com',
    admins: 'jane,john',
    principalDomain: 'example.com',
  };
  const sets = Object.entries(answers).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const all = await command('auth0', ...sets, '--set-file', 'clientSecret=secret.txt', '--json');
  expect(all.code).toBe(0);
  const {files, problems} = JSON.parse(all.output);
  expect(problems).toEqual([]);
  expect(
    files.map(({id, filename, format}: Record<string, string>) => [id, filename, format]),
  ).toEqual([
    ['secret', 'oidc-secrets.yaml', 'yaml'],
    ['values', 'values.yaml', 'yaml'],
  ]);

  const one = await command(
    'auth0',
    ...sets,
    '--set-file',
    'clientSecret=secret.txt',
    '--out',
    'secret',
  );
  expect(parseYaml(one.output).kind).toBe('Secret');

  const missing = await command('auth0', ...sets);
  expect(missing.code).toBe(1);
  expect(missing.output).toBe('clientSecret: A value for Client secret is missing.\n');

  const unknown = await command('auht0');
  expect(unknown.code).toBe(1);
  expect(unknown.output).toBe('There is no flow “auht0”. Did you mean “auth0”?\n');
});
