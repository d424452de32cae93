// Starts the core: unpacks the wasm that travels inside this page and makes workers from the script beside it.

import { coreWasm, workerSource } from 'pki:artefact';

/** @import { WorkerLike, WorkerRole } from '../worker/protocol' */

/** The one Trusted Types policy: scripts come from this page itself, or are its service worker. */
const kPolicy = makePolicy();

function makePolicy() {
  const rules = {
    /** @param {string} url */
    createScriptURL(url) {
      if (url.startsWith('blob:') || url === 'sw.js') return url;
      throw new TypeError(`no script may be loaded from ${url}`);
    },
  };
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  return factory ? factory.createPolicy('pki', rules) : rules;
}

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
function fromBase64(base64) {
  const native = /** @type {any} */ (Uint8Array).fromBase64;
  if (native) return native.call(Uint8Array, base64);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** @returns {Promise<WebAssembly.Module | null>} compiled once, for all workers */
async function compileCore() {
  if (coreWasm === null) return null;
  const packed = new Blob([fromBase64(coreWasm)]).stream();
  const plain = packed.pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
}

/**
 * Gets ready to make workers.
 *
 * @returns {Promise<(role: WorkerRole) => WorkerLike>} makes and starts one worker
 */
export async function prepareWorkers() {
  const module = await compileCore();
  const script = new Blob([workerSource], { type: 'text/javascript' });
  const url = kPolicy.createScriptURL(URL.createObjectURL(script));
  return (role) => {
    const worker = new Worker(url, { name: `pki-${role}` });
    worker.postMessage({ type: 'start', role, module });
    return worker;
  };
}

/** Where the page is served: makes it work offline and installable. Does nothing on file://. */
export function registerServiceWorker() {
  if (!location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = 'manifest.webmanifest';
  document.head.append(manifest);
  navigator.serviceWorker.register(kPolicy.createScriptURL('sw.js')).catch(() => {
    // Not allowed here (private window, settings): the page works without.
  });
}
