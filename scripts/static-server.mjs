/** Serves built sites to tests and benchmarks, on a port of the system's choice. */
import {createServer} from 'node:http';
import handler from 'serve-handler';

/**
 * @typedef {object} StaticServer
 * @property {string} url The server's address, without a slash at the end.
 * @property {() => Promise<void>} close
 */

/**
 * Serves a folder as `docusaurus serve` does.
 *
 * @param {string} folder
 * @param {Record<string, string>} [headers] Sent with every answer, such as a Content-Security-Policy.
 * @returns {Promise<StaticServer>}
 */
export async function serve(folder, headers = {}) {
  const server = createServer((request, response) => {
    response.setHeaders(new Headers(headers));
    return handler(request, response, {public: folder, cleanUrls: true, directoryListing: false});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
