// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {combinations, evaluate, type FlowMessageId, flowMessages, formatMessage} from './engine.js';
import {anyValue, runs} from './fuzz.js';
import {flowOf, flowWith} from './support.js';

const flow = flowOf(`
title: Test
choices:
  kind:
    label: Kind
    options:
      plain: {label: Plain}
      secret: {label: With a secret, recommended: It is safer.}
  place:
    label: Place
    when: {kind: secret}
    options:
      here: {label: Here}
      there: {label: There}
fields:
  host: {label: Host, example: a.example.com, value: {type: string, format: hostname}}
  key:
    label: Key
    when: {kind: secret}
    secret: true
    example: kk
    value: {type: string, minLength: 2}
  people:
    label: People
    example: [jane]
    expects: Enter first names.
    value: {type: array, minItems: 1, uniqueItems: true, items: {type: string, pattern: "^[a-z]+$"}}
  open: {label: Open, default: false, value: {type: boolean}}
forbidden:
  - {text: "\${", message: No variables.}
rules:
  - {field: key, different: ["\${host}", "\${key}"], message: The key is not the host.}
  - {field: host, when: {open: true}, matches: {value: "\${host}", pattern: "^www"}, message: Open hosts are called www.}
files:
  main:
    name: main.yaml
    help: Keep it.
    format: yaml
    schema: none
    next: run --host \${host} main.yaml
    content:
      url: https://\${host}/\${kind}
      people: \${people}
      open: \${open}
      login: {$when: {kind: secret}, $value: "\${host}:\${key}"}
  extra:
    when: {kind: secret, place: there}
    name: extra.env
    format: dotenv
    schema: none
    content:
      KEY: \${key}
`);

const complete = {
  choices: {kind: 'secret', place: 'there'},
  values: {host: 'a.example.com', people: ['jane'], open: false},
  secrets: {key: 'sesame'},
};

describe('questions', () => {
  it('have the recommended option, or else the first, as their default', () => {
    const {questions} = evaluate(flow);
    expect(
      questions.map(({choice, value, answered, fixed}) => [choice.id, value, answered, fixed]),
    ).toEqual([
      ['kind', 'secret', false, false],
      ['place', 'here', false, false],
    ]);
  });

  it('apply as others ask for them', () => {
    const {questions} = evaluate(flow, {choices: {kind: 'plain', place: 'there'}});
    expect(questions.map(({choice}) => choice.id)).toEqual(['kind']);
  });

  it('are fixed by the page, whatever the reader chose', () => {
    const {questions} = evaluate(flow, {choices: {kind: 'plain'}}, {kind: 'secret'});
    expect(questions[0]).toMatchObject({value: 'secret', fixed: true, answered: true});
  });

  it('refuse an option that does not exist', () => {
    const {questions, problems} = evaluate(flow, {...complete, choices: {kind: 'constructor'}});
    expect(questions[0]).toMatchObject({value: 'secret', answered: false});
    expect(problems).toMatchObject([
      {
        field: 'kind',
        kind: 'invalid',
        message: '“constructor” is no option of “Kind”. Options: plain, secret.',
      },
    ]);
  });
});

describe('combinations', () => {
  it('are those that a reader can reach', () => {
    expect(combinations(flow)).toEqual([
      {kind: 'plain'},
      {kind: 'secret', place: 'here'},
      {kind: 'secret', place: 'there'},
    ]);
  });

  it('leave out what the page fixes', () => {
    expect(combinations(flow, {kind: 'secret'})).toEqual([{place: 'here'}, {place: 'there'}]);
  });

  it('end where the page fixes an option that does not exist with the others', () => {
    const conditional = flowOf(`
title: Test
choices:
  first: {label: First, options: {a: {label: A}, b: {label: B}}}
  second: {label: Second, options: {c: {label: C}, d: {label: D, when: {first: b}}}}
files: {main: {name: main.yaml, format: yaml, schema: none, content: {a: "\${first}", b: "\${second}"}}}
`);
    expect(combinations(conditional, {second: 'd'})).toEqual([{first: 'a'}, {first: 'b'}]);
  });
});

describe('fields', () => {
  it('are missing until they are filled', () => {
    const {fields, problems, complete} = evaluate(flow);
    expect(fields.map(({field, value}) => [field.id, value])).toEqual([
      ['host', undefined],
      ['key', undefined],
      ['people', undefined],
      ['open', false],
    ]);
    expect(problems.map(({field, kind, message}) => [field, kind, message])).toEqual([
      ['host', 'missing', 'A value for Host is missing.'],
      ['key', 'missing', 'A value for Key is missing.'],
      ['people', 'missing', 'A value for People is missing.'],
    ]);
    expect(complete).toBe(false);
  });

  it('that do not apply are not asked for, and their values come out nowhere', () => {
    const evaluation = evaluate(flow, {...complete, choices: {kind: 'plain'}});
    expect(evaluation.complete).toBe(true);
    expect(JSON.stringify(evaluation)).not.toContain('sesame');
  });

  it('that are secret are read from the secrets alone, and no others are', () => {
    const misplaced = evaluate(flow, {
      ...complete,
      values: {...complete.values, key: 'sesame'},
      secrets: {host: 'b.example.com'},
    });
    expect(misplaced.problems.map(({field, kind}) => [field, kind])).toEqual([['key', 'missing']]);
    expect(JSON.stringify(misplaced)).not.toMatch(/sesame|b\.example/);
  });

  it('take nothing from the prototype of the answers', () => {
    const values = Object.create({host: 'a.example.com'}) as {[field: string]: string};
    expect(evaluate(flow, {values}).problems[0]).toMatchObject({field: 'host', kind: 'missing'});
  });

  it.each([
    [
      'host',
      'https://a.example.com',
      'Enter the host name alone, without a scheme such as https:// and without a path, like this: a.example.com',
    ],
    ['host', ' a.example.com', 'Remove the space before or after the value.'],
    [
      'host',
      'a.example.com.',
      'Enter the host name alone, without a scheme such as https:// and without a path, like this: a.example.com',
    ],
    ['host', 1, 'The value of Host does not have the right type.'],
    ['host', ['a'], 'The value of Host does not have the right type.'],
    ['host', 'a\nb', 'Host must be on one line.'],
    [
      'host',
      'a\u0007b',
      'The value of Host contains an invisible control character. Type it or copy it anew.',
    ],
    ['host', 'a'.repeat(2001), 'Host may have at most 2000 characters.'],
    ['people', 'jane', 'The value of People does not have the right type.'],
    ['people', [1], 'The value of People does not have the right type.'],
    ['people', ['jane', 'Joe'], 'Enter first names.'],
    ['people', ['jane', 'jane'], '“jane” is there twice.'],
    ['people', Array.from({length: 101}, () => 'a'), 'People may have at most 100 entries.'],
    ['open', 'true', 'The value of Open does not have the right type.'],
  ])('say what is wrong: %s = %j → %s', (id, value, message) => {
    const values = {...complete.values, [id]: value} as typeof complete.values;
    const {problems, fields} = evaluate(flow, {...complete, values});
    expect(problems.map((problem) => [problem.field, problem.kind, problem.message])).toEqual([
      [id, 'invalid', message],
    ]);
    expect(fields.find(({field}) => field.id === id)?.problem).toBe(problems[0]);
    expect(problems[0]?.id).toBeOneOf(Object.keys(flowMessages));
  });

  it('refuse what the flow forbids', () => {
    const {problems, files} = evaluate(flow, {...complete, secrets: {key: 'a${b}'}});
    expect(problems).toMatchObject([{field: 'key', message: 'No variables.'}]);
    for (const {text} of files) expect(text).not.toContain('${');
  });

  it('refuse what a file cannot hold, only where that file applies', () => {
    const secrets = {key: `'"$\\`};
    expect(evaluate(flow, {...complete, secrets}).problems).toMatchObject([
      {field: 'key', kind: 'invalid', id: 'dotenv', params: {file: 'extra.env'}},
    ]);
    const here = {kind: 'secret', place: 'here'};
    expect(evaluate(flow, {...complete, choices: here, secrets}).complete).toBe(true);
  });

  const address = flowOf(`
title: Test
fields:
  user: {label: User, example: u, value: {type: string}}
  pw: {label: Password, example: p, value: {type: string}}
files:
  file:
    name: db.env
    format: dotenv
    schema: none
    content:
      URL: "db://\${user}:\${pw}@h/#frag"
`);

  it.each([
    ['jane', `a'"`, ['pw'], 'db://jane:<pw>@h/#frag'],
    [`a'"`, 'sesame', ['user'], 'db://<user>:sesame@h/#frag'],
    [`a'`, `b"`, ['user'], `db://<user>:b"@h/#frag`],
    [`a'"`, `a'"`, ['user', 'pw'], 'db://<user>:<pw>@h/#frag'],
  ])('refuse what a file cannot hold beside other text: %j, %j', (user, pw, guilty, text) => {
    const {problems, files} = evaluate(address, {values: {user, pw}});
    expect(problems.map(({field, id}) => [field, id])).toEqual(guilty.map((id) => [id, 'dotenv']));
    expect(files[0]?.text).toContain(text);
  });

  it('leave the place empty where the text itself cannot be held, which the build refuses', () => {
    const flow = {
      ...address,
      files: address.files.map((file) => ({
        ...file,
        lines: [{text: 'URL=', value: {text: [`'"$\\`, {ref: 'user'}, {ref: 'pw'}]}}],
      })),
    };
    for (const answers of [{}, {values: {user: 'jane', pw: 'sesame'}}]) {
      const {files, complete} = evaluate(flow, answers);
      expect(files[0]?.text).toBe('URL=\n');
      expect(complete).toBe(false);
    }
  });
});

describe('rules', () => {
  it('speak once the answers they are about are right', () => {
    const same = evaluate(flow, {...complete, secrets: {key: 'a.example.com'}});
    expect(same.problems).toMatchObject([{field: 'key', message: 'The key is not the host.'}]);
    const empty = evaluate(flow, {...complete, values: {}, secrets: {}});
    expect(empty.problems.every(({kind}) => kind === 'missing')).toBe(true);
  });

  it('hold only under their condition', () => {
    const open = evaluate(flow, {...complete, values: {...complete.values, open: true}});
    expect(open.problems).toMatchObject([{field: 'host', message: 'Open hosts are called www.'}]);
  });
});

describe('files', () => {
  it('come with their lines, fields and next command', () => {
    const {files, complete: done} = evaluate(flow, complete);
    expect(done).toBe(true);
    expect(
      files.map(({id, filename, format, help, text, next}) => ({
        id,
        filename,
        format,
        help,
        text,
        next,
      })),
    ).toEqual([
      {
        id: 'main',
        filename: 'main.yaml',
        format: 'yaml',
        help: 'Keep it.',
        text: 'url: https://a.example.com/secret\npeople: ["jane"]\nopen: false\nlogin: a.example.com:sesame\n',
        next: 'run --host a.example.com main.yaml',
      },
      {id: 'extra', filename: 'extra.env', format: 'dotenv', text: 'KEY=sesame\n'},
    ]);
    expect(files[0]?.lines.map(({key, fields}) => [key, fields])).toEqual([
      [0, ['host']],
      [1, ['people']],
      [2, ['open']],
      [3, ['host', 'key']],
    ]);
  });

  it('show placeholders for what is missing', () => {
    const {files} = evaluate(flow);
    expect(files[0]?.text).toBe(
      'url: https://<host>/secret\npeople: ["<people>"]\nopen: false\nlogin: <host>:<key>\n',
    );
    expect(files[0]?.lines[0]?.pieces).toEqual([
      {text: 'url: '},
      {text: 'https://<host>/secret', fields: ['host'], missing: true},
    ]);
    expect(files[0]?.next).toBe("run --host '<host>' main.yaml");
  });

  it('say where secrets are, and what to show in their place', () => {
    const {files} = evaluate(flow, complete);
    expect(files[0]?.lines[3]?.pieces[1]).toEqual({
      text: 'a.example.com:sesame',
      fields: ['host', 'key'],
      withoutSecrets: 'a.example.com:<key>',
    });
    expect(files[0]?.withoutSecrets).toContain('login: a.example.com:<key>\n');
    expect(files[1]?.withoutSecrets).toBe('KEY=<key>\n');
  });

  it('quote answers in commands for the shell', () => {
    const shell = flowWith('format: yaml\n    next: run ${name} now');
    const next = (name: string) => evaluate(shell, {values: {name}}).files[0]?.next;
    expect(next('abc')).toBe('run abc now');
    expect(next('a; rm -rf /')).toBe("run 'a; rm -rf /' now");
    expect(next("it's $HOME")).toBe("run 'it'\\''s $HOME' now");
  });

  it('quote answers alone in commands that depend on a choice', () => {
    const shell = flowOf(`
title: Test
choices:
  place: {label: Place, options: {here: {label: Here}, there: {label: There}}}
fields:
  name: {label: Name, example: a b, value: {type: string}}
values:
  command:
    $cases:
      - {$when: {place: here}, $value: "run \${name} now"}
      - {$value: "send \${name}"}
files:
  main:
    name: main.yaml
    format: yaml
    schema: none
    next: \${command} &
    content: {name: "\${name}"}
`);
    const next = (place: string) =>
      evaluate(shell, {choices: {place}, values: {name: 'a b'}}).files[0]?.next;
    expect(next('here')).toBe("run 'a b' now &");
    expect(next('there')).toBe("send 'a b' &");
  });

  it('survive JSON: what the page gets is data', () => {
    expect(
      evaluate(
        {...(JSON.parse(JSON.stringify(flow)) as typeof flow), formats: flow.formats},
        complete,
      ),
    ).toEqual(evaluate(flow, complete));
  });
});

it('brings along what may have to be said about answers, in the words of the command line', () => {
  const rich = flowOf(`
title: Test
choices:
  kind: {label: Kind, options: {a: {label: A}, b: {label: B}}}
fields:
  short: {label: Short, example: ab, value: {type: string, minLength: 2, maxLength: 3, pattern: '^[a-z]*$'}}
  color: {label: Colour, example: red, value: {type: string, enum: [red, green]}}
  terms: {label: Terms, example: true, value: {type: boolean, const: true}}
  host: {label: Host, example: a.example, value: {type: string, format: hostname}}
  mail: {label: Mail, expects: A mail address., example: a@b.c, value: {type: string, format: email}}
  list: {label: List, example: [1f0e7a52-3c6b-4d8f-9a10-2b3c4d5e6f70, 2f0e7a52-3c6b-4d8f-9a10-2b3c4d5e6f70], value: {type: array, minItems: 2, uniqueItems: true, items: {type: string, format: uuid}}}
rules: [{field: short, different: ['\${short}', ab], message: Something else.}]
forbidden: [{text: '\${', message: Not this.}]
files:
  file: {name: file, format: dotenv, schema: none, content: {A: '\${kind}\${short}\${color}\${terms}\${host}\${mail}', B: '\${list}'}}
`);
  const missing = Object.keys(flowMessages).filter((id) => !(id in rich.messages));
  expect(missing).toEqual([
    'uri',
    'email',
    'unknown',
    'twice',
    'secret',
    'tooLong',
    'malformed',
    'ini',
    'properties',
  ]);
  const hostile = fc.oneof(
    anyValue,
    fc.constantFrom<unknown>(
      '',
      ' ab',
      'ab',
      '\n',
      '\0',
      '${',
      `'"$\\`,
      'a'.repeat(2001),
      'red',
      true,
    ),
    fc.array(fc.oneof(fc.constant('a'), anyValue), {maxLength: 101}),
  );
  const record = fc.record(Object.fromEntries(rich.fields.map(({id}) => [id, hostile])));
  fc.assert(
    fc.property(record, fc.constantFrom('a', 'c'), (values, kind) => {
      const answers = {choices: {kind}, values: values as Record<string, string>};
      for (const {id, params, message} of evaluate(rich, answers).problems) {
        expect(message).toBe(formatMessage(flowMessages[id as FlowMessageId], params));
      }
    }),
    {numRuns: runs},
  );
});
