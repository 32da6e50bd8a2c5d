/**
 * Random pages: each yields a tree or problems, never a crash. `FUZZ_RUNS` is their number, `FUZZ_SEED` repeats a run that failed.
 */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {MarkdocTag} from '../src/syntax/index.js';
import {checkPage, compilePage} from './support/page.js';
import {type Format, formats, nodesOf, parse, parseWithoutTags} from './support/parse.js';

const numRuns = Number(process.env.FUZZ_RUNS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 20240607);

/** What pages are made of, and what syntaxes quarrel over. */
const fragments = [
  ...[
    '{%',
    '%}',
    '/%}',
    '{% ',
    ' %}',
    ' /%}',
    '{',
    '}',
    '%',
    '{{',
    '}}',
    '\\',
    '{% /',
    '{%\n',
    '{ %',
  ],
  ...['note', 'image', 'partial', 'tip', 'noet', 'if', 'else', '__proto__', 'a-b', '漢字', '🎉'],
  ...[
    'title="A"',
    'src="/images/hill.png"',
    'file="a.md"',
    '#id',
    '.class',
    'a=',
    'a=1',
    'a=[1, "b"]',
  ],
  ...[
    'a={b: null}',
    '$a.b',
    'f($a, 1)',
    '"',
    '\\"',
    "'",
    '=',
    ',',
    '[',
    ']',
    '(',
    ')',
    '0',
    '-1.5',
    'true',
  ],
  ...[
    '{% note %}',
    '{% /note %}',
    '{% tip %}',
    '{% /tip %}',
    '{% image src="/images/hill.png" /%}',
  ],
  ...['{% partial file="a.md" /%}', '{% $page.title %}', '{% if $a %}', '{% else /%}', '{% /if %}'],
  ...['{% #id .class %}', '{% table %}', '{% /table %}', '{% note title="%}" %}', '{% a="b\nc" %}'],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '    ',
    '\t',
    '\0',
    '\uFEFF',
    '\n  ',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n* * *\n',
  ],
  ...[
    '# ',
    '\n===\n',
    '\n---\n',
    '`',
    '``',
    '\n```\n',
    '\n~~~\n',
    '*',
    '**',
    '_',
    '~~',
    '[',
    '](/a)',
    '![',
  ],
  ...[
    '\n| a | b |\n| - | - |\n| c | d |\n',
    '|',
    '\n:::tip\n',
    '\n:::\n',
    ':abbr[a]',
    '[^1]',
    '\n[^1]: ',
    '\n[a]: /b\n',
  ],
  ...['https://a.b/', '<https://a.b>', '&amp;', '&#123;', '<!-- ', ' -->', 'A', 'word '],
];

const html = ['<b>', '</b>', '<div>', '</div>', '<div>\n', '<br/>', '<a href="'];
const jsx = [
  ...html,
  '{1}',
  '{/* a */}',
  '<A b={1} />',
  '<>',
  '</>',
  '\nimport a from "a"\n',
  '\nexport const b = 1\n',
];

function pages(format: Format): fc.Arbitrary<string> {
  const all = [...fragments, ...(format === 'mdx' ? jsx : html)];
  return fc
    .array(fc.oneof({weight: 12, arbitrary: fc.constantFrom(...all)}, fc.string({maxLength: 5})), {
      maxLength: 24,
    })
    .map((parts) => parts.join(''));
}

/** MDX gives up on a page at the first mistake in what is its own: elements, expressions, imports. */
function isOfMdx(error: unknown): boolean {
  const {source, code, stack} = error as {source?: string; code?: string; stack?: string};
  // What MDX says of an element left open in a heading is an assertion that fails, in development builds.
  if (code === 'ERR_ASSERTION') return /expected (heading|paragraph) on stack/.test(stack ?? '');
  return /^(micromark-extension-mdx|mdast-util-mdx|remark-mdx)/.test(source ?? '');
}

describe.each(formats)(`%s, seed ${seed}`, (format) => {
  const half = Math.ceil(numRuns / 2);

  test('a random page yields a tree or problems with a place inside of it', {
    timeout: 120_000,
  }, async () => {
    let compiled = 0;
    await fc.assert(
      fc.asyncProperty(pages(format), async (page) => {
        const problems = await checkPage(page, {format}).catch((error) => {
          if (format === 'mdx' && isOfMdx(error)) return undefined;
          throw error;
        });
        if (!problems) return;
        compiled++;
        const lines = page.split(/\r\n?|\n/);
        for (const {place, rule, message} of problems) {
          const [line = 0, column = 0] = place.split(':').map(Number);
          expect(rule).not.toBe('');
          expect(message).not.toBe('');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      }),
      {numRuns: half, seed},
    );
    // A page that MDX refuses says nothing of tags.
    expect(compiled).toBeGreaterThan(half / 2);
  });

  test('a page without "{%" is what it was without Markdoc', {timeout: 120_000}, () => {
    const untagged = pages(format).map((page) => page.replaceAll('{%', '{ '));
    fc.assert(
      fc.property(untagged, (page) => {
        const read = (parser: typeof parse) => {
          try {
            return nodesOf(parser(page, format)).map(({type, position}) => [type, position]);
          } catch (error) {
            return String(error);
          }
        };
        expect(read(parse)).toEqual(read(parseWithoutTags));
      }),
      {numRuns: Math.ceil(numRuns / 4), seed},
    );
  });
});

test('attributes are found inside of their tag, however they are written', () => {
  const part = fc.constantFrom(
    ...['"a"', 'b="c"', 'b="%} \\" d"', '#e', '.f', '1', '[1, {b: "]"}]', '$g.h["i"]', 'j($g, 1)'],
    ...[' ', '\n', '\t', ',', '=', '"', '[', 'k', 'k=', '/', '\\|'],
  );
  const tag = fc.array(part, {maxLength: 8}).map((parts) => `{% ${parts.join('')} %}`);
  const page = fc
    .tuple(
      tag,
      fc.constantFrom('', 'a', 'note '),
      fc.constantFrom('', '> ', '- ', '| A |\n| - |\n| '),
    )
    .map(([text, name, before]) => `${before}${text.replace('{% ', `{% ${name}`)}`);
  fc.assert(
    fc.property(page, (source) => {
      const attributes = nodesOf(parse(source)).flatMap((node) =>
        node.type === 'markdocAnnotation' || node.type === 'markdocTag'
          ? (node as MarkdocTag).attributes
          : [],
      );
      for (const {position} of attributes) {
        const {start, end} = position;
        expect(source.indexOf('{%')).toBeLessThanOrEqual(start.offset ?? -1);
        expect(source.slice(start.offset, end.offset)).not.toBe('');
        expect(end.offset).toBeLessThanOrEqual(source.lastIndexOf('%}') + 2);
      }
    }),
    {numRuns, seed},
  );
});

describe('a page that is cut off anywhere', () => {
  const page =
    '# A {% #b %}\n\n> {% note title="C %} \\" d" %}\n> - {% image\n>   src="/images/hill.png" /%}\n> {% /note %}\n\n| {% $e %} |\n| - |\n\n`{% f %}` **{% tip %}G{% /tip %}**\n';

  test.each(formats)('%s: yields a tree or problems', async (format) => {
    for (let end = 0; end <= page.length; end++) {
      const result = compilePage(page.slice(0, end), {format});
      if (format === 'md') await result;
      else
        await result.catch((error) => {
          if (!isOfMdx(error)) throw error;
        });
    }
  });
});
