/** Where a text stops being JSON, or an env file. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {envFault} from '../../src/site-check/env-fault.js';
import {jsonFault} from '../../src/site-check/json-fault.js';

const at = (fault: ReturnType<typeof envFault>) =>
  fault && `${fault.line}:${fault.column} ${fault.message}`;

describe('JSON', () => {
  test.each([
    ['', '1:1 Unexpected end, expected a value'],
    ['{"a": 1,}', '1:9 Unexpected `}`, expected a key in double quotes'],
    ['{\n  "a": [1, 2\n}', '3:1 Unexpected `}`, expected a comma or the closing bracket'],
    ["{'a': 1}", "1:2 Unexpected `'a'`, expected a key in double quotes"],
    ['{"a" 1}', '1:6 Unexpected `1`, expected :'],
    ['{"a": }', '1:7 Unexpected `}`, expected a value'],
    ['[1 2]', '1:4 Unexpected `2`, expected a comma or the closing bracket'],
    ['[1 x]', '1:4 Unexpected `x`'],
    ['[,]', '1:2 Unexpected `,`, expected a value'],
    ['{,}', '1:2 Unexpected `,`, expected a key in double quotes'],
    ['[01]', '1:3 Unexpected `1`, expected a comma or the closing bracket'],
    ['[1.]', '1:2 Unexpected `1.`, expected a digit'],
    ['{"a": …}', '1:7 Unexpected `…`, expected a value'],
    ['{"a": "b\nc"}', '1:7 Unexpected `"b`, expected a closing quotation mark'],
    ['{"a": "b\tc"}', '1:7 Unexpected `"b`, expected a text without tabs and line breaks'],
    ['{"a": "\\x"}', '1:7 Unexpected `"\\x"`, expected a backslash before one of "\\/bfnrtu'],
    ['["\\u12"]', '1:2 Unexpected `"\\u12"`, expected four hexadecimal digits behind \\u'],
    ['// no\n{}', '1:1 Unexpected `//`, expected no comment'],
    ['{} {}', '1:4 Unexpected `{`, expected the end'],
    ['{"a": TRUE}', '1:7 Unexpected `TRUE`, expected a value'],
    ['[', '1:2 Unexpected end, expected a comma or ]'],
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
        if (fault) expect(fault.message).toMatch(/^Unexpected /);
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
    'A="two\nlines" # comment\nB=\'$x\'',
    'A="a \\" b"',
    'LIST=["admin","jane"]',
  ])('%j is right', (text) => {
    expect(envFault(text)).toBeUndefined();
  });

  test.each([
    ['KEY: value', '1:1 Expected NAME=value, or a comment that begins with #'],
    ['A=1\n  // note', '2:3 Expected NAME=value, or a comment that begins with #'],
    ['1A=2', '1:1 Expected NAME=value, or a comment that begins with #'],
    ['A="b\nC=1', '1:3 The " is never closed'],
    ["A='it's'", '1:7 Unexpected text behind the closing quotation mark'],
  ])('%j', (text, fault) => {
    expect(at(envFault(text))).toBe(fault);
  });
});
