/** What looks like a tag and is none. */
import {describe, expect, test} from 'vitest';
import {formats, nodesOf, outline, parse, parseWithoutTags} from '../support/parse.js';

const cases: [sentence: string, input: string, tree: string][] = [
  ['in a code span', 'A `{% note %}` B', 'paragraph["A " inlineCode("{% note %}") " B"]'],
  ['in a code span over two lines', '`{%\nnote %}`', 'paragraph[inlineCode("{%\\nnote %}")]'],
  ['in a code span of two backticks', '`` `{% a %} ``', 'paragraph[inlineCode("`{% a %}")]'],
  ['in a fence', '```\n{% note %}\n```', 'code("{% note %}")'],
  ['in a fence of tildes', '~~~\n{% note %}\n~~~', 'code("{% note %}")'],
  ['in the info string of a fence', '```js {% note /%}\nA\n```', 'code("A")'],
  ['in a fence that is never closed', '```\n{% note %}', 'code("{% note %}")'],
  ['in a fence in a list', '- ```\n  {% note %}\n  ```', 'list[listItem[code("{% note %}")]]'],
  ['after a backslash', '\\{% note %}', 'paragraph["{% note %}"]'],
  ['after a backslash in a line of text', 'A \\{% note /%} B', 'paragraph["A {% note /%} B"]'],
  ['after a backslash, over two lines', '\\{% note\n/%}', 'paragraph["{% note\\n/%}"]'],
  ['written as a character reference', '&#123;% note %}', 'paragraph["{% note %}"]'],
  ['in the address of a link', '[A](<{% note /%}>)', 'paragraph[link["A"]]'],
  ['in the title of a link', '[A](/b "{% note /%}")', 'paragraph[link["A"]]'],
  ['in a definition', '[A]: /b "{% note /%}"\n\n[A]', 'definition paragraph[linkReference["A"]]'],
  [
    'in an address that is a link by itself',
    'https://a.b/{%c/%}',
    'paragraph[link["https://a.b/{%c/%}"]]',
  ],
  ['a closing delimiter', 'A %} B', 'paragraph["A %} B"]'],
  ['a percent sign', '100 %', 'paragraph["100 %"]'],
  ['Liquid’s value with an escape', '\\{\\{ a }}', 'paragraph["{{ a }}"]'],
  ['without a closing delimiter', 'A {% note', 'paragraph["A " fault:tag-unclosed("{%") " note"]'],
  [
    'without a closing delimiter on the line, which is a string’s',
    'A {% note title="a %}" B',
    'paragraph["A " fault:tag-unclosed("{%") " note title=\\"a %}\\" B"]',
  ],
  [
    'with its closing delimiter in another paragraph',
    'A {% note\n\nB %}',
    'paragraph["A " fault:tag-unclosed("{%") " note"] paragraph["B %}"]',
  ],
  ['over lines, with text behind the last', '{% note\n/%} A', 'paragraph[inline:note/ " A"]'],
  ['an opening delimiter and no more', '{%', 'paragraph[fault:tag-unclosed("{%")]'],
  [
    'a line of a list item that is not indented',
    '- {% note\nwidth=1 /%}',
    'list[listItem[paragraph[inline:note/(width=1)]]]',
  ],
  [
    'with its closing delimiter outside of the block quote',
    '> {% note\n\n/%}',
    'blockquote[paragraph[fault:tag-unclosed("{%") " note"]] paragraph["/%}"]',
  ],
];

describe.each(formats)('%s: no tag', (format) => {
  test.each(cases)('%s', (_, input, tree) => {
    expect(outline(parse(input, format))).toBe(tree);
  });
});

describe('md: no tag', () => {
  const cases: [sentence: string, input: string, tree: string][] = [
    ['with a space in the delimiter', '{ % note % }', 'paragraph["{ % note % }"]'],
    ['with a backslash in the delimiter', '{\\% note /%}', 'paragraph["{% note /%}"]'],
    ['a single brace', 'A { B', 'paragraph["A { B"]'],
    ['two braces', '{{ note }}', 'paragraph["{{ note }}"]'],
    [
      'the first of two braces; the second begins one',
      '{{% note /%}',
      'paragraph["{" inline:note/]',
    ],
    ['an expression of MDX', '{1 + 1}', 'paragraph["{1 + 1}"]'],
    ['in a block of HTML', '<div>{% note /%}</div>', 'html("<div>{% note /%}</div>")'],
    [
      'in a block of HTML over several lines',
      '<div>\n{% note %}\n</div>',
      'html("<div>\\n{% note %}\\n</div>")',
    ],
    ['in a comment', '<!-- {% note %} -->', 'html("<!-- {% note %} -->")'],
    [
      'in the attribute of an HTML element',
      'A <b title="{% c /%}">',
      'paragraph["A " html("<b title=\\"{% c /%}\\">")]',
    ],
    [
      'in an address between angle brackets',
      '<https://a.b/{%c/%}>',
      'paragraph[link["https://a.b/{%c/%}"]]',
    ],
  ];

  test.each(cases)('%s', (_, input, tree) => {
    expect(outline(parse(input, 'md'))).toBe(tree);
  });
});

describe('mdx: no tag', () => {
  const cases: [sentence: string, input: string, tree: string][] = [
    ['an expression', '{1 + 1}', 'mdxFlowExpression("1 + 1")'],
    ['an expression over lines', '{\n1\n}', 'mdxFlowExpression("\\n1\\n")'],
    ['a comment', '{/* {% note %} */}', 'mdxFlowExpression("/* {% note %} */")'],
    [
      'a string in an expression',
      'A {"{% note %}"}',
      'paragraph["A " mdxTextExpression("\\"{% note %}\\"")]',
    ],
    ['the remainder of a division', 'A {5 % 2}', 'paragraph["A " mdxTextExpression("5 % 2")]'],
    ['in the attribute of an element', '<A b="{% c /%}" />', 'mdxJsxFlowElement'],
    ['in an attribute that is an expression', '<A b={"{% c /%}"} />', 'mdxJsxFlowElement'],
    [
      'in an exported string',
      'export const a = "{% b /%}"',
      'mdxjsEsm("export const a = \\"{% b /%}\\"")',
    ],
  ];

  test.each(cases)('%s', (_, input, tree) => {
    expect(outline(parse(input, 'mdx'))).toBe(tree);
  });

  test('a broken expression is an error of MDX, not of ours', () => {
    expect(() => parse('{ % note % }', 'mdx')).toThrow(/acorn/);
  });
});

describe.each(formats)('%s: a page without tags', (format) => {
  // Indented code is off, as it is in MDX; nothing else may change.
  const pages = [
    '# A\n\n- B\n  - C\n\n> D\nE\n\n| F |\n| - |\n| 100 % |',
    'A\n===\n\nB\n---\n\n***\n\n1. C\n1. D',
    ':::tip[A]\n\nB :abbr[C]{title="D"}\n\n:::',
    '```js {1,3-4}\nconst a = {b: 5 % 2};\n```\n\n`{ % }` %} % \\{%',
  ];

  test.each(pages)('%j is what it was without Markdoc', (page) => {
    expect(nodesOf(parse(page, format))).toEqual(nodesOf(parseWithoutTags(page, format)));
  });
});

test.each(['<A />{1}', '<A>\n\n{1}{2}\n\n</A>{/* B */}<C />', '{1}\n{2} B', '> {1}<A />'])(
  'mdx: %j is what it was without Markdoc',
  (page) => {
    expect(nodesOf(parse(page, 'mdx'))).toEqual(nodesOf(parseWithoutTags(page, 'mdx')));
  },
);
