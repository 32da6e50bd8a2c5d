/**
 * Ten times the page takes at most twelve times the steps: no page can make the build hang.
 *
 * Steps are counted, not seconds: each character that the parser reads, again or for the first time, is one.
 */
import {parse as parseMarkdown, postprocess, preprocess} from 'micromark';
import type {Construct, Effects, Extension} from 'micromark-util-types';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {describe, expect, test} from 'vitest';
import remarkMarkdoc from '../../src/remark.js';
import {tagSyntax} from '../../src/syntax/syntax.js';
import {rulesOf} from '../support/page.js';
import {outline, parse} from '../support/parse.js';
import {firstTag} from '../support/tags.js';

/** How many characters our constructs read in a page. */
function stepsIn(source: string): number {
  let steps = 0;
  const counted = (construct: Construct): Construct => ({
    ...construct,
    tokenize(effects, ok, nok) {
      return construct.tokenize.call(this, counting(effects), ok, nok);
    },
  });
  const counting = (effects: Effects): Effects => ({
    ...effects,
    consume(code) {
      steps++;
      effects.consume(code);
    },
  });
  const {flow, text, ...others} = tagSyntax(() => true);
  const countedIn = (constructs: Extension['flow']) => ({
    123: [constructs?.[123] ?? []].flat().map(counted),
  });
  const extension = {...others, flow: countedIn(flow), text: countedIn(text)};
  const chunks = preprocess()(source, 'utf8', true);
  postprocess(
    parseMarkdown({extensions: [extension]})
      .document()
      .write(chunks),
  );
  return steps;
}

describe('steps grow with the page, not with its square', () => {
  test.each<[sentence: string, page: (size: number) => string]>([
    ['opening delimiters on lines of their own', (size) => '{%\n'.repeat(size)],
    ['opening delimiters in one line', (size) => '{% '.repeat(size)],
    ['opening delimiters in paragraphs of their own', (size) => '{%\n\n'.repeat(size)],
    ['opening delimiters with a name', (size) => '{% note\n'.repeat(size)],
    ['opening delimiters in a list', (size) => '- {% note\n'.repeat(size)],
    ['opening delimiters in block quotes', (size) => '> {% note\n'.repeat(size)],
    ['opening delimiters with an open string', (size) => '{% a="\n'.repeat(size)],
    ['opening delimiters with strings', (size) => '{% a="b"\n'.repeat(size)],
    ['opening delimiters in strings', (size) => `{% a="${'{% '.repeat(size)}`],
    ['opening delimiters between quotation marks', (size) => '" {% '.repeat(size)],
    ['blocks with text behind them', (size) => '{% note %} A\n'.repeat(size)],
    ['blocks in the middle of a paragraph', (size) => `A\n${'{% note\n%} A\n'.repeat(size)}`],
    ['a long attribute', (size) => `{% note title="${'A'.repeat(10 * size)}" /%}`],
    ['a long attribute that is not closed', (size) => `{% note title="${'A'.repeat(10 * size)}`],
    ['a long array', (size) => `{% note a=[${'1, '.repeat(size)}1] /%}`],
    ['a tag over many lines', (size) => `{% note\n${'a=1\n'.repeat(size)}/%}`],
    ['a paragraph of what is almost a tag', (size) => '{ % {{ %} {'.repeat(size)],
    ['tags in one line', (size) => '{% a /%} '.repeat(size)],
    ['variables', (size) => '{% $a %}\n'.repeat(size)],
  ])('%s', (_, page) => {
    const steps = stepsIn(page(250));
    expect(steps).toBeGreaterThan(250);
    expect(stepsIn(page(2500))).toBeLessThanOrEqual(12 * steps);
  });
});

describe('a page as large as this is read', () => {
  test('10,000 opening delimiters', () => {
    expect(() => parse('{%\n'.repeat(10_000))).not.toThrow();
  });

  test('a tag with 30,000 attributes, each in a line of its own', () => {
    const lines = 30_000;
    const tag = firstTag(`{% note\n${'a=1\n'.repeat(lines)}/%}`);
    expect(tag.attributes.at(-1)?.position.start).toMatchObject({line: lines + 1, column: 1});
  });

  test('HTML with a tag in it, 5000 times', async () => {
    const page = '<div>\n{% note /%}\n</div>\n\n'.repeat(5000);
    const problems = await rulesOf(page, {format: 'md'});
    expect(problems.at(-1)).toBe('tag-placement-invalid 19998:1');
  });

  // More than a call can have arguments.
  test.each([
    ['parts in a condition', '{% if true %}', '<!---->'.repeat(130_000), '{% /if %}', 0],
    ['faults in the attributes of a tag', '{% note ', 'a=$b '.repeat(130_000), '/%}', 130_000],
  ] as const)('130,000 %s', {timeout: 60_000}, async (_, before, inside, after, count) => {
    const processor = unified().use(remarkParse).use(remarkMarkdoc, {onProblem: 'ignore'});
    const file = new VFile({path: 'page.md', value: before + inside + after});
    await processor.run(processor.parse(file), file);
    expect(file.messages).toHaveLength(count);
  });

  test('an attribute of a megabyte', () => {
    const tree = parse(`{% note title="${'A'.repeat(1_000_000)}" /%}`);
    expect(outline(tree).length).toBeGreaterThan(1_000_000);
  });
});
