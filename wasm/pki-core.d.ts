// What pki-core.js defines: a classic script with one global, createPkiCore (in node: the module's export).

/** One instance of the core. It has no state between calls: any request may go to any instance. */
interface PkiCore {
  /** Wasm's memory. It moves when it grows: read it anew after each call. */
  readonly HEAPU8: Uint8Array;
  /** Returns the address of `size` bytes of memory for a request, 0 when there is no more. Free them with _pki_free. */
  _pki_alloc(size: number): number;
  _pki_free(address: number): void;
  /**
   * Handles one request, `size` bytes of UTF-8 (JSON), and returns the address of the answer, JSON too, which stays
   * valid until the next call. Throws WebAssembly.RuntimeError when an assertion of the core failed or memory ran out:
   * the instance must not be used again.
   */
  _pki_handle(request: number, size: number): number;
  /** Returns the size in bytes of the last answer. */
  _pki_answer_size(): number;
}

interface PkiCoreOptions {
  /**
   * Makes the instance, from a module that was compiled elsewhere. Calls `done` with it; may return an empty object at
   * once.
   */
  instantiateWasm?(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ): object;
  /** Hears, from 0 to 1, how far long work of the request under way is. */
  onProgress?(part: number): void;
  /** Gets each line that the core writes to standard error: the place of an assertion that failed. */
  printErr?(line: string): void;
}

declare function createPkiCore(options?: PkiCoreOptions): Promise<PkiCore>;
