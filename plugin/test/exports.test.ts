/** What the package lets others use. A new name here is a promise. */
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';

const packageFile = new URL('../package.json', import.meta.url);
const doors: {[door: string]: {default: string} | string} = JSON.parse(
  readFileSync(packageFile, 'utf8'),
).exports;

test('the package has these doors', () => {
  expect(Object.keys(doors)).toEqual([
    '.',
    './remark',
    './client',
    './flow',
    './flow.schema.json',
    './package.json',
  ]);
});

describe('a door', () => {
  test.each([
    ['.', ['default', 'validateOptions', 'withMarkdoc']],
    ['./remark', ['default']],
  ])('%s exports these names', async (door, names) => {
    const source = sourceOf(door);
    expect(Object.keys(await import(source)).sort()).toEqual(names);
  });

  test('./client exports these names', () => {
    // Read, not run: what it imports from Docusaurus is there in a browser's bundle only.
    const source = readFileSync(new URL(sourceOf('./client'), import.meta.url), 'utf8');
    const names = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim()),
    );
    expect(names.filter((name) => !name.startsWith('type ')).sort()).toMatchInlineSnapshot(`
      [
        "MarkdocIf",
        "MarkdocSlot",
        "MarkdocSlots",
        "addressOf",
        "inputOf",
        "markdocFunctions",
        "uniquePartialIds",
        "useFlow",
        "usePageVariables",
      ]
    `);
  });

  test('./flow exports something', async () => {
    expect(Object.keys(await import(sourceOf('./flow')))).not.toEqual([]);
  });
});

/** The source of what a door leads to. */
function sourceOf(door: string): string {
  const target = doors[door];
  const built = typeof target === 'string' ? target : (target?.default ?? '');
  return built.replace('./lib/', '../src/').replace(/\.js$/, '.ts');
}
