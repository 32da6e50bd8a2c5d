// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import dotenv from 'dotenv';
import jsYaml from 'js-yaml';
import {describe, expect, it} from 'vitest';
import {parseDocument} from 'yaml';
import {flowPaths, readFlow} from '../../src/disk/flow-files.js';
import {type Answers, type CompiledFlow, evaluate, type OutputFile} from '../../src/flow/index.js';
import {readCompose} from './compose.js';
import {inCI, pythonDotenv, pyYaml} from './support.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const flows = [...flowPaths(path.join(root, 'content/flows')).values()].map(readFlow);
const flowOf = (id: string): CompiledFlow => {
  const found = flows.find((each) => each.id === id);
  if (!found) throw new Error(`No flow ${id}`);
  return found.flow;
};

interface Data {
  readonly [key: string]: unknown;
}

/** What a provider's addresses must come to, for the answers below. */
const providers = {
  auth0: {
    answers: {domain: 'acme.eu.auth0.com'},
    provider: 'auth0',
    name: 'Auth0',
    authority: 'https://acme.eu.auth0.com',
    keys: 'https://acme.eu.auth0.com/.well-known/jwks.json',
    discovery: 'https://acme.eu.auth0.com/.well-known/openid-configuration',
    tenant: '',
  },
  okta: {
    answers: {issuer: 'https://acme.okta.com/oauth2/default'},
    provider: 'okta',
    name: 'Okta',
    authority: 'https://acme.okta.com/oauth2/default',
    keys: 'https://acme.okta.com/oauth2/default/v1/keys',
    discovery: 'https://acme.okta.com/oauth2/default/.well-known/openid-configuration',
    tenant: '',
  },
  azure: {
    answers: {tenantId: '00000000-1111-2222-3333-444444444444'},
    provider: 'azure',
    name: 'Azure',
    authority: 'https://login.microsoftonline.com/00000000-1111-2222-3333-444444444444',
    keys: 'https://login.microsoftonline.com/common/discovery/keys',
    discovery:
      'https://login.microsoftonline.com/00000000-1111-2222-3333-444444444444/v2.0/.well-known/openid-configuration',
    tenant: '00000000-1111-2222-3333-444444444444',
  },
  google: {
    answers: {},
    provider: 'google',
    name: 'Google',
    authority: 'https://accounts.google.com',
    keys: 'https://www.googleapis.com/oauth2/v3/certs',
    discovery: 'https://accounts.google.com/.well-known/openid-configuration',
    tenant: '',
  },
  keycloak: {
    answers: {keycloakUrl: 'https://id.example.com:8443/auth', realm: '0123'},
    provider: 'custom-oidc',
    name: 'Keycloak',
    authority: 'https://id.example.com:8443/auth/realms/0123',
    keys: 'https://id.example.com:8443/auth/realms/0123/protocol/openid-connect/certs',
    discovery: 'https://id.example.com:8443/auth/realms/0123/.well-known/openid-configuration',
    tenant: '',
  },
} as const;

const serverUrl = 'https://metadata.example.com';
const jwks = `${serverUrl}/api/v1/system/config/jwks`;

/** Client ID, secret and administrators that are entered: ordinary ones, and what breaks configurations. */
const entries = [
  {
    name: 'ordinary',
    clientId: 'k3Jd9',
    clientSecret: 'vX3-Jk9_sPq7.Lm2~Zt5',
    admins: ['admin', 'jane.doe'],
  },
  {name: 'words', clientId: 'yes', clientSecret: 'null', admins: ['no', '~', 'on']},
  {name: 'numbers', clientId: '00123', clientSecret: '1e3', admins: ['007', '12:30:45', '0x1F']},
  {name: 'quotes', clientId: `it's`, clientSecret: `'"`, admins: [`o'neil`, '"x"', '`y`']},
  {
    name: 'everything',
    clientId: 'a: b #c',
    clientSecret: `p'w"d$HOME\\n\\\\#x: y`,
    admins: ['$a', '#b', '\\', '[c]'],
  },
  {
    name: 'indicators',
    clientId: '- x',
    clientSecret: '{a: [b]}',
    admins: ['&a', '*a', '!a', '|', '>', '%'],
  },
  {name: 'backslashes', clientId: 'C:\\new\\', clientSecret: '\\\\', admins: ['a\\']},
  {name: 'Unicode', clientId: 'ключ', clientSecret: '🎉\u00a0 пароль', admins: ['josé', '🎉']},
  {name: 'dollars', clientId: '$$', clientSecret: '$(id)', admins: ['$', '%24']},
] as const;

function answersOf(
  id: keyof typeof providers,
  clientType: string,
  deployment: string,
  entry: (typeof entries)[number],
): Answers {
  return {
    choices: {clientType, deployment},
    values: {
      ...providers[id].answers,
      clientId: entry.clientId,
      serverUrl,
      admins: entry.admins,
      principalDomain: 'example.com',
      selfSignup: false,
    },
    // Present for public clients too, as if the reader had switched: it must not come out.
    secrets: {clientSecret: entry.clientSecret},
  };
}

it.each([
  ['auth0', 'clientId', 'abc '],
  ['okta', 'clientId', ' abc'],
  ['google', 'clientSecret', 'abc\u00a0'],
  ['azure', 'clientSecret', ' a b '],
  ['keycloak', 'realm', 'main '],
  ['jwt-keys', 'issuer', ' a.example.com'],
  ['jwt-keys', 'keyFolder', '/etc/keys '],
])('%s: a space that was copied with %s is refused: %j', (id, field, value) => {
  const {problems, complete} = evaluate(flowOf(id), {
    choices: {clientType: 'confidential'},
    values: {[field]: value},
    secrets: {[field]: value},
  });
  expect(problems.find((each) => each.field === field)?.id).toBe('outerSpace');
  expect(complete).toBe(false);
});

/** Reads YAML with a parser that refuses duplicate keys, and makes sure that the others agree. */
function readYaml(text: string): Data {
  const document = parseDocument(text, {uniqueKeys: true});
  expect(document.errors).toEqual([]);
  const data = jsYaml.load(text) as Data;
  expect(document.toJS()).toEqual(data);
  expect(parseDocument(text, {version: '1.1'}).toJS()).toEqual(data);
  return data;
}

/** Reads an env file with npm's parser, after making sure that Compose's agrees and no key is there twice. */
function readEnv(text: string): Data {
  const values = dotenv.parse(text);
  expect(readCompose(text)).toEqual(values);
  expect(text.match(/^\w+=/gm)).toHaveLength(Object.keys(values).length);
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, jsYaml.load(value)]),
  );
}

function file(files: readonly OutputFile[], id: string): string {
  const found = files.find((each) => each.id === id);
  if (!found) throw new Error(`No file ${id}`);
  return found.text;
}

const shared = path.join(root, '../shared/openmetadata');
const schemaOf = (name: string) => {
  const schema = path.join(shared, name);
  if (!existsSync(schema)) return undefined;
  return new Ajv({strict: false, validateFormats: false}).compile(
    JSON.parse(readFileSync(schema, 'utf8')) as object,
  );
};
const serverSchema = schemaOf('server.schema.json');
const valuesSchema = schemaOf('helm-values.schema.json');

const cells = Object.keys(providers).flatMap((id) =>
  ['confidential', 'public'].flatMap((clientType) =>
    ['docker', 'bare-metal', 'kubernetes'].map((deployment) => ({id, clientType, deployment})),
  ),
) as {id: keyof typeof providers; clientType: string; deployment: string}[];

it('ships flows without a problem', () => {
  expect(flows.map(({id, problems}) => [id, problems])).toEqual(
    ['auth0', 'azure', 'google', 'jwt-keys', 'keycloak', 'okta'].map((id) => [id, []]),
  );
});

describe.each(cells)('$id, $clientType, $deployment', ({id, clientType, deployment}) => {
  const confidential = clientType === 'confidential';
  const {provider, name, authority, keys, discovery, tenant} = providers[id];

  it.each(entries)('holds every key, with $name', (entry) => {
    const {files, problems, complete} = evaluate(
      flowOf(id),
      answersOf(id, clientType, deployment, entry),
    );
    expect(problems).toEqual([]);
    expect(complete).toBe(true);
    for (const {text} of files) {
      if (!confidential) expect(text).not.toContain('OIDC_CLIENT');
      expect(text).not.toMatch(/<[a-z-]+>/);
    }

    if (deployment === 'docker') {
      const env = {
        AUTHORIZER_CLASS_NAME: 'org.openmetadata.service.security.DefaultAuthorizer',
        AUTHORIZER_REQUEST_FILTER: 'org.openmetadata.service.security.JwtFilter',
        AUTHORIZER_ADMIN_PRINCIPALS: entry.admins,
        AUTHORIZER_PRINCIPAL_DOMAIN: 'example.com',
        AUTHENTICATION_PROVIDER: provider,
        AUTHENTICATION_PUBLIC_KEYS: [keys, jwks],
        AUTHENTICATION_AUTHORITY: authority,
        AUTHENTICATION_CLIENT_ID: entry.clientId,
        AUTHENTICATION_CALLBACK_URL: `${serverUrl}/callback`,
        AUTHENTICATION_CLIENT_TYPE: clientType,
        AUTHENTICATION_ENABLE_SELF_SIGNUP: false,
        ...(id === 'keycloak' && {CUSTOM_OIDC_AUTHENTICATION_PROVIDER_NAME: 'Keycloak'}),
        ...(confidential && {
          OIDC_CLIENT_ID: entry.clientId,
          OIDC_TYPE: expect.any(String),
          OIDC_CLIENT_SECRET: entry.clientSecret,
          OIDC_DISCOVERY_URI: discovery,
          OIDC_CALLBACK: `${serverUrl}/callback`,
          OIDC_SERVER_URL: serverUrl,
          OIDC_CLIENT_AUTH_METHOD: 'client_secret_post',
          OIDC_SCOPE: expect.stringMatching(
            id === 'azure' ? /^openid .*offline_access/ : /^openid /,
          ),
        }),
        ...(confidential && id === 'azure' && {OIDC_TENANT: tenant}),
      };
      expect(files.map((each) => each.id)).toEqual(['env']);
      const found = readEnv(file(files, 'env'));
      expect(found).toMatchObject(env);
      if (!confidential)
        expect(Object.keys(found).filter((key) => key.startsWith('OIDC_'))).toEqual([]);
    }

    if (deployment === 'bare-metal') {
      expect(files.map((each) => each.id)).toEqual(['server']);
      const server = readYaml(file(files, 'server'));
      if (serverSchema) expect([serverSchema(server), serverSchema.errors]).toEqual([true, null]);
      expect(server).toMatchObject({
        authorizerConfiguration: {
          className: 'org.openmetadata.service.security.DefaultAuthorizer',
          containerRequestFilter: 'org.openmetadata.service.security.JwtFilter',
          adminPrincipals: entry.admins,
          principalDomain: 'example.com',
          enforcePrincipalDomain: false,
          enableSecureSocketConnection: false,
        },
        authenticationConfiguration: {
          clientType,
          provider,
          providerName: name,
          responseType: confidential ? 'code' : 'id_token',
          publicKeyUrls: [keys, jwks],
          authority,
          clientId: entry.clientId,
          callbackUrl: `${serverUrl}/callback`,
          jwtPrincipalClaims: ['email', 'preferred_username', 'sub'],
          enableSelfSignup: false,
          ...(confidential && {
            oidcConfiguration: {
              id: entry.clientId,
              type: expect.any(String),
              secret: entry.clientSecret,
              discoveryUri: discovery,
              tenant,
              callbackUrl: `${serverUrl}/callback`,
              serverUrl,
              clientAuthenticationMethod: 'client_secret_post',
            },
          }),
        },
      });
      const authentication = server.authenticationConfiguration as Data;
      expect('oidcConfiguration' in authentication).toBe(confidential);
    }

    if (deployment === 'kubernetes') {
      // In the order in which they are applied.
      expect(files.map((each) => each.id)).toEqual(
        confidential ? ['secret', 'values'] : ['values'],
      );
      const values = readYaml(file(files, 'values'));
      if (valuesSchema) expect([valuesSchema(values), valuesSchema.errors]).toEqual([true, null]);
      const {config} = values.openmetadata as {config: {authorizer: Data; authentication: Data}};
      expect(config).toMatchObject({
        authorizer: {
          className: 'org.openmetadata.service.security.DefaultAuthorizer',
          containerRequestFilter: 'org.openmetadata.service.security.JwtFilter',
          initialAdmins: entry.admins,
          principalDomain: 'example.com',
        },
        authentication: {
          clientType,
          provider,
          publicKeys: [keys, jwks],
          authority,
          clientId: entry.clientId,
          callbackUrl: `${serverUrl}/callback`,
          enableSelfSignup: false,
          ...(confidential && {
            oidcConfiguration: {
              enabled: true,
              oidcType: expect.any(String),
              clientId: {secretRef: 'oidc-secrets', secretKey: 'openmetadata-oidc-client-id'},
              clientSecret: {
                secretRef: 'oidc-secrets',
                secretKey: 'openmetadata-oidc-client-secret',
              },
              discoveryUri: discovery,
              callbackUrl: `${serverUrl}/callback`,
              serverUrl,
              clientAuthenticationMethod: 'client_secret_post',
              ...(id === 'azure' && {tenant}),
            },
          }),
        },
      });
      expect('oidcConfiguration' in config.authentication).toBe(confidential);
      if (!confidential) return;
      const secret = readYaml(file(files, 'secret')) as {metadata: Data; stringData: Data};
      expect(secret).toMatchObject({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {name: 'oidc-secrets'},
      });
      const twice = Object.entries(secret.stringData).map(([key, value]) => [
        key,
        jsYaml.load(String(value)),
      ]);
      expect(Object.fromEntries(twice)).toEqual({
        'openmetadata-oidc-client-id': entry.clientId,
        'openmetadata-oidc-client-secret': entry.clientSecret,
      });
    }
  });

  it('has no secret where the client is public', () => {
    const entry = {...entries[0], clientSecret: 'sentinel'} as unknown as (typeof entries)[number];
    const evaluation = evaluate(flowOf(id), answersOf(id, clientType, deployment, entry));
    const {fields, files} = evaluation;
    expect(fields.some(({field}) => field.id === 'clientSecret')).toBe(confidential);
    if (!confidential) expect(JSON.stringify(evaluation)).not.toContain('sentinel');
    for (const each of files) expect(each.withoutSecrets).not.toContain('sentinel');
  });

  it.each(['a${b}', 'a\nb', 'a\rb', 'a\0b', 'a\u2028b', 'a\ud800'])(
    'refuses %j with the reason',
    (clientId) => {
      const entry = {...entries[0], clientId} as unknown as (typeof entries)[number];
      const {problems, complete, files} = evaluate(
        flowOf(id),
        answersOf(id, clientType, deployment, entry),
      );
      expect(complete).toBe(false);
      expect(problems.map(({field, kind}) => [field, kind])).toEqual([['clientId', 'invalid']]);
      expect(problems[0]?.message).toMatch(/OpenMetadata would take|one line|control character/);
      for (const {text} of files) expect(text).not.toContain(clientId);
    },
  );
});

/** All texts of one kind at once, for a parser in another process. */
function texts(id: string): string[] {
  return cells.flatMap((cell) =>
    entries.flatMap((entry) =>
      evaluate(flowOf(cell.id), answersOf(cell.id, cell.clientType, cell.deployment, entry))
        .files.filter((each) => each.id === id)
        .map(({text}) => text),
    ),
  );
}

it.runIf(pythonDotenv ?? inCI)('makes env files that python-dotenv reads like npm does', () => {
  const all = texts('env');
  expect(pythonDotenv?.(all)).toEqual(all.map((text) => dotenv.parse(text)));
});

it.runIf(pyYaml ?? inCI).each(['server', 'values', 'secret'])(
  'makes %s files that PyYAML reads like js-yaml does',
  (id) => {
    const all = texts(id);
    expect(pyYaml?.(all)).toEqual(all.map((text) => jsYaml.load(text)));
  },
);

describe('jwt-keys', () => {
  const flow = flowOf('jwt-keys');
  const keyId = '12345678-1234-1234-1234-123456789012';
  const rsa = (folder: string) => [`${folder}/public_key.der`, `${folder}/private_key.der`];

  describe.each([
    {issuer: 'metadata.example.com', keyFolder: '/etc/openmetadata/jwtkeys'},
    {issuer: 'yes', keyFolder: '/it\'s "here" $HOME #1'},
    {issuer: '00123', keyFolder: '/a\\b\\\\c'},
    {issuer: `'"$\\#`, keyFolder: '/🎉 keys'},
  ])('with $issuer in $keyFolder', ({issuer, keyFolder}) => {
    const made = (deployment: string) => {
      const {problems, files} = evaluate(flow, {
        choices: {deployment},
        values: {issuer, keyId, keyFolder},
      });
      expect(problems).toEqual([]);
      expect(files).toHaveLength(1);
      return files;
    };
    const [publicKey, privateKey] = rsa(keyFolder);

    it('makes an env file', () => {
      expect(readEnv(file(made('docker'), 'env'))).toEqual({
        RSA_PUBLIC_KEY_FILE_PATH: publicKey,
        RSA_PRIVATE_KEY_FILE_PATH: privateKey,
        JWT_ISSUER: issuer,
        JWT_KEY_ID: keyId,
      });
    });

    it('makes the block of the server', () => {
      expect(readYaml(file(made('bare-metal'), 'server'))).toEqual({
        jwtTokenConfiguration: {
          rsapublicKeyFilePath: publicKey,
          rsaprivateKeyFilePath: privateKey,
          jwtissuer: issuer,
          keyId,
        },
      });
    });

    it('makes values that mount the keys', () => {
      const values = readYaml(file(made('kubernetes'), 'values'));
      if (valuesSchema) expect([valuesSchema(values), valuesSchema.errors]).toEqual([true, null]);
      expect(values).toEqual({
        openmetadata: {
          config: {
            jwtTokenConfiguration: {
              enabled: true,
              rsapublicKeyFilePath: publicKey,
              rsaprivateKeyFilePath: privateKey,
              jwtissuer: issuer,
              keyId,
            },
          },
        },
        extraVolumes: [{name: 'jwt-keys', secret: {secretName: 'openmetadata-jwt-keys'}}],
        extraVolumeMounts: [{name: 'jwt-keys', mountPath: keyFolder, readOnly: true}],
      });
    });
  });
});
