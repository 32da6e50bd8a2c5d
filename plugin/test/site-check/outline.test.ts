/** What is wrong with a page shows in its outline; pages without a problem are looked at no further. */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {getSite, setSite} from '../../src/disk/site.js';
import {normalizeOptions} from '../../src/options.js';
import {checkSite} from '../../src/site-check/check-site.js';
import {PageParser} from '../../src/site-check/parse-page.js';
import {type Format, formats} from '../support/parse.js';
import {siteWith} from '../support/site-with.js';

// All of the documentation is read twice, which takes longer than a test usually may on a busy machine.
vi.setConfig({testTimeout: 120_000});

const numRuns = Number(process.env.FUZZ_RUNS ?? 1000);
const seed = Number(process.env.FUZZ_SEED ?? 20240607);

/** The pages of the fixtures and of the documentation. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['plugin/test/fixtures', 'content'].flatMap((folder) =>
  readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file)),
);

/** Sites with a tag of their own. Where it asks what is in it, all pages are looked at in full. */
const configs = {
  'glance.js': 'export default {tags: {reader: {}}};',
  'whole.js': 'export default {tags: {reader: {children: ["paragraph"]}}};',
};

const before = getSite();
afterEach(() => {
  setSite(before);
  vi.restoreAllMocks();
});

/**
 * Checks the pages of a site, once as it is done, and once without outlines: the same is wrong with them.
 *
 * @returns For each page how many problems it has, and whether its outline was enough.
 */
async function check(pages: readonly string[], format: Format) {
  const name = (index: number) => `docs/${index}.${format}`;
  const read = vi.spyOn(PageParser.prototype, 'read');
  const parse = vi.spyOn(PageParser.prototype, 'parse');
  const {siteDir, context} = await siteWith(
    {
      ...Object.fromEntries(pages.map((source, index) => [name(index), source])),
      'partials/a.md': 'A partial.',
      ...configs,
    },
    "markdown: {format: 'detect'},",
  );
  const problemsOf = async (config: string) => {
    const {files} = await checkSite(context, normalizeOptions({config}));
    return new Map(
      files.map(({file, problems}) => [
        path.relative(siteDir, file),
        // The parser of front matter refuses a text once, and takes it from its cache the next time.
        problems.filter(({rule}) => rule !== 'front-matter-syntax'),
      ]),
    );
  };
  const found = await problemsOf('glance.js');
  const texts = await Promise.all(read.mock.results.map(({value}) => value));
  const parsed = parse.mock.calls.map(([text]) => text);
  const inFull = new Set(parsed.filter((text) => texts.includes(text)));
  // An outline is a copy of the page with another text.
  const outlined = new Set(parsed.filter((text) => !inFull.has(text)).map((text) => text.problems));
  const glanced = read.mock.calls
    .filter((_, index) => outlined.has(texts[index].problems) && !inFull.has(texts[index]))
    .map(([file]) => path.relative(siteDir, file));
  const whole = await problemsOf('whole.js');
  return pages.map((source, index) => {
    const problems = found.get(name(index)) ?? [];
    expect({source, problems}).toEqual({source, problems: whole.get(name(index)) ?? []});
    return {problems: problems.length, atAGlance: glanced.includes(name(index))};
  });
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
  test('of random lines has what is wrong with the page', {timeout: 120_000}, async () => {
    const parts = fc.array(
      fc.oneof({weight: 9, arbitrary: lines}, {weight: 1, arbitrary: elements}),
      {maxLength: 14},
    );
    const pages = fc.sample(parts, {seed, numRuns}).map((each) => each.join('\n'));
    const checked = await check(pages, format);
    // Neither is rare enough to be tested by accident.
    expect(checked.filter(({problems}) => problems > 0).length).toBeGreaterThan(numRuns / 20);
    expect(checked.filter(({atAGlance}) => atAGlance).length).toBeGreaterThan(numRuns / 20);
  });

  test('does not hide what is wrong with it', async () => {
    const pages = [
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
      '```js\n  ```\n## A {% noet /%}',
      '> ```js\n\n```yaml\n\na: [\n```',
      '{% note title="a\n\nb\n\nc" noet=1 /%}',
      '{% note\n\nnoet=1\n\ntitle="c" /%}',
      '---\n```\n---\n\n```yaml\n\na: [\n```',
      '---\na: 1\n\nb: 2\n---\n\n{% noet /%}\n\n---',
    ];
    for (const {problems} of await check(pages, format)) expect(problems).toBeGreaterThan(0);
  });

  test('of our own pages has what is wrong with them', async () => {
    const pages = sources.map((file) => readFileSync(path.join(root, file), 'utf8'));
    const checked = await check(pages, format);
    expect(checked.some(({atAGlance}) => atAGlance)).toBe(true);
  });
});
