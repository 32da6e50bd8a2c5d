/** What to do is said so that it can be done: a line to write has no hole in it, and is written as the file needs it. */
import {describe, expect, it} from 'vitest';
import {changed, check, flows, rightFile, told} from './support.js';

const find =
  'In the Auth0 dashboard: Applications, Applications, your application, Settings, Basic Information, Client Secret.';

describe('where a value stands nowhere in the file, it is named', () => {
  it.each([
    [
      'env',
      /OIDC_CLIENT_SECRET=.*\n/,
      '',
      `missing-answer: “OIDC_CLIENT_SECRET” is missing. → Add it, with the Client secret. ${find}`,
    ],
    [
      'server',
      / +secret: .*\n/,
      '',
      `missing-answer-below: “secret” is missing under “oidcConfiguration”. → Add it, with the Client secret. ${find}`,
    ],
    [
      'server',
      /(?<=secret:) .*/,
      '',
      `empty-answer: “secret” has no value. → Enter the Client secret. ${find}`,
    ],
    [
      'secret',
      / +openmetadata-oidc-client-id: .*\n/,
      '',
      'missing-answer-below: “openmetadata-oidc-client-id” is missing under “stringData”. → Add it, with the Client ID. In the Auth0 dashboard: Applications, Applications, your application, Settings, Basic Information, Client ID.',
    ],
    [
      'env',
      /(?<=AUTHORIZER_ADMIN_PRINCIPALS=).*/,
      '<admins>',
      'placeholder: “AUTHORIZER_ADMIN_PRINCIPALS” still has a placeholder instead of a value. → Enter the Administrators. ',
    ],
    [
      'env',
      /(?<=AUTHORIZER_ADMIN_PRINCIPALS=).*/,
      'your-admins',
      'placeholder: “AUTHORIZER_ADMIN_PRINCIPALS” still has a placeholder instead of a value. → Enter the Administrators. ',
    ],
  ])('%s: %s', (file, from, to, expected) => {
    const [text] = changed(rightFile('auth0', file), from, to);
    expect(told(check('auth0', text))).toEqual([expect.stringContaining(expected)]);
  });

  it('also where it is a part of other values', () => {
    const text = rightFile('auth0', 'env', 'public')
      .replace(/(AUTHENTICATION_AUTHORITY=).*/, '$1auth0')
      .replace(
        /(AUTHENTICATION_PUBLIC_KEYS=).*/,
        '$1["https://metadata.example.com/api/v1/system/config/jwks"]',
      );
    expect(told(check('auth0', text))).toEqual([
      '14 invalid-value: The value of “AUTHENTICATION_PUBLIC_KEYS” is not right. → A value for Auth0 domain (https://…/.well-known/jwks.json) is missing.',
      '15 invalid-value: The value of “AUTHENTICATION_AUTHORITY” is not right. → A value for Auth0 domain (https://…) is missing.',
    ]);
  });

  it('with what is around it', () => {
    const [text] = rightFile('auth0', 'server').split('  publicKeyUrls:');
    expect(told(check('auth0', text ?? ''))).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          '“callbackUrl” is missing under “authenticationConfiguration”. → Add it, with the Address of OpenMetadata (…/callback). The address bar of OpenMetadata, ',
        ),
        expect.stringMatching(
          /“publicKeyUrls” .* → Add it, with the Auth0 domain, Address of OpenMetadata \(https:\/\/…\/.well-known\/jwks.json, …\/api\/v1\/system\/config\/jwks\)\.$/,
        ),
      ]),
    );
  });

  it('or left out, in a block', () => {
    const text = rightFile('auth0', 'server').replace(/ {2}oidcConfiguration:\n(?: {4}.*\n)+/, '');
    expect(told(check('auth0', text))).toEqual([
      expect.stringMatching(
        /^9 missing-below: “oidcConfiguration” is missing .* → Add: oidcConfiguration: \{id: Zk\w+, type: auth0, .*, serverUrl: \S+, …\}$/,
      ),
    ]);
  });
});

describe('no line to write has a placeholder', () => {
  const placeholders = [
    ...new Set(flows.flatMap(({flow}) => flow.fields.map(({placeholder}) => placeholder))),
  ];
  // Its addresses are made of two answers.
  const files = ['env', 'server', 'values', 'secret'].flatMap((file) =>
    (file === 'secret' ? ['confidential'] : ['public', 'confidential']).map(
      (type) => [file, type] as const,
    ),
  );

  it.each(files)('%s, %s', (file, type) => {
    const lines = rightFile('keycloak', file, type).split('\n');
    const damaged = lines.flatMap((line, at) => [
      lines.toSpliced(at, 1),
      lines.toSpliced(at, 1, line.replace(/([:=]).*/, '$1')),
      lines.toSpliced(at, 1, line.replace(/([:=] ?).*/, '$1wrong')),
      // Nothing of what is above is known.
      lines.map((each, index) => (index < at ? each.replace(/([:=] ?).+/, '$1wrong') : each)),
    ]);
    for (const text of damaged.map((each) => each.join('\n'))) {
      for (const {message, remedy} of check('keycloak', text).findings) {
        expect(placeholders.filter((each) => `${message} ${remedy}`.includes(each))).toEqual([]);
      }
    }
  });
});
