// biome-ignore-all lint/suspicious/noTemplateCurlyInString: env files refer to variables like that.
/** A right file passes without a remark, whatever the answers are; and no text at all makes the check fail. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  type Answers,
  anyValue,
  changed,
  checkMail,
  checkWith,
  combinations,
  compiled,
  evaluate,
  examplesOf,
  found,
  mail,
  proxy,
  rightFile,
  runs,
  told,
} from './support.js';

/** What breaks configurations: user, password, domains, folder. */
const awkward = [
  ['yes', 'null', ['no', '~', 'on'], '/1e3'],
  ['00123', '1e3 ', ['007', '12:30:45', '0x1F'], '/ '],
  [`it's`, `'"''`, [`o'neil`, '"x"', '`y`'], `/it's`],
  ['a: b #c', `p'w"d$HOME\\n\\\\#x: y`, ['$a', '#b', '\\', '[c]'], '/a: b'],
  ['- x', '{a: [b]}', ['&a', '*a', '!a', '|', '>'], '/%'],
  ['C:\\new\\', '\\\\\\\\', ['a\\'], '/\\'],
  ['ключ', '🎉\u00a0пароль', ['josé', '🎉'], '/🎉'],
  ['<a>', '{b}{', ['"', "'"], '/"'],
  ['x"', "xyz'", ['a,b'], '/#'],
  ['KEY=value', '// no comment', ['='], '/='],
  ['my-app', 'my_secret', ['my_user', 'my-admin'], '/my'],
] as const;

const cells = [mail, proxy].flatMap((file) =>
  combinations(file.flow).map((choices) => ({file, id: file.flow.id, choices})),
);

function answersFor({flow}: typeof mail, choices: Answers['choices']): Answers[] {
  const plain = examplesOf(flow, choices);
  const without = {...plain.values, relay: '', archive: false, level: 'error'};
  const all: Answers[] = [plain, {...plain, values: without}];
  if (flow !== mail.flow) return all;
  for (const [user, password, domains, folder] of awkward) {
    all.push({...plain, values: {...plain.values, user, domains, folder}, secrets: {password}});
  }
  return all;
}

it('has 27 combinations to look at', () => expect(cells).toHaveLength(27));

describe.each(cells)('$id $choices', ({file: {flow}, file, choices}) => {
  it('writes files that pass without a remark, and give their answers back', () => {
    for (const answers of answersFor(file, choices)) {
      const {problems, files, fields} = evaluate(flow, answers);
      expect(problems).toEqual([]);
      for (const {id, text, lines} of files) {
        const result = checkWith(file, text);
        expect(told(result), text).toEqual([]);
        expect(result.recognised?.file).toBe(id);
        expect(choices).toMatchObject(result.recognised?.choices ?? {});
        // A key that depends on an answer does not give it back.
        const optional = fields.flatMap(({field}) => (field.optional ? field.id : []));
        const used = new Set(lines.flatMap((line) => line.fields));
        for (const each of optional) used.delete(each);
        const answered = {...result.answers.values, ...result.answers.secrets};
        expect(
          Object.keys(answered)
            .filter((each) => !optional.includes(each))
            .sort(),
        ).toEqual([...used].sort());
        for (const {field, value} of fields) {
          if (used.has(field.id)) expect(answered[field.id]).toEqual(value);
        }
      }
    }
  });

  it('writes files without answers whose placeholders are all told', () => {
    for (const {lines, text} of evaluate(flow, {choices}).files) {
      const open = lines.flatMap(({pieces}, index) =>
        pieces.some(({missing}) => missing) ? index + 1 : [],
      );
      const {findings} = checkWith(file, text);
      const told = findings.flatMap(({rule, line}) => (rule === 'placeholder' ? line : []));
      expect([...new Set(told)].sort((a, b) => a - b)).toEqual(open);
    }
  });
});

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

it('passes whatever the password is', () => {
  const file = fc.constantFrom('container', 'machine', 'cluster');
  fc.assert(
    fc.property(file, anyValue, anyValue, (place, user, password) => {
      const plain = examplesOf(mail.flow, {place});
      const answers = {...plain, values: {...plain.values, user}, secrets: {password}};
      const {problems, files} = evaluate(mail.flow, answers);
      fc.pre(problems.length === 0);
      for (const {text} of files) expect(told(checkMail(text)), text).toEqual([]);
    }),
    {numRuns: Math.min(runs, 300), seed: 5},
  );
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

/** A short text that stands for a billion items. */
function aliases(count: number): string {
  const name = (at: number) => `a${at}`;
  const line = (at: number) => `${name(at)}: &${name(at)} [*${name(at - 1)}, *${name(at - 1)}]`;
  return ['a0: &a0 [x]', ...Array.from({length: count}, (_, at) => line(at + 1))].join('\n');
}

describe('any text', () => {
  const all = (['env', 'server', 'values', 'secret', 'proxy'] as const).map((id) => rightFile(id));
  const odd = ['*a', '&a [*a]', '<<: *a', '? x', '- - -', '{{{', '[[[', '"', "'", '---', '...'];
  const lines = fc.constantFrom(...all.join('').split('\n'), ...odd, '|', '\t', '%YAML 9', '!!x y');
  const text = fc.oneof(
    fc.string({unit: 'binary', maxLength: 300}),
    fc
      .array(fc.oneof(lines, fc.string({maxLength: 20})), {maxLength: 40})
      .map((all) => all.join('\n')),
    // A right file with something put into its middle.
    fc
      .tuple(fc.constantFrom(...all), fc.nat(1000), fc.nat(30), fc.string({maxLength: 10}))
      .map(([right, at, length, more]) => right.slice(0, at) + more + right.slice(at + length)),
  );

  it('is checked without failing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(mail, proxy), (each, file) => {
        const result = checkWith(file, each);
        const count = each.split(/\r?\n/).length;
        expect(result.lines).toHaveLength(count);
        for (const {line, column, endColumn, message, remedy} of result.findings) {
          expect(line >= 1 && line <= count && column >= 1 && endColumn >= column).toBe(true);
          expect(`${message} ${remedy}`).not.toMatch(/\{\w+\}|undefined/);
        }
      }),
      {numRuns: Math.min(runs, 2000), seed: 6},
    );
  });

  // As long as they may be: what takes longer than their length allows would not end.
  it.each([
    ['brackets', '['.repeat(3900)],
    ['braces', '{'.repeat(3900)],
    ['dashes', '- '.repeat(1900)],
    ['keys', 'a: '.repeat(1300)],
    ['quotes', '"'.repeat(3900)],
    ['spaces', `a: ${' '.repeat(3900)}x`],
    ['lines', 'POSTBOX_PRODUCT=x\n'.repeat(2900)],
    ['open quotes', 'a: "x\n'.repeat(2900)],
    ['nested keys', Array.from({length: 600}, (_, at) => `${' '.repeat(at)}a:\n`).join('')],
    ['dots', `mail${'.a'.repeat(1900)}: x`],
    ['slashes', `POSTBOX_HEALTH=https://${'/'.repeat(3900)}x\n`.repeat(50)],
    ['aliases', aliases(30)],
  ])('of many %s is checked', (_, each) => {
    expect(checkMail(each).findings).not.toEqual([]);
    expect(checkMail(rightFile('server') + each).lines).not.toEqual([]);
  });
});
