// The core as WebAssembly in node, as the page's worker has it: for tests and benchmarks.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Loads pki-core.js and pki-core.wasm.
 * @param {string} [folder] where they are; by default $PKI_WASM_DIR, else build/wasm32/wasm of this checkout.
 * @returns {Promise<{handle(request: string): string, bytes: number}>} `handle` answers one JSON request and throws
 *   after a trap, from which the instance doesn't recover; `bytes` is the size of the wasm file.
 */
export async function loadCore(folder) {
  folder ??= process.env.PKI_WASM_DIR ?? fileURLToPath(new URL('../../build/wasm32/wasm', import.meta.url));
  const createPkiCore = createRequire(import.meta.url)(resolve(folder, 'pki-core.js'));
  const binary = readFileSync(resolve(folder, 'pki-core.wasm'));
  const module = await WebAssembly.compile(binary);
  const core = await createPkiCore({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const handle = (request) => {
    const bytes = encoder.encode(request);
    const address = core._pki_alloc(bytes.length);
    core.HEAPU8.set(bytes, address);
    const answer = core._pki_handle(address, bytes.length);
    core._pki_free(address);
    return decoder.decode(core.HEAPU8.subarray(answer, answer + core._pki_answer_size()));
  };
  return { handle, bytes: binary.length };
}
