/** What of the reader's answers is kept, how strictly it is read again, and what may enter a fence. */
import {execFileSync} from 'node:child_process';
import {parse as parseDotenv} from 'dotenv';
import fc from 'fast-check';
import {load as loadYaml} from 'js-yaml';
import {describe, expect, test} from 'vitest';
import {parse as parseYaml} from 'yaml';
import {isSafeInFence} from '../../src/client/safe-in-fence.js';
import {readAnswers, storableAnswers, writeAnswers} from '../../src/client/stored-answers.js';
import {readValue} from '../../src/client/stored-value.js';
import {type CompiledFlow, flowMessages} from '../../src/flow/index.js';

const flow: CompiledFlow = {
  messages: flowMessages,
  formats: {},
  id: 'mail',
  title: 'Mail',
  choices: [
    {
      id: 'security',
      label: 'Security',
      options: [
        {id: 'tls', label: 'TLS'},
        {id: 'none', label: 'None'},
      ],
    },
  ],
  fields: [
    {
      id: 'host',
      label: 'Host',
      placeholder: '<host>',
      value: {type: 'string', patterns: {hostname: '^[a-z.]+$'}},
    },
    {id: 'users', label: 'Users', placeholder: '<users>', value: {type: 'array'}},
    {id: 'strict', label: 'Strict', placeholder: '<strict>', value: {type: 'boolean'}},
    {id: 'password', label: 'Password', placeholder: '<p>', secret: true, value: {type: 'string'}},
  ],
  rules: [],
  forbidden: [{text: '${', message: 'No.'}],
  files: [],
};

const shownOf = (text: string | null, id = 'host') =>
  readValue(text, {flow: 'mail', field: {id, label: 'Host'}, example: 'smtp.example.com'});

describe('what is stored', () => {
  test('is read as it was written', () => {
    const values = {host: 'smtp.example.com', users: ['jane', 'john'], strict: false};
    const text = writeAnswers(null, 'mail', values);
    expect(readAnswers(flow, writeAnswers(null, 'mail', {security: 'none'}), text)).toEqual({
      choices: {security: 'none'},
      values,
    });
    for (const [id, value] of Object.entries(values)) expect(shownOf(text, id)).toEqual(value);
  });

  test('has no secret, and nothing that is wrong', () => {
    const values = {host: 'https://x', users: ['a\nb'], password: 'secret', other: 'x'};
    const answers = {choices: {security: 'nonsense'}, values, secrets: {password: 'secret'}};
    expect(storableAnswers(flow, answers)).toEqual({choices: {}, values: {}});
  });

  test('keeps what belongs to other flows, and ends where nothing is left', () => {
    const both = writeAnswers(writeAnswers(null, 'a', {x: '1'}), 'b', {y: '2'});
    expect(both).toBe('{"a":{"x":"1"},"b":{"y":"2"}}');
    const one = writeAnswers(both, 'a', {});
    expect(one).toBe('{"b":{"y":"2"}}');
    expect(writeAnswers(one, 'b', {})).toBe(null);
  });

  test.each([
    null,
    '',
    'null',
    '[]',
    '"x"',
    '{"mail":null}',
    '{"mail":["host"]}',
    '{"mail":{"host":1}}',
    '{"mail":{"host":null}}',
    '{"mail":{"host":{"toString":"x"}}}',
    '{"mail":{"host":""}}',
    '{"mail":{"host":"a\\nb"}}',
    '{"mail":{"host":"a\\u2028b"}}',
    '{"mail":{"host":"\\u0000"}}',
    '{"mail":{"host":"\\ud800"}}',
    `{"mail":{"host":"${'a'.repeat(2001)}"}}`,
    `{"mail":{"host":[${'"a",'.repeat(100)}"a"]}}`,
    '{"mail":{"host":[["a"]]}}',
    '{"mail":{"__proto__":{"host":"x"}}}',
    '{"__proto__":{"mail":{"host":"x"}}}',
    '{"mail":{"host":',
  ])('%s has no value', (text) => {
    expect(shownOf(text)).toBeUndefined();
    expect(readAnswers(flow, text, text)).toEqual({choices: {}, values: {}});
  });

  test.each([
    '{"mail":{"host":"a b"}}',
    '{"mail":{"host":["smtp.example.com"]}}',
    '{"mail":{"host":"</script><script>"}}',
  ])('%s is no answer, but can be shown as the text that it is', (text) => {
    expect(shownOf(text)).toEqual(JSON.parse(text).mail.host);
    expect(readAnswers(flow, text, text)).toEqual({choices: {}, values: {}});
  });

  test.each(['constructor', '__proto__', 'toString'])('%s is no field of it', (id) => {
    expect(shownOf('{"mail":{}}', id)).toBeUndefined();
  });

  test('never gives out what its field does not allow, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.jsonValue(), (text, value) => {
        for (const stored of [text, JSON.stringify({mail: value})]) {
          const {choices, values} = readAnswers(flow, stored, stored);
          expect(Object.keys(choices ?? {})).toEqual([]);
          expect(values).not.toHaveProperty('password');
          if (values?.host !== undefined) expect(values.host).toMatch(/^[a-z0-9.-]+$/i);
        }
      }),
    );
  });
});

/** Texts of the characters that matter, and the words that mean something to YAML. */
const candidates = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9._:/@+-]{1,12}$/),
  fc.stringMatching(/^[0-9a-fxob._:eE+-]{1,8}$/),
  fc.constantFrom('yes', 'No', 'on', 'y', 'null', 'NULL', '0x1F', '1e3', '12:30:45', '2020-01-01'),
  fc.string(),
);

describe('a value that is let into a fence', () => {
  test('is itself in YAML, JSON and env files, with quotes and without', () => {
    fc.assert(
      fc.property(candidates, (value) => {
        if (!isSafeInFence(value)) return;
        for (const read of [parseYaml, loadYaml]) {
          for (const text of [value, `"${value}"`, `'${value}'`]) {
            expect(read(`a: ${text}\nb: [${text}]\nc: {d: ${text}}\n`)).toEqual({
              a: value,
              b: [value],
              c: {d: value},
            });
          }
        }
        expect(JSON.parse(`"${value}"`)).toBe(value);
        expect(parseDotenv(`A=${value}\nB="${value}"\nC='${value}'`)).toEqual({
          A: value,
          B: value,
          C: value,
        });
      }),
      {numRuns: 2000},
    );
  });

  test('is one word to a shell, with quotes and without', () => {
    const values = fc.sample(candidates, 500).filter(isSafeInFence);
    const words = values.flatMap((value) => [value, `"${value}"`, `'${value}'`, `x${value}`]);
    const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${words.join(' ')}`], {
      encoding: 'utf8',
      env: {HOME: '/nowhere'},
    });
    expect(printed.split('\n').slice(0, -1)).toEqual(
      values.flatMap((value) => [value, value, value, `x${value}`]),
    );
  });

  test.each([
    'acme.eu.auth0.com',
    'https://metadata.example.com:8585',
    '1f0e7a52-3c6b-4d8f-9a10-2b3c4d5e6f70',
    'jane.doe@example.com',
    '/etc/keys',
  ])('can be %s', (value) => expect(isSafeInFence(value)).toBe(true));

  test.each([
    '',
    '-rf',
    '@file',
    '~',
    '$(reboot)',
    'a b',
    'a;b',
    'a"b',
    'a\nb',
    'a:',
    '...',
    '12',
    'a'.repeat(301),
  ])('cannot be %j', (value) => expect(isSafeInFence(value)).toBe(false));
});
