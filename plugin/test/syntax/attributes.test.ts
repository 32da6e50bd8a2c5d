/** Attributes and their values. */
import {describe, expect, test} from 'vitest';
import {formats, outlineAttributes, place} from '../support/parse.js';
import {attributesOf, faultsOf} from '../support/tags.js';

describe.each(formats)('%s: the value of an attribute', (format) => {
  test.each<[sentence: string, source: string, value: unknown]>([
    ['a string', '"A b"', 'A b'],
    ['an empty string', '""', ''],
    ['a quotation mark in a string', '"a \\"b\\""', 'a "b"'],
    ['a backslash in a string', '"a\\\\b"', 'a\\b'],
    ['a backslash at the end of a string', '"a\\\\"', 'a\\'],
    ['a line end and a tab in a string', '"a\\nb\\tc\\r"', 'a\nb\tc\r'],
    ['a single quotation mark in a string', '"it\'s"', "it's"],
    ['braces and percent signs in a string', '"{% a %} {{ 100 % }"', '{% a %} {{ 100 % }'],
    ['letters beyond ASCII', '"Größe 漢字 🎉"', 'Größe 漢字 🎉'],
    ['HTML in a string', '"<b>&amp;</b>"', '<b>&amp;</b>'],
    ['a Markdown escape in a string is none', '"a*b_c`d"', 'a*b_c`d'],
    ['a number', '240', 240],
    ['zero', '0', 0],
    ['a number below zero', '-1', -1],
    ['a number with a point', '-1.5', -1.5],
    ['true', 'true', true],
    ['false', 'false', false],
    ['null', 'null', null],
    ['an array', '["a", 1, null]', ['a', 1, null]],
    ['an empty array', '[]', []],
    ['an array without spaces', '[1,2]', [1, 2]],
    ['an array with a comma at its end', '[1, 2,]', [1, 2]],
    ['arrays in arrays', '[[1], [[2]]]', [[1], [[2]]]],
    ['an object', '{a: 1, b: "c"}', {a: 1, b: 'c'}],
    ['an empty object', '{}', {}],
    ['an object with keys between quotes', '{"a b": 1}', {'a b': 1}],
    ['objects in arrays in objects', '{a: [{b: true}]}', {a: [{b: true}]}],
    ['an array with a bracket in a string', '["]", "}"]', [']', '}']],
    ['a variable', '$a', expect.objectContaining({$$mdtype: 'Variable', path: ['a']})],
    [
      'a variable’s property',
      '$a.b["c"][0]',
      expect.objectContaining({$$mdtype: 'Variable', path: ['a', 'b', 'c', 0]}),
    ],
    [
      'a function',
      'f($a, 1, key="b")',
      expect.objectContaining({
        $$mdtype: 'Function',
        name: 'f',
        parameters: {
          0: expect.objectContaining({$$mdtype: 'Variable'}),
          1: 1,
          key: 'b',
        },
      }),
    ],
    [
      'a function of a function',
      'f(g())',
      expect.objectContaining({parameters: {0: expect.objectContaining({name: 'g'})}}),
    ],
    [
      'a variable in an array',
      '[$a]',
      [expect.objectContaining({$$mdtype: 'Variable', path: ['a']})],
    ],
  ])('%s', (_, source, value) => {
    const [attribute, ...others] = attributesOf(`{% a b=${source} /%}`, format);
    expect(others).toEqual([]);
    expect(attribute).toMatchObject({kind: 'attribute', name: 'b'});
    expect(attribute?.value).toEqual(value);
  });
});

describe('attributes', () => {
  test.each([
    ['#id is short for id', '{% a #b /%}', '(id="b")'],
    ['.class', '{% a .b .c /%}', '(.b .c)'],
    ['class may be an attribute', '{% a class="b c" /%}', '(class="b c")'],
    ['all kinds beside each other', '{% a "b" #c .d e=1 /%}', '(primary="b" id="c" .d e=1)'],
    ['the primary value is a string', '{% a "b" /%}', '(primary="b")'],
    ['the primary value is a number', '{% a 1 /%}', '(primary=1)'],
    ['the primary value is an array', '{% a [1, 2] /%}', '(primary=[1,2])'],
    ['the primary value is an object', '{% a {b: 1} /%}', '(primary={"b":1})'],
    [
      'the primary value is a variable',
      '{% a $b /%}',
      '(primary={"$$mdtype":"Variable","path":["b"]})',
    ],
    ['of the same name are all kept', '{% a b=1 b=2 /%}', '(b=1 b=2)'],
    ['names may have digits, - and _', '{% a data-b_1=1 /%}', '(data-b_1=1)'],
    ['may follow several spaces and tabs', '{% a   b=1 \t c=2   /%}', '(b=1 c=2)'],
    ['may follow a line end', '{% a b=1\nc=2\r\n  d=3 /%}', '(b=1 c=2 d=3)'],
  ])('%s', (_, source, attributes) => {
    expect(outlineAttributes(attributesOf(source))).toBe(attributes);
  });

  test('an opening tag has them too', () => {
    expect(outlineAttributes(attributesOf('{% a b=1 %}\n{% /a %}'))).toBe('(b=1)');
  });
});

test('a bar in a table is written with a backslash', () => {
  const source = '| A |\n| - |\n| {% a b="c \\| d" e="\\"" /%} |';
  expect(outlineAttributes(attributesOf(source))).toBe('(b="c | d" e="\\"")');
  expect(faultsOf('{% a b="c \\| d" /%}')).toHaveLength(1);
});

describe('no attribute, but an error', () => {
  test.each([
    ['a string between single quotation marks', "{% a b='c' /%}"],
    ['a string without quotation marks', '{% a b=c /%}'],
    ['an attribute without a value', '{% a b /%}'],
    ['a space before the equals sign', '{% a b =1 /%}'],
    ['a space after the equals sign', '{% a b= 1 /%}'],
    ['a comma between attributes', '{% a b=1, c=2 /%}'],
    ['an unknown escape in a string', '{% a b="\\d" /%}'],
    ['a line end in a string', '{% a b="c\nd" /%}'],
    ['a number without a digit before its point', '{% a b=.5 /%}'],
    ['an array that is not closed', '{% a b=[1 /%}'],
    ['an object that is not closed', '{% a b={c: 1 /%}'],
    ['an attribute of a closing tag', '{% a %}{% /a b=1 %}'],
    ['no name', '{% /%}'],
    ['nothing at all', '{%%}'],
    ['a slash in the middle', '{% a / b=1 %}'],
  ])('%s', (_, source) => {
    expect(faultsOf(source).map(({problem}) => problem.rule)).toContain('parse-error');
  });
});

describe.each(formats)('%s: brackets', (format) => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  test.each([
    ['a hundred deep are read', `{% a b=${nested(100)} /%}`, []],
    ['in a string are none', `{% a b="${'['.repeat(200)}" c=[${'[], '.repeat(200)}] /%}`, []],
    ['more than that are a mistake', `{% a b=${nested(101)} /%}`, ['1:108']],
    ['in a value, too', `{% ${'not('.repeat(20_000)}true${')'.repeat(20_000)} %}`, ['1:407']],
    ['in an annotation, too', `A {% id=${nested(20_000)} %}`, ['1:109']],
  ])('%s', (_, source, places) => {
    const found = faultsOf(source, format).map(
      ({problem}) => place(problem.position).split('-')[0],
    );
    expect(found).toEqual(places);
  });
});
