// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables look like that.
/** What else the check asks of formats: values by themselves, lines to write, and what is deep. */
import {describe, expect, it} from 'vitest';
import {lineAs, onOneLineAs, readAs, valueAs} from './read-as.js';

describe('a line to write', () => {
  it.each([
    ['dotenv', 'A_B', 'c', 'A_B=c'],
    ['ini', 'a', 'b', 'a = b'],
    ['json', 'a "b"', '1', '"a \\"b\\"": 1'],
    ['properties', 'a b:c', 'd', 'a\\ b\\:c=d'],
    ['toml', 'a', '1', 'a = 1'],
    ['toml', 'a b', '1', '"a b" = 1'],
    ['yaml', 'a', 'b', 'a: b'],
  ] as const)('in %s: %s, %s → %s', (format, key, value, line) => {
    expect(lineAs(format, key, value)).toBe(line);
  });

  it.each([
    ['dotenv', 'A=[', ['b'], 'list', 'A=['],
    ['ini', '[a]', ['b = 1', 'c = 2'], 'block', '[a] ⏎ b = 1 ⏎ c = 2'],
    ['ini', '[a]', undefined, 'block', '[a] ⏎ …'],
    ['json', '"a": {', ['"b": 1', '"c": 2'], 'block', '"a": {"b": 1, "c": 2}'],
    ['json', '"a": {', undefined, 'block', '"a": {…}'],
    ['json', '"a": [', ['1', '2'], 'list', '"a": [1, 2]'],
    ['properties', 'a=', ['b'], 'list', 'a='],
    ['toml', '[a]', ['b = 1', 'c = 2'], 'block', '[a] ⏎ b = 1 ⏎ c = 2'],
    ['toml', '[a]', undefined, 'block', '[a] ⏎ …'],
    ['toml', 'a = [', ['1', '2'], 'list', 'a = [1, 2]'],
    ['toml', 'a = [', undefined, 'list', 'a = […]'],
    ['yaml', 'a:', ['b: 1', 'c: 2'], 'block', 'a: {b: 1, c: 2}'],
    ['yaml', 'a:', ['1', '2'], 'list', 'a: [1, 2]'],
    ['yaml', 'a:', undefined, 'block', 'a: …'],
  ] as const)('that stands for several, in %s: %s %j', (format, first, inner, kind, line) => {
    expect(onOneLineAs(format, first, inner, kind)).toBe(line);
  });
});

describe('a value by itself', () => {
  it.each([
    ['yaml', 'a', {value: 'a', source: 'a'}],
    ['yaml', '01', {value: 1, source: '01'}],
    ['yaml', '"1"', {value: '1', source: '1'}],
    ['yaml', '', {value: ''}],
    ['yaml', '# a', {value: ''}],
    ['yaml', '[a, 1, true]', {value: ['a', 1, true]}],
    ['yaml', '[]', {value: []}],
    ['yaml', '[[a]]', {isMap: true}],
    ['yaml', '- a\n- b', {value: ['a', 'b']}],
    ['yaml', '{a: 1}', {isMap: true}],
    ['yaml', '{your name}', {value: '{your name}'}],
    ['yaml', '{a, b}', {isMap: true}],
    ['yaml', 'a: b', {isMap: true}],
    // No value, but not nothing either.
    ['yaml', '*a', {isMap: true}],
    ['yaml', '[a', {reason: 'Flow sequence must end with a ].'}],
    ['yaml', '"a" b', {reason: 'Unexpected scalar at node end.'}],
    ['json', '"a"', {value: 'a'}],
    ['json', '1', {value: 1}],
    ['json', 'null', {value: null}],
    ['json', '["a", 1]', {value: ['a', 1]}],
    ['json', '[]', {value: []}],
    ['json', '[["a"]]', {isMap: true}],
    ['json', '{"a": 1}', {isMap: true}],
    [
      'json',
      '',
      {reason: 'A value should stand here; a comma behind the last item is one too many.'},
    ],
    ['json', '1 2', {reason: 'Nothing can stand behind the end.'}],
    ['dotenv', 'a', undefined],
  ] as const)('in %s: %s', (format, text, value) => {
    expect(valueAs(format, text)).toEqual(value);
  });
});

describe('what is deep', () => {
  const keys = (depth: number) => Array.from({length: depth}, (_, at) => `k${at}`);

  it.each([
    ['json', (depth: number) => `${'{"a": '.repeat(depth)}1${'}'.repeat(depth)}`],
    ['yaml', (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
    ['toml', (depth: number) => `${keys(depth).join('.')} = 1`],
    ['toml', (depth: number) => `[${keys(depth).join('.')}]`],
    ['toml', (depth: number) => `a = ${'{a = '.repeat(depth - 1)}1${'}'.repeat(depth - 1)}`],
  ] as const)('is not read in %s', (format, text) => {
    expect(readAs(format, text(20))).toHaveLength(20);
    expect(readAs(format, text(30)).length).toBeLessThan(22);
  });

  it('in TOML leaves the tables above it as they are', () => {
    const deep = `[${keys(22).join('.')}]\nx = 1`;
    expect(readAs('toml', `[a]\n${deep}\n[b]\n`)).toEqual(readAs('toml', '[a]\n\n\n[b]\n'));
    expect(readAs('toml', `[${keys(20).join('.')}]\nx = 1`)).toHaveLength(21);
  });

  it('without an end is said', () => {
    const text = '['.repeat(100_000);
    expect(readAs('json', text)).toEqual(['1:1-1 syntax reason=It is nested too deeply.']);
    expect(valueAs('json', text)).toEqual({reason: 'It is nested too deeply.'});
  });

  // Where the stack ends within the parser, the engine can end the whole process.
  it.each([['['], ['{'], ['- '], ['? '], ['[\n']])(
    'in YAML without an end is said of %j',
    (open) => {
      const text = open.repeat(1900);
      expect(readAs('yaml', text)).toEqual(['1:1-1 syntax reason=It is nested too deeply.']);
      expect(valueAs('yaml', text)).toEqual({reason: 'It is nested too deeply.'});
    },
  );
});
