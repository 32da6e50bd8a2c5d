// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** What a flow says of a key, and of how its target reads a file. */
import {describe, expect, it} from 'vitest';
import {evaluate} from './engine.js';
import {checkWith, found, told} from './existing/findings.js';
import {compiled} from './support.js';

const flowWith = (file: string, content: string) =>
  compiled(`
title: Test
choices: {kind: {label: Kind, options: {one: {label: One}, two: {label: Two}}}}
fields: {name: {label: Name, example: x, value: {type: string}}}
files:
  file:
    name: file
    ${file}
    schema: any
    content:
${content.replace(/^(?=.)/gm, '      ')}
`);

const written = (file: string, content: string) =>
  evaluate(flowWith(file, content).flow, {values: {name: 'x'}}).files[0]?.text;

const reasons = `
a:
  $why: Because of b.
  $value: \${name}
b:
  $why: |
    Because
    of c.
  $when: {kind: one}
  c: 1
d:
  - \${name}
  - $why: Because of e.
    $value: e`;

describe('$why', () => {
  it('is a comment where the format has them', () => {
    expect(written('format: yaml', reasons)).toBe(
      `# Because of b.
a: x
# Because
# of c.
b:
  c: 1
d:
  - x
  # Because of e.
  - e
`,
    );
    const env = reasons.slice(0, reasons.indexOf('\nb:'));
    expect(written('format: dotenv', env)).toBe('# Because of b.\na=x\n');
    expect(written('format: json', env)).toBe('{\n  "a": "x"\n}\n');
  });

  it('is told where the key, or the item, is missing', () => {
    const always = reasons.replace('  $when: {kind: one}\n', '');
    const flow = flowWith('format: yaml', always);
    expect(told(checkWith(flow, 'a: x\nd: [x]\n'))).toEqual([
      '1 missing-key: “b” is missing. Because of c. → Add: b: {c: 1}',
      '2 missing-item: “d” lacks e. Because of e. → Add e to the list.',
    ]);
  });

  it('no comment is', () => {
    const flow = flowWith('format: yaml', '# A sentence.\na: ${name}\nb: 1');
    expect(told(checkWith(flow, 'b: 1\n')).join()).not.toContain('sentence');
  });
});

describe('a trait', () => {
  const content = 'a: ${name}\nb: fixed\nlist:\n  - id: first\n    c: d';
  const text = 'a: x\nb: fixed\nlist:\n  - id: first\n    c: d\n';
  const second = text.replace('  - id', '  - id: zero\n  - id').replace('c: d', 'c: e');
  const check = (traits: string, given: string) =>
    found(checkWith(flowWith(`format: yaml\n    ${traits}`, content), given));

  it.each([
    ['variables: true', text.replace('b: fixed', 'b: ${B}'), []],
    ['variables: false', text.replace('b: fixed', 'b: ${B}'), ['2 wrong-value b']],
    ['variables: true', text.replace('b: fixed', 'b: ${B:-fixed}'), []],
    ['documents: first', text.replace('b:', '---\nb:'), ['2 syntax']],
    ['dottedKeys: false', text.replace('b:', '---\nb:'), []],
    ['documentKey: a', text.replace('b:', '---\nb:'), ['2 syntax']],
    ['documentKey: b', text.replace('b:', '---\nb:'), []],
    ['itemKey: id', second, ['6 wrong-value c']],
    // By its position it is another one.
    ['dottedKeys: false', second, []],
  ])('%s: %j', (traits, given, expected) => {
    expect(check(traits, given).filter((each) => !/ (?:id|list)$/.test(each))).toEqual(expected);
  });

  it('dottedKeys: false says that a dot makes no block', () => {
    const nested = (traits: string) =>
      found(
        checkWith(
          flowWith(`format: yaml\n    ${traits}`, 'a: {b: "${name}", c: d}'),
          'a.b: x\na:\n  c: d\n',
        ),
      );
    expect(nested('dottedKeys: false')).toEqual(['1 dotted-key a.b']);
    expect(nested('variables: true')).not.toContain('1 dotted-key a.b');
  });
});
