// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {describe, expect, it} from 'vitest';
import {type Answers, evaluate} from './engine.js';
import {readText} from './formats/flow.js';
import {flowOf} from './support.js';

/** What a content becomes, in a format and for answers. */
function written(format: string, content: string, answers: Answers = {}): string {
  const flow = flowOf(`
title: Test
choices:
  kind: {label: Kind, options: {one: {label: One}, two: {label: Two}}}
fields:
  name: {label: Name, example: a, value: {type: string}}
  flag: {label: Flag, default: true, value: {type: boolean}}
  list: {label: List, example: [a], value: {type: array, items: {type: string}}}
  maybe: {label: Maybe, optional: true, example: a, value: {type: string}}
values:
  all: ["\${name}", "\${flag}", "\${list}", "\${maybe}"]
  constant: fixed
  greeting: Hello \${name}
  loud: \${greeting}!
  byKind: {$cases: [{$when: {kind: one}, $value: "first \${name}"}, {$value: other}]}
files:
  used: {name: used, format: yaml, schema: none, when: {constant: other}, content: {all: "\${all}", c: "\${constant}", l: "\${loud}", b: "\${byKind}"}}
  file:
    name: file
    format: ${format}
    schema: none
    content:
${content.replace(/^(?=.)/gm, '      ')}
`);
  const {files} = evaluate(flow, {
    ...answers,
    values: {name: 'Ada', list: ['x', 'yes'], ...answers.values},
  });
  return files.find(({id}) => id === 'file')?.text ?? '';
}

describe('references', () => {
  it.each([
    ['a: ${name}', 'a: Ada\n'],
    ['a: ${flag}', 'a: true\n'],
    ['a: ${list}', 'a: ["x", "yes"]\n'],
    ['a: x${flag}', 'a: xtrue\n'],
    ['a: "${flag} "', 'a: "true "\n'],
    ['a: ${ name }', 'a: Ada\n'],
    ['a: ${kind}', 'a: one\n'],
    ['a: $${name}', 'a: "${name}"\n'],
    ['a: $name {name}', 'a: "$name {name}"\n'],
    ['a: ${loud}', 'a: "Hello Ada!"\n'],
    ['a: ${constant}', 'a: fixed\n'],
    ['a: [b, "${name}", 1, true]', 'a: ["b", "Ada", 1, true]\n'],
    ['a: ["${name}", null]', 'a: ["Ada", null]\n'],
    ['a: ${maybe}', 'a: ""\n'],
  ])('%s → %s', (content, text) => {
    expect(written('yaml', content)).toBe(text);
  });

  it('fill nothing but values', () => {
    const name = 'x y: z: #"}]';
    expect(written('yaml', 'a: ${name}\nb: [1]', {values: {name}})).toBe(
      `a: 'x y: z: #"}]'\nb: [1]\n`,
    );
  });
});

describe('YAML', () => {
  it('keeps order, nesting, comments, empty lines and the style of lists', () => {
    const content = `
# About a
z: 1 # behind z

a:
  # About b
  b: text
  c:
    - one
    # About two
    - two
    # About three
    - key: value
      other: \${name}
    # At the end of c
  d: [x, y]
  e: {f: null}
  # At the end of a
`.trim();
    expect(written('yaml', content)).toBe(`# About a
# behind z
z: 1

a:
  # About b
  b: text
  c:
    - one
    # About two
    - two
    # About three
    - key: value
      other: Ada
    # At the end of c
  d: ["x", "y"]
  e:
    f: null
  # At the end of a
`);
  });

  it('quotes keys and constants where they need it', () => {
    expect(written('yaml', '"yes": "no"\n"a b": "012"\n$$id: $$')).toBe(
      '"yes": "no"\na b: "012"\n"$id": "$$"\n',
    );
  });
});

it.each(['yaml', 'json'])('%s has empty blocks among the items of a list', (format) => {
  const {problems} = readText(`
title: Test
fields: {name: {label: Name, example: a, value: {type: string}}}
files:
  file:
    name: file
    format: ${format}
    schema: any.json
    content:
      list:
        - key: \${name}
        - {}
        - other: 2
`);
  expect(problems).toEqual([]);
});

describe('conditions', () => {
  const content = `
first:
  $when: {kind: one}
  a: 1
# Only with two
second:
  $when: {kind: two}
  $value: \${name}
third:
  - always
  - $when: {kind: [one, two], flag: true}
    $value: \${name}
  - $when: {maybe: true}
    a: \${maybe}
`.trim();

  it('leave out keys, items, and the comments on them', () => {
    expect(written('yaml', content)).toBe('first:\n  a: 1\nthird:\n  - always\n  - Ada\n');
    expect(
      written('yaml', content, {choices: {kind: 'two'}, values: {flag: false, maybe: 'm'}}),
    ).toBe('# Only with two\nsecond: Ada\nthird:\n  - always\n  - a: m\n');
  });

  it('choose among values', () => {
    expect(written('yaml', 'a: ${byKind}')).toBe('a: first Ada\n');
    expect(written('yaml', 'a: ${byKind}', {choices: {kind: 'two'}})).toBe('a: other\n');
  });

  it('on constants are decided at build time', () => {
    const line = (value: string) => `a:\n  $when: {constant: ${value}}\n  $value: b\nc: d`;
    expect(written('yaml', line('fixed'))).toBe('a: b\nc: d\n');
    expect(written('yaml', line('other'))).toBe('c: d\n');
  });
});

describe('JSON', () => {
  it('has its commas where entries follow, whatever is left out', () => {
    const content = `
a: \${name}
b:
  $when: {kind: one}
  c: [1, x]
  d:
    $when: {flag: true}
    $value: \${flag}
e:
  - x
  - $when: {kind: two}
    f: \${list}
`.trim();
    const one = written('json', content);
    expect(one).toBe(`{
  "a": "Ada",
  "b": {
    "c": [1, "x"],
    "d": true
  },
  "e": [
    "x"
  ]
}
`);
    const answers = {choices: {kind: 'two'}, values: {flag: false}};
    expect(JSON.parse(written('json', content, answers))).toEqual({
      a: 'Ada',
      e: ['x', {f: ['x', 'yes']}],
    });
    expect(JSON.parse(written('json', content, {values: {flag: false}}))).toEqual({
      a: 'Ada',
      b: {c: [1, 'x']},
      e: ['x'],
    });
  });
});

describe('dotenv', () => {
  it('keeps comments and empty lines', () => {
    expect(written('dotenv', '# About A\nA: ${name}\n\nB: it is ${flag}\n# The end')).toBe(
      "# About A\nA=Ada\n\nB='it is true'\n# The end\n",
    );
  });
});

/** A flow with one file, read and proven. */
function proven(format: string, content: string): {problems: string[]; text: string | undefined} {
  const file = readText(`
title: Test
choices:
  kind: {label: Kind, options: {one: {label: One}, two: {label: Two}}}
files:
  file:
    name: file
    format: ${format}
    schema: any.json
    content:
${content.replace(/^(?=.)/gm, '      ')}
`);
  const {files} = evaluate(file.flow, {choices: {kind: 'two'}});
  return {problems: file.problems.map(({message}) => message), text: files[0]?.text};
}

describe('a flow is right', () => {
  it.each([
    ['of which a file has no keys for some answers', 'a: {$when: {kind: one}, $value: b}', ''],
    ['with lists in a list', 'a:\n  - [1, b]\n  - []', 'a:\n  - [1, "b"]\n  - []\n'],
    ['with numbers as keys', '1.10: a\n0x1: b', '"1.10": a\n"0x1": b\n'],
  ])('%s', (_, content, text) => {
    expect(proven('yaml', content)).toEqual({problems: [], text});
  });

  it('with lists in a list, in JSON and TOML', () => {
    const content = 'a:\n  - [1, b]\n  - []';
    expect(proven('json', content).problems).toEqual([]);
    expect(proven('toml', content)).toEqual({problems: [], text: 'a = [\n  [1, "b"],\n  []\n]\n'});
  });
});
