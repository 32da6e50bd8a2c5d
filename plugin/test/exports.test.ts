/** What the package lets others use. A new name here is a promise. */
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import * as flow from '../src/flow/index.js';
import * as main from '../src/index.js';
import * as remark from '../src/remark.js';
import * as tags from '../src/tags.js';

const packageFile = new URL('../package.json', import.meta.url);
const doors: {[door: string]: {default: string} | string} = JSON.parse(
  readFileSync(packageFile, 'utf8'),
).exports;

test('the package has these doors', () => {
  expect(Object.keys(doors)).toEqual([
    '.',
    './remark',
    './tags',
    './client',
    './flow',
    './flow.schema.json',
    './package.json',
  ]);
});

describe('a door', () => {
  test('. exports these names', () => {
    expect(Object.keys(main).sort()).toEqual(['default', 'validateOptions', 'withMarkdoc']);
  });

  test('./remark exports these names', () => {
    expect(Object.keys(remark)).toEqual(['default']);
  });

  test('./tags exports these names', () => {
    expect(Object.keys(tags)).toEqual(['tags']);
  });

  test('./client exports these names', () => {
    // Read, not run: what it imports from Docusaurus is there in a browser's bundle only.
    const source = readFileSync(new URL('../src/client/index.ts', import.meta.url), 'utf8');
    const names = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim()),
    );
    expect(names.filter((name) => name && !name.startsWith('type ')).sort()).toMatchInlineSnapshot(`
      [
        "MarkdocAnchors",
        "MarkdocIf",
        "MarkdocSlot",
        "MarkdocSlots",
        "addressOf",
        "checkText",
        "copyText",
        "forgetAnswers",
        "forgetValues",
        "handOver",
        "inputOf",
        "isSafeAddress",
        "isSafeInFence",
        "markdocFunctions",
        "readValue",
        "takeAnswers",
        "uniquePartialIds",
        "useChoiceMarks",
        "useCodeBlock",
        "useFlow",
        "usePageVariables",
        "usePrismTheme",
        "useSpeaker",
        "useStoredValues",
      ]
    `);
  });

  test('./flow exports what a form needs', () => {
    expect(Object.keys(flow).sort()).toMatchInlineSnapshot(`
      [
        "checkValue",
        "combinations",
        "decodeShare",
        "encode",
        "encodeShare",
        "evaluate",
        "flowMessages",
        "formatMessage",
        "parseAnswers",
        "parseList",
      ]
    `);
  });

  test.each(Object.entries(doors))('%s leads to what is built from the sources', (_, target) => {
    const file = typeof target === 'string' ? target : target.default;
    const source = file.replace('./lib/', './src/').replace(/\.js$/, '.ts');
    expect(existsSync(new URL(source, packageFile))).toBe(true);
  });
});
