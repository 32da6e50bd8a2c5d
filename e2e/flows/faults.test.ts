// biome-ignore-all lint/suspicious/noTemplateCurlyInString: env files refer to variables like that.
/** Faults that nobody has reported yet, each put into a file that is right otherwise. */
import {describe, expect, it} from 'vitest';
import {changed, check, rightFile, secret, told} from './support.js';

type Case = readonly [
  name: string,
  flow: string,
  file: string,
  clientType: string,
  from: string | RegExp,
  to: string,
  told: string,
];

const cases: readonly Case[] = [
  [
    'a public client with a secret, env',
    'auth0',
    'env',
    'public',
    /$/,
    'OIDC_CLIENT_SECRET=abc\n',
    'other-choice: “OIDC_CLIENT_SECRET” is for “Regular Web Application” (confidential) only, and this file says public. → Remove it, or set AUTHENTICATION_CLIENT_TYPE to confidential.',
  ],
  [
    'a public client with oidcConfiguration',
    'okta',
    'server',
    'public',
    /$/,
    '  oidcConfiguration:\n    id: abc\n    secret: def\n',
    'other-choice: “oidcConfiguration” is for “Web Application” (confidential) only, and this file says public. → Remove it, or set clientType to confidential.',
  ],
  [
    'a confidential client called public',
    'google',
    'values',
    'confidential',
    'clientType: confidential',
    'clientType: private',
    'unknown-option: The value of “clientType” does not fit. It is one of: confidential, public. → Write: clientType: confidential',
  ],
  [
    'enabled: false',
    'auth0',
    'values',
    'confidential',
    'enabled: true',
    'enabled: false',
    'wrong-value: The value of “enabled” does not fit. Without this line the chart ignores the rest of the block. → Write: enabled: true',
  ],
  [
    'enabled as a text',
    'auth0',
    'values',
    'confidential',
    'enabled: true',
    'enabled: "true"',
    'needs-no-quotes: With quotes the value of “enabled” is a text. → Remove the quotes.',
  ],
  [
    'yes for true',
    'auth0',
    'server',
    'public',
    'enableSelfSignup: true',
    'enableSelfSignup: yes',
    'needs-boolean: “enableSelfSignup” must be true or false. → Write true or false, without quotes.',
  ],
  [
    'a number with a unit',
    'auth0',
    'server',
    'confidential',
    /$/,
    '    sessionExpiry: 7d\n',
    'needs-number: “sessionExpiry” must be a whole number. → Write a whole number, without quotes and units.',
  ],
  [
    'too small a number',
    'auth0',
    'env',
    'confidential',
    /$/,
    'OIDC_SESSION_EXPIRY=60\n',
    'too-small: “OIDC_SESSION_EXPIRY” must be at least 3600. → Write 3600 or more.',
  ],
  [
    'a callback on another host',
    'auth0',
    'env',
    'confidential',
    'OIDC_CALLBACK=https://metadata.example.com/callback',
    'OIDC_CALLBACK=https://data.example.com/callback',
    'other-host: “OIDC_CALLBACK” is on another host than line 30 says, where Address of OpenMetadata is “https://metadata.example.com”. → Write: OIDC_CALLBACK=https://metadata.example.com/callback. Or correct line 30.',
  ],
  [
    'a callback with another path',
    'auth0',
    'server',
    'public',
    'https://metadata.example.com/callback',
    'https://metadata.example.com/signin',
    'wrong-value: The value of “callbackUrl” does not fit. → Write: callbackUrl: https://metadata.example.com/callback',
  ],
  [
    'no key list of the server',
    'auth0',
    'env',
    'public',
    ', "https://metadata.example.com/api/v1/system/config/jwks"',
    '',
    "missing-item: “AUTHENTICATION_PUBLIC_KEYS” lacks https://metadata.example.com/api/v1/system/config/jwks. The second address is the server's own: without it the tokens of the bots are refused. → Add https://metadata.example.com/api/v1/system/config/jwks to the list.",
  ],
  [
    'the key list of another server',
    'keycloak',
    'values',
    'confidential',
    'https://metadata.example.com/api/v1/system/config/jwks',
    'http://openmetadata:8585/api/v1/system/config/jwks',
    'other-host: “publicKeys” is on another host than line 37 says, where Address of OpenMetadata is “https://metadata.example.com”. → Write: https://metadata.example.com/api/v1/system/config/jwks. Or correct line 37.',
  ],
  [
    'one text for a list',
    'auth0',
    'env',
    'public',
    /AUTHORIZER_ADMIN_PRINCIPALS=.*/,
    'AUTHORIZER_ADMIN_PRINCIPALS=admin,jane',
    'needs-list: “AUTHORIZER_ADMIN_PRINCIPALS” must be a list in brackets, also for one item. → Write: AUTHORIZER_ADMIN_PRINCIPALS=["admin", "jane"]',
  ],
  ...['"ab$cd"', 'ab$cd', 'ab$cd # x'].map(
    (value): Case => [
      `a variable in ${value}`,
      'auth0',
      'env',
      'confidential',
      /OIDC_CLIENT_SECRET=.*/,
      `OIDC_CLIENT_SECRET=${value}`,
      'dollar: Tools that read env files take the $ in “OIDC_CLIENT_SECRET” for the start of a variable and replace it. → Put the value in single quotes.',
    ],
  ),
  [
    'a variable beside a quote',
    'auth0',
    'env',
    'confidential',
    /OIDC_CLIENT_SECRET=.*/,
    `OIDC_CLIENT_SECRET="a'b$cd"`,
    'dollar-and-quote: Tools that read env files take the $ in “OIDC_CLIENT_SECRET” for the start of a variable and replace it. → Write $$ in place of $.',
  ],
  [
    'two variables on a line',
    'auth0',
    'env',
    'confidential',
    '\nAUTHENTICATION_CALLBACK_URL=',
    ' AUTHENTICATION_CALLBACK_URL=',
    'merged-lines: “AUTHENTICATION_CALLBACK_URL” stands in the value of another key. → Start a new line before AUTHENTICATION_CALLBACK_URL.',
  ],
  [
    'an unclosed list',
    'auth0',
    'env',
    'public',
    /AUTHORIZER_ADMIN_PRINCIPALS=.*/,
    'AUTHORIZER_ADMIN_PRINCIPALS=[admin, jane',
    'value-syntax: “AUTHORIZER_ADMIN_PRINCIPALS” is read once more, as yaml, and this is none: ',
  ],
  [
    'a misspelt key',
    'auth0',
    'env',
    'public',
    'AUTHENTICATION_CLIENT_ID',
    'AUTHENTICATION_CLIENTID',
    'misspelt-key: There is no key “AUTHENTICATION_CLIENTID” here. → Write it like this: AUTHENTICATION_CLIENT_ID',
  ],
  [
    "the chart's name for a key of the server",
    'auth0',
    'server',
    'public',
    'publicKeyUrls',
    'publicKeys',
    'misspelt-key: There is no key “publicKeys” here. → Write it like this: publicKeyUrls',
  ],
  ...(
    [
      ['values', /initialAdmins/, 'adminPrincipals', 'initialAdmins'],
      ['server', /adminPrincipals/, 'initialAdmins', 'adminPrincipals'],
      ['server', /(?<= {4})id:/, 'clientId:', 'id'],
      ['server', /(?<= {4})secret:/, 'clientSecret:', 'secret'],
      ['server', /(?<= {4})type:/, 'oidcType:', 'type'],
    ] as const
  ).map(
    ([file, from, to, right]): Case => [
      `the name of another file for ${right}, ${file}`,
      'auth0',
      file,
      'confidential',
      from,
      to,
      `misspelt-key: There is no key “${to.replace(':', '')}” here. → Write it like this: ${right}`,
    ],
  ),
  [
    'a value for a reference',
    'auth0',
    'values',
    'confidential',
    /clientSecret:\n.*\n.*/,
    'clientSecret: abc',
    'needs-block: “clientSecret” must be a block with keys of its own. → Write: clientSecret: {secretRef: oidc-secrets, secretKey: openmetadata-oidc-client-secret}',
  ],
  [
    'no tenant with Azure',
    'azure',
    'server',
    'confidential',
    /tenant: .*/,
    'tenant: ""',
    'empty-value: “tenant” has no value. Required by the server; empty for all providers but Azure. → Write: tenant: 7f3c1d52-4b8e-4c0a-9d26-51e8a0b7c943',
  ],
  [
    'no scope for refresh tokens with Azure',
    'azure',
    'values',
    'confidential',
    / offline_access/,
    '',
    'invalid-value: The value of “scope” is not right. → Name the scopes openid, without which nobody can sign in, and offline_access, without which there is no refresh token.',
  ],
  [
    'no key list of the provider',
    'auth0',
    'server',
    'public',
    /- .*jwks.json\n {4}/,
    '',
    'missing-item: “publicKeyUrls” lacks https://acme.eu.auth0.com/.well-known/jwks.json. → Add',
  ],
  [
    "a key of the server's in the chart",
    'auth0',
    'values',
    'public',
    /^ {6}clientType/m,
    '      providerName: Auth0\n      clientType',
    'unknown-key: There is no key “providerName” here. → Remove it, or look its name up.',
  ],
  [
    'the whole address for the domain',
    'auth0',
    'env',
    'public',
    /AUTHENTICATION_AUTHORITY=.*/,
    'AUTHENTICATION_AUTHORITY=https://https://acme.eu.auth0.com',
    'Write: AUTHENTICATION_AUTHORITY=https://acme.eu.auth0.com',
  ],
  [
    'a slash at the end',
    'okta',
    'server',
    'public',
    'authority: https://acme.okta.com/oauth2/default',
    'authority: https://acme.okta.com/oauth2/default/',
    'trailing-slash: “authority” ends in a slash that does not belong to the address. → Remove the slash at the end.',
  ],
  [
    'a placeholder',
    'keycloak',
    'env',
    'public',
    /AUTHENTICATION_CLIENT_ID=.*/,
    'AUTHENTICATION_CLIENT_ID="{your client id}"',
    'placeholder: “AUTHENTICATION_CLIENT_ID” still has a placeholder instead of a value. → Enter the Client ID. ',
  ],
  [
    'a number for a text',
    'keycloak',
    'server',
    'public',
    /clientId: .*/,
    'clientId: 00123',
    'needs-quotes: Without quotes the value of “clientId” is no text. → Put the value in double quotes.',
  ],
  [
    'e-mail addresses for administrators',
    'google',
    'env',
    'public',
    /AUTHORIZER_ADMIN_PRINCIPALS=.*/,
    'AUTHORIZER_ADMIN_PRINCIPALS=["jane@example.com"]',
    'invalid-value: The value of “AUTHORIZER_ADMIN_PRINCIPALS” is not right. → Enter the part of each e-mail address before the @: jane for jane@example.com.',
  ],
  [
    'two client IDs',
    'google',
    'env',
    'confidential',
    /OIDC_CLIENT_ID=.*/,
    'OIDC_CLIENT_ID=another',
    'contradiction: The value of “OIDC_CLIENT_ID” contradicts line 16, where Client ID is “381904756213-h7k2m9q4w1x8z5c3v6b0n.apps.googleusercontent.com”. → Write: OIDC_CLIENT_ID=',
  ],
  [
    'the client ID for the secret',
    'okta',
    'env',
    'confidential',
    /OIDC_CLIENT_SECRET=.*/,
    'OIDC_CLIENT_SECRET=0oa4xy7kpq2mN8rT5d7',
    'conflict: This is the client ID. The client secret is another value, and is often shown only once. → Correct “OIDC_CLIENT_SECRET”.',
  ],
  [
    'another provider',
    'auth0',
    'server',
    'public',
    'provider: auth0',
    'provider: okta',
    'wrong-value: The value of “provider” does not fit. → Write: provider: auth0',
  ],
  [
    'no value',
    'auth0',
    'server',
    'confidential',
    /secret: .*/,
    'secret:',
    'empty-answer: “secret” has no value. → Enter the Client secret. In the Auth0 dashboard: ',
  ],
  [
    'a tab',
    'auth0',
    'server',
    'public',
    '  provider:',
    '\tprovider:',
    'indent-character: The line is indented with a tab or a non-breaking space, which YAML does not allow. → Indent with ordinary spaces, here and below.',
  ],
  [
    'words in an env file',
    'auth0',
    'env',
    'public',
    '# Signing in',
    'Signing in',
    'env-line: This is neither KEY=value nor a comment. → Write KEY=value on one line, or start the line with #.',
  ],
  [
    'a key twice in an env file',
    'auth0',
    'env',
    'public',
    /^AUTHENTICATION_AUTHORITY/m,
    'AUTHENTICATION_PROVIDER=auth0\nAUTHENTICATION_AUTHORITY',
    'duplicate-key: “AUTHENTICATION_PROVIDER” is already in line 10. → Keep one of the two lines.',
  ],
  [
    'a key ID that is none',
    'jwt-keys',
    'env',
    '',
    /JWT_KEY_ID=.*/,
    'JWT_KEY_ID=1234',
    'invalid-value: The value of “JWT_KEY_ID” is not right. → Enter a UUID',
  ],
  [
    'no signing key',
    'jwt-keys',
    'server',
    '',
    / {2}rsaprivateKeyFilePath: .*\n/,
    '',
    'missing-below: “rsaprivateKeyFilePath” is missing under “jwtTokenConfiguration”. → Add: rsaprivateKeyFilePath: ',
  ],
  [
    'a Secret without one of its keys',
    'auth0',
    'secret',
    'confidential',
    / {2}openmetadata-oidc-client-id: .*\n/,
    '',
    'missing-answer-below: “openmetadata-oidc-client-id” is missing under “stringData”. → Add it, with the Client ID. In the Auth0 dashboard: ',
  ],
  [
    'a second document, server',
    'auth0',
    'server',
    'confidential',
    'authenticationConfiguration:',
    '---\nauthenticationConfiguration:',
    'syntax: This cannot be read: Here a second document begins, and only the first one counts. → Correct this line.',
  ],
  [
    'a second document, a Secret',
    'auth0',
    'secret',
    'confidential',
    'stringData:',
    '...\n---\nstringData:',
    'syntax: This cannot be read: Here a second document begins, and only the first one counts. → Correct this line.',
  ],
  [
    'a byte order mark in the middle, as of a file that was appended',
    'auth0',
    'env',
    'confidential',
    'AUTHENTICATION_PROVIDER=',
    '\ufeffAUTHENTICATION_PROVIDER=',
    'env-line: This is neither KEY=value nor a comment. → Write KEY=value on one line, or start the line with #.',
  ],
];

describe('a public client with what is for confidential ones', () => {
  it.each([
    [
      'env',
      'OIDC_CALLBACK=http://localhost:8585/callback\nOIDC_SERVER_URL=http://localhost:8585\nOIDC_CLIENT_SECRET=\n',
    ],
    [
      'server',
      '  oidcConfiguration:\n    id: ${OIDC_CLIENT_ID:-""}\n    type: google\n    secret: ${OIDC_CLIENT_SECRET:-""}\n    serverUrl: http://localhost:8585\n',
    ],
  ])('may keep it as long as there is no secret: %s', (file, more) => {
    const {findings} = check('auth0', rightFile('auth0', file, 'public') + more);
    expect(findings.map(({rule}) => rule)).toContain('other-choice');
    expect(findings.map(({level}) => level)).not.toContain('error');
  });
});

it("refuses the path of an organization's own Okta server", () => {
  const text = rightFile('okta', 'env', 'public').replaceAll('/oauth2/default', '/oauth2/v1');
  expect(told(check('okta', text))).toEqual([
    expect.stringMatching(
      /^\d+ invalid-value: The value of “AUTHENTICATION_AUTHORITY” is not right/,
    ),
  ]);
});

it('lets the keys for tokens lie anywhere', () => {
  for (const file of ['env', 'server', 'values']) {
    const text = rightFile('jwt-keys', file)
      .replace('/etc/openmetadata/jwtkeys/public_key.der', './conf/pub.der')
      .replace('/etc/openmetadata/jwtkeys/private_key.der', '/keys/private.der');
    expect(told(check('jwt-keys', text))).toEqual([]);
  }
});

describe('a file with one fault', () => {
  it.each(cases)('%s', (_, flow, file, clientType, from, to, expected) => {
    const [text, line] = changed(rightFile(flow, file, clientType || 'public'), from, to);
    const result = check(flow, text);
    const [first = '', ...more] = told(result);
    expect(first).toContain(expected);
    expect(more).toEqual([]);
    // What is missing has no line of its own.
    if (to !== '') expect(Math.abs(Number.parseInt(first, 10) - line)).toBeLessThan(2);
    expect(JSON.stringify([result.findings, result.lines])).not.toContain(secret);
  });
});
