/**
 * Proof by signing in: for every provider, client type and deployment the flow engine writes the files, other parsers read them, and a
 * test user signs in at a real OpenID provider with what they say. What must not work is tried too, and must fail for its reason.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {decodeJwt, decodeProtectedHeader, type JWK, jwtVerify, SignJWT} from 'jose';
import {afterAll, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {checkFile} from '../../plugin/src/flow/existing/index.js';
import {readersOf, spellingsOf} from '../../plugin/src/flow/formats/index.js';
import type {CompiledFlow} from '../../plugin/src/flow/index.js';
import {
  addedSecret,
  type Deployment,
  deployments,
  readFiles,
  readMainFile,
  readOurFlow,
  type SignIn,
  writeFiles,
} from './files.js';
import {Loopback} from './loopback.js';
import {
  type Client,
  createKey,
  createProvider,
  keySetOf,
  openMetadata,
  type RunningProvider,
  type Shape,
  shapes,
  user,
} from './providers.js';
import {
  discoveryPath,
  fetchKeyList,
  fetchKeys,
  refusalOf,
  signInImplicitly,
  signInWithCode,
} from './sign-in.js';

type ClientType = SignIn['clientType'];

const readers = await readersOf({formats: spellingsOf('dotenv', 'json', 'yaml')});

/** Where the provider refuses, and in its own words, why: clients are told the error code only. */
const wrongSecret = 'token: invalid secret provided';
const wrongMethod =
  'token: the provided authentication mechanism does not match the registered client authentication method';
const wrongFlow = 'authorization: requested response_type is not allowed for this client';

// A sign-in takes milliseconds, but the machine may be busy with other tests.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000});

const loopback = new Loopback();
const {fetch} = loopback;
const providers = new Map<Shape, RunningProvider>();
const serverKey = createKey();
const strangeKey = createKey();

beforeAll(async () => {
  for (const shape of shapes) {
    const provider = createProvider(shape, createKey());
    providers.set(shape, provider);
    await loopback.serve(shape.host, provider.listener);
  }
  await loopback.serve(openMetadata.host, (request, response) => {
    response.statusCode = request.url === openMetadata.keysPath ? 200 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(keySetOf(serverKey)));
  });
});

beforeEach(() => {
  for (const provider of providers.values()) provider.takeRefusals();
});

afterAll(() => loopback.close());

/** Why the provider refused what it refused in this test. */
const reasons = (shape: Shape) => providers.get(shape)?.takeRefusals();

/** What the reader of a flow enters, as it is typed. */
function answersFor(shape: Shape, type: ClientType, {id, secret}: Client): string[] {
  return [
    `clientType=${type}`,
    ...shape.answers,
    `clientId=${id}`,
    ...(type === 'confidential' ? [`clientSecret=${secret}`] : []),
    `serverUrl=${openMetadata.url}`,
    'admins=admin, jane',
    'principalDomain=example.com',
    'selfSignup=true',
  ];
}

/** Writes the files for these answers and reads them again. */
function filesFor<Result>(
  flow: CompiledFlow,
  deployment: Deployment,
  answers: readonly string[],
  read: (deployment: Deployment, folder: string) => Result,
): Result {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sign-in-proof-'));
  try {
    writeFiles(flow, [`deployment=${deployment}`, ...answers], folder);
    return read(deployment, folder);
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

/** Checks an ID token as OpenMetadata's server does, which has no keys but those of the files. */
async function verify(token: string, shape: Shape, signIn: SignIn) {
  const keys = await fetchKeyList(fetch, signIn.publicKeys);
  const {payload} = await jwtVerify(token, keys, {
    issuer: shape.issuer,
    audience: signIn.clientId,
    algorithms: ['RS256'],
  });
  // Among these claims OpenMetadata looks for the user's name, and by the domain it knows its own users.
  expect(payload).toMatchObject({email: user.email, preferred_username: user.name});
  expect(payload.email).toMatch(new RegExp(`@${signIn.principalDomain}$`));
}

/** A token with the same claims, signed by another key. */
function forge(token: string, key: JWK, kid: string | undefined): Promise<string> {
  return new SignJWT(decodeJwt(token))
    .setProtectedHeader({alg: 'RS256', ...(kid !== undefined && {kid})})
    .sign(key);
}

for (const shape of shapes) {
  const {flow, checks} = readOurFlow(shape.flow);
  for (const type of ['confidential', 'public'] as const) {
    for (const deployment of deployments) {
      const isConfidential = type === 'confidential';
      const client = shape[type];
      const filesOf = (as: ClientType, entered = client) =>
        filesFor(flow, deployment, answersFor(shape, as, entered), readFiles);
      const signInAs = (signIn: SignIn) =>
        isConfidential
          ? signInWithCode({fetch, user}, signIn)
          : signInImplicitly({fetch, user}, signIn);

      describe(`${shape.title}, ${type}, ${deployment}`, () => {
        it('the provider and OpenMetadata answer on the addresses in the files', async () => {
          const {authority, publicKeys, callback, oidc} = filesOf(type);
          const discovery = `${authority}${discoveryPath}`;
          const response = await fetch(discovery);
          expect(response.status).toBe(200);
          const document = await response.json();
          // Auth0's issuers end in a slash, and the files' authority does not: its library for browsers, which OpenMetadata
          // hands the authority to, appends the slash. The others compare the two as they are.
          const issuer = shape.flow === 'auth0' ? `${authority}/` : authority;
          expect(document).toMatchObject({issuer, jwks_uri: publicKeys[0]});
          const keyIds = [];
          for (const address of publicKeys) {
            const {keys} = await fetchKeys(fetch, address);
            keyIds.push(...keys.map(({kid}) => kid));
          }
          expect(keyIds).toEqual([expect.any(String), serverKey.kid]);
          expect(callback).toBe(`${openMetadata.url}/callback`);
          expect(oidc && [oidc.discovery, oidc.callback, oidc.serverUrl]).toEqual(
            isConfidential ? [discovery, callback, openMetadata.url] : undefined,
          );
        });

        if (isConfidential) {
          it('the code flow signs in with the secret', async () => {
            const signIn = filesOf(type);
            expect(signIn).toMatchObject({clientType: type, responseType: 'code'});
            await verify(await signInWithCode({fetch, user}, signIn), shape, signIn);
            expect(reasons(shape)).toEqual([]);
          });

          it('without the secret it is invalid_client', async () => {
            const attempt = signInWithCode({fetch, user}, filesOf(type), null);
            expect(await refusalOf(attempt)).toBe('invalid_client');
            expect(reasons(shape)).toEqual([wrongMethod]);
          });

          it('with a wrong one it is invalid_client', async () => {
            const signIn = filesOf(type, {id: client.id, secret: 'Wrong'});
            const attempt = signInWithCode({fetch, user}, signIn);
            expect(await refusalOf(attempt)).toBe('invalid_client');
            expect(reasons(shape)).toEqual([wrongSecret]);
          });

          it('with the ID alone (implicit flow) it is invalid_request', async () => {
            // What comes of taking the client for a public one.
            const attempt = signInImplicitly({fetch, user}, filesOf('public'));
            expect(await refusalOf(attempt)).toBe('invalid_request');
            expect(reasons(shape)).toEqual([wrongFlow]);
          });
        } else {
          it('the implicit flow signs in with the ID alone', async () => {
            const signIn = filesOf(type);
            expect(signIn).toMatchObject({clientType: type, responseType: 'id_token'});
            await verify(await signInImplicitly({fetch, user}, signIn), shape, signIn);
            expect(reasons(shape)).toEqual([]);
          });

          it('a secret is refused at the token endpoint as invalid_client', async () => {
            // What comes of taking the client for a confidential one.
            const signIn = filesOf('confidential');
            const attempt = signInWithCode({fetch, user}, signIn);
            expect(await refusalOf(attempt)).toBe('invalid_client');
            expect(reasons(shape)).toEqual([wrongMethod]);
            // It is the secret alone that is in the way.
            await verify(await signInWithCode({fetch, user}, signIn, null), shape, signIn);
          });

          it('our check refuses the file with that secret in it', () => {
            const text = filesFor(flow, deployment, answersFor(shape, type, client), readMainFile);
            expect(checkFile(flow, checks, text, readers).findings).toEqual([]);
            const wrong = text + addedSecret[deployment](client.secret);
            const {recognised, findings} = checkFile(flow, checks, wrong, readers);
            expect(recognised?.choices).toMatchObject({clientType: type, deployment});
            expect(findings).toMatchObject([
              {
                rule: 'other-choice',
                level: 'error',
                line: text.split('\n').length,
                message: expect.stringMatching(
                  /\(confidential\) only, and this file says public\.$/,
                ),
              },
            ]);
          });
        }

        it('the key list refuses a token signed by another key', async () => {
          const signIn = filesOf(type);
          const token = await signInAs(signIn);
          const {kid} = decodeProtectedHeader(token);
          const unknown = await forge(token, strangeKey, strangeKey.kid);
          await expect(verify(unknown, shape, signIn)).rejects.toMatchObject({
            code: 'ERR_JWKS_NO_MATCHING_KEY',
          });
          const pretending = await forge(token, strangeKey, kid);
          await expect(verify(pretending, shape, signIn)).rejects.toMatchObject({
            code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
          });
        });

        it("it takes the tokens of OpenMetadata's own bots", async () => {
          const {publicKeys} = filesOf(type);
          const token = await new SignJWT({sub: 'ingestion-bot', isBot: true})
            .setProtectedHeader({alg: 'RS256', kid: serverKey.kid})
            .sign(serverKey);
          await jwtVerify(token, await fetchKeyList(fetch, publicKeys));
          // It is the second address that does it.
          const without = await fetchKeyList(fetch, publicKeys.slice(0, 1));
          await expect(jwtVerify(token, without)).rejects.toMatchObject({
            code: 'ERR_JWKS_NO_MATCHING_KEY',
          });
        });
      });
    }
  }
}
