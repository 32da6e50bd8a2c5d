// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {parse} from 'dot-properties';
import fc from 'fast-check';
import {getProperties} from 'properties-file';
import {describe, expect, it} from 'vitest';
import {encode} from '../../../src/flow/index.js';
import {checkWith, told} from '../existing/support.js';
import {anyValue, runs} from '../fuzz.js';
import {damage, mailWith, readText, toldOf, written} from './flow.js';

const source = mailWith(
  `name: mail.properties\n    format: properties`,
  `'ä\\b'`,
  `, pattern: '^[^,\\s]+$'`,
);

const mail = readText(
  source(`
# Who we are
mail.host: \${host}
mail.port: 587
"a b": 'x '
names: \${names}

mail.password: \${password}
mail.verify:
  $when: {security: tls}
  $why: Nothing is sent in clear text.
  $value: true
# The end`),
);

const text = `# Who we are
mail.host=mail.example.com
mail.port=587
a\\ b=x\\u0020
names=a,b

mail.password=\\u00e4\\\\b
# Nothing is sent in clear text.
mail.verify=true
# The end
`;

describe('Java properties', () => {
  it.each([
    ['abc', 'abc'],
    ['', ''],
    ['a = b: #c!', 'a = b: #c!'],
    ['=a', '\\=a'],
    ['C:\\new', 'C:\\\\new'],
    [' a ', '\\u0020a\\u0020'],
    ['é🎉', '\\u00e9\\ud83c\\udf89'],
    ['a\nb', 'a\\u000ab'],
    ['${a}', '${a}'],
    [true, 'true'],
    [10, '10'],
    [['a', 'b c'], 'a,b c'],
    [[], ''],
    [['a,b'], undefined],
    [['a', ' b'], undefined],
  ] as const)('write %j as %s', (value, spelt) => {
    expect(encode('properties', value)).toBe(spelt);
  });

  it.each([
    ['dot-properties', (text: string): unknown => parse(text)],
    ['properties-file', (text: string): unknown => getProperties(text)],
  ])('are read back alike by %s', (_, read) => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = `before=1\nkey=${encode('properties', value)}\nbehind=2\n`;
        expect(read(text)).toEqual({before: '1', key: value, behind: '2'});
      }),
      {numRuns: runs},
    );
  });

  it('have keys, conditions and comments, and are proven', () => {
    expect(mail.problems).toEqual([]);
    expect(written(mail, {security: 'tls'})).toBe(text);
    expect(getProperties(text)).toEqual(parse(text));
  });

  it.each(['a: {b: 1}', 'a:\n  - b'])('refuse %j', (content) => {
    const {problems} = readText(source(content));
    expect(problems.map((each) => each.message)).toContain(
      'A property holds one value, or a list in brackets: write the whole key, with its dots',
    );
  });
});

describe('the check of Java properties', () => {
  it.each(['tls', 'none'])('finds nothing in what the flow writes (%s)', (security) => {
    expect(told(checkWith(mail, written(mail, {security})))).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['other signs and comments', 'mail.port=587', '! here\n  mail.port : 587', []],
    ['a value on two lines', 'mail.port=587', 'mail.port=5\\\n  87', []],
    ['a space with a backslash', '\\u0020', '\\ ', []],
    ['characters as they are', '\\u00e4', 'ä', []],
    [
      'quotes',
      '=mail.example.com',
      '="mail.example.com"',
      ['2 syntax: This cannot be read: Quotes are a part of the value here. → Correct this line.'],
    ],
    [
      'white space at the end',
      '587',
      '587 ',
      [
        '3 syntax: This cannot be read: White space at the end is a part of the value. → Correct this line.',
      ],
    ],
    [
      'a comment of another language',
      '# The end',
      '// The end',
      ['10 syntax: This cannot be read: A comment starts with #. → Correct this line.'],
    ],
    [
      'an escape that is none',
      '\\u00e4',
      '\\u00g4',
      [
        '7 syntax: This cannot be read: Behind \\u four hexadecimal digits should stand. → Correct this line.',
      ],
    ],
    [
      'a key that is there twice',
      'mail.port=587',
      'mail.port=587\nmail.port=587',
      ['4 duplicate-key: “mail.port” is already in line 3. → Keep one of the two lines.'],
    ],
    [
      'a wrong value',
      '587',
      '25',
      ['3 wrong-value: The value of “mail.port” does not fit. → Write: mail.port=587'],
    ],
    [
      'a misspelt key',
      'mail.port',
      'mail.prot',
      ['3 misspelt-key: There is no key “mail.prot” here. → Write it like this: mail.port'],
    ],
    [
      'a missing key',
      'a\\ b=x\\u0020\n',
      '',
      ['3 missing-key: “a b” is missing. → Add: a\\ b=x\\u0020'],
    ],
  ])('finds %s', (_, from, to, findings) => {
    expect(toldOf(mail, from, to, {security: 'tls'})).toEqual(findings);
  });

  it('never throws', () => damage(mail, text));
});
