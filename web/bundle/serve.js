// Serves the built page on this machine only, until it is stopped.
//
//   node bundle/serve.js [--port NUMBER] [--dir FOLDER]
//
// Without a port: the first free one from 8080 on.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { startServer } from './server.js';

const kFirstPort = 8080;
const kPorts = 20;

/**
 * @param {string} folder
 * @param {number[]} ports in the order of liking
 */
async function serveOnFirstFree(folder, ports) {
  for (const port of ports) {
    try {
      return await startServer(folder, port);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    }
  }
  return null;
}

const { values: options } = parseArgs({
  options: { port: { type: 'string' }, dir: { type: 'string' } },
});
const folder = options.dir ?? fileURLToPath(new URL('../../build/web', import.meta.url));
const ports = options.port
  ? [Number(options.port)]
  : Array.from({ length: kPorts }, (_, index) => kFirstPort + index);
const server = await serveOnFirstFree(folder, ports);
if (server === null) {
  console.error(`Port ${ports.join(', ')}: taken, or not allowed. Choose another with --port.`);
  process.exitCode = 1;
} else {
  console.log(`PKI Workbench is at ${server.url} (stop it with Ctrl+C)`);
}
