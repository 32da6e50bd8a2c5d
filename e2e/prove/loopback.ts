/**
 * Hosts with names of the real world, served on loopback with TLS, and a `fetch` that reaches them and nothing else.
 *
 * The files under test say `https://` and the names of hosts, so that is what answers here: no name is resolved, no field's schema
 * is loosened, and each certificate is checked against the name in the address.
 */
import type {RequestListener} from 'node:http';
import https from 'node:https';
import type {AddressInfo} from 'node:net';
import {generate} from 'selfsigned';

/** Keys of elliptic curves are made at once; those of RSA would take most of the proof's time. */
const keys = {keyType: 'ec', algorithm: 'sha256'} as const;

/** A certificate authority that lives as long as the proof: its key is never written down. */
async function createAuthority() {
  const authority = await generate([{name: 'commonName', value: 'Authority of the proof'}], {
    ...keys,
    extensions: [
      {name: 'basicConstraints', cA: true, critical: true},
      {name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true},
    ],
  });
  return {
    certificate: authority.cert,
    issue: (host: string) =>
      generate([{name: 'commonName', value: host}], {
        ...keys,
        ca: {key: authority.private, cert: authority.cert},
        extensions: [
          {name: 'basicConstraints', cA: false, critical: true},
          {name: 'keyUsage', digitalSignature: true, critical: true},
          {name: 'extKeyUsage', serverAuth: true},
          {name: 'subjectAltName', altNames: [{type: 2, value: host}]},
        ],
      }),
  };
}

/** What the proof asks of `fetch`. A redirect is always handed back: who follows it is part of what is proven. */
export type Fetch = (
  address: string,
  options?: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  },
) => Promise<Response>;

export class Loopback {
  readonly #authority = createAuthority();
  readonly #servers = new Map<string, https.Server>();
  #agent: https.Agent | undefined;

  /**
   * Serves a host on a port that the system chooses.
   *
   * @param host as it stands in addresses, such as `acme.eu.auth0.com` or `login.example.com:8443`
   */
  async serve(host: string, listener: RequestListener): Promise<void> {
    const {hostname} = new URL(`https://${host}`);
    const {private: key, cert} = await (await this.#authority).issue(hostname);
    const server = https.createServer({key, cert}, listener);
    // Never closes a connection while the client is about to use it again, however busy the machine is.
    server.keepAliveTimeout = 0;
    this.#servers.set(host, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  readonly fetch: Fetch = async (address, {method = 'GET', headers, body} = {}) => {
    const url = new URL(address);
    const server = this.#servers.get(url.host);
    if (url.protocol !== 'https:' || !server) throw new Error(`${url.origin} is not served here`);
    this.#agent ??= new https.Agent({
      keepAlive: true,
      ca: (await this.#authority).certificate,
    });
    const request = https.request({
      agent: this.#agent,
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      servername: url.hostname,
      method,
      path: url.pathname + url.search,
      headers: {...headers, host: url.host},
    });
    return new Promise((resolve, reject) => {
      request.on('error', reject);
      request.on('response', (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('error', reject);
        message.on('end', () => {
          const received = new Headers();
          for (const [name, values = []] of Object.entries(message.headersDistinct)) {
            for (const value of values) received.append(name, value);
          }
          const status = message.statusCode ?? 0;
          // The response to one of these may have no body, not even an empty one.
          const content = [204, 304].includes(status) ? null : Buffer.concat(chunks);
          resolve(new Response(content, {status, headers: received}));
        });
      });
      request.end(body === undefined || body === null ? undefined : String(body));
    });
  };

  async close(): Promise<void> {
    this.#agent?.destroy();
    const servers = [...this.#servers.values()];
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  }
}
