// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {
  type ContentEntry,
  compileFlow,
  flowRules,
  parseSource,
  proveFlow,
  readFlow,
} from './build.js';
import {combinations} from './engine.js';
import {runs} from './fuzz.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'flows-'));
  mkdirSync(path.join(folder, 'shared'));
  writeFileSync(path.join(folder, 'any.json'), '{}');
  writeFileSync(path.join(folder, 'broken.json'), '{"type": 1}');
  writeFileSync(path.join(folder, 'a-or-b.json'), '{"properties": {"KEY": {"enum": ["a", "b"]}}}');
  writeFileSync(
    path.join(folder, 'strict.json'),
    '{"properties": {"KEY": {"type": "string", "maxLength": 3}}, "required": ["KEY"]}',
  );
});

afterAll(() => rmSync(folder, {recursive: true}));

/** A right flow. Each case below is this one with something replaced. */
const right = `
title: Test
choices:
  kind:
    label: Which kind?
    options:
      one: {label: One}
      two: {label: Two, recommended: It is larger.}
fields:
  name: {label: Name, example: abc, value: {type: string}}
  secret: {label: Secret, secret: true, example: def, value: {type: string}}
  list: {label: List, example: [x], value: {type: array, items: {type: string}}}
values:
  twice: \${name}\${name}
files:
  file:
    name: test.env
    format: dotenv
    then: yaml
    schema: any.json
    next: run \${name}
    content:
      KEY: \${twice}
      SECRET: \${secret}
      LIST: \${list}
`.trimStart();

const upToThen = right.slice(right.indexOf('  name:'), right.indexOf('    schema:'));

/** The problems of a flow file, each as one line without the path of the file. */
function problemsOf(yaml: string): string[] {
  const file = path.join(folder, 'test.yaml');
  writeFileSync(file, yaml);
  return readFlow(file).problems.map(({rule, message, file: where, line, column}) => {
    const name = path.relative(folder, where);
    return `${name === 'test.yaml' ? '' : `${name}:`}${line}:${column} ${rule}: ${message.replaceAll(folder, '')}`;
  });
}

function withChange(from: string, to: string): string {
  if (!right.includes(from)) throw new Error(`Not in the flow: ${from}`);
  return right.replace(from, () => to);
}

it('finds nothing in a right flow', () => {
  expect(problemsOf(right)).toEqual([]);
});

/** By rule: what is replaced, by what, and everything that is then found, as line:column rule: message. */
const cases: {[rule: string]: readonly (readonly [string, string, ...string[]])[]} = {
  'flow-syntax': [
    ['title: Test', 'title: "Test', '25:1 flow-syntax: Missing closing "quote'],
    [
      'LIST: ${list}',
      'LIST: &a ["${list}", *a]',
      '24:28 flow-syntax: A flow file has no aliases: give what is used twice a name under `values`',
    ],
    ['title: Test', 'title: Test\ntitle: Test', '2:1 flow-syntax: Map keys must be unique'],
    ['KEY: ${twice}', '[KEY]: ${twice}', '22:7 flow-syntax: A key is a text'],
    [
      'KEY: ${twice}',
      'KEY: ${twice}\n      OTHER: !!binary aGk=',
      '23:23 flow-syntax: A value is a text, a number, true, false or null',
    ],
    [
      'KEY: ${twice}',
      'KEY: ${twice}\n      OTHER: 12345678901234567890',
      '23:14 flow-syntax: This number cannot be kept as it is: write it in quotes',
    ],
    [
      'KEY: ${twice}',
      'KEY: ${twice}\n      OTHER: .inf',
      '23:14 flow-syntax: This number cannot be kept as it is: write it in quotes',
    ],
    [
      'KEY: ${twice}',
      'KEY: ${twice}\n      OTHER: 1e-7',
      '23:14 flow-syntax: This number cannot be kept as it is: write it in quotes',
    ],
  ],
  'flow-extends': [
    [
      'title: Test',
      'extends: nothing\ntitle: Test',
      '1:10 flow-extends: Cannot read /shared/nothing.yaml (ENOENT). There is: ',
    ],
    [
      'title: Test',
      'extends: ../other\ntitle: Test',
      '1:10 flow-extends: “../other” is not the name of a shared part',
    ],
  ],
  'flow-structure': [
    ['title: Test\n', '', '1:1 flow-structure: “title” is missing here'],
    [
      'label: Name, ',
      'lable: Name, ',
      '9:3 flow-structure: “label” is missing here',
      '9:10 flow-structure: There is no “lable” here; did you mean “label”?',
    ],
    [
      'format: dotenv',
      'format: init',
      '17:13 flow-structure: This must be equal to one of the allowed values: dotenv, yaml, json, toml, ini, properties',
    ],
    ['title: Test', 'title: 1', '1:8 flow-structure: Unexpected number, expected string'],
    [
      '      one:',
      '      1-:',
      '6:7 flow-structure: “1-” cannot be a name: it must match pattern "^[A-Za-z][A-Za-z0-9-]*$"',
    ],
  ],
  'flow-duplicate-name': [
    [
      '  twice:',
      '  name: abc\n  twice:',
      '13:3 flow-duplicate-name: “name” is already one of the fields',
    ],
  ],
  'flow-recommended': [
    [
      'one: {label: One}',
      'one: {label: One, recommended: It is smaller.}',
      '7:25 flow-recommended: “one” is already recommended',
    ],
  ],
  'flow-value-schema': [
    [
      'example: abc, value: {type: string}',
      'example: abc, value: {type: string, minItems: 1}',
      '9:59 flow-value-schema: “minItems” cannot be checked on a value of type string',
    ],
    [
      'example: abc, value: {type: string}',
      'example: abc, value: {type: string, not: {}}',
      '9:59 flow-value-schema: “not” cannot be checked on a value of type string',
    ],
    [
      'example: abc, value: {type: string}',
      'example: abc, value: {type: string, pattern: "["}',
      '9:68 flow-value-schema: Invalid regular expression: /[/u: Unterminated character class',
    ],
    [
      'secret: true, example: def, value: {type: string}',
      'secret: true, example: true, value: {type: boolean}',
      '10:63 flow-value-schema: A secret must be a string',
    ],
    [
      'items: {type: string}',
      'items: {type: boolean}',
      '11:32 flow-invalid-example: Not a value of “list”: The value of List does not have the right type.',
      '11:65 flow-value-schema: The items of a list are strings',
    ],
  ],
  'flow-missing-example': [
    ['example: abc, ', '', '9:3 flow-missing-example: “name” needs an example'],
  ],
  'flow-invalid-example': [
    [
      'example: abc, value: {type: string}',
      'example: abc, value: {type: string, maxLength: 2}',
      '9:32 flow-invalid-example: Not a value of “name”: Name may have at most 2 characters.',
    ],
    [
      'example: abc, ',
      'example: [abc], ',
      '9:32 flow-invalid-example: Not a value of “name”: The value of Name does not have the right type.',
    ],
    [
      'files:',
      'rules: [{field: name, different: ["${name}", abc], message: No.}]\nfiles:',
      '9:3 flow-invalid-example: The example is refused: No. (kind: one)',
    ],
  ],
  'flow-unknown-reference': [
    [
      'KEY: ${twice}',
      'KEY: ${twice}${nam}',
      '22:12 flow-unknown-reference: There is no choice, field or value “nam”; did you mean “name”?',
    ],
    [
      'files:',
      'rules: [{field: nane, different: ["${name}", x], message: No.}]\nfiles:',
      '14:17 flow-unknown-reference: There is no field “nane”; did you mean “name”?',
    ],
  ],
  'flow-circular-value': [
    ['${name}${name}', '${name}${twice}', '13:10 flow-circular-value: “twice” refers to itself'],
  ],
  'flow-list-in-text': [
    [
      'LIST: ${list}',
      'LIST: all ${list}',
      '24:13 flow-list-in-text: A list cannot stand inside “all ${list}”',
    ],
  ],
  'flow-unknown-condition': [
    [
      '    name: test.env',
      '    when: {king: one}\n    name: test.env',
      '16:12 flow-unknown-condition: There is no choice, field or value “king”; did you mean “kind”?',
    ],
    [
      '    name: test.env',
      '    when: {twice: one}\n    name: test.env',
      '16:12 flow-unknown-condition: “twice” depends on answers; name those instead',
    ],
  ],
  'flow-unknown-option': [
    [
      '    name: test.env',
      '    when: {kind: [one, tow]}\n    name: test.env',
      '16:24 flow-unknown-option: “kind” has no option “tow”; did you mean “two”?',
    ],
  ],
  'flow-condition-order': [
    [
      'name: {label: Name,',
      'name: {when: {list: true}, label: Name,',
      '9:17 flow-condition-order: “list” comes after “name”',
    ],
  ],
  'flow-unused': [
    ['      LIST: ${list}\n', '', '11:3 flow-unused: Nothing uses “list”'],
    ['      KEY: ${twice}', '      KEY: ${name}', '13:3 flow-unused: Nothing uses “twice”'],
  ],
  'flow-secret-in-command': [
    ['run ${name}', 'run ${secret}', '20:11 flow-secret-in-command: “secret” is a secret'],
  ],
  'flow-content': [
    [
      upToThen,
      upToThen.replace('label: Name', `label: Name, placeholder: "'\\"$"`).replace('yaml', 'json'),
      `22:12 flow-content: dotenv cannot write "'\\"$'\\"$", which stands here without an answer (kind: one)`,
    ],
    [
      'KEY: ${twice}',
      'KEY: {a: "${twice}"}',
      '22:12 flow-content: A variable holds one value, or a list in brackets',
    ],
    [
      'KEY: ${twice}',
      'KEY: {$when: one, $value: "${twice}"}',
      '22:13 flow-content: $when is a map of names and their values',
    ],
    [
      'format: dotenv\n    then: yaml\n    schema: any.json\n    next: run ${name}\n    content:\n',
      'format: yaml\n    schema: any.json\n    next: run ${name}\n    content:\n      $wen: {a: b}\n      $when: {kind: one}\n      $id: a\n',
      '21:7 flow-content: “$wen” has no meaning here; did you mean “$when”?',
      '22:7 flow-content: “$when” has no meaning here; a key of the file is “$$when”',
      '23:7 flow-content: “$id” has no meaning here; a key of the file is “$$id”',
    ],
    [
      'KEY: ${twice}',
      'KEY: {$cases: [{$when: {kind: one}, $value: {a: b}}, {$value: "${twice}"}]}',
      '22:51 flow-content: A map cannot be a value: it has no $cases',
    ],
    [
      'format: dotenv\n    then: yaml\n    schema: any.json\n    next: run ${name}\n    content:\n',
      'format: yaml\n    schema: any.json\n    next: run ${name}\n    content:\n      "a\\nb": 1\n',
      '21:7 flow-content: A key is one line',
    ],
    ['KEY: ${twice}', 'MY-KEY: ${twice}', '22:7 flow-content: “MY-KEY” is no name of a variable'],
    [
      'KEY: ${twice}',
      'KEY: ["${twice}", [a]]',
      '22:25 flow-content: A list in brackets holds single values only',
    ],
    [
      'KEY: ${twice}',
      'KEY: {$when: {kind: one}, $value: "${twice}", a: b}',
      '22:53 flow-content: Beside $value only $when can stand',
    ],
    [
      'format: dotenv\n    then: yaml\n    schema: any.json\n    next: run ${name}\n    content:\n',
      'format: json\n    schema: any.json\n    next: run ${name}\n    content:\n      # No\n',
      '22:7 flow-content: json has no comments',
    ],
  ],
  'flow-file-schema': [
    [
      'any.json',
      'none.json',
      "19:13 flow-file-schema: Cannot use none.json: ENOENT: no such file or directory, open '/none.json'",
    ],
    [
      'any.json',
      'broken.json',
      '19:13 flow-file-schema: Cannot use broken.json: schema is invalid: data/type must be equal to one of the allowed values, data/type must be array, data/type must match a schema in anyOf',
    ],
  ],
  'flow-too-many-combinations': [
    [
      'choices:\n',
      `choices:\n${Array.from({length: 20}, (_, at) => `  c${at}: {label: C, options: {a: {label: A}, b: {label: B}}}\n`).join('')}`,
      '3:3 flow-too-many-combinations: The choices make more than 1000 combinations',
    ],
  ],
  'flow-no-output': [
    [
      '    name: test.env',
      '    when: {kind: one}\n    name: test.env',
      '15:3 flow-no-output: No file applies (kind: two)',
    ],
  ],
  'flow-hidden-reference': [
    [
      'name: {label: Name,',
      'name: {when: {kind: one}, label: Name,',
      '22:12 flow-hidden-reference: “name” does not apply here (kind: two)',
    ],
  ],
  'flow-invalid-output': [
    [
      'any.json',
      'strict.json',
      '22:12 flow-invalid-output: test.env: KEY must NOT have more than 3 characters (kind: one)',
    ],
    [
      'any.json',
      'a-or-b.json',
      '22:12 flow-invalid-output: test.env: KEY must be equal to one of the allowed values: "a", "b" (kind: one)',
    ],
    [
      'any.json\n    next: run ${name}\n    content:\n      KEY:',
      'strict.json\n    next: run ${name}\n    content:\n      OTHER:',
      "15:3 flow-invalid-output: test.env: must have required property 'KEY' (kind: one)",
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (rule, examples) => {
  it.each(examples)('%s → %s', (from, to, ...expected) => {
    expect(problemsOf(withChange(from, to))).toEqual(expected);
    expect(expected.some((line) => line.includes(` ${rule}: `))).toBe(true);
  });
});

it('reads back what a serializer wrote, and finds what it should not have written', () => {
  const {root} = parseSource('test.yaml', right);
  const compilation = compileFlow('test', root);
  const [file] = compilation.flow.files;
  const lines = [...(file?.lines ?? []), ...(file?.lines ?? [])];
  const flow = {...compilation.flow, files: file ? [{...file, lines}] : []};
  expect(proveFlow({...compilation, flow}, new Map())).toMatchObject([
    {rule: 'flow-unreadable-output', message: '“KEY” is there twice (kind: one)'},
  ]);
});

it.each([
  ['yaml', '{a: {$when: {kind: one}, $value: b}}', '21:7'],
  ['yaml', '[{$when: {kind: one}, a: b}]', '21:7'],
])('finds what holds nothing for some answers, in %s: %s', (format, held) => {
  const lines = held.replace(/^\[(.*)\]$/, '\n        - $1');
  const yaml = right
    .replace('format: dotenv\n    then: yaml', `format: ${format}`)
    .replace('    content:\n', `    content:\n      HELD: ${lines}\n`);
  expect(problemsOf(yaml)).toHaveLength(1);
  expect(problemsOf(yaml)[0]).toMatch(
    /flow-changed-value: “HELD” holds nothing here: give it a \$when \(kind: two\)$/,
  );
});

it('compares what is read back with what was to be written', () => {
  const {root} = parseSource('test.yaml', right);
  const compilation = compileFlow('test', root);
  const proofOf = (change: (entries: ContentEntry[]) => ContentEntry[]) =>
    proveFlow(
      {
        ...compilation,
        checks: Object.fromEntries(
          Object.entries(compilation.checks).map(([id, file]) => [
            id,
            {...file, entries: change([...file.entries])},
          ]),
        ),
      },
      new Map(),
    ).map(({rule, message, line}) => `${line} ${rule}: ${message}`);
  expect(proofOf((entries) => entries)).toEqual([]);
  expect(proofOf(([first, ...rest]) => (first ? [{...first, value: 'x'}, ...rest] : []))).toEqual([
    '22 flow-changed-value: "x" is read back as "abcabc" (kind: one)',
  ]);
  expect(proofOf(([_, ...rest]) => rest)).toEqual([
    '15 flow-changed-value: “KEY” is read back, which was not written (kind: one)',
  ]);
});

it('has a case for each rule', () => {
  const tested = [...Object.keys(cases), 'flow-unreadable-output', 'flow-changed-value'];
  expect(tested.sort()).toEqual(Object.keys(flowRules).sort());
});

it('names the shared part in which a mistake is', () => {
  writeFileSync(path.join(folder, 'shared/base.yaml'), 'fields:\n  name: {label: Name}\n');
  expect(problemsOf(`extends: base\n${right.replace('{label: Name, ', '{')}`)).toEqual([]);
  writeFileSync(path.join(folder, 'shared/base.yaml'), 'rules: 1\n');
  expect(problemsOf(`extends: base\n${right}`)).toEqual([
    'shared/base.yaml:1:8 flow-structure: Unexpected number, expected array',
  ]);
});

it('finds a part that extends itself', () => {
  writeFileSync(path.join(folder, 'shared/round.yaml'), 'extends: round\n');
  expect(problemsOf(`extends: round\n${right}`)).toEqual([
    'shared/round.yaml:1:10 flow-extends: “round” extends itself',
  ]);
});

it('finds values that refer to each other without end in sight', () => {
  const values = Array.from({length: 5000}, (_, index) => `  v${index}: \${v${index + 1}}\n`);
  const flow = right.replace(/^values:\n/m, (line) => `${line}${values.join('')}  v5000: a\n`);
  const [first] = problemsOf(flow.replace('${name}${name}', '${v0}${name}'));
  expect(first).toMatch(/flow-circular-value: “v99” is behind 100 other values$/);
});

it.each(['constructor', 'toString', 'valueOf'])('tries every option of the choice “%s”', (name) => {
  const {root} = parseSource('flow.yaml', right.replaceAll('kind', name));
  expect(combinations(compileFlow('flow', root).flow)).toEqual([{[name]: 'one'}, {[name]: 'two'}]);
});

it('survives any damage', () => {
  const damage = fc.record({
    start: fc.nat(right.length),
    length: fc.nat(12),
    put: fc.constantFrom(
      '',
      '[',
      '{',
      '}',
      ':',
      '- ',
      '${',
      '}',
      '\n',
      '$when',
      '1',
      'true',
      "'",
      '*a',
      '&a ',
      '#',
    ),
  });
  fc.assert(
    fc.property(damage, ({start, length, put}) => {
      problemsOf(right.slice(0, start) + put + right.slice(start + length));
    }),
    {numRuns: Math.min(runs, 300)},
  );
});
