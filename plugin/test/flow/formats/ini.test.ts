// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {packages} from '../../../src/disk/packages.js';
import {formats} from '../../../src/flow/formats/index.js';
import {encode} from '../../../src/flow/index.js';
import {checkWith, told} from '../existing/support.js';
import {anyValue, manyValues, runs} from '../fuzz.js';
import {inCI, python} from '../python.js';
import {damage, mailWith, readText, toldOf, written} from './flow.js';

const [parser] = formats.ini.parsers;
const parse = (text: string) => parser?.parse(packages.parser('ini'), text);

/** Python's reader, with its interpolation. */
const configparser = python(
  'configparser',
  '(lambda parser: (parser.read_string(text), {name: dict(parser[name]) for name in parser.sections()})[1])(configparser.ConfigParser())',
);

const source = mailWith('name: mail.ini\n    format: ini', `"it's"`);

const mail = readText(
  source(`
# Who we are
main:
  host: \${host}
  port: 587
  names: \${names}
  kinds: [in, out]

server.auth:
  password: \${password}
  empty: ''
  verify:
    $when: {security: tls}
    $why: Nothing is sent in clear text.
    $value: true
# The end`),
);

const text = `; Who we are
[main]
host = mail.example.com
port = 587
names = a,b
kinds = in,out

[server.auth]
password = it's
empty = 
; Nothing is sent in clear text.
verify = true
; The end
`;

describe('ini files', () => {
  it.each([
    ['abc', 'abc'],
    ['', ''],
    ['https://a.b/c?d=e', 'https://a.b/c?d=e'],
    ["it's", "it's"],
    ['$5', '$5'],
    [true, 'true'],
    [10, '10'],
    [['a', 'b c'], 'a,b c'],
    [[], ''],
    // Nothing that all read alike.
    ["'a'", undefined],
    ['say "hi"', undefined],
    ['a;b', undefined],
    ['a#b', undefined],
    ['100%', undefined],
    ['${a}', undefined],
    ['a\\', undefined],
    [' a', undefined],
    ['a\nb', undefined],
    [['a,b'], undefined],
    [['a', ' b'], undefined],
  ] as const)('writes %j as %s', (value, spelt) => {
    expect(encode('ini', value)).toBe(spelt);
  });

  const document = (value: string) =>
    `[one]\nkey = ${encode('ini', value)}\nbehind = 1\n[two.three]\nkey = ${encode('ini', [value])}\n`;
  const data = (value: string) => ({
    one: {key: value, behind: '1'},
    'two.three': {key: value},
  });
  const isWritable = (value: string) => encode('ini', [value]) !== undefined;

  it('are read back alike by ini', () => {
    fc.assert(
      fc.property(anyValue.filter(isWritable), (value) => {
        expect(parse(document(value))).toEqual(data(value));
      }),
      {numRuns: runs},
    );
  });

  it.runIf(configparser ?? inCI)('are read back alike by configparser', () => {
    const values = manyValues().filter(isWritable);
    expect(values.length).toBeGreaterThan(runs / 10);
    expect(configparser?.(values.map(document))).toEqual(values.map(data));
  });

  it('have keys, sections, conditions and comments, and are proven', () => {
    expect(mail.problems).toEqual([]);
    expect(written(mail, {security: 'tls'})).toBe(text);
    if (configparser) expect(configparser([text])).toEqual([parse(text)]);
  });

  it('can have keys above the sections', () => {
    expect(parse('a = true\n[b]\nc = null\n[b.d]\ne = 1\n[f]\n')).toEqual({
      a: 'true',
      b: {c: 'null'},
      'b.d': {e: '1'},
      f: {},
    });
  });

  it.each([
    ['server: {a: 1}\nport: 587', 'In ini files “port” would be in “server” here: write it above'],
    ['a: {b: {c: 1}}', 'A key in an ini file holds one value, or a list in brackets'],
    ['a:\n  - b', 'A key in an ini file holds one value, or a list in brackets'],
    ['"a b": 1', '“a b” is no key that all programs read'],
    ['"a]": {b: 1}', '“a]” is no name of a section'],
    ['a: 50%', 'ini cannot write this value'],
  ])('refuse %j', (content, message) => {
    const {problems} = readText(source(content));
    expect(problems.map((each) => each.message).join('\n')).toContain(message);
  });
});

describe('the check of ini files', () => {
  it.each(['tls', 'none'])('finds nothing in what the flow writes (%s)', (security) => {
    expect(told(checkWith(mail, written(mail, {security})))).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['other spaces and comments', 'port = 587', '# here\n  port=587', []],
    [
      'quotes',
      'mail.example.com',
      '"mail.example.com"',
      [
        '3 syntax: This cannot be read: To some programs the quotes are a part of the value. → Correct this line.',
      ],
    ],
    [
      'a comment behind a value',
      'port = 587',
      'port = 587 ; the port',
      [
        '4 syntax: This cannot be read: To some programs a comment starts within the value. → Correct this line.',
      ],
    ],
    [
      'a quote that is not closed',
      'mail.example.com',
      '"mail.example.com',
      [
        '3 unclosed-quote: A quote is opened here and not closed. → Add the closing " at the end of the value.',
      ],
    ],
    [
      'a colon',
      'port = 587',
      'port: 587',
      [
        '4 syntax: This cannot be read: An equals sign should stand between the key and its value. → Correct this line.',
      ],
    ],
    [
      'a line without a sign',
      'port = 587',
      'port = 587\nwhat',
      [
        '5 syntax: This cannot be read: This is neither a key with its value, nor a section in brackets, nor a comment. → Correct this line.',
      ],
    ],
    [
      'a key that is there twice',
      'port = 587',
      'port = 587\nport = 587',
      ['5 duplicate-key: “port” is already in line 4. → Keep one of the two lines.'],
    ],
    [
      'a wrong value',
      '587',
      '25',
      ['4 wrong-value: The value of “port” does not fit. → Write: port = 587'],
    ],
    [
      'a misspelt key',
      'port',
      'prot',
      ['4 misspelt-key: There is no key “prot” here. → Write it like this: port'],
    ],
    [
      'a missing key',
      'port = 587\n',
      '',
      ['2 missing-below: “port” is missing under “main”. → Add: port = 587'],
    ],
    [
      'a misspelt section',
      '[main]',
      '[mian]',
      ['2 misspelt-key: There is no key “mian” here. → Write it like this: main'],
    ],
  ])('finds %s', (_, from, to, findings) => {
    expect(toldOf(mail, from, to, {security: 'tls'})).toEqual(findings);
  });

  it('never throws', () => damage(mail, text));
});
