// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** Changes to the engine that no test noticed, once: for each of them the answer, the text or the file that tells. */
import {describe, expect, it} from 'vitest';
import {combinations, decodeShare, encode, encodeShare, evaluate, parseAnswers} from './engine.js';
import {flowOf, flowWith} from './support.js';

describe('a command', () => {
  const flow = flowWith('format: yaml\n    next: run ${name}');
  const [field] = flow.fields;
  const secret = {...flow, fields: field ? [{...field, secret: true as const}] : []};

  it('has no secret in it, even of a flow that asks for it', () => {
    const {files} = evaluate(secret, {secrets: {name: 'sesame'}});
    expect(files[0]?.text).toBe('KEY: sesame\n');
    expect(files[0]?.next).toBe("run '<name>'");
  });

  it('has the items of a list in one word', () => {
    const list = flowOf(`
title: Test
fields: {list: {label: List, example: [a], value: {type: array, items: {type: string}}}}
files: {file: {name: file, format: yaml, schema: none, next: "\${list}", content: {a: "\${list}"}}}
`);
    const next = (items: readonly string[]) =>
      evaluate(list, {values: {list: items}}).files[0]?.next;
    expect(next(['a', 'b'])).toBe("'a,b'");
    expect(next(['a'])).toBe('a');
  });

  it('has a choice as it is, for its options are words', () => {
    const choice = flowOf(`
title: Test
choices: {kind: {label: Kind, options: {a: {label: A}, b: {label: B}}}}
files: {file: {name: file, format: yaml, schema: none, next: "run \${kind}", content: {a: "\${kind}"}}}
`);
    expect(evaluate(choice).files[0]?.next).toBe('run a');
  });
});

describe('a value that may not be written', () => {
  const flow = flowOf(`
title: Test
fields:
  name: {label: Name, example: a, value: {type: string, maxLength: 3, pattern: '^a'}}
  list: {label: List, example: [a], value: {type: array, maxItems: 2, items: {type: string, maxLength: 3}}}
forbidden: [{text: x, message: No x.}]
files: {file: {name: file, format: yaml, schema: none, content: {name: "\${name}", list: "\${list}"}}}
`);
  const text = (values: {[field: string]: string | string[] | boolean}) =>
    evaluate(flow, {values}).files[0]?.text;

  it.each<[string | boolean | string[], string]>([
    ['abcd', '<name>'],
    ['a\nb', '<name>'],
    ['a\0', '<name>'],
    [true, '<name>'],
    [['a'], '<name>'],
    // What is only not yet right is shown as far as it goes.
    ['b', 'b'],
    ['abc', 'abc'],
  ])('leaves its placeholder: %j', (name, shown) => {
    expect(text({name, list: ['a']})).toBe(`name: ${shown}\nlist: ["a"]\n`);
  });

  it.each<[string[], string]>([
    [['a', 'b', 'c'], '["<list>"]'],
    [['abcd'], '["<list>"]'],
    // Items that are empty stand in no file.
    [['', 'a'], '["a"]'],
    [['a', ''], '["a"]'],
    [[], '["<list>"]'],
  ])('of a list does, too: %j', (list, shown) => {
    expect(text({name: 'a', list})).toBe(`name: a\nlist: ${shown}\n`);
  });

  it('is not written where the flow forbids it', () => {
    const {files, problems} = evaluate(flow, {values: {name: 'ax', list: ['a']}});
    expect(files[0]?.text).toBe('name: <name>\nlist: ["a"]\n');
    expect(problems.map(({id, message}) => [id, message])).toEqual([['forbidden', 'No x.']]);
  });
});

describe('of several answers in one value, the one is refused', () => {
  const flow = flowOf(`
title: Test
fields:
  one: {label: One, example: a, value: {type: string}}
  two: {label: Two, example: a, value: {type: string}}
  three: {label: Three, example: a, value: {type: string}}
files: {file: {name: file, format: dotenv, schema: none, content: {A: "\${one} \${two} \${three}"}}}
`);
  const bad = `'"#`;

  it.each([
    ['without which the rest can be written', ['a', bad, 'b'], ['two'], "A='a <two> b'"],
    ['the first of those', [`'`, '"#', 'a'], ['one'], "A='<one> \"# a'"],
    ['that cannot be written by itself', ['a', bad, bad], ['two', 'three'], "A='a <two> <three>'"],
    ['the first of several', [bad, bad, bad], ['one', 'two', 'three'], "A='<one> <two> <three>'"],
    ['that is there, where two are only wrong together', [`'`, '"', '#'], ['one'], `A='<one> " #'`],
  ])('%s', (_, [one = '', two = '', three = ''], guilty, text) => {
    const {problems, files} = evaluate(flow, {values: {one, two, three}});
    expect(problems.map(({field, id}) => [field, id])).toEqual(guilty.map((id) => [id, 'dotenv']));
    expect(files[0]?.text).toBe(`${text}\n`);
  });
});

describe('a rule', () => {
  const flow = flowOf(`
title: Test
fields:
  one: {label: One, example: aa, optional: true, value: {type: string, pattern: '^a'}}
  two: {label: Two, example: b, value: {type: string}}
rules:
  - {field: two, different: ['\${one}', '\${two}'], message: Not the same.}
  - {field: two, matches: {value: '\${one}\${two}', pattern: '^.{0,3}$'}, message: Not so long.}
files: {file: {name: file, format: yaml, schema: none, content: {one: "\${one}", two: "\${two}"}}}
`);

  it.each([
    ['aa', 'b', []],
    ['a', 'a', ['Not the same.']],
    // The first that is broken is told.
    ['aaaa', 'aaaa', ['Not the same.']],
    ['aa', 'bb', ['Not so long.']],
    ['', 'bbbb', ['Not so long.']],
    // It waits until its answers are there, and right.
    ['aa', '', ['A value for Two is missing.']],
    ['b', 'b', ['The value of One does not have the right form. It looks like this: aa']],
    ['b', 'bbb', ['The value of One does not have the right form. It looks like this: aa']],
  ])('about %j and %j', (one, two, messages) => {
    expect(evaluate(flow, {values: {one, two}}).problems.map(({message}) => message)).toEqual(
      messages,
    );
  });
});

it('that is broken is said, and not what is wrong with the same answer besides', () => {
  const flow = flowOf(`
title: Test
choices: {kind: {label: Kind, options: {a: {label: A}, b: {label: B}}}}
fields: {name: {label: Name, example: x, value: {type: string}}}
rules: [{field: name, matches: {value: "\${kind}\${name}", pattern: '^.{2,3}$'}, message: Too long.}]
files: {file: {name: file, format: dotenv, schema: none, content: {A: "\${name}"}}}
`);
  const bad = evaluate(flow, {values: {name: `'"#`}});
  expect(bad.problems.map(({message}) => message)).toEqual(['Too long.']);
  expect(bad.files[0]?.text).toBe('A=<name>\n');
});

it('a question without an option has no answer', () => {
  const flow = flowOf(`
title: Test
choices:
  first: {label: First, options: {a: {label: A}, b: {label: B}}}
  second: {label: Second, options: {c: {label: C, when: {first: a}}}}
files: {file: {name: file, format: yaml, schema: none, content: {a: "\${first}", b: "\${second}"}}}
`);
  const {questions, files} = evaluate(flow, {choices: {first: 'b'}});
  expect(questions[1]).toMatchObject({options: [], value: '', answered: false});
  expect(files[0]?.text).toBe('a: b\nb: ""\n');
});

describe('a condition', () => {
  const flow = flowOf(`
title: Test
choices:
  kind: {label: Kind, options: {a: {label: A}, b: {label: B}, c: {label: C}}}
fields:
  name: {label: Name, optional: true, example: a, value: {type: string}}
  flag: {label: Flag, default: false, value: {type: boolean}}
  list: {label: List, optional: true, example: [a], value: {type: array, items: {type: string}}}
files:
  file:
    name: file
    format: yaml
    schema: none
    content:
      used: "\${name}\${flag}"
      list: \${list}
      kinds: {$when: {kind: [a, b]}, $value: 1}
      named: {$when: {name: true}, $value: 1}
      unnamed: {$when: {name: false}, $value: 1}
      flagged: {$when: {flag: true}, $value: 1}
      unflagged: {$when: {flag: false}, $value: 1}
      listed: {$when: {list: true}, $value: 1}
      both: {$when: {kind: c, flag: [true, false]}, $value: 1}
`);
  const keys = (kind: string, values = {}) =>
    evaluate(flow, {choices: {kind}, values})
      .files[0]?.text.split('\n')
      .slice(2, -1)
      .map((line) => line.split(':', 1)[0]);

  it('asks for options, for what is there, and for what is true', () => {
    expect(keys('a')).toEqual(['kinds', 'unnamed', 'unflagged']);
    expect(keys('b', {name: 'x'})).toEqual(['kinds', 'named', 'unflagged']);
    expect(keys('c', {flag: true})).toEqual(['unnamed', 'flagged', 'both']);
    expect(keys('c', {name: '', list: []})).toEqual(['unnamed', 'unflagged', 'both']);
    expect(keys('a', {list: ['x']})).toEqual(['kinds', 'unnamed', 'unflagged', 'listed']);
  });
});

it('combinations are counted up to one more than 1,000', () => {
  const options = '{a: {label: A}, b: {label: B}, c: {label: C}, d: {label: D}}';
  const choices = (count: number) =>
    Array.from({length: count}, (_, at) => `  c${at}: {label: C, options: ${options}}\n`).join('');
  const content = (count: number) =>
    Array.from({length: count}, (_, at) => `c${at}: "\${c${at}}"`).join(', ');
  const flow = (count: number) =>
    flowOf(`
title: Test
choices:
${choices(count)}
files: {file: {name: file, format: yaml, schema: none, content: {${content(count)}}}}
`);
  expect(combinations(flow(4))).toHaveLength(256);
  expect(combinations(flow(5))).toHaveLength(1001);
});

describe('what may have to be said of answers travels with the flow, and nothing else', () => {
  const always = ['missing', 'type'];
  const text = ['maxLength', 'lineBreak', 'control'];
  const file = 'format: yaml, schema: none, content: {a: "${a}"}';

  it.each([
    ['{type: boolean}', 'example: true', '', []],
    ['{type: boolean, const: true}', 'example: true', '', ['const']],
    ['{type: string}', 'example: x', '', text],
    ['{type: string, minLength: 1}', 'example: x', '', ['minLength', ...text]],
    ['{type: string, enum: [x]}', 'example: x', '', ['enum', ...text]],
    ['{type: string, pattern: x}', 'example: x', '', ['pattern', 'outerSpace', ...text]],
    [
      '{type: string, pattern: x}',
      'example: x, expects: X',
      '',
      ['expects', 'outerSpace', ...text],
    ],
    ['{type: string, format: hostname}', 'example: x', '', ['hostname', 'outerSpace', ...text]],
    [
      '{type: string, format: email}',
      'example: a@b.c, expects: X',
      '',
      ['expects', 'outerSpace', ...text],
    ],
    ['{type: array}', 'example: [x]', '', ['maxItems', ...text]],
    [
      '{type: array, minItems: 1, uniqueItems: true}',
      'example: [x]',
      '',
      ['minItems', 'uniqueItems', 'maxItems', ...text],
    ],
    [
      '{type: array, items: {type: string, format: uri}}',
      'example: ["a:b"]',
      '',
      ['uri', 'outerSpace', 'maxItems', ...text],
    ],
    [
      '{type: array, items: {type: string, format: uri}}',
      'example: ["a:b"], expects: X',
      '',
      ['expects', 'outerSpace', 'maxItems', ...text],
    ],
    ['{type: boolean}', 'example: true', 'forbidden: [{text: x, message: X}]', ['forbidden']],
    [
      '{type: boolean}',
      'example: true',
      'rules: [{field: a, message: X, different: [x, "${a}"]}]',
      ['rule'],
    ],
    [
      '{type: boolean}',
      'example: true',
      'choices: {c: {label: C, options: {d: {label: D}}}}',
      ['option'],
    ],
  ])('%s, %s %s', (value, more, top, ids) => {
    const flow = flowOf(`
title: Test
${top}
fields: {a: {label: A, ${more}, value: ${value}}}
files: {one: {name: one, ${file}}, two: {name: two, ${file}}}
`);
    expect(Object.keys(flow.messages).sort()).toEqual([...always, ...ids].sort());
  });

  it('also what an env file among others cannot hold', () => {
    const flow = flowOf(`
title: Test
fields: {a: {label: A, example: true, value: {type: boolean}}}
files: {one: {name: one, ${file}}, two: {name: two, ${file.replace('yaml', 'dotenv')}}}
`);
    expect(Object.keys(flow.messages).sort()).toEqual(['dotenv', ...always]);
  });
});

describe('an answer in an address', () => {
  const flow = flowOf(`
title: Test
choices:
  kind: {label: Kind, options: {a: {label: A}, b: {label: B}}}
fields:
  name: {label: Name, example: a, value: {type: string}}
  pin: {label: PIN, secret: true, example: a, value: {type: string}}
  flag: {label: Flag, default: true, value: {type: boolean}}
  hidden: {label: Hidden, when: {kind: b}, example: a, value: {type: string}}
  list: {label: List, example: [a], value: {type: array, items: {type: string}}}
files: {file: {name: file, format: yaml, schema: none, content: {a: "\${name}\${pin}\${flag}\${hidden}", b: "\${list}"}}}
`);

  it.each([
    [{}, 'kind=a'],
    [{values: {flag: true}}, 'kind=a&flag=true'],
    [{values: {flag: false, name: 'a&b=c'}}, 'kind=a&name=a%26b%3Dc&flag=false'],
    [{values: {name: '', list: []}}, 'kind=a'],
    [{values: {list: ['a', 'b']}}, 'kind=a&list=a&list=b'],
    [{values: {hidden: 'x'}}, 'kind=a'],
    [{choices: {kind: 'b'}, values: {hidden: 'x'}}, 'kind=b&hidden=x'],
    [{choices: {kind: 'c'}, values: {name: 'a\nb'}}, 'kind=a'],
    [{values: {pin: 'sesame'}}, 'kind=a'],
  ])('is written: %j', (answers, text) => {
    // A list of nobody and an empty text leave nothing; inherited names are none.
    expect(encodeShare(flow, answers)).toBe(text);
  });

  it.each([
    ['name=x', {name: 'x'}],
    ['?name=x', {name: 'x'}],
    ['#name=x', {name: 'x'}],
    ['name=a%20b+c', {name: 'a b c'}],
    ['name=a=b=c', {name: 'a=b=c'}],
    ['name=', {name: ''}],
    ['&&name=x&', {name: 'x'}],
    ['flag=true', {flag: true}],
    ['flag=false', {flag: false}],
    ['list=a', {list: ['a']}],
    ['list=a&name=x&list=b', {list: ['a', 'b'], name: 'x'}],
    ['%6Eame=x', {name: 'x'}],
    ['name=a?b#c', {name: 'a?b#c'}],
    ['name=a\nb', {}],
  ])('is read: %j', (text, values) => {
    expect(decodeShare(flow, text).answers).toEqual({choices: {}, values});
  });

  it.each([
    ['kind=a&kind=a', [['kind', 'twice', {item: 'kind'}]]],
    ['flag=true&flag=true', [['flag', 'twice', {item: 'flag'}]]],
    ['kind=', [['kind', 'option', {label: 'Kind', item: '', expected: 'a, b'}]]],
    [
      `kind=${'x'.repeat(50)}`,
      [['kind', 'option', {label: 'Kind', item: 'x'.repeat(40), expected: 'a, b'}]],
    ],
    [`${'x'.repeat(50)}=1`, [['x'.repeat(40), 'unknown', {item: 'x'.repeat(40), hint: ''}]]],
    [`${'x'.repeat(50)}`, [['x'.repeat(40), 'malformed', {item: 'x'.repeat(40)}]]],
    ['%ff=1', [['%ff=1', 'malformed', {item: '%ff=1'}]]],
    ['pin=x', [['pin', 'secret', {label: 'PIN'}]]],
    ['flag=x', [['flag', 'type', {label: 'Flag'}]]],
    ['x'.repeat(8001), [['', 'tooLong', {}]]],
  ])('is refused: %j', (text, refused) => {
    const result = decodeShare(flow, text);
    expect(result.refused.map(({field, id, params}) => [field, id, params])).toEqual(refused);
    expect(result.answers).toEqual({choices: {}, values: {}});
  });

  it('may be 8,000 characters long', () => {
    expect(decodeShare(flow, 'x'.repeat(8000)).refused).toMatchObject([{id: 'malformed'}]);
  });

  it.each([
    [['kind=a', 'kind=b'], 'kind', 'twice', {item: 'kind'}],
    [['name=a', 'name'], 'name', 'malformed', {item: 'name'}],
    [['list'], 'list', 'malformed', {item: 'list'}],
    [['flag'], 'flag', 'malformed', {item: 'flag'}],
    [['=a'], '', 'unknown', {item: '', hint: ' There are: kind, name, pin, flag, hidden, list.'}],
    [['flag=TRUE'], 'flag', 'type', {label: 'Flag'}],
    [['list=[1]'], 'list', 'type', {label: 'List'}],
    [['list= [bad'], 'list', 'type', {label: 'List'}],
  ])('is refused on the command line: %j', (given, ...expected) => {
    const {problems} = parseAnswers(flow, given);
    expect(problems.map(({field, id, params}) => [field, id, params])).toEqual([expected]);
  });

  it.each([
    [['flag=false'], {values: {flag: false}}],
    [['name='], {values: {name: ''}}],
    [['pin=a=b'], {secrets: {pin: 'a=b'}}],
    [['name=a\nb'], {values: {name: 'a\nb'}}],
    [['list= ["a", "b,c"] '], {values: {list: ['a', 'b,c']}}],
    [['list=a,,b\r\nc'], {values: {list: ['a', 'b', 'c']}}],
  ])('is read on the command line: %j', (given, answers) => {
    expect(parseAnswers(flow, given)).toEqual({
      answers: {choices: {}, values: {}, secrets: {}, ...answers},
      problems: [],
    });
  });
});

it('writes for a second reading what the first one leaves as it is', () => {
  // The first spelling for the second reading has both quotes, so that the first reading allows none of it.
  expect(encode('dotenv', `it's "x"`, 'yaml')).toBe(`'"it\\x27s \\x22x\\x22"'`);
  expect(encode('dotenv', ['$'], 'yaml')).toBe(`'["$"]'`);
});
