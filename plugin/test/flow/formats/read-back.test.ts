/** What is written is read back alike, whatever it is, by every parser of the format that is at hand. */
import dotenv from 'dotenv';
import fc from 'fast-check';
import jsYaml from 'js-yaml';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {readCompose} from '../compose.js';
import {encode} from '../engine.js';
import {anyValue, runs} from '../fuzz.js';

describe('YAML', () => {
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
});

describe('dotenv', () => {
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
