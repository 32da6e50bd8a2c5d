/** For which choices a file is: what it says itself, and what else is in it. */
import {describe, expect, it} from 'vitest';
import {changed, check, rightFile, told} from './support.js';

describe('of a file that is of one type but for the line that says so, that line is told', () => {
  const labels = {confidential: 'Regular Web Application', public: 'Single Page Application'};

  it.each([
    ['env', 'AUTHENTICATION_CLIENT_TYPE=', 'public', 'confidential'],
    ['env', 'AUTHENTICATION_CLIENT_TYPE=', 'confidential', 'public'],
    ['server', 'clientType: ', 'public', 'confidential'],
    ['server', 'clientType: ', 'confidential', 'public'],
    ['values', 'clientType: ', 'public', 'confidential'],
    ['values', 'clientType: ', 'confidential', 'public'],
  ] as const)('%s: %s%s', (file, key, chosen, option) => {
    const [text, line] = changed(rightFile('auth0', file, option), key + option, key + chosen);
    const result = check('auth0', text);
    expect(told(result)).toEqual([
      `${line} wrong-choice: This line says ${chosen}, but the rest of the file is for “${labels[option]}” (${option}). → Write: ${key}${option}`,
    ]);
    expect(result.recognised?.choices).toMatchObject({clientType: option});
    expect(result.answers.choices).toMatchObject({clientType: option});
  });

  it('beside other mistakes', () => {
    const text = rightFile('auth0', 'env')
      .replace('CLIENT_TYPE=confidential', 'CLIENT_TYPE=public')
      .replace(/OIDC_CALLBACK=.*\n/, '');
    expect(told(check('auth0', text))).toEqual([
      expect.stringMatching(/^11 wrong-choice: /),
      expect.stringMatching(/^\d+ missing-key: “OIDC_CALLBACK” is missing. /),
    ]);
  });
});

describe('of a file that is of neither type, the line that says so is believed', () => {
  const rules = (text: string) => check('auth0', text).findings.map(({rule}) => rule);

  it.each(['env', 'server', 'values'])('as is what goes with it: %s', (file) => {
    const text = rightFile('auth0', file)
      .replace(/((?:clientType|CLIENT_TYPE)\W+)confidential/, '$1public')
      .replace(/((?:responseType|RESPONSE_TYPE)\W+)code/, '$1id_token');
    expect(new Set(rules(text))).toEqual(new Set(['other-choice']));
  });

  it('in a template without a secret', () => {
    const text = rightFile('auth0', 'env')
      .replace('CLIENT_TYPE=confidential', 'CLIENT_TYPE=public')
      .replace(/.*RESPONSE_TYPE=.*\n/g, '')
      .replace(/(OIDC_CLIENT_SECRET=).*/, '$1');
    expect(new Set(rules(text))).toEqual(new Set(['other-choice']));
  });

  it('with nothing but a secret', () => {
    const text = rightFile('auth0', 'env', 'public').replace(/.*RESPONSE_TYPE=.*\n/, '');
    expect(rules(`${text}OIDC_CLIENT_SECRET=abc\n`)).toEqual(['other-choice']);
  });

  it('where keys are missing, and nothing else speaks for another', () => {
    const text = rightFile('auth0', 'env', 'public')
      .replace('CLIENT_TYPE=public', 'CLIENT_TYPE=confidential')
      .replace(/.*RESPONSE_TYPE=.*\n/, '');
    expect(new Set(rules(text))).toEqual(new Set(['missing-key', 'missing-answer']));
  });
});

describe('a misspelt key that is for another choice', () => {
  it.each([
    [
      'env',
      'OIDC_CLIENT_SECRETT=abc\n',
      'There is no key “OIDC_CLIENT_SECRETT” here. “OIDC_CLIENT_SECRET” is for “Regular Web Application” (confidential) only, and this file says public. → Remove it, or write OIDC_CLIENT_SECRET and set AUTHENTICATION_CLIENT_TYPE to confidential.',
      'error',
    ],
    [
      'env',
      'OIDC_CALLBAK=https://metadata.example.com/callback\n',
      'There is no key “OIDC_CALLBAK” here. “OIDC_CALLBACK” is for “Regular Web Application” (confidential) only, and this file says public. → Remove it, or write OIDC_CALLBACK and set AUTHENTICATION_CLIENT_TYPE to confidential.',
      'warning',
    ],
    [
      'server',
      '  oidcConfigurations: {}\n',
      'There is no key “oidcConfigurations” here. “oidcConfiguration” is for “Regular Web Application” (confidential) only, and this file says public. → Remove it, or write oidcConfiguration and set clientType to confidential.',
      'warning',
    ],
  ])('is told of with that choice: %s, %s', (file, more, expected, level) => {
    const text = rightFile('auth0', file, 'public') + more;
    const result = check('auth0', text);
    const line = text.split('\n').length - 1;
    expect(told(result)).toEqual([`${line} misspelt-other-choice: ${expected}`]);
    expect(result.findings[0]?.level).toBe(level);
  });

  it('is rather one of the same choice, where that is as near', () => {
    const text = rightFile('auth0', 'env', 'public').replace('CLIENT_ID=', 'CLIENTID=');
    expect(told(check('auth0', text))).toEqual([
      expect.stringMatching(/ misspelt-key: .* → Write it like this: AUTHENTICATION_CLIENT_ID$/),
    ]);
  });
});
