/**
 * `npm run test:matrix`: the plugin at both ends of the versions that it claims. Each is installed from the registry, as in a
 * site of its time.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, type Page, test} from 'playwright/test';
import {serve} from '../scripts/static-server.mjs';
import {tarball} from './support/pack-plugin.js';
import {collectErrors, prose, visit} from './support/page.js';
import {sites} from './support/paths.js';
import {run} from './support/process.js';

/** Docusaurus 3.6 is for React 18 only. */
const versions = [
  {docusaurus: '3.6.1', react: '18'},
  {docusaurus: '3.7.0', react: '19'},
  {docusaurus: '3.10.2', react: '18'},
  {docusaurus: '3.10.2', react: '19'},
];

const texts = [
  ...['note', 'tip', 'info', 'important', 'warning', 'danger', 'caution', 'details'],
  ...['a tab', 'another tab', 'a step', 'a card', 'a cell'],
].map((place) => `Text in ${place}.`);

for (const {docusaurus, react} of versions) {
  test.describe(`Docusaurus ${docusaurus}, React ${react},`, () => {
    let folder: string;

    test.beforeAll(async () => {
      test.setTimeout(600_000);
      // Outside the repository, so that nothing is found in its node_modules.
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'matrix-'));
      fs.cpSync(path.join(sites, 'every-tag'), folder, {recursive: true});
      fs.writeFileSync(path.join(folder, 'package.json'), manifest(docusaurus, react));
      // The plugin comes to a site that is there: npm finds it what fits.
      await execute(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund');
      await execute(
        folder,
        'npm',
        'install',
        tarball,
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
      );
    });
    test.afterAll(() => fs.rmSync(folder, {recursive: true, maxRetries: 3}));

    for (const bundler of ['webpack', 'rspack']) {
      test(bundler, async ({page}) => {
        const env = {DOCUSAURUS: docusaurus, BUNDLER: bundler};
        await execute(folder, 'npx', 'docusaurus', 'build', env);
        const server = await serve(path.join(folder, 'build'));
        await checkPages(page, server.url);
        await server.close();
      });
    }

    test('commands', async () => {
      const env = {DOCUSAURUS: docusaurus};
      await execute(folder, 'npx', 'docusaurus', 'markdoc:check', env);
      const set = ['--set', 'tone=formal', '--set', 'name=Ada'];
      const printed = await execute(
        folder,
        'npx',
        'docusaurus',
        'markdoc:flow',
        'greeting',
        ...set,
        env,
      );
      expect(printed).toContain('GREETING_NAME=');
    });
  });
}

/** The package.json of a site of that time. */
function manifest(docusaurus: string, react: string): string {
  const packages = ['core', 'faster', 'preset-classic'].map((name) => [
    `@docusaurus/${name}`,
    docusaurus,
  ]);
  return JSON.stringify({
    private: true,
    dependencies: {...Object.fromEntries(packages), react, 'react-dom': react},
    // Newer versions of webpack refuse what older ones of Docusaurus ask of them.
    ...(docusaurus !== '3.10.2' && {overrides: {webpack: '5.97.1'}}),
  });
}

/** Runs a command, in an environment where there is one at the end, and returns what it prints. */
async function execute(
  cwd: string,
  command: string,
  ...args: (string | Record<string, string>)[]
): Promise<string> {
  const env = args.find((each) => typeof each === 'object') ?? {};
  const words = args.filter((each) => typeof each === 'string');
  const {code, output} = await run(command, words, {cwd, env: {...process.env, ...env}});
  expect(code, output).toBe(0);
  return output;
}

async function checkPages(page: Page, url: string): Promise<void> {
  const errors = collectErrors(page);
  await visit(page, `${url}/`);
  const article = page.locator('article');
  for (const text of texts) await expect(article).toContainText(text);
  await expect(article).toContainText('Text under a condition.');
  await expect(article).toContainText(
    'Text in a partial of Every tag, in a site of the language en.',
  );
  await expect(page.locator('.theme-doc-toc-desktop')).toContainText('Shared by all');
  await expect(article.locator('.theme-admonition-important')).toContainText('Text in important.');
  await expect(article.locator('figure img')).toHaveAttribute('width', '640');
  await expect(article.locator('h2#own.styled')).toBeVisible();
  expect(await prose(page)).not.toContain('{%');
  await page.getByRole('tab', {name: 'Windows'}).click();
  await expect(page.getByText('Text in another tab.')).toBeVisible();

  const chooser = page.getByRole('group', {name: 'A greeting'});
  await chooser.getByRole('radio', {name: 'Formal'}).check();
  await chooser.getByRole('textbox', {name: 'Name'}).fill('Ada');
  await expect(chooser.locator('pre')).toContainText('GREETING_NAME');

  await page.getByRole('link', {name: 'A card'}).click();
  await expect(page.getByText('Text in a partial of Another page')).toBeVisible();
  expect(errors).toEqual([]);
}
