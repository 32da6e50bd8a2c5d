/**
 * A project as Markdoc's users have it (tags, nodes and functions in a folder, React components, pages, partials) runs in
 * Docusaurus with its files as they are and one line of configuration.
 */
import {expect, test} from 'playwright/test';
import type {StaticServer} from '../scripts/static-server.mjs';
import {collectErrors, visit} from './support/page.js';
import {Site} from './support/site.js';

let site: Site;
let server: StaticServer;

test.beforeAll(async () => {
  site = new Site('markdoc-project', 'markdoc-project');
  const {code, output} = await site.build();
  expect(code, output).toBe(0);
  server = await site.serve();
});

test.afterAll(() => server.close());

test('shows tags, nodes, functions and variables of its own', async ({page}) => {
  const errors = collectErrors(page);
  await visit(page, server.url);
  const article = page.locator('article');

  await expect(article).toContainText('It is called KETTLE');
  await expect(article.locator('b.badge')).toHaveText('new 2');
  await expect(article.locator('aside[data-level=loud]')).toContainText('Let it cool');
  await expect(article.locator('hr.rule')).toHaveCount(1);

  // `transform` made the labels of the content; the component has a state of its own.
  const tabs = article.locator('[data-open]');
  await expect(tabs.locator('> button')).toHaveText(['Gas', 'Power']);
  await tabs.getByRole('button', {name: 'Power'}).click();
  await expect(tabs).toHaveAttribute('data-open', 'Power');
  await expect(tabs.getByLabel('Power')).toHaveText('Press the button.');
  await expect(tabs.locator('.theme-code-block')).toContainText('boil();');
  expect(errors).toEqual([]);
});

test('has headings that its own schema and a partial’s values made in the contents list', async ({
  page,
}) => {
  await visit(page, server.url);
  const contents = page.locator('.table-of-contents a');
  await expect(contents).toHaveText(['Ways to boil', 'Care for the lid']);
  await expect(page.getByRole('heading', {name: 'Ways to boil'})).toHaveAttribute(
    'data-level',
    '2',
  );
  await visit(page, `${server.url}/second`);
  await expect(page.getByRole('heading', {name: 'Care for the base'})).toBeVisible();
});

test('shows a change of its configuration in the next build with a warm cache', async ({page}) => {
  site.edit('markdoc/config.js', 'Kettle', 'Teapot');
  const {code, output} = await site.build();
  expect(code, output).toBe(0);
  await visit(page, server.url);
  await expect(page.locator('article')).toContainText('It is called TEAPOT');
});
