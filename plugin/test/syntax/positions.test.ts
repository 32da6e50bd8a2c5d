/** Where tags and attributes stand, and where their syntax is wrong. */
import {describe, expect, test} from 'vitest';
import {formats, nodesOf, parse, place} from '../support/parse.js';
import {attributesOf, faultsOf, firstTag} from '../support/tags.js';

describe.each(formats)('%s: positions', (format) => {
  test.each([
    ['a self-closing tag', '{% a /%}', '1:1-1:9'],
    ['a tag in a line of text', 'A {% a /%} B', '1:3-1:11'],
    ['a tag after letters of two code units', '🎉 {% a /%}', '1:4-1:12'],
    ['an indented tag', '  {% a /%}', '1:3-1:11'],
    ['a tag after a tab', 'A\t{% a /%}', '1:3-1:11'],
    ['a pair, from its opening to its closing tag', 'A\n\n{% a %}\nB\n{% /a %}', '3:1-5:9'],
    ['a tag over several lines', '{% a\n  b=1\n/%}', '1:1-3:4'],
    ['a tag in a list', '- A\n\n  {% a /%}', '3:3-3:11'],
    ['a tag in a block quote', '> A\n>\n> {% a /%}', '3:3-3:11'],
    ['a tag in both', '> - A\n>\n>   {% a /%}', '3:5-3:13'],
    ['a tag over several lines in a block quote', '> {% a\n>   b=1 /%}', '1:3-2:12'],
    ['a tag after Windows’s line ends', 'A\r\n\r\n{% a /%}', '3:1-3:9'],
  ])('%s', (_, source, expected) => {
    expect(place(firstTag(source, format).position)).toBe(expected);
  });

  test('the opening tag has a place of its own', () => {
    expect(place(firstTag('A\n{% a b=1 %}\nB\n{% /a %}', format).opening)).toBe('2:1-2:12');
  });

  test.each([
    ['a name and a value', '{% a b=1 c="d" /%}', ['1:6-1:9', '1:10-1:15']],
    ['an id and a class', '{% a #b .c /%}', ['1:6-1:8', '1:9-1:11']],
    ['a primary value', '{% a "b c" d=1 /%}', ['1:6-1:11', '1:12-1:15']],
    ['a string with spaces and escapes', '{% a b="c \\" d" e=1 /%}', ['1:6-1:16', '1:17-1:20']],
    ['arrays and objects', '{% a b=[1, 2] c={d: 1} /%}', ['1:6-1:14', '1:15-1:23']],
    ['a function', '{% a b=f($c, "d e") g=1 /%}', ['1:6-1:20', '1:21-1:24']],
    ['without a space before the slash', '{% a b=1/%}', ['1:6-1:9']],
    ['without a space before the delimiter', '{%a b=1%}{%/a%}', ['1:5-1:8']],
    ['the same name twice', '{% a b=1 b=1 /%}', ['1:6-1:9', '1:10-1:13']],
    ['a name that another’s value mentions', '{% a b="c=1" c=2 /%}', ['1:6-1:13', '1:14-1:17']],
    ['a name that begins another', '{% a bc=1 b=2 /%}', ['1:6-1:10', '1:11-1:14']],
    ['on several lines', '{% a\n  b=1\n\n  c=2\n/%}', ['2:3-2:6', '4:3-4:6']],
    ['without a space between them', '{% a "b"c="d" /%}', ['1:6-1:14', '1:1-1:18']],
    ['without a space, on several lines', '> {% a "b"c="d"\n> /%}', ['1:8-1:16', '1:3-2:6']],
    ['a value over several lines', '{% a b=[\n  1,\n  2] /%}', ['1:6-3:5']],
    ['after tabs', '{% a\n\tb=1 /%}', ['2:2-2:5']],
    ['after Windows’s line ends', '{% a\r\n  b=1 /%}', ['2:3-2:6']],
    ['in a list', '1. {% a\n     b=1 /%}', ['2:6-2:9']],
    ['in a block quote', '> {% a\n>   b=1\n> c=2 /%}', ['2:5-2:8', '3:3-3:6']],
    ['in a table', '| A |\n| - |\n| {% a b=1 /%} |', ['3:8-3:11']],
    [
      'behind a bar in a table',
      '| A |\n| - |\n| {% a b="\\|c\\|" d=1 /%} |',
      ['3:8-3:17', '3:18-3:21'],
    ],
  ])('of attributes: %s', (_, source, expected) => {
    expect(attributesOf(source, format).map(({position}) => place(position))).toEqual(expected);
  });

  test.each([
    ['a missing value', '{% a b= /%}', '1:8'],
    // `c` could be the name of a function: what is missing stands behind it.
    ['a value that is none', '{% a b=c /%}', '1:9'],
    ['single quotation marks', "{% a b='c' /%}", '1:8'],
    ['a comma', '{% a b=1, c=2 /%}', '1:9'],
    ['without spaces', '{%a b=/%}', '1:7'],
    ['with many spaces', '{%    a b= /%}', '1:11'],
    ['on another line', '{% a\n  b= /%}', '2:5'],
    ['in a line of text', 'A {% a b= /%}', '1:10'],
    ['in a block quote', '> {% a\n> b= /%}', '2:5'],
    ['a closing tag with an attribute', '{% a %}\n{% /a b=1 %}', '2:6'],
    ['nothing in the tag', '{%%}', '1:3'],
  ])('of a syntax error: %s', (_, source, expected) => {
    const [fault] = faultsOf(source, format).filter(({problem}) => problem.rule === 'parse-error');
    expect(place(fault?.problem.position).split('-')[0]).toBe(expected);
  });

  test('of an opening delimiter that is not closed', () => {
    const [fault] = faultsOf('A\nB {% a', format);
    expect(place(fault?.problem.position)).toBe('2:3-2:5');
  });

  test('every node of a page lies inside of its parent', () => {
    const source = '> - {% a\n>   b=1 %}\n>   C {% d /%}\n>\n>   {% /a %}\n\n# E {% #f %}';
    for (const node of nodesOf(parse(source, format))) {
      const [start, end] = [node.position?.start.offset ?? -1, node.position?.end.offset ?? -1];
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(source.length);
      if (node.type === 'markdocTag') expect(source.slice(start)).toMatch(/^{%/);
    }
  });
});
