/** What the package lets others use. A new name here is a promise. */
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import * as moved from '../src/client/moved.js';
import * as flow from '../src/flow/index.js';
import * as main from '../src/index.js';
import * as remark from '../src/remark.js';
import * as tags from '../src/tags.js';

const packageFile = new URL('../package.json', import.meta.url);
const doors: {[door: string]: {default: string} | string} = JSON.parse(
  readFileSync(packageFile, 'utf8'),
).exports;

function messageOf(call: () => never): string {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
}

test('the package has these doors', () => {
  expect(Object.keys(doors)).toEqual([
    '.',
    './remark',
    './tags',
    './client',
    './theme',
    './runtime',
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

  test.each([
    ['client', ['isSafeAddress', 'usePageVariables']],
    [
      'theme',
      [
        'WaitingSheet',
        'addressOf',
        'checkCss',
        'chooserSheet',
        'copyText',
        'findingTexts',
        'forgetAnswers',
        'forgetValues',
        'inputOf',
        'isSafeInFence',
        'problemText',
        'readValue',
        'statusText',
        'summaryText',
        'takeAnswers',
        'useCheck',
        'useChoiceMarks',
        'useCodeBlock',
        'useFlow',
        'usePrismTheme',
        'useSpeaker',
        'useStoredValues',
        'useTaker',
        'valueProperty',
      ],
    ],
    [
      'runtime',
      [
        'MarkdocAnchors',
        'MarkdocIf',
        'MarkdocSlot',
        'MarkdocSlots',
        'markdocFunctions',
        'uniquePartialIds',
        'usePageVariables',
      ],
    ],
  ])('./%s exports these names', (door, names) => {
    // Read, not run: what it imports from Docusaurus is there in a browser's bundle only.
    const file = sourceOf(doors[`./${door}`] ?? '');
    const source = readFileSync(new URL(file, packageFile), 'utf8');
    const exported = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim()),
    );
    expect(exported.filter((name) => name && !name.startsWith('type ')).sort()).toEqual(names);
  });

  test('./client says of names of version 0.1 where they are', () => {
    for (const [name, call] of Object.entries(moved)) {
      const [, now = '', door = ''] =
        /^\w+ has moved: import (\w+) from docusaurus-plugin-markdoc\/(\w+)$/.exec(
          messageOf(call),
        ) ?? [];
      const source = readFileSync(new URL(sourceOf(doors[`./${door}`] ?? ''), packageFile), 'utf8');
      expect(source, name).toMatch(new RegExp(`\\b${now}\\b`));
    }
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
    expect(existsSync(new URL(sourceOf(target), packageFile))).toBe(true);
  });
});

/** The file from which what a door leads to is built. */
function sourceOf(door: {default: string} | string): string {
  const file = typeof door === 'string' ? door : door.default;
  return file.replace('./lib/', './src/').replace(/\.js$/, '.ts');
}
