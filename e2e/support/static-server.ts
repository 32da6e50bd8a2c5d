/** A small static server for built sites, on a port of the system's choice. */
import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer, type OutgoingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

export interface StaticServer {
  /** The server's address, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** The file that is served for a path: itself, `PATH.html` or `PATH/index.html`. */
function findFile(folder: string, pathname: string): string | undefined {
  const wanted = path.join(folder, path.normalize(`/${decodeURIComponent(pathname)}`));
  const candidates = [
    wanted,
    `${wanted.replace(/[\\/]$/, '')}.html`,
    path.join(wanted, 'index.html'),
  ];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/**
 * Serves a folder.
 *
 * @param headers Sent with every answer, such as a Content-Security-Policy.
 */
export async function serve(
  folder: string,
  headers: OutgoingHttpHeaders = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    const found = findFile(folder, pathname);
    const file = found ?? findFile(folder, '/404.html');
    const type = types[path.extname(file ?? '')] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, {'Content-Type': type, ...headers});
    if (file) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
