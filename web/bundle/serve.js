// Serves the built page on this machine only, until it is stopped.
//
//   node bundle/serve.js [--port NUMBER] [--dir FOLDER]

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { startServer } from './server.js';

const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '8080' }, dir: { type: 'string' } },
});
const folder = options.dir ?? fileURLToPath(new URL('../../build/web', import.meta.url));
const server = await startServer(folder, Number(options.port));
console.log(`PKI Workbench is at ${server.url} (stop it with Ctrl+C)`);
