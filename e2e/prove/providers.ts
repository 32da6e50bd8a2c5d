/**
 * OpenID providers that answer on the addresses of Auth0, Okta and Keycloak: `oidc-provider` (certified by the OpenID
 * Foundation), with the issuer, the paths and the claims of each.
 */
import {generateKeyPairSync, randomBytes, randomUUID} from 'node:crypto';
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';
import type {JWK} from 'jose';
import {type Configuration, Provider} from 'oidc-provider';

/** The server that signs its users in: the files tell the provider to send them back to it. */
export const openMetadata = {
  url: 'https://metadata.example.com',
  host: 'metadata.example.com',
  /** Where it serves the keys of its own tokens, which bots have. */
  keysPath: '/api/v1/system/config/jwks',
};

/** The test user. */
export const user = {
  name: 'jane',
  email: 'jane@example.com',
  password: randomBytes(16).toString('hex'),
};

export interface Client {
  readonly id: string;
  readonly secret: string;
}

/** What tells one vendor's provider from another's. */
export interface Shape {
  readonly title: string;
  /** The flow in content/flows. */
  readonly flow: string;
  readonly host: string;
  /** What readers of the flow are asked about the provider, as they would type it. */
  readonly answers: readonly string[];
  /** As the discovery document and the tokens have it. */
  readonly issuer: string;
  /** The paths of the endpoints, after the issuer. */
  readonly routes: Configuration['routes'];
  /**
   * The client with a secret: none is easy to write down. A parser makes numbers, comments, variables or the end of a text of
   * them, wherever they are not quoted as its language demands.
   */
  readonly confidential: Client;
  /** The client without one. The provider has no secret for it: it is what a reader enters who has mistaken the type. */
  readonly public: Client;
}

/**
 * The addresses are those in each vendor's own discovery documents.
 *
 * @see https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/oauth/tag/CustomAS/
 * @see https://www.keycloak.org/securing-apps/oidc-layers
 */
export const shapes: readonly Shape[] = [
  {
    title: 'Auth0',
    flow: 'auth0',
    host: 'acme.eu.auth0.com',
    answers: ['domain=acme.eu.auth0.com'],
    // With a slash at the end, which the files' authority does not have: Auth0's library for browsers takes a domain and makes this
    // issuer of it.
    issuer: 'https://acme.eu.auth0.com/',
    routes: {
      authorization: '/authorize',
      token: '/oauth/token',
      userinfo: '/userinfo',
      jwks: '/.well-known/jwks.json',
      end_session: '/oidc/logout',
    },
    confidential: {id: '00123', secret: `it's "quoted": $HOME #1 \\n`},
    public: {id: '0x1F', secret: 'null'},
  },
  {
    title: 'Okta',
    flow: 'okta',
    host: 'acme.okta.com',
    answers: ['issuer=https://acme.okta.com/oauth2/default'],
    issuer: 'https://acme.okta.com/oauth2/default',
    routes: {
      authorization: '/v1/authorize',
      token: '/v1/token',
      userinfo: '/v1/userinfo',
      jwks: '/v1/keys',
      end_session: '/v1/logout',
    },
    confidential: {id: '1e3', secret: '0012345678'},
    public: {id: 'yes', secret: '~'},
  },
  {
    title: 'Keycloak',
    flow: 'keycloak',
    host: 'login.example.com:8443',
    // A port, and the path that Keycloak has before version 17: its address is the least regular of the three.
    answers: ['keycloakUrl=https://login.example.com:8443/auth', 'realm=Acme_1.0'],
    issuer: 'https://login.example.com:8443/auth/realms/Acme_1.0',
    routes: {
      authorization: '/protocol/openid-connect/auth',
      token: '/protocol/openid-connect/token',
      userinfo: '/protocol/openid-connect/userinfo',
      jwks: '/protocol/openid-connect/certs',
      end_session: '/protocol/openid-connect/logout',
    },
    confidential: {id: 'open: metadata #1', secret: '- [*a, &b] % @`|>'},
    public: {id: '2026-01-01', secret: '{}'},
  },
];

/** A new key as JSON. OpenMetadata reads RSA keys only, and chooses among them by `kid`. */
export function createKey(): JWK & {readonly kid: string} {
  const {privateKey} = generateKeyPairSync('rsa', {modulusLength: 2048});
  return {...privateKey.export({format: 'jwk'}), kid: randomUUID(), alg: 'RS256', use: 'sig'};
}

/** The public half of a key, as a key set. */
export function keySetOf({kty, kid, alg, use, n, e}: JWK): {readonly keys: readonly JWK[]} {
  return {keys: [{kty, kid, alg, use, n, e} as JWK]};
}

/** Where a provider refuses: before the user has signed in, or when the client asks for the tokens. */
type Endpoint = 'authorization' | 'token';

export interface RunningProvider {
  readonly listener: RequestListener;
  /** The provider's reasons for what it refused since the last call, after the endpoint: clients are told less. */
  readonly takeRefusals: () => string[];
}

/** Starts a provider of one shape, with its two clients and the test user. */
export function createProvider(shape: Shape, key: JWK): RunningProvider {
  const callback = `${openMetadata.url}/callback`;
  const mount = new URL(shape.issuer).pathname.replace(/\/$/, '');
  const signInPath = '/sign-in';

  const provider = new Provider(shape.issuer, {
    routes: shape.routes,
    jwks: {keys: [key]},
    cookies: {keys: [randomBytes(32).toString('hex')]},
    clients: [
      {
        client_id: shape.confidential.id,
        client_secret: shape.confidential.secret,
        redirect_uris: [callback],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        // What the files say.
        token_endpoint_auth_method: 'client_secret_post',
      },
      {
        client_id: shape.public.id,
        redirect_uris: [callback],
        // The code flow too: what is refused then is the secret, not the flow.
        response_types: ['id_token', 'code'],
        grant_types: ['implicit', 'authorization_code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    responseTypes: ['code', 'id_token'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    // The claims of the asked scopes are in the ID tokens of the code flow too, where the proof looks for them.
    conformIdTokenClaims: false,
    // OpenMetadata's server leaves PKCE out unless told otherwise (`disablePkce` is true by default).
    pkce: {required: () => false},
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        email: user.email,
        email_verified: true,
        name: 'Jane Doe',
        preferred_username: user.name,
      }),
    }),
    // One page is to be gone through: signing in. What the client asks for is granted without asking.
    features: {devInteractions: {enabled: false}},
    interactions: {url: (_, {uid}) => `${mount}${signInPath}/${uid}`},
    async loadExistingGrant({oidc}) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
  });

  let refusals: string[] = [];
  const noteAt =
    (endpoint: Endpoint) =>
    (_: unknown, error: {error_detail?: string; error_description?: string}) => {
      refusals.push(`${endpoint}: ${error.error_detail ?? error.error_description}`);
    };
  provider.on('grant.error', noteAt('token'));
  provider.on('authorization.error', noteAt('authorization'));
  provider.on('server_error', (_, error) => refusals.push(String(error.stack)));

  const answer = provider.callback();

  async function signIn(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams(await text(request));
    if (form.get('name') === user.name && form.get('password') === user.password) {
      await provider.interactionFinished(request, response, {login: {accountId: user.name}});
    } else {
      response.writeHead(401).end('Wrong name or password');
    }
  }

  return {
    takeRefusals() {
      const taken = refusals;
      refusals = [];
      return taken;
    },
    listener(request: IncomingMessage & {originalUrl?: string}, response) {
      const url = request.url ?? '';
      if (!url.startsWith(`${mount}/`)) {
        response.writeHead(404).end();
        return;
      }
      // What a web framework does for something mounted at a path; the provider finds its own address with it.
      request.originalUrl = url;
      request.url = url.slice(mount.length);
      if (!request.url.startsWith(`${signInPath}/`)) {
        void answer(request, response);
        return;
      }
      if (request.method !== 'POST') {
        response.setHeader('content-type', 'text/html');
        response.end('<form method="post"><input name="name"><input name="password"></form>');
        return;
      }
      void signIn(request, response);
    },
  };
}
