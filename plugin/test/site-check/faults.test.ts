/** Where a text stops being JSON, or an env file. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {envFault, jsonFault} from '../../src/site-check/fences.js';

const at = (fault: ReturnType<typeof envFault>) =>
  fault && `${fault.line}:${fault.column} ${fault.message}`;

describe('JSON', () => {
  test.each([
    ['', '1:1 A value should stand here; a comma behind the last item is one too many.'],
    [
      '{"a": 1,}',
      '1:9 A name in double quotes should stand here; a comma behind the last entry is one too many.',
    ],
    ['{\n  "a": [1, 2\n}', '3:1 A comma should stand before this.'],
    ["{'a': 1}", '1:2 Something else should stand here.'],
    ['{"a" 1}', '1:6 A colon should stand between the name and its value.'],
    ['{"a": }', '1:7 A value should stand here; a comma behind the last item is one too many.'],
    ['[1 2]', '1:4 A comma should stand before this.'],
    ['[1 x]', '1:4 Something else should stand here.'],
    ['[,]', '1:2 A value should stand here; a comma behind the last item is one too many.'],
    ['{,}', '1:2 A value should stand here; a comma behind the last item is one too many.'],
    ['[01]', '1:3 A comma should stand before this.'],
    ['[1.]', '1:2 This is no number of JSON.'],
    ['{"a": …}', '1:7 Something else should stand here.'],
    ['{"a": "b\nc"}', '1:7 A text in double quotes does not end.'],
    [
      '{"a": "b\tc"}',
      '1:7 A line break or a control character in a text is written with a backslash.',
    ],
    ['{"a": "\\x"}', '1:7 A backslash can stand only before one of " \\ / b f n r t u.'],
    ['["\\u12"]', '1:2 Behind \\u four hexadecimal digits should stand.'],
    ['// no\n{}', '1:1 JSON has no comments.'],
    ['{} {}', '1:4 Nothing can stand behind the end.'],
    ['{"a": TRUE}', '1:7 Something else should stand here.'],
    ['[', '1:2 A closing bracket is missing.'],
  ])('%j', (text, fault) => {
    expect(at(jsonFault(text))).toBe(fault);
  });

  test('finds nothing in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, space) => {
        expect(jsonFault(JSON.stringify(JSON.parse(text), null, space))).toBeUndefined();
      }),
      {seed: 1},
    );
  });

  test('finds the place of whatever JSON.parse refuses', () => {
    const characters = fc.constantFrom(
      ...'[]{},:"\\0123e.-+tru nulfas\n\t\r\u0001\u00a0\u2028\ufeff/*',
    );
    fc.assert(
      fc.property(fc.string({unit: characters, maxLength: 12}), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const fault = jsonFault(text);
        expect(fault === undefined).toBe(valid);
        if (fault) expect(fault.line).toBeLessThanOrEqual(text.split('\n').length);
      }),
      {seed: 1, numRuns: 5000},
    );
  });
});

describe('an env file', () => {
  test.each([
    '',
    '# comment\n\n  # another\nA=1',
    'export A=b c # d',
    'A=\nB = 2',
    'A=one\nA=two',
    'A="two\nlines"\nB=\'$x\' # comment',
    'A="two\nlines" # comment\nB=1',
    'A="a \\" b"',
    'LIST=["admin","jane"]',
  ])('%j is right', (text) => {
    expect(envFault(text)).toBeUndefined();
  });

  test.each([
    ['KEY: value', '1:1 “KEY: value” is understood by some tools only.'],
    ['A=1\n  // note', '2:3 “//” does not start a comment in an env file.'],
    ['1A=2', '1:1 This is neither KEY=value nor a comment.'],
    ['A="b\nC=1', '1:3 A quote is opened here and not closed.'],
    ["A='it's'", '1:3 The value goes on behind its closing quote.'],
  ])('%j', (text, fault) => {
    expect(at(envFault(text))).toBe(fault);
  });
});
