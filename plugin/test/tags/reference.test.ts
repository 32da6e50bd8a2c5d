/** The page that lists the tags is made from their schemas. */
import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {builtInTags} from '../../src/tags/registry.js';

interface Generator {
  page: string;
  tagReference(tags: typeof builtInTags): string;
}

const script = new URL('../../../scripts/generate-tag-reference.mjs', import.meta.url);
const {page, tagReference} = (await import(script.href)) as Generator;

test('the reference page is up to date; `npm run docs:tags` writes it', () => {
  expect(readFileSync(page, 'utf8')).toBe(tagReference(builtInTags));
});

test('every tag and every attribute is described', () => {
  for (const [name, {description, attributes = {}}] of Object.entries(builtInTags)) {
    expect(description, name).toBeTruthy();
    for (const [key, attribute] of Object.entries(attributes)) {
      expect(attribute.description, `${name}.${key}`).toBeTruthy();
    }
  }
});
