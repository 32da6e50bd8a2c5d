/** What spares pages GFM's search for addresses changes no tree, and still knows GFM's constructs by their names. */
import fc from 'fast-check';
import type {Root} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {describe, expect, test} from 'vitest';
import {limitAutolinkSearch} from '../../src/syntax/index.js';

const whole = unified().use(remarkParse).use(remarkGfm).freeze();
const limited = unified().use(remarkParse).use(limitAutolinkSearch).use(remarkGfm).freeze();

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
  ])('%s', (document) => {
    expect(limited.parse(document)).toEqual(whole.parse(document));
  });

  test('of anything', {timeout: 120_000}, () => {
    const words = [
      'a',
      'w',
      'h',
      ' ',
      '\n',
      '.',
      '@',
      '&#64;',
      '\\',
      '`',
      '*',
      '_',
      '[',
      '](',
      ')',
    ];
    const parts = [
      'www.',
      'http',
      's',
      '://',
      'a@b.cc',
      'me@',
      'b.cc',
      '<',
      '>',
      '> ',
      '- ',
      '~',
      ':',
    ];
    const document = fc.array(fc.constantFrom(...words, ...parts)).map((each) => each.join(''));
    fc.assert(
      fc.property(document, (each) => {
        expect(limited.parse(each)).toEqual(whole.parse(each));
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

test('GFM has the searches that we know, and no others', () => {
  expect(searchesOf(whole)).toEqual(['emailAutolink', 'protocolAutolink', 'wwwAutolink']);
  const [searching, ...others] = (whole.data().fromMarkdownExtensions ?? [])
    .flat(2)
    .filter(({transforms}) => transforms?.length);
  expect(searching?.enter).toHaveProperty('literalAutolink');
  expect(others).toEqual([]);
});

/** The names of the constructs that look for addresses. */
function searchesOf(processor: Processor<Root>): string[] {
  const constructs = processor
    .data()
    .micromarkExtensions?.flatMap(({text = {}}) => Object.values(text).flat());
  const names = new Set(constructs?.flatMap((each) => each?.name ?? []));
  return [...names].filter((name) => name.endsWith('Autolink')).sort();
}
