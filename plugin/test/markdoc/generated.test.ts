/** Generated pages, and pages as authors write them: Markdoc and our pipeline show the same. */
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {formats} from '../support/parse.js';
import {readWithMarkdoc, readWithOurs} from './trees.js';

const numRuns = Number(process.env.FUZZ_RUNS ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? 20240607);

const word = fc.constantFrom(
  'alpha',
  'beta',
  'gamma',
  'delta',
  'ünï',
  '漢字',
  '3 < 4',
  'a & b',
  '5 %',
);
const value = fc.oneof(
  fc.constantFrom('1', '-2.5', 'true', 'null', '$name', '$number', '$user.name', '$list'),
  fc.constantFrom('"text"', '"say \\"hi\\""', '"%} {%"', '[1, $name]', '{a: 1, b: [2]}'),
  fc.constantFrom('equals($name, "Ada")', 'default($nothing, 3)', 'upper($name)', 'not($yes)'),
);
const attribute = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b'), value).map(([name, value]) => `${name}=${value}`),
  fc.constantFrom('#top', '.wide .tall', 'text="x"', 'number=3', 'list=["x"]', 'renamed="y"'),
);
/** Attributes that stand side by side: none twice. */
const attributes = fc
  .uniqueArray(attribute, {maxLength: 3, selector: (each) => each.split('=')[0]})
  .map((each) => each.map((one) => ` ${one}`).join(''));
const condition = fc.constantFrom('$yes', '$no', '$zero', '$nothing', 'not($no)', 'and($yes, $no)');

const {inline} = fc.letrec<{inline: string; part: string}>((tie) => ({
  inline: fc.array(tie('part'), {minLength: 1, maxLength: 4}).map((parts) => parts.join(' ')),
  part: fc.oneof(
    {maxDepth: 3},
    word,
    fc.constantFrom(
      '`code`',
      '`{% x %}`',
      '{% $name %}',
      '{% $number %}',
      '{% upper("b") %}',
      '\\*',
    ),
    word.map((text) => `**${text}**`),
    fc
      .tuple(word, fc.constantFrom('**b**', '{% leaf /%}', '{% box %}c{% /box %}'))
      .map(([text, more]) => `[${text} ${more}](/there)`),
    tie('inline')
      .map((text) => `*x ${text} x*`)
      .filter((text) => !/[^\\]\*.*[^\\]\*.*\*/.test(text)),
    fc
      .tuple(attributes, tie('inline'))
      .map(([given, text]) => `{% box${given} %}${text}{% /box %}`),
    attributes.map((given) => `{% leaf${given.includes(' a=') ? ' a=1' : ''} /%}`),
    fc
      .tuple(condition, tie('inline'), tie('inline'))
      .map(([when, yes, no]) => `{% if ${when} %}${yes}{% else /%}${no}{% /if %}`),
  ),
}));

const indent = (text: string, by: string) => text.replace(/\n(?=.)/g, `\n${by}`);

const {blocks} = fc.letrec<{blocks: string; block: string}>((tie) => ({
  blocks: fc.array(tie('block'), {minLength: 1, maxLength: 3}).map((each) => each.join('\n\n')),
  block: fc.oneof(
    {maxDepth: 3},
    inline.map((text) => `Text ${text}`),
    fc.tuple(inline, inline).map(([a, b]) => `Text ${a}\nand ${b}`),
    fc
      .tuple(fc.integer({min: 1, max: 6}), inline)
      .map(([level, text]) => `${'#'.repeat(level)} x ${text}`),
    fc
      .tuple(inline, fc.constantFrom('#id', '.one .two'))
      .map(([text, mark]) => `## x ${text} {% ${mark} %}`),
    fc
      .array(inline, {minLength: 1, maxLength: 3})
      .map((items) => items.map((each) => `- x ${each}`).join('\n')),
    fc
      .array(inline, {minLength: 1, maxLength: 3})
      .map((items) => items.map((each, index) => `${index + 1}. x ${each}`).join('\n')),
    tie('blocks').map((text) => `- first\n\n  ${indent(text, '  ')}`),
    tie('blocks').map((text) => `> ${text.replace(/\n/g, '\n> ')}`),
    fc.constantFrom('---', '```js\na {% $name %}\n{% if $yes %}\nb\n{% /if %}\n```'),
    fc
      .tuple(inline, inline)
      .map(([a, b]) => `| A | B |\n| --- | :-: |\n| ${cell(a)} | ${cell(b)} |`),
    fc
      .tuple(attributes, tie('blocks'))
      .map(([given, text]) => `{% box${given} %}\n${text}\n{% /box %}`),
    tie('blocks').map((text) => `{% inner %}\n\n    ${indent(text, '    ')}\n\n{% /inner %}`),
    fc
      .tuple(condition, tie('blocks'), tie('blocks'))
      .map(([when, yes, no]) => `{% if ${when} %}\n${yes}\n{% else /%}\n${no}\n{% /if %}`),
    fc
      .tuple(inline, tie('blocks'))
      .map(
        ([head, text]) =>
          `{% table %}\n* x ${head}\n* B\n---\n* c\n* y\n\n  ${indent(text, '  ')}\n{% /table %}`,
      ),
  ),
}));

const cell = (text: string) => text.replaceAll('|', '');

/** The one difference that pages made of blocks would meet by chance: see `differences.ts`. */
function hasQuotedList(source: string): boolean {
  return /^[ >]*> *(-|\d\.) /m.test(source) && /^[ >]*> *$/m.test(source);
}

describe.each(formats)('%s: generated pages', (format) => {
  test('show the same as in Markdoc', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (content) => {
        // A `---` at the very start would be front matter.
        fc.pre(!hasQuotedList(content));
        const source = `# Page\n\n${content}`;
        expect(await readWithOurs(source, format)).toEqual(readWithMarkdoc(source));
      }),
      {seed, numRuns},
    );
  }, 120_000);
});

/** Pages as a big documentation of Markdoc's has them: tags over several lines, in lists, with contents that are indented by four spaces. */
const pages = ['pages', '../../../e2e/sites/seed-like'].flatMap((name) => {
  const folder = fileURLToPath(new URL(name, import.meta.url));
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({file, source: readFileSync(`${folder}/${file}`, 'utf8')}));
});

test.each(pages)('$file shows the same as in Markdoc', async ({source}) => {
  const {outline, problems} = await readWithOurs(source, 'md', 'seed-config');
  expect({outline, problems}).toEqual(readWithMarkdoc(source, 'seed-config'));
  expect(problems).toEqual([]);
});
