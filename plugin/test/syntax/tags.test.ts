/** What is a tag. The other half is in `not-tags.test.ts`. */
import {describe, expect, test} from 'vitest';
import {formats, outline, parse} from '../support/parse.js';

const cases: [sentence: string, input: string, tree: string][] = [
  [
    'a pair on lines of its own is a block',
    '{% note %}\nA\n{% /note %}',
    'block:note[paragraph["A"]]',
  ],
  ['a self-closing tag on its own line is a block', '{% image /%}', 'block:image/'],
  ['a pair may hold nothing', '{% note %}\n{% /note %}', 'block:note'],
  [
    'blank lines around the content change nothing',
    '{% note %}\n\nA\n\n{% /note %}',
    'block:note[paragraph["A"]]',
  ],
  [
    'a block needs no blank line before or after it',
    'A\n{% note /%}\nB',
    'paragraph["A"] block:note/ paragraph["B"]',
  ],
  [
    'a tag in a line of text is inline',
    'Press {% kbd %}Enter{% /kbd %}.',
    'paragraph["Press " inline:kbd["Enter"] "."]',
  ],
  [
    'a tag at the start of a line of text is inline',
    '{% kbd %}Enter{% /kbd %} sends.',
    'paragraph[inline:kbd["Enter"] " sends."]',
  ],
  [
    'two tags on one line are inline',
    '{% note /%} {% tip /%}',
    'paragraph[inline:note/ " " inline:tip/]',
  ],
  ['a pair on one line is inline', '{% note %}A{% /note %}', 'paragraph[inline:note["A"]]'],
  ['delimiters need no spaces', '{%note%}\nA\n{%/note%}', 'block:note[paragraph["A"]]'],
  ['a slash needs no space', '{%image src="/a.png"/%}', 'block:image/(src="/a.png")'],
  ['a closing tag may have spaces', '{% note %}\n{%   /note   %}', 'block:note'],
  ['a name may have digits, - and _', '{% a-1_b /%}', 'block:a-1_b/'],
  ['a name keeps its case', '{% codeTabs /%}', 'block:codeTabs/'],
  [
    'a tag may run over several lines',
    '{% image\n  src="/a.png"\n  alt="A"\n/%}',
    'block:image/(src="/a.png" alt="A")',
  ],
  [
    'line ends may be those of Windows, and lines indented by tabs',
    '{% image\r\n\tsrc="/a.png"\r\n/%}\r\nA',
    'block:image/(src="/a.png") paragraph["A"]',
  ],
  [
    'a line end may be a single carriage return',
    '{% image\rsrc="/a.png" /%}\rA',
    'block:image/(src="/a.png") paragraph["A"]',
  ],
  ['a tag may have blank lines inside', '{% image\n\n  width=1 /%}', 'block:image/(width=1)'],
  [
    'spaces and tabs may follow a block',
    '{% note %} \t\nA\n{% /note %}  ',
    'block:note[paragraph["A"]]',
  ],
  [
    'an inline tag may run over several lines',
    'A {% image\n  width=1\n/%} B',
    'paragraph["A " inline:image/(width=1) " B"]',
  ],
  [
    'the end of a tag in a string is text',
    '{% note title="a %} b" /%}',
    'block:note/(title="a %} b")',
  ],
  [
    'an escaped quotation mark does not end a string',
    '{% note title="\\"%}" /%}',
    'block:note/(title="\\"%}")',
  ],
  [
    'an opening delimiter in a string is text',
    '{% note title="{% tip %}" /%}',
    'block:note/(title="{% tip %}")',
  ],
  ['four spaces in front make no code', '    {% note /%}', 'block:note/'],
  ['a tab in front makes no code', '\t{% note /%}', 'block:note/'],
  [
    'the content may be indented by four spaces',
    '{% note %}\n    A\n\n    - B\n{% /note %}',
    'block:note[paragraph["A"] list[listItem[paragraph["B"]]]]',
  ],
  [
    'a list item holds a block',
    '- A\n\n  {% note %}\n  B\n  {% /note %}',
    'list[listItem[paragraph["A"] block:note[paragraph["B"]]]]',
  ],
  [
    'a list item may begin with a block',
    '1. {% note %}\n   A\n   {% /note %}',
    'list[listItem[block:note[paragraph["A"]]]]',
  ],
  [
    'a tag over several lines stands in a list item',
    '- {% image\n  width=1\n  /%}\n- B',
    'list[listItem[block:image/(width=1)] listItem[paragraph["B"]]]',
  ],
  [
    'a block quote holds a block',
    '> {% note %}\n> A\n> {% /note %}',
    'blockquote[block:note[paragraph["A"]]]',
  ],
  [
    'a tag over several lines stands in a block quote',
    '> {% image\n> width=1\n> /%}',
    'blockquote[block:image/(width=1)]',
  ],
  [
    'a block holds a list',
    '{% note %}\n- A\n- B\n{% /note %}',
    'block:note[list[listItem[paragraph["A"]] listItem[paragraph["B"]]]]',
  ],
  [
    'a block holds a block quote, which ends with it',
    '{% note %}\n> A\n{% /note %}',
    'block:note[blockquote[paragraph["A"]]]',
  ],
  [
    'a block ends a paragraph in a list item that it does not belong to',
    '- A\n{% note /%}',
    'list[listItem[paragraph["A"]]] block:note/',
  ],
  [
    'a block holds a fence with tags that are text',
    '{% note %}\n```\n{% /note %}\n```\n{% /note %}',
    'block:note[code("{% /note %}")]',
  ],
  ['a heading holds an inline tag', '# A {% kbd %}B{% /kbd %}', 'heading["A " inline:kbd["B"]]'],
  ['strong text holds an inline tag', '**A {% kbd /%}**', 'paragraph[strong["A " inline:kbd/]]'],
  [
    'an inline tag holds strong text',
    '{% kbd %}**A**{% /kbd %} B',
    'paragraph[inline:kbd[strong["A"]] " B"]',
  ],
  ['a link text holds an inline tag', '[A {% kbd /%}](/b)', 'paragraph[link["A " inline:kbd/]]'],
  [
    'a table cell holds an inline tag',
    '| A |\n| - |\n| {% kbd %}B{% /kbd %} |',
    'table[tableRow[tableCell["A"]] tableRow[tableCell[inline:kbd["B"]]]]',
  ],
  [
    'a block holds a table',
    '{% note %}\n| A |\n| - |\n{% /note %}',
    'block:note[table[tableRow[tableCell["A"]]]]',
  ],
  [
    'a footnote holds a block',
    'A[^1]\n\n[^1]: {% note /%}',
    'paragraph["A" footnoteReference] footnoteDefinition[block:note/]',
  ],
  ['struck text holds an inline tag', '~~{% kbd /%}~~', 'paragraph[delete[inline:kbd/]]'],
  [
    'a directive holds a tag',
    ':::tip\n{% note %}\nA\n{% /note %}\n:::',
    'containerDirective[block:note[paragraph["A"]]]',
  ],
  [
    'a tag holds a directive',
    '{% note %}\n:::tip\nA\n:::\n{% /note %}',
    'block:note[containerDirective[paragraph["A"]]]',
  ],
  [
    'two percent signs do not end it',
    '{% note %%} a %} b',
    'paragraph[fault:parse-error("{% note %%}") " a %} b"]',
  ],
  ['a lonely value is a paragraph', '{% $version %}', 'paragraph[markdocValue("{% $version %}")]'],
  [
    'a value stands in a line of text',
    'A {% $a.b[0].c %} B',
    'paragraph["A " markdocValue("{% $a.b[0].c %}") " B"]',
  ],
  [
    'the result of a function stands in a line of text',
    'A {% upper($a, 1) %}',
    'paragraph["A " markdocValue("{% upper($a, 1) %}")]',
  ],
  [
    'attributes alone are an annotation',
    '# A {% #b .c d=1 %}',
    'heading["A " annotation(id="b" .c d=1)]',
  ],
];

describe.each(formats)('%s: a tag', (format) => {
  test.each(cases)('%s', (_, input, tree) => {
    expect(outline(parse(input, format))).toBe(tree);
  });
});

describe('mdx: a tag beside MDX', () => {
  const cases: [sentence: string, input: string, tree: string][] = [
    [
      'stands in an element in a line of text',
      'A <b>{% kbd /%}</b>',
      'paragraph["A " mdxJsxTextElement[inline:kbd/]]',
    ],
    [
      'stands in an element on lines of its own',
      '<div>\n{% note %}\nA\n{% /note %}\n</div>',
      'mdxJsxFlowElement[block:note[paragraph["A"]]]',
    ],
    [
      'holds an element',
      '{% note %}\n<div>\nA\n</div>\n{% /note %}',
      'block:note[mdxJsxFlowElement[paragraph["A"]]]',
    ],
    [
      'stands beside an expression',
      '{1 + 1} {% kbd /%} {2}',
      'paragraph[mdxTextExpression("1 + 1") " " inline:kbd/ " " mdxTextExpression("2")]',
    ],
    ['holds an expression', '{% note %}\n{1}\n{% /note %}', 'block:note[mdxFlowExpression("1")]'],
    [
      'follows an import',
      'import A from "./a.js"\n\n{% note /%}',
      'mdxjsEsm("import A from \\"./a.js\\"") block:note/',
    ],
  ];

  test.each(cases)('%s', (_, input, tree) => {
    expect(outline(parse(input, 'mdx'))).toBe(tree);
  });
});
