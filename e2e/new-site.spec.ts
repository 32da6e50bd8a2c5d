/** A new site, made and set up as the README tells a user to, with a page that has each tag. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'playwright/test';
import {serve} from '../scripts/static-server.mjs';
import {tarball} from './support/pack-plugin.js';
import {collectErrors, prose, visit} from './support/page.js';
import {sites} from './support/paths.js';
import {run} from './support/process.js';

const admonitions = ['note', 'tip', 'info', 'important', 'warning', 'danger', 'caution'];

const tags = `---
title: Every tag
---

# Every tag

${admonitions.map((name) => `{% ${name} title="Titled ${name}" %}\nText in ${name}.\n{% /${name} %}\n`).join('\n')}
{% image src="/img/picture.png" alt="A picture" caption="Its caption" /%}

{% partial file="shared.md" /%}
`;

test('a new site with the packed plugin builds a page with each tag', async ({page}) => {
  test.setTimeout(600_000);
  // Outside the repository, so that nothing is found in its node_modules.
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'new-site-'));
  const site = path.join(temporary, 'my-site');
  const execute = async (cwd: string, command: string, ...args: string[]) => {
    const {code, output} = await run(command, args, {cwd});
    expect(code, output).toBe(0);
  };

  await test.step('make a site', async () => {
    const create = ['--yes', 'create-docusaurus@3.10.2', 'my-site', 'classic'];
    await execute(temporary, 'npx', ...create, '--typescript', '--skip-install');
  });
  await test.step('install the plugin', () =>
    execute(site, 'npm', 'install', tarball, '--prefer-offline', '--no-audit', '--no-fund'));

  await test.step('add the one line', () => {
    const file = path.join(site, 'docusaurus.config.ts');
    const config = fs.readFileSync(file, 'utf8');
    expect(config).toContain('export default config;');
    fs.writeFileSync(
      file,
      `import {withMarkdoc} from 'docusaurus-plugin-markdoc';\n${config.replace(
        'export default config;',
        'export default withMarkdoc(config);',
      )}`,
    );
  });
  await test.step('add a page with each tag', () => {
    fs.writeFileSync(path.join(site, 'docs/every-tag.md'), tags);
    fs.mkdirSync(path.join(site, 'partials'));
    fs.writeFileSync(path.join(site, 'partials/shared.md'), '## Shared\n\nText in a partial.\n');
    const picture = path.join(sites, 'seed-like/static/images/v2/guide/register-1.png');
    fs.copyFileSync(picture, path.join(site, 'static/img/picture.png'));
  });
  await test.step('check its types', () => execute(site, 'npm', 'run', 'typecheck'));
  await test.step('build it', () => execute(site, 'npm', 'run', 'build'));

  const server = await serve(path.join(site, 'build'));
  const errors = collectErrors(page);
  await visit(page, `${server.url}/docs/every-tag`);
  for (const name of admonitions) {
    const admonition = page.locator(`.theme-admonition-${name}`);
    await expect(admonition).toContainText(`Titled ${name}`, {ignoreCase: true});
    await expect(admonition).toContainText(`Text in ${name}.`);
  }
  const figure = page.getByRole('figure');
  await expect(figure.getByRole('img', {name: 'A picture'})).toHaveAttribute('width', '640');
  await expect(figure).toContainText('Its caption');
  await expect(page.getByRole('heading', {name: 'Shared'})).toBeVisible();
  await expect(page.locator('.theme-doc-toc-desktop')).toContainText('Shared');
  expect(await prose(page)).not.toContain('{%');
  expect(errors).toEqual([]);
  await server.close();
  fs.rmSync(temporary, {recursive: true});
});
