/** What comes of a page with mistakes in it. */
import {expect, test} from 'playwright/test';
import {visit} from './support/page.js';
import {Site} from './support/site.js';

/** The problems that a build printed, as `FILE:LINE:COLUMN RULE`. */
function problemsIn(output: string): string[] {
  // One begins with its place, and its last line begins with the rule's id. The bundler puts a line beside it.
  const problem = /^\W*(\S+\.mdx?:\d+:\d+) {2}[\s\S]*?^\W*([a-z]+(?:-[a-z]+)+)(?: {2}\S+)?$/gm;
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
