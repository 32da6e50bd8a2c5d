// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import fc from 'fast-check';
import {parse} from 'smol-toml';
import {describe, expect, it} from 'vitest';
import {encode} from '../../../src/flow/index.js';
import {checkWith, told} from '../existing/support.js';
import {anyValue, manyValues, runs} from '../fuzz.js';
import {inCI, python} from '../python.js';
import {damage, mailWith, readText, toldOf, written} from './flow.js';

const tomllib = python('tomllib', 'tomllib.loads(text)');

const source = mailWith('name: mail.toml\n    format: toml\n    itemKey: name', `'a"\\b'`);

const mail = readText(
  source(`
# Who we are
host: \${host}
port: 587
names: \${names}
"quoted key": true

server:
  password: \${password}
  hosts:
    - \${host}
    # The second
    - $when: {security: none}
      $value: b.example.com
  tls:
    $when: {security: tls}
    $why: Nothing is sent in clear text.
    verify: true
  a.b: {c: 1.5}
route:
  - name: in
    to: \${host}
  # Goes out
  - name: out
    to: x
    limit: {rate: 1}
# The end`),
);

const text = `# Who we are
host = "mail.example.com"
port = 587
names = ["a", "b"]
"quoted key" = true

[server]
password = 'a"\\b'
hosts = [
  "mail.example.com"
]
# Nothing is sent in clear text.
[server.tls]
verify = true
[server."a.b"]
c = 1.5
[[route]]
name = "in"
to = "mail.example.com"
# Goes out
[[route]]
name = "out"
to = "x"
[route.limit]
rate = 1
# The end
`;

describe('TOML', () => {
  it.each([
    ['abc', '"abc"'],
    ['', '""'],
    ['yes', '"yes"'],
    ['1979-05-27', '"1979-05-27"'],
    ["it's", '"it\'s"'],
    ['say "hi"', `'say "hi"'`],
    ['C:\\new', "'C:\\new'"],
    [`'"\\`, `"'\\"\\\\"`],
    ['a\nb', '"a\\u000ab"'],
    ['\ufeffa', '"\\ufeffa"'],
    ['🎉', '"🎉"'],
    [true, 'true'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [Number.NEGATIVE_INFINITY, '-inf'],
    [['a', '"', true, 2], `["a", '"', true, 2]`],
    [[], '[]'],
    [null, undefined],
    [['a', null], undefined],
    ['\ud800', undefined],
  ] as const)('writes %j as %s', (value, written) => {
    expect(encode('toml', value)).toBe(written);
  });

  const document = (value: string) =>
    `key = ${encode('toml', value)}\nlist = ${encode('toml', [value, value])}\n`;
  const data = (value: string) => ({key: value, list: [value, value]});

  it('is read back alike by smol-toml', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(parse(document(value))).toEqual(data(value));
      }),
      {numRuns: runs},
    );
  });

  it.runIf(tomllib ?? inCI)('is read back alike by tomllib', () => {
    const values = manyValues();
    expect(tomllib?.(values.map(document))).toEqual(values.map(data));
  });

  it('writes tables, lists of tables, conditions and comments, and is proven', () => {
    expect(mail.problems).toEqual([]);
    expect(written(mail, {security: 'tls'})).toBe(text);
    if (tomllib) expect(tomllib([text])).toEqual([parse(text)]);
  });

  it.each([
    ['server: {a: 1}\nport: 587', 'In TOML “port” would be in “server” here: write it above'],
    ['a: [1, {b: 1}]', 'A list in brackets holds single values only'],
    ['a:\n  - b: 1\n  - c', 'Beside tables a list holds no values, and no other lists'],
    ['a: null', 'toml cannot write this value'],
    ['a:\n  b:\n    c: null', 'toml cannot write this value'],
  ])('refuses %j', (content, message) => {
    const {problems} = readText(source(content));
    expect(problems.map((each) => each.message).join('\n')).toContain(message);
  });
});

describe('the check of TOML', () => {
  it.each(['tls', 'none'])('finds nothing in what the flow writes (%s)', (security) => {
    expect(told(checkWith(mail, written(mail, {security})))).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['comments and spaces', 'port = 587', '  port   =  587 # here', []],
    ['an inline table', '[route.limit]\nrate = 1', 'limit = {rate = 1}', []],
    ['a dotted key', '[server.tls]\nverify', 'tls.verify', []],
    [
      'a text without quotes',
      '"mail.example.com"',
      'mail.example.com',
      [
        '2 needs-quotes: Without quotes the value of “host” is no text. → Put the value in double quotes.',
      ],
    ],
    [
      'a number in quotes',
      '587',
      '"587"',
      ['3 needs-no-quotes: With quotes the value of “port” is a text. → Remove the quotes.'],
    ],
    [
      'a colon',
      'port = 587',
      'port: 587',
      [
        '3 syntax: This cannot be read: An equals sign should stand between the key and its value. → Correct this line.',
      ],
    ],
    [
      'a comment of another language',
      '# The end',
      '// The end',
      ['26 syntax: This cannot be read: A comment starts with #. → Correct this line.'],
    ],
    [
      'a quote that is not closed',
      '"mail.example.com"',
      '"mail.example.com',
      [
        '2 unclosed-quote: A quote is opened here and not closed. → Add the closing " at the end of the value.',
      ],
    ],
    [
      'a bracket that is not closed',
      '["a", "b"]',
      '["a", "b"',
      [
        '4 syntax: This cannot be read: A bracket is opened here and not closed. → Correct this line.',
      ],
    ],
    [
      'a word',
      'verify = true',
      'verify = True',
      [
        '14 syntax: This cannot be read: true and false are written in small letters. → Correct this line.',
      ],
    ],
    [
      'a key that is there twice',
      'port = 587',
      'port = 587\nport = 587',
      ['4 duplicate-key: “port” is already in line 3. → Keep one of the two lines.'],
    ],
    [
      'a table that is there twice',
      '[[route]]',
      '[server]\n[[route]]',
      ['17 duplicate-key: “server” is already in line 7. → Keep one of the two lines.'],
    ],
    [
      'a misspelt key',
      'verify',
      'verifi',
      ['14 misspelt-key: There is no key “verifi” here. → Write it like this: verify'],
    ],
    ['a missing key', 'port = 587\n', '', ['2 missing-key: “port” is missing. → Add: port = 587']],
    [
      'a missing table',
      '[server."a.b"]\nc = 1.5\n',
      '',
      ['7 missing-below: “a.b” is missing under “server”. → Add: [server."a.b"] ⏎ c = 1.5'],
    ],
  ])('finds %s', (_, from, to, findings) => {
    expect(toldOf(mail, from, to, {security: 'tls'})).toEqual(findings);
  });

  it('never throws', () => damage(mail, text), 30_000);
});
