// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** What to do is said so that it can be done: a line to write is written as the file needs it. */
import {describe, expect, it} from 'vitest';
import {checkWith, compiled, told} from './support.js';

describe('under what is encoded, a line to write is encoded too', () => {
  const flow = compiled(`
title: A Secret
fields:
  user: {label: User, example: a, value: {type: string}}
  password: {label: Password, secret: true, example: b, value: {type: string}}
files:
  secret:
    name: secret.yaml
    format: yaml
    then: yaml
    schema: any
    content:
      stringData:
        user: \${user}
        owner: \${user}
        greeting: Grüße, \${user}
        number: '12'
        password: \${password}
        again: \${password}
checks:
  secret:
    data: {encoding: base64}
    stringData: {instead: data}
`);
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const data = {
    user: encoded('jörg'),
    owner: encoded('jörg'),
    greeting: encoded('Grüße, jörg'),
    number: encoded('"12"'),
    password: encoded('sesame'),
    again: encoded('sesame'),
  };
  const tell = (given: {[key: string]: string}) =>
    told(
      checkWith(
        flow,
        `data:\n${Object.entries(given)
          .map(([key, value]) => `  ${key}: ${value}\n`)
          .join('')}`,
      ),
    );

  it('but in a right file there is none', () => expect(tell(data)).toEqual([]));

  it.each([
    // As everywhere, quoted as the target's YAML needs it.
    ['owner', '"jörg"'],
    ['greeting', '"Grüße, jörg"'],
    ['number', '"12"'],
  ] as const)('of a key that is missing, or has no value: %s', (key, value) => {
    const {[key]: _, ...rest} = data;
    expect(tell(rest)).toEqual([
      `1 missing-below: “${key}” is missing under “data”. → Add: ${key}: ${encoded(value)}`,
    ]);
    expect(tell({...data, [key]: ''})).toEqual([
      expect.stringContaining(
        `empty-value: “${key}” has no value. → Write: ${key}: ${encoded(value)}`,
      ),
    ]);
  });

  it('of a value that contradicts another', () => {
    expect(tell({...data, owner: encoded('joe')})).toEqual([
      expect.stringContaining(`Write: owner: ${encoded('"jörg"')}. Or correct line 2.`),
    ]);
  });

  it('but for secrets, which are not shown', () => {
    const {again: _, ...rest} = data;
    expect(tell(rest)).toEqual([
      '1 missing-answer-below: “again” is missing under “data”. → Add it, with the Password (base64).',
    ]);
    expect(tell({...data, again: ''})).toEqual([
      '7 empty-answer: “again” has no value. → Enter the Password (base64).',
    ]);
  });
});
