/** What spares pages GFM's search for addresses and tables changes no tree, and still knows GFM's constructs by their names. */
import fc from 'fast-check';
import type {Root} from 'mdast';
import type {Construct, Extension} from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {describe, expect, test} from 'vitest';
import {limitGfmSearch} from '../../src/syntax/index.js';

const whole = unified().use(remarkParse).use(remarkGfm).freeze();
const limited = unified().use(remarkParse).use(limitGfmSearch).use(remarkGfm).freeze();

/** A document of these pieces, in any order and number. */
const documentOf = (...pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), {maxLength: 30}).map((each) => each.join(''));

describe('a tree is the same', () => {
  test.each([
    'Nothing of the kind',
    'At https://example.com/a, HTTP://EXAMPLE.COM and http://a.b.',
    'At www.example.com and WWW.Example.com',
    'Write to me@example.com or a.b-c+d@example.com.',
    'Write to me&#64;example.com, see https&colon;//example.com',
    'Write to me\\@example.com, see www\\.example.com',
    '[Not in a www.example.com link](https://example.com), but me@example.com',
    '`me@example.com` https://example.com',
    '> - | a@b.cc | www.b.cc |\n>   | - | - |\n>   | https://b.cc | &commat; |',
    'A\n\n| a |\n|---|\n| b |\nc\n\nd | e',
    'a\n-|\n\nb\n\nc | d\n- | -\ne',
    'a | b\r\n:-|-:\r\nc | d\rE',
    '1. a | b\n   --|--\n   c\nd\n\n> a\n> :-\nb',
    'A\n---\n| a\n',
  ])('%s', (document) => {
    expect(limited.parse(document)).toEqual(whole.parse(document));
  });

  const common = ['a', ' ', '\n', '`', '*', '[', '](', ')', '<', '> ', '- ', ':', '\\'];
  test.each([
    [
      'addresses',
      documentOf(
        ...common,
        ...['w', 'h', 's', '.', '@', '&#64;', '_', '~'],
        ...['www.', 'http', '://', 'a@b.cc', 'me@', 'b.cc'],
      ),
    ],
    [
      'tables',
      documentOf(
        ...common,
        ...['|', '-', '|-|', ':-:', '\n|', '\n-|-\n', '\n\n', '\r\n', '\r', '\t', '    '],
        ...['1. ', '>', '#', '***\n', '[^a]: ', '[^a]', '<b>\n', '```\n'],
      ),
    ],
  ])('with anything like %s', {timeout: 120_000}, (_, documents) => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(limited.parse(document)).toEqual(whole.parse(document));
      }),
      {numRuns: Number(process.env.FUZZ_RUNS ?? 500), seed: 20241124},
    );
  });
});

test.each([
  ['Nothing of the kind', []],
  ['[A](https://example.com)', ['protocolAutolink']],
  ['www.example.com', ['wwwAutolink']],
  ['me@example.com', ['emailAutolink']],
  ['https://me@www.example.com', ['emailAutolink', 'protocolAutolink', 'wwwAutolink']],
])('%s is searched for %j', (document, searches) => {
  limited.parse(document);
  expect(searchesOf(limited)).toEqual(searches);
});

test('only lines that may be of a table are read as such', () => {
  const lines: number[] = [];
  const processor = unified()
    .use(remarkParse)
    .use(limitGfmSearch)
    .use(remarkGfm)
    .use(function note() {
      const table = this.data().micromarkExtensions?.flatMap(tablesOf)[0] as Construct;
      const {tokenize} = table;
      table.tokenize = function (...args) {
        lines.push(this.now().line);
        return tokenize.apply(this, args);
      };
    });
  processor.parse('A\nB\n\nC\n\n| d |\n|---|\n| e |\n\nF');
  expect([...new Set(lines)]).toEqual([6, 8]);
});

test('GFM has the searches that we know, and no others', () => {
  expect(searchesOf(whole)).toEqual(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);
  expect(whole.data().micromarkExtensions?.flatMap(tablesOf)).toHaveLength(1);
  const [searching, ...others] = (whole.data().fromMarkdownExtensions ?? [])
    .flat(2)
    .filter(({transforms}) => transforms?.length);
  expect(searching?.enter).toHaveProperty('literalAutolink');
  expect(others).toEqual([]);
});

/** The constructs for tables. */
function tablesOf({flow}: Extension): Construct[] {
  return [flow?.null ?? []].flat().filter(({name}) => name === 'table');
}

/** The names of the constructs that look for addresses. */
function searchesOf(processor: Processor<Root>): string[] {
  const constructs = processor
    .data()
    .micromarkExtensions?.flatMap(({text = {}}) => Object.values(text).flat());
  const names = new Set(constructs?.flatMap((each) => each?.name ?? []));
  return [...names].filter((name) => name.endsWith('Autolink')).sort();
}
