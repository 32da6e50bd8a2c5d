// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is forbidden looks like that.
/** What a field takes and what it refuses: each keyword of its schema at both sides of where it begins. */
import {describe, expect, it} from 'vitest';
import {compileSchema, type JsonSchema} from './compile.js';
import {type CompiledField, checkValue} from './engine.js';

const field = (value: JsonSchema, more: Partial<CompiledField> = {}): CompiledField => ({
  id: 'field',
  label: 'Field',
  placeholder: '<field>',
  value: compileSchema(value),
  ...more,
});

/** Which message it is, or `right`. */
const fault = (schema: JsonSchema, value: unknown, more?: Partial<CompiledField>) =>
  checkValue(field(schema, more), value)?.id ?? 'right';

const string = {type: 'string'} as const;
const list = {type: 'array', items: {type: 'string'}} as const;
const label63 = 'a'.repeat(63);
/** Four labels of 61 characters and one of 5, with dots: 253. */
const host253 = `${`${'a'.repeat(61)}.`.repeat(4)}aaaaa`;

describe('a text', () => {
  it.each<[JsonSchema, unknown, string]>([
    // Any, of one line.
    [string, 'a', 'right'],
    [string, '', 'right'],
    [string, ' a ', 'right'],
    [string, true, 'type'],
    [string, ['a'], 'type'],
    [string, 1, 'type'],
    [string, null, 'type'],
    [string, undefined, 'type'],
    [string, {}, 'type'],
    [string, 'a\nb', 'lineBreak'],
    [string, 'a\rb', 'lineBreak'],
    [string, 'a\x85b', 'lineBreak'],
    [string, 'a\u2028b', 'lineBreak'],
    [string, 'a\u2029b', 'lineBreak'],
    [string, 'a\0b', 'control'],
    [string, 'a\tb', 'control'],
    [string, 'a\x1fb', 'control'],
    [string, 'a\x7fb', 'control'],
    [string, 'a\x9fb', 'control'],
    [string, 'a\ufffeb', 'control'],
    [string, 'a\uffffb', 'control'],
    [string, 'a\ud800b', 'control'],
    [string, 'a\u00a0b', 'right'],
    [string, 'a\ufeffb', 'right'],
    [string, '🎉', 'right'],
    // As long as it may be: characters count, not units of UTF-16.
    [string, 'a'.repeat(2000), 'right'],
    [string, 'a'.repeat(2001), 'maxLength'],
    [string, '🎉'.repeat(2000), 'right'],
    [{...string, maxLength: 3000}, 'a'.repeat(2001), 'maxLength'],
    [{...string, maxLength: 2}, 'ab', 'right'],
    [{...string, maxLength: 2}, '🎉🎉', 'right'],
    [{...string, maxLength: 2}, 'abc', 'maxLength'],
    [{...string, maxLength: 2}, 'a\nb', 'maxLength'],
    [{...string, minLength: 2}, 'ab', 'right'],
    [{...string, minLength: 2}, 'a', 'minLength'],
    [{...string, minLength: 2}, '🎉', 'minLength'],
    [{...string, minLength: 0}, '', 'right'],
    [{...string, minLength: 2}, '\n', 'lineBreak'],
    // One of a few.
    [{...string, enum: ['a', 'b']}, 'b', 'right'],
    [{...string, enum: ['a', 'b']}, 'c', 'enum'],
    [{...string, enum: ['a', 'b']}, 'a, b', 'enum'],
    [{...string, const: 'a'}, 'a', 'right'],
    [{...string, const: 'a'}, 'b', 'const'],
    // Of a form.
    [{...string, pattern: '^a'}, 'ab', 'right'],
    [{...string, pattern: '^a'}, 'ba', 'pattern'],
    [{...string, pattern: '^.$'}, '🎉', 'right'],
    [{...string, pattern: '^\\p{L}$'}, 'é', 'right'],
    [{...string, pattern: '^a$'}, ' a', 'outerSpace'],
    [{...string, pattern: '^a$'}, 'a\u00a0', 'outerSpace'],
    [{...string, pattern: '^a$'}, ' b', 'pattern'],
    [{...string, minLength: 2}, ' ', 'minLength'],
  ])('%j takes %j: %s', (schema, value, expected) => expect(fault(schema, value)).toBe(expected));
});

describe.each([
  [
    'hostname',
    ['a', 'A.b', 'a-b.c', '1.2.3.4', 'xn--a', label63, host253],
    [
      'a.',
      '.a',
      'a..b',
      '-a',
      'a-',
      'a-.b',
      'a_b',
      'a b',
      'a:1',
      'é',
      `${label63}a`,
      `b.${label63}a.c`,
      `${host253}a`,
      'https://a',
    ],
  ],
  [
    'uri',
    ['a:b', 'https://a.b:1/c?d=e#f', 'A+.-9:b', "x:-._~:/?#[]@!$&'()*+,;=", 'a:%2F%af'],
    [
      'a',
      'a:',
      ':b',
      '1a:b',
      '-a:b',
      'a:b c',
      'a:%',
      'a:b%',
      'a:%2',
      'a:%2g',
      'a:é',
      'a:<b>',
      'a_b:c',
    ],
  ],
  [
    'uuid',
    ['12345678-90ab-cdef-1234-567890abcdef', '12345678-90AB-CDEF-1234-567890ABCDEF'],
    [
      '1234567-90ab-cdef-1234-567890abcdef',
      '12345678-90ab-cdef-1234-567890abcde',
      '12345678-90ab-cdef-1234-567890abcdef0',
      '012345678-90ab-cdef-1234-567890abcdef',
      '1234567890ab-cdef-1234-567890abcdef',
      '12345678-90ag-cdef-1234-567890abcdef',
      '12345678-9ab-cdef-1234-567890abcdef',
      '12345678-90ab-cde-1234-567890abcdef',
      '12345678-90ab-cdef-123-567890abcdef',
    ],
  ],
  [
    'email',
    ['a@b.c', 'a.b+c@d-e.example', "o'neil@b.c", 'é@b.c'],
    [
      'a',
      'a@b',
      '@b.c',
      'a@.c',
      'a@b.',
      'a b@c.d',
      'a@b c.d',
      'a@b.c d',
      'a@b@c.d',
      'a@b.c@d',
      '"a"@b.c',
      'a,b@c.d',
      'a@b,c.d',
      'a@b.c,d',
      '<a@b.c>',
      'a(b)@c.d',
      'a@(b.c',
      '[a@b.c',
      'a\\@b.c',
      'a:b@c.d',
      'a;b@c.d',
    ],
  ],
] as const)('the format %s', (format, right, wrong) => {
  it.each(right)('takes %j', (text) => expect(fault({...string, format}, text)).toBe('right'));
  it.each(wrong)('refuses %j', (text) => expect(fault({...string, format}, text)).toBe(format));
  it.each(right)('says of space around %j that it is to go', (text) => {
    expect(fault({...string, format}, ` ${text}`)).toBe('outerSpace');
    expect(fault({...string, format}, `${text}\u00a0`)).toBe('outerSpace');
  });
});

describe('yes or no', () => {
  it.each<[JsonSchema, unknown, string]>([
    [{type: 'boolean'}, true, 'right'],
    [{type: 'boolean'}, false, 'right'],
    [{type: 'boolean'}, 'true', 'type'],
    [{type: 'boolean', const: true}, true, 'right'],
    [{type: 'boolean', const: true}, false, 'const'],
    [{type: 'boolean', const: false}, true, 'const'],
  ])('%j takes %j: %s', (schema, value, expected) => expect(fault(schema, value)).toBe(expected));
});

describe('a list', () => {
  const many = (count: number) => Array.from({length: count}, (_, at) => `a${at}`);

  it.each<[JsonSchema, unknown, string]>([
    [list, [], 'right'],
    [list, ['a', ''], 'right'],
    [list, 'a', 'type'],
    [list, [1], 'type'],
    [list, [['a']], 'type'],
    [list, ['a\nb'], 'lineBreak'],
    [{type: 'array'}, ['a'], 'right'],
    [{type: 'array'}, [true], 'type'],
    [list, many(100), 'right'],
    [list, many(101), 'maxItems'],
    [{...list, maxItems: 200}, many(101), 'maxItems'],
    [{...list, maxItems: 2}, many(2), 'right'],
    [{...list, maxItems: 2}, many(3), 'maxItems'],
    [{...list, maxItems: 2}, [1, 2, 3], 'maxItems'],
    [{...list, minItems: 2}, many(2), 'right'],
    [{...list, minItems: 2}, many(1), 'minItems'],
    [list, ['a', 'a'], 'right'],
    [{...list, uniqueItems: true}, ['a', 'A'], 'right'],
    [{...list, uniqueItems: true}, ['a', 'a'], 'uniqueItems'],
    [{...list, uniqueItems: true}, ['a', 'b', 'a'], 'uniqueItems'],
    [{...list, items: {...string, minLength: 1}}, ['a', ''], 'minLength'],
    [{...list, items: {...string, pattern: '^a$'}}, ['a', 'b'], 'pattern'],
    // The space of one item is said of it, as that of a text is.
    [{...list, items: {...string, pattern: '^a$'}}, ['a', 'a '], 'outerSpace'],
    [{...list, items: {...string, pattern: '^a$'}}, [' a', 'b '], 'pattern'],
    [{...list, items: {...string, pattern: '^a$'}}, ['b', 1], 'pattern'],
    [{...list, items: {...string, pattern: '^a$'}}, [' a', {}], 'pattern'],
    [{...list, items: {...string, format: 'uuid'}}, ['a'], 'uuid'],
  ])('%j takes %j: %s', (schema, value, expected) => expect(fault(schema, value)).toBe(expected));
});

describe('what is said', () => {
  const said = (schema: JsonSchema, value: unknown, more?: Partial<CompiledField>) =>
    checkValue(field(schema, more), value, [{text: '${', message: 'No variables.'}])?.message;

  it.each<[JsonSchema, unknown, string, Partial<CompiledField>?]>([
    [string, 1, 'The value of Field does not have the right type.'],
    [{...string, const: 'a'}, 'b', 'Field must be a.'],
    [{type: 'boolean', const: true}, false, 'Field must be true.'],
    [{...string, enum: ['a', 'b']}, 'c', 'Field must be one of: a, b.'],
    [
      {...string, minLength: 2},
      'a',
      'The value of Field is too short: it needs 2 or more characters.',
    ],
    [{...string, maxLength: 1}, 'ab', 'Field may have at most 1 characters.'],
    [
      {...string, pattern: 'a'},
      'b',
      'The value of Field does not have the right form. It looks like this: ab',
      {example: 'ab'},
    ],
    [
      {...string, pattern: 'a'},
      'b',
      'The value of Field does not have the right form. It looks like this: ',
    ],
    [{...string, pattern: 'a'}, 'b', 'Write an a.', {expects: 'Write an a.'}],
    [{...string, format: 'uuid'}, 'b', 'Write an ID.', {expects: 'Write an ID.'}],
    // It is about the form, and not about what else can be wrong.
    [
      {...string, pattern: 'a', maxLength: 2},
      'bbb',
      'Field may have at most 2 characters.',
      {expects: 'No.'},
    ],
    [
      {...list, items: {...string, format: 'email'}},
      ['b'],
      'Enter an e-mail address, like this: a@b.c, d@e.f',
      {example: ['a@b.c', 'd@e.f']},
    ],
    [{...list, minItems: 2}, ['a'], 'There are too few entries for Field: 2 or more are needed.'],
    [{...list, maxItems: 1}, ['a', 'b'], 'Field may have at most 1 entries.'],
    [{...list, uniqueItems: true}, ['a', 'a'], '“a” is there twice.'],
    [string, 'a${b}', 'No variables.'],
    [list, ['a', '${b}'], 'No variables.'],
    // What is wrong by itself comes first.
    [{...string, maxLength: 2}, 'a${b}', 'Field may have at most 2 characters.'],
  ])('of %j for %j: %s', (schema, value, message, more) => {
    expect(said(schema, value, more)).toBe(message);
  });

  it('names the field, and what the message is', () => {
    expect(checkValue(field({...string, maxLength: 1}), 'ab')).toEqual({
      field: 'field',
      kind: 'invalid',
      id: 'maxLength',
      params: {label: 'Field', expected: '1'},
      message: 'Field may have at most 1 characters.',
    });
  });

  it('is nothing of a right value', () => {
    expect(checkValue(field(string), 'a', [{text: 'b', message: 'No.'}])).toBeUndefined();
    expect(
      checkValue(field({type: 'boolean'}), true, [{text: 'b', message: 'No.'}]),
    ).toBeUndefined();
  });
});
