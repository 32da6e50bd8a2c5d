/** How the site's Markdoc configuration is loaded while its files change. */

import {mkdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {siteConfig, siteConfigFiles} from '../../src/disk/markdoc-config.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const options = {config: 'markdoc'};
const good = 'export const render = "b";';
const tags = 'import {render} from "./note.ts";\nexport default {note: {render}};';

/** Writes a file as somebody would a moment later. */
function change(file: string, text: string): void {
  mkdirSync(path.dirname(file), {recursive: true});
  writeFileSync(file, text);
  const later = Date.now() / 1000 + 5;
  utimesSync(file, later, later);
}

function errorOf(load: () => unknown): Error {
  try {
    load();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown');
}

test('a component imports what only the bundle has', () => {
  const site = temporaryFolder({
    'components.ts': `
      import Link from '@docusaurus/Link';
      import {isSafeAddress} from 'docusaurus-plugin-markdoc/client';
      export const addressOf = (href) => isSafeAddress(href) && Link;
    `,
  });
  expect(siteConfig({components: 'components'}, site).componentNames).toEqual(['addressOf']);
});

describe('a mistake in the configuration', () => {
  test.each([
    ['syntax', 'note.ts', 'export default {'],
    ['an exception', 'note.ts', 'throw new Error("Oh");'],
    ['an exception in CommonJS', 'note.cjs', 'throw new Error("Oh");'],
  ])('%s: the files are known, and the configuration recovers', (_, name, text) => {
    const source = tags.replace('note.ts', name);
    const site = temporaryFolder({'markdoc/tags.ts': source, [`markdoc/${name}`]: text});
    const files = siteConfigFiles(options, site).dependencies;
    expect(files).toContain(path.join(site, 'markdoc/tags.ts'));
    expect(files).toContain(path.join(site, 'markdoc', name));
    const error = errorOf(() => siteConfig(options, site));
    expect(error.message).toContain(path.join(site, 'markdoc/tags.ts'));
    change(
      path.join(site, 'markdoc', name),
      name.endsWith('.cjs') ? 'exports.render = "b";' : good,
    );
    expect(siteConfig(options, site).tags.note).toMatchObject({render: 'b'});
  });

  test('the modules are not loaded again for each page', () => {
    const counter = globalThis as {loads?: number};
    counter.loads = 0;
    const site = temporaryFolder({'markdoc/tags.ts': 'globalThis.loads++; throw new Error("Oh");'});
    const errors = [1, 2, 3].map(() => errorOf(() => siteConfig(options, site)));
    expect(new Set(errors).size).toBe(1);
    expect(counter.loads).toBe(1);
  });

  test('an import of what is not there names the place', () => {
    const site = temporaryFolder({'markdoc/tags.ts': tags});
    const note = path.join(site, 'markdoc/note.ts');
    expect(siteConfigFiles(options, site).missing).toContain(note);
    expect(() => siteConfig(options, site)).toThrow(path.join(site, 'markdoc/tags.ts'));
    change(note, good);
    expect(siteConfig(options, site).tags).toHaveProperty('note');
  });

  test('a folder that is not there is looked for', () => {
    const site = temporaryFolder();
    expect(() => siteConfig(options, site)).toThrow(path.join(site, 'markdoc'));
    expect(siteConfigFiles(options, site).missing).toContain(path.join(site, 'markdoc'));
    change(path.join(site, 'markdoc/tags.ts'), 'export default {note: {render: "b"}};');
    expect(siteConfig(options, site).tags).toHaveProperty('note');
  });
});

describe('a folder for the configuration', () => {
  test('a file that is added is noticed', () => {
    const site = temporaryFolder({'markdoc/tags.ts': 'export default {note: {render: "b"}};'});
    expect(siteConfig(options, site).functions).toEqual({});
    const file = path.join(site, 'markdoc/functions.mjs');
    expect(siteConfigFiles(options, site).missing).toContain(file);
    change(file, 'export const shout = {transform: () => "!"};');
    expect(siteConfig(options, site).functions).toHaveProperty('shout');
    rmSync(file);
    expect(siteConfig(options, site).functions).toEqual({});
  });

  test('a folder that is added is noticed', () => {
    const site = temporaryFolder({'markdoc/tags.ts': 'export default {note: {render: "b"}};'});
    siteConfig(options, site);
    const folder = path.join(site, 'markdoc/functions');
    expect(siteConfigFiles(options, site).missing).toContain(folder);
    mkdirSync(folder);
    expect(siteConfig(options, site).functions).toEqual({});
    change(path.join(folder, 'index.ts'), 'export const shout = {transform: () => "!"};');
    expect(siteConfig(options, site).functions).toHaveProperty('shout');
  });
});

test('modules that others have loaded stay where they are', () => {
  const site = temporaryFolder({
    'other.cjs': 'exports.render = "h1";',
    'markdoc/tags.ts': 'import {render} from "../other.cjs";\nexport default {note: {render}};',
  });
  const require = createRequire(import.meta.url);
  const file = path.join(site, 'other.cjs');
  const before = require(file);
  const known = new Set(Object.keys(require.cache));
  expect(siteConfig(options, site).tags.note).toMatchObject({render: 'h1'});
  change(file, 'exports.render = "h2";');
  expect(siteConfig(options, site).tags.note).toMatchObject({render: 'h2'});
  expect(require(file)).toBe(before);
  expect([...known].filter((each) => !require.cache[each])).toEqual([]);
});
