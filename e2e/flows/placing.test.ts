/** Keys at the wrong depth, the commonest fault in YAML: each is said once, and nothing besides. */
import {describe, expect, it} from 'vitest';
import {check, rightFile, told} from './support.js';

const server = rightFile('auth0', 'server');
const values = rightFile('auth0', 'values');
const lineOf = (text: string, part: RegExp) => text.slice(0, text.search(part)).split('\n').length;

describe('indentation', () => {
  it.each([
    ['secret', -1, 'id'],
    ['secret', 1, 'id'],
    ['discoveryUri', -1, 'scope'],
    ['authority', -1, 'publicKeyUrls'],
    ['authority', 1, 'publicKeyUrls'],
    ['provider', 0, ''],
    ['enableSelfSignup', 1, 'jwtPrincipalClaims'],
    ['oidcConfiguration', -1, 'enableSelfSignup'],
    ['oidcConfiguration', 1, 'enableSelfSignup'],
  ])('of %s, %i', (key, more, before) => {
    const text = server.replace(new RegExp(`^( +)${key}:`, 'm'), (all, indent: string) =>
      all.replace(indent, ' '.repeat(indent.length + more)),
    );
    const line = lineOf(text, new RegExp(`^ +${key}:`, 'm'));
    const expected = `${line} indentation: “${key}” is indented like none of the keys that it can stand beside. → Indent it as far as “${before}” in line `;
    expect(told(check('auth0', text))).toEqual(
      more === 0 ? [] : [expect.stringContaining(expected)],
    );
  });

  it.each([
    [/ {4}discoveryUri/, '  discoveryUri', 'Indent it as far as “scope”'],
    [/^ {4}id/m, '     id', 'Indent it as far as “secret”'],
  ])('of a key among others: %s', (from, to, remedy) => {
    expect(told(check('auth0', server.replace(from, to)))).toEqual([
      expect.stringContaining(remedy),
    ]);
  });

  it('of two keys on a line', () => {
    const text = server.replace(/\n +secret:/, ' secret:');
    expect(told(check('auth0', text))).toEqual([
      expect.stringContaining('missing-answer-below: “secret”'),
      expect.stringContaining('merged-lines: “secret” stands in the value of another key.'),
    ]);
  });

  it('of a whole block that is not indented', () => {
    const flat = server.replace(/(?<=oidcConfiguration:\n)(?: {4}.*\n)+/, (all) =>
      all.replace(/^ {2}/gm, ''),
    );
    const line = lineOf(flat, /oidcConfiguration/);
    expect(told(check('auth0', flat))).toEqual([
      `${line} flat-block: “oidcConfiguration” is empty: what belongs to it is not indented. → Indent lines ${line + 1} to ${line + 11} deeper than “oidcConfiguration”.`,
    ]);
    const chart = values.replace(/(?<=oidcConfiguration:\n)(?: {8}.*\n)+/, (all) =>
      all.replace(/^ {2}/gm, ''),
    );
    expect(told(check('auth0', chart))).toEqual([expect.stringMatching(/^\d+ flat-block: /)]);
  });

  it('of a block at the first column', () => {
    const text = server.replace(/^ {2}oidcConfiguration:\n(?: {4}.*\n)+/m, (all) =>
      all.replace(/^ {2}/gm, ''),
    );
    const line = lineOf(text, /oidcConfiguration/);
    expect(told(check('auth0', text))).toEqual([
      `${line} misplaced-key: “oidcConfiguration” is not looked for here. It belongs under “authenticationConfiguration:”. → Write it under “authenticationConfiguration:”, indented, with all that belongs to it.`,
    ]);
  });

  it('of a block in another', () => {
    const text = server.replace(/^authenticationConfiguration:\n(?: .*\n)+/m, (all) =>
      all.replace(/^/gm, '  ').trimEnd(),
    );
    expect(told(check('auth0', text))).toEqual([
      expect.stringMatching(/^\d+ misplaced-block: “authenticationConfiguration” is not looked /),
    ]);
  });

  it('with tabs and with non-breaking spaces, which is said once', () => {
    for (const blank of ['\t', '\u00a0\u00a0']) {
      const text = server.replace(/^(?: {2})+/gm, (all) => blank.repeat(all.length / 2));
      expect(told(check('auth0', text))).toEqual([
        expect.stringMatching(/^2 indent-character: .* → Indent with ordinary spaces/),
      ]);
    }
  });
});

describe('a block', () => {
  it('has the name that it has elsewhere', () => {
    const text = server.replace('authenticationConfiguration', 'authentication');
    const {recognised, findings} = check('auth0', text);
    expect(recognised?.choices).toMatchObject({clientType: 'confidential'});
    expect(findings).toMatchObject([
      {rule: 'misspelt-key', params: {key: 'authentication', near: 'authenticationConfiguration'}},
    ]);
  });

  it.each([
    [
      'global for openmetadata',
      values.replace('openmetadata:', 'global:'),
      'misspelt-key',
      'openmetadata',
    ],
    [
      'config at the root',
      values.replace('openmetadata:\n', '').replace(/^ {2}/gm, ''),
      'misplaced-key',
      'openmetadata:',
    ],
    [
      'no config',
      values.replace('  config:\n', '').replace(/^ {4}/gm, '  '),
      'misplaced-key',
      'openmetadata: config:',
    ],
  ])('is recognised: %s', (_, text, rule, place) => {
    const {recognised, findings} = check('auth0', text);
    expect(recognised?.file).toBe('values');
    expect(findings[0]?.rule).toBe(rule);
    expect(Object.values(findings[0]?.params ?? {})).toContain(place);
    expect(findings.length).toBeLessThan(3);
  });
});

it('takes each line once where keys stand there twice', () => {
  const text = server.replace(/^ {2}authority:.*$/m, '$&\n$&');
  expect(told(check('auth0', text))).toEqual([expect.stringMatching(/^\d+ duplicate-key: /)]);
});

it('explains an equals sign', () => {
  const text = server.replace('clientType: ', 'clientType=');
  expect(told(check('auth0', text))).toEqual([
    expect.stringContaining('yaml-equals: “clientType=” is not read as a key: this is YAML'),
  ]);
});

it('lets values go on below', () => {
  const text = server
    .replace(
      /publicKeyUrls:\n(?: {4}.*\n)+/,
      (all) =>
        `publicKeyUrls: [\n${[...all.matchAll(/- (.*)/g)].map(([, url]) => `    ${url},\n`).join('')}  ]\n`,
    )
    .replace(/^ {4}scope: .*/m, '    scope: "openid\n      email\n      profile"')
    .replace(/clientId: .*/, '$& # see: below')
    .concat('note: |\n  a: b\n    c=d\n', 'other: {\n  a: b,\n    c: d\n}\n');
  expect(told(check('auth0', text))).toEqual([]);
});

it('reads what is merged into a block', () => {
  const lines = server.split('\n');
  const at = lines.findIndex((line) => line.startsWith('  authority:'));
  const [authority = ''] = lines.splice(at, 1, '  <<: [*base, {clientType: public}]');
  const text = `base: &base\n${authority}\n  clientType: public\n${lines.join('\n')}`;
  expect(told(check('auth0', text))).toEqual([]);
  expect(told(check('auth0', `a: &a\n  <<: *a\n${server}`))).toEqual([]);
});
