// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import dotenv from 'dotenv';
import fc from 'fast-check';
import jsYaml from 'js-yaml';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {readCompose} from './compose.js';
import {encode} from './engine.js';
import {anyValue, runs} from './support.js';

describe('YAML', () => {
  it.each([
    // What is plain for every version of YAML stays plain.
    ['auth0', 'auth0'],
    [
      'https://acme.eu.auth0.com/.well-known/jwks.json',
      'https://acme.eu.auth0.com/.well-known/jwks.json',
    ],
    ['http://localhost:8585', 'http://localhost:8585'],
    ['openid email profile', 'openid email profile'],
    ['7f3c1d52-4b8e-4c0a-9d26-51e8a0b7c943', '7f3c1d52-4b8e-4c0a-9d26-51e8a0b7c943'],
    ['3819-h7k.apps.googleusercontent.com', '3819-h7k.apps.googleusercontent.com'],
    ['<client-id>', '<client-id>'],
    // What some version takes for something else gets quotes.
    ['yes', '"yes"'],
    ['n', '"n"'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['', '""'],
    ['00123', '"00123"'],
    ['012', '"012"'],
    ['0o17', '"0o17"'],
    ['1e3', '"1e3"'],
    ['12:30:45', '"12:30:45"'],
    ['2026-01-01', '"2026-01-01"'],
    ['=', '"="'],
    ['<<', '"<<"'],
    ['a: b', '"a: b"'],
    ['a:', '"a:"'],
    ['x #y', '"x #y"'],
    // A number to YAML 1.1, whose digits before the exponent may be missing.
    ['e0', '"e0"'],
    [' a', '" a"'],
    ['a  b', '"a  b"'],
    ["it's", '"it\'s"'],
    ['🎉', '"🎉"'],
    ['\ufeffa', '"\\ufeffa"'],
    // Single quotes only where double quotes would need backslashes.
    ['say "hi"', '\'say "hi"\''],
    ['a\\b', "'a\\b'"],
    [`'"`, `"'\\""`],
    [true, 'true'],
    [10, '10'],
    [null, 'null'],
    [['a', 'yes', true], '["a", "yes", true]'],
    [[], '[]'],
  ] as const)('writes %j as %s', (value, text) => {
    expect(encode('yaml', value)).toBe(text);
  });

  const document = (value: string) =>
    `key: ${encode('yaml', value)}\nlist: ${encode('yaml', [value, value])}\n`;
  const data = (value: string) => ({key: value, list: [value, value]});

  it.each([
    ['yaml, 1.2', (text: string) => parse(text)],
    ['yaml, 1.1', (text: string) => parse(text, {version: '1.1'})],
    ['js-yaml', (text: string) => jsYaml.load(text)],
  ] as const)('is read back alike by %s', (_, read) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(read(document(value))).toEqual(data(value));
      }),
      {numRuns: runs},
    );
  });
});

describe('YAML inside YAML', () => {
  it('survives the second reading', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const outer = parse(`key: ${encode('yaml', value, 'yaml')}`) as {key: string};
        expect(jsYaml.load(outer.key)).toBe(value);
      }),
      {numRuns: runs},
    );
  });

  it('quotes twice only where it must', () => {
    expect(encode('yaml', 'abc', 'yaml')).toBe('abc');
    expect(encode('yaml', '00123', 'yaml')).toBe(`'"00123"'`);
  });
});

describe('dotenv', () => {
  it.each([
    ['abc', 'abc'],
    ['', ''],
    ['https://a.b/c?d=e', 'https://a.b/c?d=e'],
    ['a b', "'a b'"],
    ['a#b', "'a#b'"],
    ['$HOME', "'$HOME'"],
    ["it's", `"it's"`],
    ['say "hi"', `'say "hi"'`],
    [`a'b"c`, `a'b"c`],
    ['a\\b', "'a\\b'"],
    ['a\\', 'a\\'],
    [true, 'true'],
    [['a', 'b'], '["a","b"]'],
    // Nothing that all three read alike.
    [`'"$\\`, undefined],
    [`it's "#1"`, undefined],
    ['${a}', undefined],
    ['a\nb', undefined],
    ["' $", undefined],
  ] as const)('writes %j as %s', (value, text) => {
    expect(encode('dotenv', value)).toBe(text);
  });

  it.each([
    ['00123', `'"00123"'`],
    ['yes', `'"yes"'`],
    ['', `'""'`],
    ['a b', "'a b'"],
    [['admin', 'jane'], '["admin", "jane"]'],
    [`'"$\\`, `'"\\x27\\x22\\x24\\x5c"'`],
  ] as const)('writes %j for a target that reads YAML as %s', (value, text) => {
    expect(encode('dotenv', value, 'yaml')).toBe(text);
  });

  /** A variable before and one behind show whether a value runs over its line. */
  const around = (text: string) => `BEFORE=1\nKEY=${text}\nBEHIND=2\n`;
  const readers = [
    ['npm', (text: string) => dotenv.parse(text) as {[key: string]: string}],
    ['Compose', readCompose],
  ] as const;

  it.each(readers)('is read back alike by %s', (_, read) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = encode('dotenv', value);
        fc.pre(text !== undefined);
        expect(read(around(text ?? ''))).toEqual({BEFORE: '1', KEY: value, BEHIND: '2'});
      }),
      {numRuns: runs},
    );
  });

  it.each(readers)('is read back alike by %s and then as YAML, whatever the value', (_, read) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = encode('dotenv', value, 'yaml') ?? 'no encoding';
        expect(jsYaml.load(read(around(text)).KEY ?? '')).toBe(value);
        const list = encode('dotenv', [value, 'x'], 'yaml') ?? 'no encoding';
        expect(jsYaml.load(read(around(list)).KEY ?? '')).toEqual([value, 'x']);
      }),
      {numRuns: runs},
    );
  });
});

describe('JSON', () => {
  it('is read back alike', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = `{"key": ${encode('json', value)}, "list": ${encode('json', [value])}}`;
        expect(JSON.parse(text)).toEqual({key: value, list: [value]});
        expect(jsYaml.load(text)).toEqual({key: value, list: [value]});
      }),
      {numRuns: runs},
    );
  });
});
