/** A right file passes without a remark, whatever the answers are; and no text at all makes the check fail. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  type Answers,
  anyValue,
  checkMail,
  checkWith,
  combinations,
  evaluate,
  examplesOf,
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
    ['addresses', `POSTBOX_HEALTH=https://${'realms/'.repeat(500)}\n`.repeat(50)],
    ['slashes', `POSTBOX_HEALTH=https://${'/'.repeat(3900)}x\n`.repeat(50)],
    ['aliases', aliases(30)],
  ])('of many %s is checked', (_, each) => {
    expect(checkMail(each).findings).not.toEqual([]);
    expect(checkMail(rightFile('server') + each).lines).not.toEqual([]);
  });
});
