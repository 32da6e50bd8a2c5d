/** What Markdoc can do, case by case: what our pipeline makes of it, and that it is what Markdoc makes of it. */
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {formats} from '../support/parse.js';
import {type Difference, differences} from './differences.js';
import {readWithMarkdoc, readWithOurs} from './trees.js';

interface Expected {
  /** The page's outline; see `trees.ts`. */
  shows: string;
  /** The ids and messages of what is wrong with it. */
  problems?: string[];
}

/** A case of `cases.yaml`. */
interface Case extends Expected {
  name: string;
  source: string;
  /** The only format in which it means this. */
  format?: 'md';
  /** Why Markdoc does something else, and what it does. */
  differs?: Difference;
  markdoc?: Expected;
}

const read = (url: string) => readFileSync(new URL(url, import.meta.url), 'utf8');
const cases: Case[] = parse(read('cases.yaml'));

const reading = ({shows, problems = []}: Expected) => ({outline: shows, problems});

describe.each(cases)('$name', ({source, format, differs, markdoc, ...expected}) => {
  test.each(format ? [format] : formats)('%s', async (each) => {
    expect(await readWithOurs(source, each)).toEqual(reading(expected));
  });

  test(differs ? 'Markdoc differs as documented' : 'Markdoc does the same', () => {
    expect(readWithMarkdoc(source)).toEqual(reading(markdoc ?? expected));
    expect(markdoc === undefined).toBe(differs === undefined);
  });
});

describe('the documented differences', () => {
  test('each have a case, or concern MDX alone', () => {
    const met = new Set(cases.map(({differs}) => differs));
    expect(Object.keys(differences).filter((id) => !met.has(id as Difference))).toEqual(['mdx']);
    expect(cases.some(({format}) => format === 'md')).toBe(true);
  });

  test('each are told to authors, and no other', () => {
    const page = read('../../../content/partials/authors/markdoc-differences.md');
    const titles = [...page.matchAll(/^- \*\*(.+?)\.\*\* /gm)].map(([, title]) => title);
    expect(titles).toEqual(Object.values(differences));
  });
});
