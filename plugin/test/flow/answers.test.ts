import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {decodeShare, encodeShare, parseAnswers, parseList} from './engine.js';
import {anyValue, runs} from './fuzz.js';
import {flowOf} from './support.js';

const flow = flowOf(`
title: Test
choices:
  kind: {label: Kind, options: {plain: {label: Plain}, secret: {label: Secret}}}
fields:
  name: {label: Name, example: a, value: {type: string, maxLength: 40}}
  key: {label: Key, when: {kind: secret}, secret: true, example: k, value: {type: string}}
  people: {label: People, example: [jane], value: {type: array, items: {type: string, minLength: 1}}}
  open: {label: Open, default: false, value: {type: boolean}}
files:
  main:
    name: main.yaml
    format: yaml
    schema: none
    content:
      kind: \${kind}
      name: \${name}
      key: {$when: {kind: secret}, $value: "\${key}"}
      people: \${people}
      open: \${open}
`);

describe('encodeShare', () => {
  it('writes choices and values', () => {
    const answers = {
      choices: {kind: 'secret'},
      values: {name: 'a b', people: ['jane', 'joe'], open: true},
    };
    expect(encodeShare(flow, answers)).toBe(
      'kind=secret&name=a%20b&people=jane&people=joe&open=true',
    );
  });

  it('writes no secret, wherever it was put', () => {
    const everything = {
      choices: {kind: 'secret'},
      values: {key: 'sesame'},
      secrets: {key: 'sesame'},
    };
    expect(encodeShare(flow, everything)).toBe('kind=secret');
    // @ts-expect-error There is no place for secrets in what can be shared.
    expect(encodeShare(flow, {secrets: {key: 'sesame'}})).toBe('kind=plain');
  });

  it('leaves out what is wrong, unknown, or a default', () => {
    expect(encodeShare(flow, {values: {name: 'a\nb', people: [], other: 'x'}})).toBe('kind=plain');
  });

  it('is read back alike, whatever the values', () => {
    const answers = fc.record({
      choices: fc.record({kind: fc.constantFrom('plain', 'secret')}),
      values: fc.record({
        name: anyValue.filter((text) => text !== '' && [...text].length <= 40),
        people: fc.array(
          anyValue.filter((text) => text !== ''),
          {minLength: 1, maxLength: 5},
        ),
        open: fc.boolean(),
      }),
    });
    fc.assert(
      fc.property(answers, (given) => {
        expect(decodeShare(flow, `?${encodeShare(flow, given)}`)).toEqual({
          answers: given,
          refused: [],
        });
      }),
      {numRuns: Math.min(runs, 1000)},
    );
  });
});

describe('decodeShare', () => {
  const refusals = (text: string) =>
    decodeShare(flow, text).refused.map(({field, message}) => [field, message]);

  it.each([
    ['key=sesame', 'key', 'A secret is never taken from an address: enter Key here.'],
    ['other=1', 'other', 'There is no “other” here.'],
    ['__proto__=1', '__proto__', 'There is no “__proto__” here.'],
    ['constructor=1', 'constructor', 'There is no “constructor” here.'],
    ['kind=third', 'kind', '“third” is no option of “Kind”. Options: plain, secret.'],
    ['kind=plain&kind=secret', 'kind', '“kind” is given twice.'],
    ['name=a&name=b', 'name', '“name” is given twice.'],
    ['name', 'name', '“name” cannot be read.'],
    ['name=%zz', 'name', '“name” cannot be read.'],
    ['name=%ff', 'name', '“name” cannot be read.'],
    ['name=a%0Ab', 'name', 'Name must be on one line.'],
    [`name=${'a'.repeat(41)}`, 'name', 'Name may have at most 40 characters.'],
    ['open=1', 'open', 'The value of Open does not have the right type.'],
    ['people=', 'people', 'The value of People is too short: it needs 1 or more characters.'],
    [`name=${'a'.repeat(9000)}`, '', 'The address is too long to be a link to these settings.'],
  ])('refuses %s kindly', (text, field, message) => {
    expect(refusals(text)).toEqual([[field, message]]);
    expect(decodeShare(flow, text).answers).toEqual({choices: {}, values: {}});
  });

  it('uses the rest', () => {
    const {answers, refused} = decodeShare(flow, '#kind=secret&key=x&name=a+b&&bad=1');
    expect(answers).toEqual({choices: {kind: 'secret'}, values: {name: 'a b'}});
    expect(refused.map(({id}) => id)).toEqual(['secret', 'unknown']);
  });

  it('never throws, and never lets a secret or a prototype through', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom('kind', 'name', 'key', 'people', '__proto__', '=', '&', '%', '#', '?', '+'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const {answers} = decodeShare(flow, parts.join(''));
        expect(Object.keys({...answers.choices, ...answers.values})).not.toContain('key');
        expect(Object.getPrototypeOf(answers.values)).toBe(Object.prototype);
      }),
      {numRuns: runs},
    );
  });
});

describe('parseAnswers', () => {
  it('takes each value by the type of its field', () => {
    const given = ['kind=secret', 'name=a=b', 'key=s3', 'people=jane, joe', 'open=true'];
    expect(parseAnswers(flow, given)).toEqual({
      answers: {
        choices: {kind: 'secret'},
        values: {name: 'a=b', people: ['jane', 'joe'], open: true},
        secrets: {key: 's3'},
      },
      problems: [],
    });
  });

  it.each([
    ['people=["a,b", "c"]', ['a,b', 'c']],
    ['people=a\nb', ['a', 'b']],
    ['people=', []],
  ])('reads the list in %j', (given, people) => {
    expect(parseAnswers(flow, [given]).answers.values).toEqual({people});
  });

  it.each([
    ['nane=x', 'nane', 'There is no “nane” here. Did you mean “name”?'],
    ['zzz=x', 'zzz', 'There is no “zzz” here. There are: kind, name, key, people, open.'],
    ['name', 'name', '“name” has no value. Write name=value.'],
    ['kind=other', 'kind', '“other” is no option of “Kind”. Options: plain, secret.'],
    ['open=yes', 'open', 'The value of Open does not have the right type.'],
    ['people=["a", 1]', 'people', 'The value of People does not have the right type.'],
    ['people=[a', 'people', 'The value of People does not have the right type.'],
  ])('says what is wrong with %s', (given, field, message) => {
    const {problems} = parseAnswers(flow, [given]);
    expect(problems.map((problem) => [problem.field, problem.message])).toEqual([[field, message]]);
  });

  it('takes no name twice', () => {
    const {answers, problems} = parseAnswers(flow, ['name=a', 'name=b']);
    expect(answers.values).toEqual({});
    expect(problems).toMatchObject([{field: 'name', id: 'twice'}]);
  });
});

it('reads lists as people type them', () => {
  expect(parseList(' jane, joe\n\nadmin ,')).toEqual(['jane', 'joe', 'admin']);
});
