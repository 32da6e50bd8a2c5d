// biome-ignore-all lint/suspicious/noTemplateCurlyInString: env files refer to variables like that.
/** The faults that OpenMetadata's hand-written examples had, each put into a file that is right otherwise. */
import {describe, expect, it} from 'vitest';
import type {CheckRule} from './engine.js';
import {changed, check, rightFile, secret, told} from './support.js';

interface Fault {
  readonly name: string;
  readonly flow: string;
  readonly file: string;
  readonly clientType?: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly rule: CheckRule;
  /** How many lines below the change the finding is. */
  readonly below?: number;
  /** What else follows from the fault. */
  readonly also?: readonly CheckRule[];
}

const discovery = 'https://acme.eu.auth0.com/.well-known/openid-configuration';
const azureDiscovery = /https:\/\/login\.microsoftonline\.com\/[^/]+\/v2\.0\/\.well-known/;

const faults: readonly Fault[] = [
  {
    name: 'an unclosed quote in an item of a list',
    flow: 'auth0',
    file: 'values',
    from: /- "?https:\/\/acme\.eu\.auth0\.com\/.well-known\/jwks\.json"?/,
    to: '- "https://acme.eu.auth0.com/.well-known/jwks.json',
    rule: 'unclosed-quote',
  },
  {
    name: 'no space after the colon of a key',
    flow: 'keycloak',
    file: 'values',
    from: /discoveryUri: "?([^"\n]*)"?/,
    to: 'discoveryUri:"https://keycloak.example.com/realms/acme/.well-known/openid-configuration"',
    rule: 'colon-space',
  },
  ...(['confidential', 'public'] as const).map(
    (clientType): Fault => ({
      name: `two closing quotes, ${clientType}`,
      flow: 'azure',
      file: 'server',
      clientType,
      from: /callbackUrl: .*/,
      to: 'callbackUrl: "https://metadata.example.com/callback""',
      rule: 'extra-quote',
    }),
  ),
  ...['okta', 'azure'].map(
    (flow): Fault => ({
      name: `a closing quote without an opening one, ${flow}`,
      flow,
      file: 'server',
      from: /serverUrl: .*/,
      to: 'serverUrl: https://metadata.example.com"',
      rule: 'stray-quote',
    }),
  ),
  {
    name: 'a key twice, the second deeper indented',
    flow: 'auth0',
    file: 'server',
    clientType: 'public',
    from: /^ {2}clientType: public/m,
    to: '  clientType: public\n      clientType: public',
    rule: 'duplicate-key',
    below: 1,
    also: ['indentation'],
  },
  ...['auth0', 'okta'].map(
    (flow): Fault => ({
      name: `no enabled: true, ${flow}`,
      flow,
      file: 'values',
      from: /oidcConfiguration:\n.*#.*\n.*enabled: true\n/,
      to: 'oidcConfiguration:\n',
      rule: 'missing-below',
    }),
  ),
  {
    name: 'a dotted key inside the block, without a value',
    flow: 'azure',
    file: 'values',
    from: 'enabled: true',
    to: 'oidcConfiguration.enabled:',
    rule: 'dotted-key',
  },
  ...['auth0', 'okta', 'azure'].map(
    (flow): Fault => ({
      name: `KEY: value among KEY=value, ${flow}`,
      flow,
      file: 'env',
      from: /AUTHENTICATION_PROVIDER=/,
      to: 'AUTHENTICATION_PROVIDER: ',
      rule: 'env-colon',
    }),
  ),
  ...['auth0', 'okta', 'azure'].map(
    (flow): Fault => ({
      name: `a variable that refers to itself, ${flow}`,
      flow,
      file: 'env',
      from: /OIDC_CALLBACK=.*/,
      to: 'OIDC_CALLBACK=${OIDC_CALLBACK:-"https://metadata.example.com/callback"}',
      rule: 'self-reference',
    }),
  ),
  {
    name: '// as a comment',
    flow: 'azure',
    file: 'env',
    from: '# Signing in',
    to: '// Signing in',
    rule: 'env-comment',
  },
  {
    name: 'the name of the key again in its value',
    flow: 'keycloak',
    file: 'env',
    from: /OIDC_SERVER_URL=.*/,
    to: 'OIDC_SERVER_URL="OIDC_SERVER_URL=https://metadata.example.com"',
    rule: 'repeated-key',
  },
  ...(['confidential', 'public'] as const).map(
    (clientType): Fault => ({
      name: `braces around an address, ${clientType}`,
      flow: 'keycloak',
      file: 'env',
      clientType,
      from: /AUTHENTICATION_AUTHORITY=.*/,
      to: 'AUTHENTICATION_AUTHORITY={https://keycloak.example.com/realms/acme}',
      rule: 'braces',
    }),
  ),
  ...(['env', 'server'] as const).map(
    (file): Fault => ({
      name: `discovery over plain HTTP, Auth0, ${file}`,
      flow: 'auth0',
      file,
      from: discovery,
      to: discovery.replace('https:', 'http:'),
      rule: 'plain-http',
    }),
  ),
  ...(['env', 'server'] as const).map(
    (file): Fault => ({
      name: `discovery over plain HTTP, Okta, ${file}`,
      flow: 'okta',
      file,
      from: 'https://acme.okta.com/oauth2/default/.well-known',
      to: 'http://acme.okta.com/oauth2/default/.well-known',
      rule: 'plain-http',
    }),
  ),
  ...(['env', 'values'] as const).flatMap((file): Fault[] => [
    {
      name: `a discovery address without the tenant, ${file}`,
      flow: 'azure',
      file,
      from: azureDiscovery,
      to: 'https://login.microsoftonline.com/v2.0/.well-known',
      rule: 'contradiction',
    },
    {
      name: `a discovery address with nothing for the tenant, ${file}`,
      flow: 'azure',
      file,
      from: azureDiscovery,
      to: 'https://login.microsoftonline.com//v2.0/.well-known',
      rule: 'contradiction',
    },
    {
      name: `an empty discovery address, ${file}`,
      flow: 'azure',
      file,
      from: new RegExp(`${azureDiscovery.source}/openid-configuration`),
      to: '""',
      rule: 'empty-value',
    },
  ]),
];

describe('what goes wrong when people copy from documentation', () => {
  it.each(faults)('$name', ({flow, file, clientType, from, to, rule, below = 0, also = []}) => {
    const [text, line] = changed(rightFile(flow, file, clientType), from, to);
    const result = check(flow, text);
    const found = result.findings.find((each) => each.rule === rule);
    expect(told(result)).toEqual([
      expect.stringMatching(new RegExp(`^${line + below} `)),
      ...also.map(() => expect.any(String)),
    ]);
    expect(found?.line).toBe(line + below);
    expect(found?.message).toMatch(/\S/);
    expect(found?.remedy).toMatch(/\S/);
    expect(JSON.stringify([result.findings, result.lines])).not.toContain(secret);
  });

  it.each(['auth0', 'okta', 'azure', 'google', 'keycloak'])('no tenant, %s', (flow) => {
    const [text] = changed(
      rightFile(flow, 'server'),
      /^ {4}# Required by.*\n {4}tenant: .*\n/m,
      '',
    );
    const line = text.slice(0, text.indexOf('oidcConfiguration')).split('\n').length;
    expect(told(check(flow, text))).toEqual([
      expect.stringMatching(
        `^${line} missing-below: “tenant” is missing under “oidcConfiguration”.* → Add: tenant: `,
      ),
    ]);
  });

  it('explains what follows from a missing “enabled”', () => {
    const text = rightFile('auth0', 'values').replace(/.*#.*\n.*enabled: true\n/, '');
    expect(told(check('auth0', text))).toEqual([
      expect.stringContaining(
        '“enabled” is missing under “oidcConfiguration”. Without this line the chart ignores the rest of the block. → Add: enabled: true',
      ),
    ]);
  });
});
