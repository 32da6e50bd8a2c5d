// biome-ignore-all lint/suspicious/noTemplateCurlyInString: env files refer to variables like that.
/** Faults, each put into a file that is right otherwise: what is found, and what to write instead. */
import {describe, expect, it} from 'vitest';
import {
  type CheckRule,
  changed,
  checkMail,
  checkRules,
  checkWith,
  compiled,
  type FileId,
  found,
  rightFile,
} from './support.js';

/** File, what is replaced, by what, and all that is found: rule, key, and lines below the change. */
type Case = readonly [
  file: FileId,
  from: string | RegExp,
  to: string,
  found: string,
  below?: number,
];

const envCases: readonly Case[] = [
  ['env', 'PRODUCT=', 'PRODUCT: ', 'env-colon POSTBOX_PRODUCT'],
  ['env', 'PRODUCT=', 'PRODUCT = ', 'env-space POSTBOX_PRODUCT'],
  ['env', 'PRODUCT=', 'PRODUCT= ', 'env-space POSTBOX_PRODUCT'],
  ['env', '# What', '// What', 'env-comment'],
  ['env', '# What', 'What', 'env-line'],
  ['env', 'POSTBOX_PRODUCT', '\ufeffPOSTBOX_PRODUCT', 'env-line'],
  ['env', 'POSTBOX_LEVEL=debug', 'POSTBOX_LEVEL=debug // x', 'env-comment POSTBOX_LEVEL'],
  ['env', '\nPOSTBOX_PORT', ' POSTBOX_PORT', 'merged-lines POSTBOX_URL'],
  ['env', /(?<=PASSWORD=).*/, '"ab$cd"', 'dollar POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'ab$cd', 'dollar POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'ab$cd # x', 'dollar POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, `"a'b$cd"`, 'dollar-and-quote POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, '${POSTBOX_PASSWORD:-abcd}', 'self-reference POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'x${OTHER}', 'substitution POSTBOX_PASSWORD'],
  ['env', /(?<=LEVEL=).*/, 'POSTBOX_LEVEL=debug', 'repeated-key POSTBOX_LEVEL'],
  ['env', /(?<=WEBMAIL=).*/, '{https://mail.example.com}', 'braces POSTBOX_WEBMAIL'],
  ['env', /(?<=DOMAINS=).*/, '[example.com', 'value-syntax POSTBOX_DOMAINS'],
  ['env', /(?<=PASSWORD=).*/, '"abcd', 'unclosed-quote POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, '"abcd"x', 'extra-quote POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'abcd"', 'stray-quote POSTBOX_PASSWORD'],
  ['env', /(?<=USER=.*\n)/, 'POSTBOX_USER=b\n', 'duplicate-key POSTBOX_USER'],
  ['env', 'POSTBOX_METHOD', 'POSTBOX_METOD', 'misspelt-key POSTBOX_METOD'],
  ['env', /$/, 'POSTBOX_UNHEARD_OF=1\n', 'unknown-key POSTBOX_UNHEARD_OF'],
  ['env', /.*PORT=.*\n/, '', 'missing-key POSTBOX_PORT', -1],
  ['env', /.*PASSWORD=.*\n/, '', 'missing-answer POSTBOX_PASSWORD', -1],
  ['env', /(?<=PORT=).*/, '', 'empty-value POSTBOX_PORT'],
  ['env', /(?<=PASSWORD=).*/, '', 'empty-answer POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, '<password>', 'placeholder POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'your-password', 'placeholder POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'abc', 'invalid-value POSTBOX_PASSWORD'],
  ['env', /(?<=PASSWORD=).*/, 'sender', 'conflict POSTBOX_PASSWORD'],
  ['env', /(?<=PORT=).*/, '465', 'needs-quotes POSTBOX_PORT'],
  ['env', /(?<=ARCHIVE=).*/, '\'"true"\'', 'needs-no-quotes POSTBOX_ARCHIVE'],
  ['env', /(?<=ARCHIVE=).*/, 'yes', 'needs-boolean POSTBOX_ARCHIVE'],
  ['env', /(?<=DOMAINS=).*/, 'example.com,example.org', 'needs-list POSTBOX_DOMAINS'],
  ['env', /(?<=METHOD=).*/, '[plain]', 'needs-no-list POSTBOX_METHOD'],
  ['env', /(?<=METHOD=).*/, 'secret', 'unknown-option POSTBOX_METHOD'],
  ['env', /(?<=PRODUCT=).*/, 'other', 'wrong-value POSTBOX_PRODUCT'],
  ['env', /(?<=HEALTH=).*/, 'https://other.example/health', 'other-host POSTBOX_HEALTH'],
  ['env', /(?<=HEALTH=).*/, 'https://mail.example.com/wealth', 'wrong-value POSTBOX_HEALTH'],
  ['env', /(?<=HEALTH=).*/, 'https://mail.example.com/health/', 'trailing-slash POSTBOX_HEALTH'],
  ['env', /(?<=HEALTH=).*/, 'http://mail.example.com/health', 'plain-http POSTBOX_HEALTH'],
  ['env', /(?<=WEBMAIL=).*/, 'https://mail.example.com/', 'trailing-slash POSTBOX_WEBMAIL'],
  ['env', /(?<=LEVEL=).*/, 'loud', 'invalid-value POSTBOX_LEVEL'],
  ['env', /(?<=NOTES=).*/, '[]', 'invalid-value POSTBOX_NOTES'],
  ['env', /$/, 'POSTBOX_WORKERS=1\n', 'too-small POSTBOX_WORKERS'],
  ['env', /$/, 'POSTBOX_WORKERS=many\n', 'needs-number POSTBOX_WORKERS'],
  ['env', /$/, 'POSTBOX_DEBUG=2\n', 'needs-boolean POSTBOX_DEBUG'],
  ['env', /$/, 'POSTBOX_GREETING=Bye\n', 'invalid-value POSTBOX_GREETING'],
  ['env', /$/, 'POSTBOX_EXTRA=x\n', 'needs-block POSTBOX_EXTRA'],
];

const yamlCases: readonly Case[] = [
  ['server', 'security: tls', 'security: "tls', 'unclosed-quote'],
  ['server', 'security: tls', 'security: "tls""', 'extra-quote'],
  ['server', 'security: tls', 'security: tls"', 'stray-quote'],
  ['server', 'security: tls', 'security:tls', 'colon-space security'],
  ['server', 'security: tls', 'security=tls', 'yaml-equals security'],
  ['server', '  security: tls', '\tsecurity: tls', 'indent-character'],
  ['server', '  security: tls', '\u00a0\u00a0security: tls', 'indent-character'],
  ['server', /(?<=security: tls\n)/, '  security: tls\n', 'duplicate-key security'],
  ['server', 'security: tls', 'securty: tls', 'misspelt-key securty'],
  ['server', /(?<=security: tls\n)/, '  unheardOf: 1\n', 'unknown-key unheardOf'],
  ['server', / +port: "465"\n/, '', 'missing-below port', -3],
  ['server', / +postmaster: .*\n/, '', 'missing-answer-below postmaster', -6],
  ['server', /(?<=product:) .*/, '', 'empty-value product'],
  ['server', /(?<=postmaster:) .*/, '', 'empty-answer postmaster'],
  ['server', /(?<=user:) .*/, ' {your user}', 'placeholder user'],
  ['server', /(?<=postmaster:) .*/, ' nobody', 'invalid-value postmaster'],
  ['server', /(?<=postmaster:) .*/, ' jane@example.com', 'conflict postmaster'],
  ['server', /(?<=port:) .*/, ' 465', 'needs-quotes port'],
  ['server', 'archive: true', 'archive: "true"', 'needs-no-quotes archive'],
  ['server', 'archive: true', 'archive: on', 'needs-boolean archive'],
  ['server', /domains: .*/, 'domains: example.com', 'needs-list domains'],
  ['server', 'product: postbox', 'product: [postbox]', 'needs-no-list product'],
  ['server', 'product: postbox', 'product: {a: b}', 'needs-no-block product'],
  ['server', / {2}login:\n(?: {4}.*\n)+/, '  login: abc\n', 'needs-block login'],
  ['server', 'method: plain', 'method: secret', 'unknown-option method'],
  ['server', 'product: postbox', 'product: other', 'wrong-value product'],
  ['server', / +- .*\/login\n/, '', 'missing-item pages', -1],
  ['server', /- .*\/login\n/, '- https://mail.example.com/logim\n', 'wrong-value pages'],
  ['server', /- .*\/health\n/, '- https://b.example/health\n', 'other-host pages'],
  ['server', /- .*\/health\n/, '- http://mail.example.com/health\n', 'plain-http pages'],
  ['server', /- .*\/health\n/, '- https://mail.example.com/health/\n', 'trailing-slash pages'],
  ['server', 'listeners:', '---\nlisteners:', 'syntax'],
  ['server', /(?<=strict: true\n)/, '  size: 2\n', 'duplicate-key size'],
  ['server', '  level: debug', '  workers: 1\n  level: debug', 'too-small workers'],
  ['server', '  level: debug', '  workers: two\n  level: debug', 'needs-number workers'],
  ['server', '  level: debug', '  debug: x\n  level: debug', 'needs-boolean debug'],
  ['server', '  level: debug', '  filters: a\n  level: debug', 'needs-list filters'],
  ['server', '  level: debug', '  quotas: a\n  level: debug', 'needs-block quotas'],
  ['server', /banner: .*/, 'banner: ""', 'empty-value banner'],
  ['server', /(?<= {4}host:) .*/, ' b.example.com', 'contradiction host'],
  ['secret', 'postbox-user', 'postbox-uzer', 'misspelt-key postbox-uzer'],
  ['secret', /(?<=password:) .*/, ' "[a"', 'value-syntax postbox-password'],
  ['secret', /(?<=postbox-user:) .*/, ' "12"', 'needs-quotes postbox-user'],
  ['values', 'secretKey: postbox-user', 'secretKey: user', 'wrong-value secretKey'],
  ['values', /user:\n.*\n.*/, 'user: abc', 'needs-block user'],
  ['server', /login:\n {4}user: .*/, 'login.user: sender\n  login:', 'dotted-key login.user'],
];

describe.each([
  ['an env file', envCases],
  ['YAML', yamlCases],
] as const)('%s with one fault', (_, cases) => {
  const named = cases.map(([file, from, to, expected, below = 0]) => ({
    file,
    from,
    to,
    expected,
    below,
  }));
  it.each(named)('$file: $from → $to', ({file, from, to, expected, below}) => {
    const [text, line] = changed(rightFile(file), from, to);
    const result = checkMail(text);
    expect(found(result)).toEqual([`${line + below} ${expected}`]);
    expect(result.recognised?.file).toBe(file);
  });
});

/** Whole texts, and all that is found in them. */
const texts: readonly (readonly [name: string, text: string, ...found: string[]])[] = [
  ['nothing known', 'hello: world\n', '1 unrecognised'],
  ['nothing', '', '1 unrecognised'],
  [
    'two keys on a line',
    rightFile('server').replace(/(postmaster: .*)\n +/, '$1 '),
    '1 missing-below security',
    '7 merged-lines',
  ],
  [
    'what is for another choice',
    `${rightFile('env', {login: 'open'})}POSTBOX_USER=a\n`,
    '20 other-choice POSTBOX_USER',
  ],
  [
    'a misspelt key for another choice',
    `${rightFile('env', {login: 'open'})}POSTBOX_PASWORD=abcd\n`,
    '20 misspelt-other-choice POSTBOX_PASWORD',
  ],
  [
    'one line for another choice',
    rightFile('env').replace('SECURITY=tls', 'SECURITY=starttls'),
    '9 wrong-choice',
  ],
  [
    'a manifest that is half encoded',
    'kind: Secret\nmetadata:\n  name: postbox\ndata:\n  postbox-user: c2VuZGVy\n  postbox-password: a-b\n',
    '6 needs-base64 postbox-password',
  ],
];

it.each(texts)('%s', (_, text, ...expected) => {
  expect(found(checkMail(text))).toEqual(expected);
});

describe('indentation', () => {
  it.each([
    ['one space less', /^ {2}security/m, ' security', '8 indentation security'],
    ['one space more', /^ {2}security/m, '   security', '8 indentation security'],
    ['one space more in a block', /^ {4}method/m, '     method', '24 indentation method'],
    [
      'none in a block',
      /^ {4}user(.*\n) {4}pass(.*\n) {4}/m,
      '  user: sender\n  password: abcd\n  ',
      '21 flat-block login',
    ],
    [
      'a block too far out',
      /^ {2}login(.*\n) {4}(.*\n) {4}(.*\n) {4}/m,
      'login:\n  user: sender\n  password: abcd\n  ',
      '21 misplaced-key login',
    ],
    [
      'a block too far in',
      /^limits:\n {2}(.*)\n {2}/m,
      '  limits:\n    size: 10\n    ',
      '25 misplaced-block limits',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(found(checkMail(changed(rightFile('server'), from, to)[0]))).toEqual([expected]);
  });
});

it('has a case for every rule', () => {
  const cases = [...envCases, ...yamlCases].map(([, , , found]) => found);
  const others = texts.flatMap(([, , ...all]) => all.map((each) => each.replace(/^\d+ /, '')));
  const here = new Set([...cases, ...others].map((each) => each.split(' ', 1)[0]));
  const placed = ['indentation', 'flat-block', 'misplaced-key', 'misplaced-block'];
  const missing = Object.keys(checkRules).filter((rule) => !here.has(rule));
  expect(missing).toEqual(['too-long', ...placed]);
});

/** What is more than a configuration has is refused before it is read; what is just as much is not. */
describe('a text', () => {
  const filler = (line: string, count: number) => `${rightFile('env')}${`${line}\n`.repeat(count)}`;
  const lines = rightFile('env').split('\n').length;

  it.each([
    ['of 3,000 lines', filler('#', 3000 - lines)],
    ['with a line of 4,000 characters', filler(`#${'x'.repeat(3999)}`, 1)],
    ['of 200,000 characters', filler(`#${'x'.repeat(1998)}`, 99)],
  ])('%s is checked', (_, text) => expect(found(checkMail(text))).toEqual([]));

  it.each([
    ['of 3,001 lines', filler('#', 3001 - lines)],
    ['with a line of 4,001 characters', filler(`#${'x'.repeat(4000)}`, 1)],
    ['of more than 200,000 characters', filler(`#${'x'.repeat(1998)}`, 100)],
  ])('%s is refused, and nothing of it is shown', (_, text) => {
    expect(checkMail(text)).toMatchObject({findings: [{rule: 'too-long'}], lines: [], answers: {}});
  });

  it.each([
    [20, ['21 wrong-value last']],
    [21, []],
  ])('of %i levels is read as deep as 20', (depth, expected) => {
    const levels = Array.from({length: depth}, (_, at) => `k${at}`);
    const flow = compiled(`
title: Deep
files:
  file:
    name: deep.yaml
    format: yaml
    schema: any
    content: ${levels.map((key) => `{${key}: `).join('')}{last: x}${'}'.repeat(depth)}
`);
    const blocks = levels.map((key, at) => `${' '.repeat(at)}${key}:\n`).join('');
    const text = (value: string) => `${blocks}${' '.repeat(depth)}last: ${value}\n`;
    expect(found(checkWith(flow, text('x')))).toEqual([]);
    expect(found(checkWith(flow, text('y')))).toEqual(expected);
  });
});

/** Whether a command ends with an error is for the levels to say. */
describe('the level', () => {
  const level = (text: string) => checkMail(text).findings.map(({rule, level}) => [rule, level]);
  const warnings: readonly CheckRule[] = [
    'env-colon',
    'env-space',
    'trailing-slash',
    'substitution',
  ];

  it('of a rule is warning where the target works all the same', () => {
    const marked = Object.entries(checkRules).flatMap(([rule, each]) =>
      'level' in each ? rule : [],
    );
    expect(marked.sort()).toEqual([...warnings].sort());
  });

  it.each([
    ['env', 'PRODUCT=', 'PRODUCT: ', ['env-colon', 'warning']],
    ['env', 'PRODUCT=', 'PRODUCT = ', ['env-space', 'warning']],
    ['env', /(?<=HEALTH=.*health)/, '/', ['trailing-slash', 'warning']],
    ['env', /(?<=WEBMAIL=.*com)/, '/', ['trailing-slash', 'error']],
    ['env', /(?<=PASSWORD=).*/, 'x${OTHER}', ['substitution', 'warning']],
    ['env', /$/, 'POSTBOX_UNHEARD_OF=1\n', ['unknown-key', 'warning']],
    ['server', '  level', '  unheardOf: 1\n  level', ['unknown-key', 'error']],
    ['env', /(?<=ARCHIVE=).*/, `'"true"'`, ['needs-no-quotes', 'warning']],
    ['server', 'archive: true', 'archive: "true"', ['needs-no-quotes', 'error']],
    ['env', /(?<=PRODUCT=).*/, 'other', ['wrong-value', 'error']],
  ] as const)('of one thing wrong: %s, %s → %s', (file, from, to, expected) => {
    expect(level(changed(rightFile(file), from, to)[0])).toEqual([expected]);
  });

  it('of what is for another choice is error only where its secret is there', () => {
    const open = rightFile('env', {login: 'open'});
    expect(level(`${open}POSTBOX_USER=a\n`)).toEqual([['other-choice', 'warning']]);
    expect(level(`${open}POSTBOX_PASSWORD=\n`)).toEqual([['other-choice', 'warning']]);
    expect(level(`${open}POSTBOX_PASSWORD=abcd\n`)).toEqual([['other-choice', 'error']]);
  });
});

describe('what is told stands in the text', () => {
  const flow = compiled(`
title: Test
choices:
  kind: {label: Kind, options: {one: {label: One}, two: {label: Two}}}
files:
  file:
    name: file.yaml
    format: yaml
    schema: any
    content: {kind: '\${kind}', a: {b: x, c: y, d: z}}
`);

  it.each([
    ['kind: one\na:\n  b:y\n  c: y\n  d: z\n'],
    ['kind:ne\na:\n  b: x\n  c: y\n  d: z\n'],
    ['kind: one\na:\n  b: x\n c: q\n  d: z\n'],
    ['kind: one\na:\n  b: x\n  c: y\n  d: z\n  long key\n  e: [\n'],
  ])('%j', (text) => {
    const {findings} = checkWith(flow, text);
    expect(findings).not.toEqual([]);
    for (const {line, column, endColumn} of findings) {
      const length = text.split('\n')[line - 1]?.length ?? -1;
      expect(endColumn).toBeLessThanOrEqual(length + 1);
      expect(column).toBeLessThanOrEqual(endColumn);
    }
  });
});

it('takes no longer than there are blocks', () => {
  const flow = compiled(`
title: Test
files:
  file: {name: file, format: ini, schema: any, content: {a: {b: x}, c: {d: y}}}
`);
  const time = (count: number) => {
    const text = Array.from({length: count}, (_, at) => `[k${at}]\n`).join('');
    const times = [0, 1, 2, 3].map(() => {
      const start = performance.now();
      checkWith(flow, text);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  time(300);
  // Where each block is compared with each, four times as many take sixteen times as long.
  expect(time(2800)).toBeLessThan(9 * time(700) + 100);
});
