// The worker's script. The bundler puts pki-core.js, which defines createPkiCore, in front of it.

import { Core } from './core.js';
import { serve } from './serve.js';

/** @import { ScopeLike } from './protocol' */

/**
 * @param {WebAssembly.Module | null} module
 * @param {(line: string) => void} printErr
 * @param {(part: number) => void} onProgress
 */
function instantiate(module, printErr, onProgress) {
  if (module === null) return Promise.reject(new Error('there is no core in this build'));
  return createPkiCore({
    onProgress,
    printErr,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance, module);
      // What this returns becomes the exports: `done` has been called already.
      return instance.exports;
    },
  });
}

serve(
  /** @type {ScopeLike} */ (/** @type {unknown} */ (self)),
  (module) => new Core((printErr, onProgress) => instantiate(module, printErr, onProgress)),
);
