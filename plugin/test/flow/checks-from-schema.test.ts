import {describe, expect, it} from 'vitest';
import {checksFromSchema} from '../../src/flow/checks-from-schema.js';
import type {ContentEntry} from './compile.js';

/** What a schema says of a key that the flow does not write. */
function known(schema: object) {
  return checksFromSchema(schema, [], new Set(), {});
}

const text = {type: 'string'};
const entry = (path: string, value: ContentEntry['value'] = 'x'): ContentEntry => ({
  path: path.split('.'),
  line: 0,
  ...(value !== undefined && {value}),
});

describe('a key that only the schema knows', () => {
  it.each([
    ['its type', {properties: {a: text}}, {a: {value: text}}],
    ['no type', {properties: {a: {}}}, {a: {}}],
    ['one right value', {properties: {a: {const: 'x'}}}, {a: {}}],
    [
      'values to choose from',
      {properties: {a: {enum: ['x', 'y']}}},
      {a: {value: {type: 'string', enum: ['x', 'y']}}},
    ],
    [
      'bounds',
      {properties: {a: {type: 'integer', minimum: 2, title: 'A'}}},
      {a: {value: {type: 'integer', minimum: 2}}},
    ],
    [
      'a format that pages know, and one that they do not',
      {properties: {a: {...text, format: 'uuid'}, b: {...text, format: 'ipv6'}}},
      {
        a: {value: {...text, patterns: {uuid: expect.stringContaining('[0-9A-Fa-f]')}}},
        b: {value: text},
      },
    ],
    [
      'a list',
      {properties: {a: {type: 'array', items: text, minItems: 1}}},
      {a: {value: {type: 'array', minItems: 1, items: text}}},
    ],
    [
      'keys in keys',
      {properties: {a: {type: 'object', properties: {b: text}}}},
      {a: {value: {type: 'object'}}, 'a.b': {value: text}},
    ],
    [
      'a reference',
      {definitions: {t: text}, properties: {a: {$ref: '#/definitions/t'}}},
      {a: {value: text}},
    ],
    [
      'parts that all hold',
      {properties: {a: {allOf: [text, {minLength: 1}]}}},
      {a: {value: {type: 'string', minLength: 1}}},
    ],
    [
      'parts that hold in some cases only',
      {properties: {a: text}, anyOf: [{properties: {a: {enum: ['x']}, b: text}}]},
      {a: {value: text}, b: {}},
    ],
    ['the start of a name', {patternProperties: {'^a_': {}, b$: {}}}, {'a_*': {}}],
  ])('%s', (_, schema, expected) => {
    expect(known(schema)).toEqual(expected);
  });

  it('that contains itself', () => {
    const node = {type: 'object', properties: {name: text, inner: {$ref: '#'}}};
    expect(known(node)).toEqual({
      name: {value: text},
      inner: {value: {type: 'object'}},
    });
  });
});

describe('a key that the flow writes', () => {
  const schema = {
    required: ['b'],
    properties: {a: text, b: text, list: {items: {properties: {c: text}}}},
  };
  const of = (entries: readonly ContentEntry[], checks = {}) =>
    checksFromSchema(schema, entries, new Set(['name']), checks);
  const rest = of([entry('a'), entry('b')]);

  it('may be missing where the schema does not require it', () =>
    expect(rest).toMatchObject({a: {optional: true}}));
  it('must not be missing where it does', () => expect(rest).not.toHaveProperty('b'));
  it('must not be missing where an answer stands in it', () =>
    expect(of([entry('a', {text: ['x', {ref: 'name'}]})])).not.toHaveProperty('a'));
  it('holds what the flow writes, unless any value is right', () => {
    expect(of([entry('b')], {b: {any: true}})).toMatchObject({b: {value: text}});
    expect(of([entry('b')], {b: {any: true}}).b).not.toHaveProperty('any');
  });
  it('has besides what the author of the flow says of it', () =>
    expect(of([entry('b')], {b: {expects: 'X'}})).toMatchObject({b: {expects: 'X'}}));
  it('in an item of a list is found by what the item is known by', () => {
    const item: ContentEntry = {path: ['list', '0'], line: 0, isItem: true, name: 'first'};
    expect(of([item, entry('list.0.c')], {'list.first.c': {any: true}})).toMatchObject({
      'list.first.c': {optional: true, value: text},
    });
  });
});
