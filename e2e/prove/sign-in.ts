/** Signs the test user in with what the files say, through `openid-client`, and checks tokens with the files' key list. */
import {createLocalJWKSet, type JSONWebKeySet} from 'jose';
import * as client from 'openid-client';
import type {SignIn} from './files.js';
import type {Fetch} from './loopback.js';

/** The browser appends this to the authority; the server is told the whole address. */
export const discoveryPath = '/.well-known/openid-configuration';

/** How the files' name for a way to authenticate the client is done. */
const authMethods: {readonly [name: string]: (secret: string) => client.ClientAuth} = {
  client_secret_post: client.ClientSecretPost,
  client_secret_basic: client.ClientSecretBasic,
};

interface Visit {
  readonly fetch: Fetch;
  readonly user: {readonly name: string; readonly password: string};
}

/**
 * Goes where a browser would go from the provider's authorization address, fills in the form for signing in on the way, and returns
 * the address that the provider sends the browser back to, which is not opened.
 */
async function visit({fetch, user}: Visit, start: URL, callback: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = start.href;
  let form: URLSearchParams | undefined;
  // Four stations: authorization, the form, its answer, authorization again.
  for (let station = 0; station < 6; station++) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response: Response = await fetch(address, {
      headers: {cookie, ...(form && {'content-type': 'application/x-www-form-urlencoded'})},
      ...(form && {method: 'POST', body: form}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const content = await response.text();
    if (location) {
      address = new URL(location, address).href;
      form = undefined;
      if (address.startsWith(callback)) return new URL(address);
    } else if (response.status === 200 && !form && content.includes('<form')) {
      form = new URLSearchParams({name: user.name, password: user.password});
    } else {
      throw new Error(`${address} answers ${response.status}: ${content}`);
    }
  }
  throw new Error(`The way from ${start.href} leads nowhere`);
}

/** What a client remembers between sending the browser away and its return. */
async function createChecks() {
  const verifier = client.randomPKCECodeVerifier();
  return {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier,
    challenge: await client.calculatePKCECodeChallenge(verifier),
  };
}

/**
 * The authorization code flow, as OpenMetadata's server does it.
 *
 * @param secret the files' unless given; none where it is `null`
 * @returns the ID token, whose issuer, audience, nonce and times `openid-client` has checked
 */
export async function signInWithCode(
  {fetch, user}: Visit,
  {oidc}: SignIn,
  secret: string | null | undefined = oidc?.secret,
): Promise<string> {
  if (!oidc) throw new Error('The files have no secret, and no address to hand it to');
  const authenticate = authMethods[oidc.authMethod];
  if (!authenticate) throw new Error(`There is no client authentication ${oidc.authMethod}`);
  const configuration = await client.discovery(
    new URL(oidc.discovery),
    oidc.id,
    undefined,
    typeof secret === 'string' ? authenticate(secret) : client.None(),
    {[client.customFetch]: fetch},
  );
  const {state, nonce, verifier, challenge} = await createChecks();
  const start = client.buildAuthorizationUrl(configuration, {
    response_type: oidc.responseType,
    redirect_uri: oidc.callback,
    scope: oidc.scope,
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const end = await visit({fetch, user}, start, oidc.callback);
  const tokens = await client.authorizationCodeGrant(configuration, end, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  if (tokens.id_token === undefined) throw new Error('There is no ID token');
  return tokens.id_token;
}

/**
 * The implicit flow, as OpenMetadata's pages do it in the browser.
 *
 * @returns the ID token, whose signature, issuer, audience, nonce and times `openid-client` has checked
 */
export async function signInImplicitly({fetch, user}: Visit, signIn: SignIn): Promise<string> {
  if (signIn.responseType !== 'id_token') throw new Error('The files ask for another flow');
  const configuration = await client.discovery(
    new URL(`${signIn.authority}${discoveryPath}`),
    signIn.clientId,
    undefined,
    client.None(),
    {[client.customFetch]: fetch, execute: [client.useIdTokenResponseType]},
  );
  const {state, nonce} = await createChecks();
  const start = client.buildAuthorizationUrl(configuration, {
    redirect_uri: signIn.callback,
    // The files have no scope for this flow: OpenMetadata's pages ask for these by themselves.
    scope: 'openid email profile',
    state,
    nonce,
  });
  const end = await visit({fetch, user}, start, signIn.callback);
  await client.implicitAuthentication(configuration, end, nonce, {expectedState: state});
  return new URLSearchParams(end.hash.slice(1)).get('id_token') ?? '';
}

/**
 * The error code with which a provider refuses.
 *
 * @throws what the attempt throws for any other reason, and where it succeeds
 */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof client.ResponseBodyError) return error.error;
    if (error instanceof client.AuthorizationResponseError) return error.error;
    throw error;
  }
  throw new Error('It was not refused');
}

/** Fetches a key set. */
export async function fetchKeys(fetch: Fetch, address: string): Promise<JSONWebKeySet> {
  const response = await fetch(address);
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as JSONWebKeySet;
}

/** All keys of the addresses, of which OpenMetadata takes the one that a token names. */
export async function fetchKeyList(fetch: Fetch, addresses: readonly string[]) {
  const sets = await Promise.all(addresses.map((address) => fetchKeys(fetch, address)));
  return createLocalJWKSet({keys: sets.flatMap(({keys}) => keys)});
}
