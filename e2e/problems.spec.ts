/** What comes of a page with mistakes in it. */
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'playwright/test';
import {visit} from './support/page.js';
import {seed} from './support/paths.js';
import {Site} from './support/site.js';

/** The problems that a build printed, as `FILE:LINE:COLUMN RULE`. */
function problemsIn(output: string): string[] {
  // One begins with its place, and its last line is the rule's id and address. The bundler puts a line beside it.
  const problem = /^\W*(\S+\.mdx?:\d+:\d+) {2}[\s\S]*?^\W*([\w-]+) {2}\S+#\2$/gm;
  return [...output.matchAll(problem)].map(([, place, rule]) => `${place} ${rule}`);
}

test('a build reports all problems of all pages, each once, and fails', async () => {
  const site = new Site('mistakes', 'docs-only', 'mistakes');
  const {code, output} = await site.tryBuild();
  expect(code).toBe(1);
  expect(problemsIn(output).sort()).toEqual([
    'docs/index.md:13:11 attribute-undefined',
    'docs/index.md:17:12 partial-not-found',
    'docs/index.md:19:1 missing-closing',
    'docs/index.md:7:19 tag-undefined',
    'docs/index.md:9:1 attribute-missing-required',
    'docs/other.md:7:3 tag-unclosed',
  ]);
  // The name that was meant.
  expect(output).toContain('important');
});

test('with onProblem "warn", unknown tags are shown as their source', async ({page}) => {
  const site = new Site('unknown-tags', 'docs-only', 'unknown-tags');
  const {output} = await site.build({ON_PROBLEM: 'warn'});
  expect(problemsIn(output)).toEqual([
    'docs/index.md:8:1 tag-undefined',
    'docs/index.md:21:1 tag-undefined',
    'docs/index.md:22:3 tag-undefined',
  ]);

  const server = await site.serve();
  await visit(page, server.url);
  for (const source of ['{% codeTabs title="Settings"', '{% calloutRow %}']) {
    await expect(page.locator('article').getByText(source)).toBeVisible();
  }
  await expect(page.locator('.theme-admonition-note')).toHaveText(/A tag that is known/);
  await server.close();
});

test.describe('the upstream page’s neighbours', () => {
  test.skip(!fs.existsSync(seed), 'the upstream pages are not at hand');

  test('are built with onProblem "warn" and show their tags’ source', async ({page}) => {
    const site = new Site('neighbours', 'docs-only', 'seed-like');
    for (const folder of ['docs', 'partials']) fs.rmSync(site.path(folder), {recursive: true});
    fs.cpSync(path.join(seed, 'content'), site.path('docs'), {recursive: true});
    fs.cpSync(path.join(seed, 'partials'), site.path('partials'), {recursive: true});
    const images = 'static/images/v1.6/deployment/security/auth0';
    const picture = site.path('static/images/v2/guide/register-1.png');
    for (const name of ['create-account', 'create-new-app', 'auth-code-flow']) {
      for (const number of [1, 2, 3])
        fs.cpSync(picture, site.path(`${images}/${name}-${number}.png`));
    }

    const {output} = await site.build({ON_PROBLEM: 'warn', MARKDOWN_FORMAT: 'detect'});
    const folder = 'docs/deployment/security/auth0';
    expect(problemsIn(output).sort()).toEqual([
      `${folder}/auth-code-flow.md:41:1 tag-undefined`,
      `${folder}/auth-code-flow.md:42:3 tag-undefined`,
      `${folder}/auth-code-flow.md:49:3 tag-undefined`,
      `${folder}/auth-code-flow.md:56:3 tag-undefined`,
      `${folder}/auth-code-flow.md:66:1 tag-undefined`,
      `${folder}/auth-code-flow.md:67:3 tag-undefined`,
      `${folder}/kubernetes.md:14:1 tag-undefined`,
      `${folder}/kubernetes.md:81:1 tag-undefined`,
      `${folder}/kubernetes.md:82:3 tag-undefined`,
    ]);

    const server = await site.serve();
    for (const [name, source] of [
      ['auth-code-flow', '{% inlineCalloutContainer %}'],
      ['kubernetes', '{% codeWithLanguageSelector title="Auth Configuration"'],
    ]) {
      await visit(page, `${server.url}/deployment/security/auth0/${name}`);
      await expect(
        page
          .locator('article')
          .getByText(source ?? '')
          .first(),
      ).toBeVisible();
    }
    await server.close();
  });
});
