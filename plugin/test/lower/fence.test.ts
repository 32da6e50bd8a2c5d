/** What stands behind a fence's opening, and in a fence that is evaluated. */
import type {Code} from 'mdast';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {describe, expect, test} from 'vitest';
import remarkMarkdoc from '../../src/remark.js';
import {nodesOf} from '../support/parse.js';

const frontMatter = {name: 'a.js', fence: 'A'};

/** The first fence of a page, and the page's problems as `rule line:column`. */
async function read(source: string) {
  const file = new VFile({value: source, data: {frontMatter}});
  const processor = unified().use(remarkParse).use(remarkMarkdoc, {onProblem: 'ignore'});
  const tree = await processor.run(processor.parse(file), file);
  const fence = nodesOf(tree).find((node): node is Code => node.type === 'code');
  const problems = file.messages.map(({ruleId, line, column}) => `${ruleId} ${line}:${column}`);
  return {lang: fence?.lang, meta: fence?.meta, value: fence?.value, problems};
}

describe('behind the opening', () => {
  test.each([
    ['a text', 'js {% title="a.js" %}', 'title="a.js"'],
    ['a text with quotation marks', 'js {% title="a \\"b\\" c" %}', `title='a "b" c'`],
    ['a text with a backslash', 'js {% title="a\\\\b" %}', 'title="a\\b"'],
    ['a text with HTML’s references', 'js {% title="&amp;" %}', 'title="&amp;"'],
    ['a number', 'js {% start=3 %}', 'start="3"'],
    ['true', 'js {% showLineNumbers=true %}', 'showLineNumbers'],
    ['a variable', 'js {% title=$markdoc.frontmatter.name %}', 'title="a.js"'],
    [
      'an option of the site’s code block',
      'js {% progress=1 checked=true %}',
      'progress="1" checked',
    ],
    ['a function', 'js {% title=default($nope, "b.js") %}', 'title="b.js"'],
    ['behind other options', 'js {1,3} {% title="a" %}', '{1,3} title="a"'],
    ['without a space', 'js{% title="a" %}  ', 'title="a"'],
    ['no tag', 'js title="{% a %}"', 'title="{% a %}"'],
  ])('%s', async (_, info, meta) => {
    expect(await read(`\`\`\`${info}\nA\n\`\`\``)).toMatchObject({lang: 'js', meta, problems: []});
  });

  test.each([
    ['what cannot be read', '```js {% title= %}', 'parse-error 1:16'],
    ['the same in a list', '- A\n\n  ~~~js {% title= %}', 'parse-error 3:18'],
    ['a string that is not closed', '```js {% title="a %}', 'parse-error 1:19'],
    ['a tag', '```js {% note title="a" %}', 'parse-error 1:7'],
    ['an attribute that is there twice', '```js {% a=1 .b a=2 %}', 'duplicate-attribute 1:17'],
    ['a misspelt attribute', '```js {% titel="a" %}', 'attribute-undefined 1:10'],
    ['another', '```js {% b=1 procss=true %}', 'attribute-undefined 1:14'],
    ['brackets without end', `\`\`\`js {% a=${'['.repeat(20_000)} %}`, 'parse-error 1:112'],
    ['a variable that is not there', '```js {% title=$nope %}', 'variable-undefined 1:10'],
    ['what only the page knows', '```js {% title=$page.title %}', 'value-at-run-time 1:10'],
  ])('%s is a mistake', async (_, opening, problem) => {
    expect((await read(`${opening}\nA`)).problems).toEqual([problem]);
  });

  test('opening delimiters without end take no time', async () => {
    expect((await read(`\`\`\`js ${'{% '.repeat(50_000)}\nA`)).problems).toEqual([]);
    expect((await read(`\`\`\`js ${'{% '.repeat(50_000)}%}\nA`)).problems).toHaveLength(1);
    expect((await read(`\`\`\`js\n${'{% '.repeat(50_000)}`)).problems).toEqual([]);
    expect((await read(`\`\`\`js\n${'{% '.repeat(300_000)}" %}`)).problems).toEqual([]);
  });
});

describe('in a fence that is evaluated', () => {
  const evaluated = (text: string) => read(`\`\`\`js {% process=true %}\nA\n${text}\n\`\`\``);

  test.each([
    ['a value', 'b {% $markdoc.frontmatter.name %} c', 'b a.js c'],
    ['nothing for an object', 'b {% $markdoc.frontmatter %} c', 'b  c'],
    ['a condition about what is missing', 'b{% if $nope %} c{% else /%} d{% /if %}', 'b d'],
    ['a condition about a text', 'b{% if $markdoc.frontmatter.name %} c{% /if %}', 'b c'],
    ['a tag without end', '{% $markdoc.frontmatter.name %} b {% "c', 'a.js b {% "c'],
    ['many tags without end', '{% '.repeat(300_000), '{% '.repeat(300_000)],
    ['a string without end', `${'{% '.repeat(300_000)}" %}`, `${'{% '.repeat(300_000)}" %}`],
    ['many backquotes', '` '.repeat(200_000), '` '.repeat(200_000)],
  ])('%s', async (_, text, value) => {
    expect(await evaluated(text)).toMatchObject({value: `A\n${value}`, problems: []});
  });

  test.each([
    ['a function that is not there', 'b {% nope() %}', 'function-undefined 3:3'],
    ['a variable that is not there', 'b {% $nope %}', 'variable-undefined 3:3'],
    ['a tag', '{% note /%}', 'tag-undefined 3:1'],
    [
      'brackets too deep',
      `b\n{% ${'not('.repeat(20_000)}1${')'.repeat(20_000)} %}`,
      'parse-error 4:1',
    ],
    ['tags too deep', '{% if true %}\n'.repeat(20_000), 'tag-nesting 103:1'],
  ])('%s is a mistake', async (_, text, problem) => {
    const {value, problems} = await evaluated(text);
    expect(problems).toEqual([problem]);
    expect(value).toBe(`A\n${text}`);
  });
});

test.each([
  ['a list', '1. A\n\n   ```js\n   b {% $nope %}\n   ```', '4:6'],
  ['a quotation', '> ```js\n> b {% $nope %}\n> ```', '2:5'],
  ['a quotation in a list', '- A\n  > ~~~js\n  >   b {% $nope %}\n  > ~~~', '3:9'],
  ['lines without text', '- ```js\n\n  A\n\n  {% $nope %}\n  ```', '5:3'],
  ['a file with the line ends of Windows', '- ```js\r\n  A\r\n  {% $nope %}\r\n  ```', '3:3'],
])('a mistake in a fence has its place in the page: %s', async (_, source, place) => {
  expect((await read(source)).problems).toEqual([`variable-undefined ${place}`]);
});

test('what stands behind the tag of a fence may be nested as deeply as it likes', async () => {
  const behind = `{% a=${'['.repeat(20_000)} %}`;
  expect((await read(`\`\`\`js {% title="a.js" %} ${behind}\nA\n\`\`\``)).problems).toEqual([]);
});

test('a fence that is not evaluated may hold anything', async () => {
  const text = `{% $a ${'['.repeat(20_000)} %}`;
  expect(await read(`\`\`\`js\n${text}\n\`\`\``)).toMatchObject({value: text, problems: []});
});
