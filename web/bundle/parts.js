// The parts of the page, each bundled into one text.

import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

/** @param {string} path */
const inWeb = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Browsers that the page is tested in, and Safari of the same age. */
const kTargets = ['chrome115', 'firefox115', 'safari16.4'];

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    target: kTargets,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  const [output] = result.outputFiles ?? [];
  return output.text.trim();
}

/**
 * Inline text must not end its element or open a comment.
 *
 * @param {string} script
 */
function escapeScript(script) {
  return script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
}

/**
 * Bundles the workers' script.
 *
 * @param {string} coreScript the text of pki-core.js
 * @returns {Promise<string>}
 */
export async function bundleWorker(coreScript) {
  const worker = await bundle({ entryPoints: [inWeb('worker/main.js')], format: 'iife' });
  return `${coreScript}\n${worker}`;
}

/**
 * Bundles the page's script.
 *
 * @param {Record<string, unknown>} artefact what `pki:artefact` exports
 * @returns {Promise<string>} ready to stand in a script element
 */
export async function bundleApp(artefact) {
  const contents = Object.entries(artefact)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
  const script = await bundle({
    entryPoints: [inWeb('app/main.js')],
    format: 'iife',
    plugins: [
      {
        name: 'artefact',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^pki:artefact$/ }, () => ({ path: 'artefact', namespace: 'pki' }));
          onLoad({ filter: /.*/, namespace: 'pki' }, () => ({ contents }));
        },
      },
    ],
  });
  return escapeScript(script);
}

/** @returns {Promise<string>} the page's style sheet */
export function bundleStyle() {
  return bundle({ entryPoints: [inWeb('style/main.css')], loader: { '.css': 'css' } });
}
