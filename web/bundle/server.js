// A small static web server for the built page, bound to this machine.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const kTypes = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
});

/** What a meta element cannot say. */
const kHeaders = {
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/**
 * @param {string} folder
 * @param {number} port 0: any free one
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startServer(folder, port) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    try {
      // Only files that lie directly in the folder.
      if (!/^[\w-]+\.\w+$/.test(name)) throw new Error('not a file of the page');
      const body = await readFile(path.join(folder, name));
      const type = kTypes[path.extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { ...kHeaders, 'content-type': type }).end(body);
    } catch {
      response.writeHead(404, { ...kHeaders, 'content-type': 'text/plain' }).end('Not found\n');
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://127.0.0.1:${bound}/`, close: () => server.close() };
}
