// Builds the page: one index.html that holds everything, and beside it what only a web server can use.
//
//   node bundle/build.js [--core FOLDER] [--out FOLDER]
//
// FOLDER holds pki-core.js and pki-core.wasm (default: ../build/wasm32/wasm). "--core none" builds a page that says that
// it has no core: enough for work on its looks.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { contentSecurityPolicy, hashOf } from './csp.js';
import { collectLicences } from './licences.js';
import { bundleApp, bundleStyle, bundleWorker } from './parts.js';

const kWeb = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder */
async function readCore(folder) {
  if (folder === 'none') return { script: '', wasm: null };
  try {
    const script = await readFile(path.join(folder, 'pki-core.js'), 'utf8');
    const wasm = await readFile(path.join(folder, 'pki-core.wasm'));
    return { script, wasm: gzipSync(wasm, { level: 9 }).toString('base64') };
  } catch (error) {
    throw new Error(`The core is not there: build the wasm target first (${folder}).`, {
      cause: error,
    });
  }
}

/**
 * Puts values into a template's {{places}}.
 *
 * @param {string} template
 * @param {Record<string, string>} values
 */
function fill(template, values) {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

/** @param {string} name */
const readStatic = (name) => readFile(path.join(kWeb, 'static', name), 'utf8');

async function main() {
  const { values: options } = parseArgs({
    options: { core: { type: 'string' }, out: { type: 'string' } },
  });
  const core = await readCore(options.core ?? path.join(kWeb, '../build/wasm32/wasm'));
  const out = path.resolve(options.out ?? path.join(kWeb, '../build/web'));
  const { version } = JSON.parse(await readFile(path.join(kWeb, 'package.json'), 'utf8'));

  const worker = await bundleWorker(core.script);
  const style = await bundleStyle();
  const licences = await collectLicences(core.wasm !== null);
  const id = hashOf(worker + style + core.wasm + JSON.stringify(licences)).slice(0, 12);
  const script = await bundleApp({
    coreWasm: core.wasm,
    workerSource: worker,
    licences,
    build: { version, id },
  });

  const icon = await readStatic('icon.svg');
  const page = fill(await readStatic('index.html'), {
    csp: contentSecurityPolicy({ script, style }),
    icon: `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`,
    style,
    script,
  });
  const pageId = hashOf(page).replace(/\W/g, '').slice(0, 16);

  await mkdir(out, { recursive: true });
  await writeFile(path.join(out, 'index.html'), page);
  await writeFile(path.join(out, 'sw.js'), fill(await readStatic('sw.js'), { build: pageId }));
  await writeFile(path.join(out, 'icon.svg'), icon);
  await writeFile(path.join(out, 'manifest.webmanifest'), await readStatic('manifest.webmanifest'));
  const kilobytes = (/** @type {number} */ size) => `${(size / 1024).toFixed(0)} KB`;
  console.log(
    `${path.join(out, 'index.html')}: ${kilobytes(page.length)}, ${kilobytes(gzipSync(page).length)} gzipped`,
  );
}

await main();
