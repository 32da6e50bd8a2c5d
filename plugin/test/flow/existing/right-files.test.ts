// biome-ignore-all lint/suspicious/noTemplateCurlyInString: env files refer to variables like that.
/** A right file passes without a remark, however it is written. */
import {describe, expect, it} from 'vitest';
import {
  changed,
  checkMail,
  checkWith,
  compiled,
  evaluate,
  found,
  rightFile,
  told,
} from './support.js';

it('says of a file for which choices it is, as far as it depends on them', () => {
  const choices = {login: 'password', method: 'digest', security: 'starttls'};
  const of = (id: Parameters<typeof rightFile>[0]) => {
    const {recognised, answers} = checkMail(rightFile(id, choices));
    expect(answers.choices).toEqual(recognised?.choices);
    return [recognised?.filename, recognised?.choices];
  };
  expect(of('env')).toEqual(['postbox.env', {...choices, place: 'container'}]);
  expect(of('server')).toEqual(['postbox.yaml', {...choices, place: 'machine'}]);
  expect(of('values')).toEqual(['values.yaml', {...choices, place: 'cluster'}]);
  // The same for whatever is chosen besides.
  expect(of('secret')).toEqual(['secret.yaml', {login: 'password', place: 'cluster'}]);
  expect(of('proxy')).toEqual(['proxy.json', {place: 'container'}]);
});

describe('the rest of a file', () => {
  it('is not for the check, in an env file', () => {
    const more = [
      'FOO={"a": 1}',
      'PASS=*star',
      'BAR=@x',
      'LOGF=%d{ISO}',
      'REF=${HOME}/x',
      'SIZE=15"',
      'JAVA_OPTS=-Da=b ONE_MORE=c',
      'CERTIFICATE="-----BEGIN\nMIIBszCC\nqqqWWW==\n-----END"',
      `JSON='{\n  "a": 1\n}'`,
    ].join('\n');
    const text = `${more}\n${rightFile('env')}${more.replace(/^/gm, '# ')}`;
    expect(told(checkMail(text))).toEqual([]);
  });

  it('may hold what the target knows besides', () => {
    const env = [
      'WORKERS=2',
      'DEBUG=false',
      'GREETING=Hello you',
      'EXTRA={}',
      'PLUGIN_A=',
      'PLUGIN_=b',
    ];
    const lines = env.map((line) => `POSTBOX_${line}\n`).join('');
    expect(told(checkMail(rightFile('env') + lines))).toEqual([]);
    const [server] = changed(
      rightFile('server'),
      '  level:',
      '  workers: 12\n  debug: true\n  filters: [a]\n  quotas: {a: 1}\n  level:',
    );
    expect(told(checkMail(server))).toEqual([]);
  });

  it('may lack what is optional, and say differently what is open', () => {
    expect(told(checkMail(rightFile('env').replace(/.*LEVEL=.*\n/, '')))).toEqual([]);
    expect(told(checkMail(rightFile('env').replace(/(NOTES=).*/, '$1[something]')))).toEqual([]);
    expect(told(checkMail(rightFile('server').replace(/ {2}level:.*\n/, '')))).toEqual([]);
    expect(told(checkMail(rightFile('server').replace(/banner:.*/, 'banner: Hello')))).toEqual([]);
  });

  it('may be ended and indented as people do', () => {
    for (const id of ['env', 'server', 'secret', 'values'] as const) {
      expect(told(checkMail(rightFile(id).replaceAll('\n', '\r\n')))).toEqual([]);
      expect(told(checkMail(`\ufeff${rightFile(id)}`))).toEqual([]);
    }
    for (const id of ['server', 'secret', 'values'] as const) {
      expect(told(checkMail(rightFile(id).replace(/^(?= )/gm, ' ')))).toEqual([]);
      expect(told(checkMail(`---\n${rightFile(id)}...\n`))).toEqual([]);
    }
  });
});

/** Right files that are told as wrong all the same: whoever mends one of these takes `fails` away. */
describe('what is right, but not yet known to be', () => {
  const sample = compiled(`
title: Test
choices:
  kind: {label: Kind, options: {one: {label: One}, two: {label: Two}}}
fields:
  extra: {label: Extra, optional: true, example: x, value: {type: string}}
  more: {label: More, default: false, value: {type: boolean}}
files:
  file:
    name: file.yaml
    format: yaml
    schema: any
    content:
      kind: \${kind}
      number: 3
      nothing: null
      extra: {$when: {extra: true}, $value: '\${extra}'}
      more: {$when: {more: true}, a: b}
`);
  const right = evaluate(sample.flow, {values: {extra: 'x', more: true}}).files[0]?.text ?? '';
  const rules = () => checkWith(sample, right).findings.map(({params}) => params.key);

  it('is written like this', () =>
    expect(right).toBe('kind: one\nnumber: 3\nnothing: null\nextra: x\nmore:\n  a: b\n'));
  it('a number that is always the same', () => expect(rules()).not.toContain('number'));
  it('nothing, where nothing is written', () => expect(rules()).not.toContain('nothing'));
  it('a key that depends on an answer', () => expect(rules()).not.toContain('extra'));
  it.fails('a block that depends on an answer', () => expect(rules()).not.toContain('more'));
});

describe('YAML is read as the target reads it', () => {
  it.each([
    ['values that go on below', /banner: .*/, 'banner: >-\n    Welcome\n    to all'],
    ['text in quotes that does', /banner: .*/, 'banner: "Welcome\n    to all"'],
    [
      'lists in brackets',
      /pages:\n.*\n(.*)\n(.*)/,
      'pages: [https://mail.example.com/login, https://mail.example.com/health]',
    ],
    ['two single quotes', /banner: .*/, "banner: 'it''s'"],
    ['comments behind values', /security: tls/, 'security: tls # see: below'],
    ['maps in braces', /limits:\n.*\n.*/, 'limits: {size: 10, strict: true}'],
    ['keys in quotes', /security: tls/, '"security": tls'],
  ])('%s', (_, from, to) => {
    expect(told(checkMail(changed(rightFile('server'), from, to)[0]))).toEqual([]);
  });

  it('with aliases, and what is merged', () => {
    const [text] = changed(
      rightFile('server'),
      /^mail:/m,
      'mail:\n  <<: [*base, {security: none}]',
    );
    const [merged] = changed(text, / {2}security: tls\n/, '');
    expect(told(checkMail(`base: &base\n  security: tls\n${merged}`))).toEqual([]);
    const alias = `a: &a smtp.example.com\n${rightFile('server').replace(/host: .*/, 'host: *a')}`;
    expect(told(checkMail(alias))).toEqual([]);
    expect(told(checkMail(`a: &a\n  <<: *a\n${rightFile('server')}`))).toEqual([]);
  });
});

describe('a manifest with encoded values', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const manifest = rightFile('secret')
    .replace('stringData', 'data')
    .replace(/(postbox-\w+: )(.*)/g, (_, key, value) => key + encoded(value));

  it('is right, and gives its answers back', () => {
    const [text] = changed(manifest, /(?<=password: ).*/, encoded("'pä$$: x'"));
    const result = checkMail(text);
    expect(told(result)).toEqual([]);
    expect(result.answers).toMatchObject({
      values: {user: 'sender'},
      secrets: {password: 'pä$$: x'},
    });
  });

  it.each([
    [/(?<=password: ).*/, 'k3pt-To_0urselves', '6 needs-base64 postbox-password'],
    [/.*password: .*\n/, '', '4 missing-answer-below postbox-password'],
    ['postbox-password', 'postbox-pasword', '6 misspelt-key postbox-pasword'],
    [/$/, '  more: YWJj\n', '7 unknown-key more'],
  ])('is checked: %s', (from, to, expected) => {
    const result = checkMail(changed(manifest, from, to)[0]);
    expect(found(result)).toEqual([expected]);
  });
});
