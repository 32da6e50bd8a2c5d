// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** What becomes of a flow file: everything that it says, and what it may leave out. */
import {describe, expect, it} from 'vitest';
import {extend} from './build.js';
import {compileFlow, parseSource} from './compile.js';

const compile = (yaml: string) => compileFlow('flow', parseSource('flow.yaml', yaml).root);
const told = (yaml: string) =>
  compile(yaml).problems.map(
    ({rule, message, line, column}) => `${line}:${column} ${rule}: ${message}`,
  );

describe('the texts of a flow', () => {
  const {flow} = compile(`
title: "  A title  "
summary: |
  A summary
versions: 1 to 2
choices:
  kind:
    label: A kind
    help: About kinds
    options:
      one: {label: The one, help: About the one, recommended: "It is safe. "}
      two: {label: The other}
fields:
  name:
    label: A name
    help: About names
    find: In the list
    expects: Enter a name
    example: jane
    default: john
    placeholder: <your name>
    optional: true
    when: {kind: one}
    value: {type: string}
rules:
  - {field: name, message: "Not that. ", when: {kind: one}, different: ["\${name}", kind]}
  - {field: name, message: Not this, matches: {value: "\${name}", pattern: ^j}}
forbidden:
  - {text: "%", message: " No percent. "}
files:
  file:
    name: a.env
    help: "Save it. "
    format: dotenv
    then: yaml
    when: {kind: one}
    next: " run \${name} "
    content: {NAME: "\${name}"}
`);

  it('are all there, without the space around them', () => {
    expect(flow).toMatchObject({
      id: 'flow',
      title: 'A title',
      summary: 'A summary',
      versions: '1 to 2',
      choices: [
        {
          id: 'kind',
          label: 'A kind',
          help: 'About kinds',
          options: [
            {id: 'one', label: 'The one', help: 'About the one', recommended: 'It is safe.'},
            {id: 'two', label: 'The other'},
          ],
        },
      ],
      fields: [
        {
          id: 'name',
          label: 'A name',
          help: 'About names',
          find: 'In the list',
          expects: 'Enter a name',
          example: 'jane',
          default: 'john',
          placeholder: '<your name>',
          optional: true,
          when: {kind: 'one'},
          value: {type: 'string'},
        },
      ],
      rules: [
        {
          field: 'name',
          message: 'Not that.',
          when: {kind: 'one'},
          different: [{ref: 'name'}, 'kind'],
        },
        {field: 'name', message: 'Not this', matches: {value: {ref: 'name'}, pattern: '^j'}},
      ],
      forbidden: [{text: '%', message: 'No percent.'}],
      files: [
        {
          id: 'file',
          name: 'a.env',
          help: 'Save it.',
          format: 'dotenv',
          // biome-ignore lint/suspicious/noThenProperty: a file of a flow has it.
          then: 'yaml',
          language: 'ini',
          when: {kind: 'one'},
          next: {text: [' run ', {ref: 'name'}, ' ']},
        },
      ],
    });
  });
});

describe('what a flow leaves out', () => {
  const {flow, files} = compile(`
choices:
  kind: {options: {one: {}}}
fields:
  clientID: {example: a}
  APIKey: {example: a, secret: no}
files: {file: {}}
`);

  it('is taken from the names, or is not there', () => {
    expect(flow).toMatchObject({
      title: 'flow',
      choices: [{id: 'kind', label: 'kind', options: [{id: 'one', label: 'one'}]}],
      fields: [
        {label: 'clientID', placeholder: '<client-id>', value: {type: 'string'}},
        {label: 'APIKey', placeholder: '<apikey>'},
      ],
      rules: [],
      forbidden: [],
      files: [{name: 'file', format: 'yaml', lines: []}],
    });
    expect(Object.keys(flow)).not.toContain('summary');
    expect(Object.keys(flow.fields[1] ?? {})).not.toContain('secret');
    expect(Object.keys(flow.choices[0]?.options[0] ?? {})).toEqual(['id', 'label']);
    expect(files).toEqual([{id: 'file', place: expect.objectContaining({line: 7}), places: []}]);
  });
});

describe('a value under a condition', () => {
  it.each([
    ['{mode: fast}', 'a: 1', undefined],
    ['{mode: [slow, fast]}', 'a: 1', undefined],
    ['{mode: slow}', undefined, undefined],
    ['{mode: fast, kind: one}', 'a: 1', [{kind: 'one'}]],
    ['{mode: slow, kind: one}', undefined, undefined],
    ['{kind: [one]}', 'a: 1', [{kind: 'one'}]],
    ['{kind: [one, two]}', 'a: 1', [{kind: ['one', 'two']}]],
    ['{size: 3}', 'a: 1', undefined],
    ['{size: 4}', undefined, undefined],
    ['{more: true}', 'a: 1', [{more: true}]],
  ])('%s: what is known is decided', (when, text, conditions) => {
    const {flow} = compile(`
choices: {kind: {options: {one: {}, two: {}}}}
fields: {more: {example: true, value: {type: boolean}}}
values: {mode: fast, size: 3}
files: {file: {content: {a: {$when: ${when}, $value: 1}}}}
`);
    expect(flow.files[0]?.lines).toEqual(
      text === undefined ? [] : [{text, ...(conditions && {when: conditions})}],
    );
  });

  it('never holds where a field or a file is for what is not', () => {
    const {flow} = compile(`
fields: {name: {example: a, when: {mode: slow}}}
values: {mode: fast}
files: {file: {when: {mode: fast}, content: {a: 1}}}
`);
    expect(flow.fields[0]?.when).toEqual({'': []});
    expect(flow.files[0]).not.toHaveProperty('when');
  });
});

describe('a text with references', () => {
  it.each([
    ['${name}', {ref: 'name'}],
    ['a ${name} b', {text: ['a ', {ref: 'name'}, ' b']}],
    ['${ name }', {ref: 'name'}],
    ['$${name}', '${name}'],
    ['a$${b}c', 'a${b}c'],
    ['$name', '$name'],
    ['${host}', 'example.com'],
    ['https://${host}/', 'https://example.com/'],
    ['${url}', 'https://example.com/'],
    ['${both}', {text: [{ref: 'name'}, '@example.com']}],
    ['<${both}>', {text: ['<', {ref: 'name'}, '@example.com>']}],
    ['${size}', 3],
    ['${size}0', '30'],
    ['${list}', {list: ['a', {ref: 'name'}]}],
    [
      '${chosen}',
      {
        cases: [
          [{kind: 'one'}, 'x'],
          [{}, 'z'],
        ],
      },
    ],
    ['', ''],
  ])('%j', (value, expected) => {
    const {flow} = compile(`
choices: {kind: {options: {one: {}, two: {}}}}
fields: {name: {example: a}}
values:
  host: example.com
  url: https://\${host}/
  both: \${name}@\${host}
  size: 3
  list: [a, "\${name}"]
  mode: fast
  chosen:
    $cases:
      - {$when: {mode: slow}, $value: w}
      - {$when: {kind: one}, $value: x}
      - {$when: {mode: fast}, $value: z}
      - never
rules: [{field: name, message: m, matches: {value: ${JSON.stringify(value)}, pattern: x}}]
`);
    expect(flow.rules[0]?.matches?.value).toEqual(expected);
  });
});

describe('what is said of', () => {
  const fields = 'fields: {name: {label: N, example: a, value: {type: string}}}\n';

  it.each([
    [
      'a type that there is not',
      'fields: {a: {example: 1, value: {type: number}}}',
      "1:40 flow-value-schema: A value's type is one of string, boolean, array",
    ],
    ['a type that is no text', 'fields: {a: {example: x, value: {type: [string]}}}', undefined],
    [
      'checks of a file that there is not',
      'files: {one: {content: {a: 1}}, two: {content: {a: 1}}}\nchecks: {three: {a: {optional: true}}, one: {a: {optional: true}}}',
      '2:10 flow-unknown-reference: There is no file “three”: one, two',
    ],
    [
      'a rule about a field that there is not, without its name',
      `${fields}rules: [{message: m, different: ["\${name}", b]}]`,
      '2:9 flow-unknown-reference: There is no field “”',
    ],
    [
      'a second recommendation',
      'choices: {a: {options: {b: {recommended: x}, c: {recommended: y}, d: {recommended: z}}}}',
      '1:50 flow-recommended: “b” is already recommended',
    ],
    [
      'content that is no map',
      `${fields}files: {file: {name: f, content: ["\${name}"]}}`,
      '2:34 flow-content: The content of a file is a map',
    ],
    [
      'a list in a text',
      'fields: {names: {example: [a], value: {type: array, items: {type: string}}}}\nfiles: {file: {content: {a: "x ${names}"}}}',
      '2:29 flow-list-in-text: A list cannot stand inside “x ${names}”',
    ],
    [
      'a constant list in a text',
      'values: {names: [a, b]}\nfiles: {file: {content: {a: "x ${names}"}}}',
      '2:29 flow-list-in-text: A list cannot stand inside “x ${names}”',
    ],
    [
      'a condition on a value of answers',
      `${fields}values: {mine: "my \${name}"}\nfiles: {file: {content: {a: {$when: {mine: x}, $value: "\${name}"}}}}`,
      '3:38 flow-unknown-condition: “mine” depends on answers; name those instead',
    ],
    [
      'a condition on oneself',
      'fields: {a: {example: x, when: {a: true}}}',
      '1:33 flow-condition-order: “a” comes after “a”',
    ],
    [
      'an option that there is not',
      'choices: {a: {options: {one: {}, two: {}}}}\nfiles: {file: {when: {a: [one, three]}, content: {b: 1}}}',
      '2:32 flow-unknown-option: “a” has no option “three”. Options: one, two',
    ],
  ])('%s', (_, yaml, expected) => {
    const found = told(yaml);
    if (expected === undefined) expect(found.join()).not.toContain('flow-value-schema');
    else expect(found).toContain(expected);
  });
});

describe('a flow over what it extends', () => {
  type Node = ReturnType<typeof parseSource>['root'];
  const shape = (node: Node): unknown =>
    node.kind === 'map'
      ? Object.fromEntries(node.entries.map(({key, value}) => [key, shape(value)]))
      : node.kind === 'list'
        ? node.items.map(({value}) => shape(value))
        : node.value;
  const rootOf = (yaml: string) => parseSource('flow.yaml', yaml).root;

  it.each([
    ['{a: 1}', '{a: 2}', '{"a":2}'],
    ['{a: 1}', '{b: 2}', '{"b":2,"a":1}'],
    ['{a: {b: 1, c: 1}}', '{a: {c: 2, d: 2}}', '{"a":{"d":2,"b":1,"c":2}}'],
    ['{a: [1]}', '{a: [2]}', '{"a":[2,1]}'],
    ['{a: {b: [1]}}', '{a: {b: [2]}}', '{"a":{"b":[2]}}'],
    ['{a: {b: {c: [1]}}}', '{a: {b: {c: [2]}}}', '{"a":{"b":{"c":[2]}}}'],
    ['{a: [1]}', '{a: {b: 2}}', '{"a":{"b":2}}'],
    ['{a: {b: 2}}', '{a: [1]}', '{"a":[1]}'],
    ['{a: {b: 1}}', '{a: x}', '{"a":"x"}'],
    ['[1]', '[2]', '[2]'],
  ])('%s under %s', (base, flow, expected) => {
    expect(JSON.stringify(shape(extend(rootOf(base), rootOf(flow))))).toBe(expected);
  });
});
