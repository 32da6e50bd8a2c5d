/** What is wrong with a page shows in its outline; pages without a problem are looked at no further. */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {normalizeOptions} from '../../src/options.js';
import {lowerPage} from '../../src/page.js';
import {fenceProblems, fencesOf} from '../../src/site-check/fences.js';
import {outlineOf} from '../../src/site-check/outline.js';
import {PageParser, type PageText} from '../../src/site-check/parse-page.js';
import {siteDir} from '../support/page.js';
import {type Format, formats} from '../support/parse.js';

const numRuns = Number(process.env.FUZZ_RUNS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 20240607);

/** The pages of the fixtures and of the documentation. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['plugin/test/fixtures', 'content'].flatMap((folder) =>
  readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file)),
);

const parser = new PageParser({mdx1Compat: {comments: true, headingIds: true}} as never);

function page(source: string, format: Format): PageText {
  return {source, format, frontMatter: {}, problems: []};
}

/** What a check finds in a page: how many problems, and its partials. */
function look(text: PageText) {
  const tree = parser.parse(text);
  if (!('children' in tree)) return {problems: [tree], named: [], included: []};
  const {source, frontMatter} = text;
  const fences = fencesOf(tree, source);
  const file = path.join(siteDir, 'docs/page.md');
  const lowered = lowerPage(tree, {path: file, source, frontMatter}, normalizeOptions({}));
  return {
    problems: [...(lowered?.problems ?? []), ...fenceProblems(fences, source)],
    named: [...(lowered?.named ?? [])],
    included: lowered?.included ?? [],
  };
}

/** Compares a page with its outline: where nothing is wrong with the outline, nothing is with the page, and it includes the same. */
function compare(text: PageText): 'in full' | 'at a glance' {
  const outline = outlineOf(text);
  const glance = outline && look(outline);
  if (!glance || glance.problems.length > 0) return 'in full';
  expect(look(text)).toEqual(glance);
  return 'at a glance';
}

/** Lines that begin, end and cross what a page is made of. */
const lines = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'Text',
    'Text **bold** `code`',
    'A {% $page.title %}',
    '  more',
    '    deep',
    '\\{%',
  ],
  ...[
    '# Heading',
    '## Heading {#id}',
    'Title\n---',
    '---',
    '===',
    '* * *',
    '[a]: /b',
    '[^1]: Note',
  ],
  ...[
    '- item',
    '- item\n\n  more',
    '  - nested',
    '1. item',
    '2. item',
    '-',
    '> quote',
    '>',
    '\t- a',
  ],
  ...['{% note %}', '{% /note %}', '  {% note %}', '  {% /note %}', '- {% note %}', '> {% note %}'],
  ...['a {% note %} b', '**a {% tip %}', '{% /tip %} b**', '    {% /note %}', '> {% /note %}'],
  ...['{% table %}', '{% /table %}', '{% steps %}', '{% step title="A" %}', '{% /step %}'],
  ...[
    '{% /steps %}',
    '{% noet /%}',
    '{% note title="a',
    'b" %}',
    '{% note',
    'noet=1',
    '%}',
    '{% partial file="a.md" /%}',
  ],
  ...[
    '```',
    '```yaml',
    '```js',
    '~~~',
    '~~~json',
    '````',
    '   ```',
    '- ```yaml',
    '  ```',
    '> ```yaml',
  ],
  ...[
    'a: [1',
    'a: 1',
    '  b: [',
    '{"a": }',
    '```yaml\na: [\n```',
    '```js\n{% noet /%}\n```',
    '``` a ` b',
    '-```',
    '[^1]: ```yaml',
    '>   ```yaml',
    '19 ```',
    '```\n- a\n```',
    '\t```',
  ],
  ...[
    '| a | b |\n| - | - |\n| c | d |',
    '| {% noet /%} |',
    ':::tip',
    ':::',
    ':::note[A]',
    '::leaf',
  ],
  ...['- A\n  {% .class %}', 'A {% .class %}', '{% .class %}', '<!--', '-->', 'a -> b', '3 < 4'],
);

const elements = fc.constantFrom(
  ...['<b>', '</b>', '<div>', '</div>', '<br/>', '{1}', '{', '}', '{/* a */}', '`{`', '<A b={1}'],
  ...['/>', 'import a from "a"', 'export const a = [', ']', '{`', '`}', '<script>', '</script>'],
);

describe.each(formats)('%s: the outline of a page', (format) => {
  test('of random lines has what is wrong with the page', {timeout: 120_000}, () => {
    const counts = {'in full': 0, 'at a glance': 0};
    const pages = fc.array(
      fc.oneof({weight: 9, arbitrary: lines}, {weight: 1, arbitrary: elements}),
      {
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(pages, (parts) => {
        counts[compare(page(parts.join('\n'), format))]++;
      }),
      {seed, numRuns},
    );
    // Neither is rare enough to be tested by accident.
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(numRuns / 20);
  });

  test.each([
    // Lists, quotations and directives hold what is indented behind prose, too.
    '- {% note %}\n\n  Text\n\n{% /note %}',
    '- item\n\n  Text\n\n  {% note %}\n\nText\n\n  {% /note %}',
    ':::tip\n\n{% note %}\n\n:::\n\n{% /note %}',
    '{% steps %}\n\nText\n\n{% /steps %}',
    '1. item\n\n   {% note %}\n\n{% /note %}',
    '+ item\n\n  {% note %}\n\n{% /note %}',
    '[^1]: Note\n\n    {% note %}\n\n{% /note %}',
    '{% table %}\n* a\n\n___\n\n* {% note %}\n\n{% /table %}',
    // Fences and tags go on over blank lines, and front matter does.
    '```yaml\na: 1\n\nb: [\n```',
    '[^1]: ```yaml\n\n    a: [\n    ```',
    '```js\n  ```\n\n```yaml\n\na: [\n```',
    '> ```js\n\n```yaml\n\na: [\n```',
    '{% note title="a\n\nb\n\nc" noet=1 /%}',
    '{% note\n\nnoet=1\n\ntitle="c" /%}',
    '---\n```\n---\n\n```yaml\n\na: [\n```',
    '---\na: 1\n\nb: 2\n---\n\n{% noet /%}\n\n---',
  ])('of %j does not hide what is wrong with it', (source) => {
    expect(look(page(source, format)).problems).not.toEqual([]);
    expect(compare(page(source, format))).toBe('in full');
  });

  test.each(sources)('of %s has what is wrong with it', (file) => {
    compare(page(readFileSync(path.join(root, file), 'utf8'), format));
  });
});

test('the outline of a page has what follows a fence that is closed by indented marks', () => {
  expect(compare(page('```js\n  ```\n## A {#b}', 'mdx'))).toBe('in full');
});
