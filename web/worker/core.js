// One instance of the core in a worker. A trap ends the instance, not the worker: the next call gets a fresh one.

/** @import { Answer, CoreLike } from './protocol' */

/**
 * @param {string} summary
 * @param {Record<string, unknown>} [params]
 * @returns {Answer}
 */
export function internalError(summary, params = {}) {
  return {
    ok: false,
    error: {
      rule: 'worker.internal',
      severity: 'error',
      summary,
      cure: 'This is a fault of the workbench, not of your input. Other work and your keys are unharmed.',
      params,
    },
  };
}

/**
 * Sends one request through wasm's memory and returns the answer's text.
 *
 * @param {PkiCore} core
 * @param {string} request
 */
function exchange(core, request) {
  const bytes = new TextEncoder().encode(request);
  const address = core._pki_alloc(bytes.length);
  if (address === 0) throw new RangeError('out of memory');
  core.HEAPU8.set(bytes, address);
  const answer = core._pki_handle(address, bytes.length);
  const text = core.HEAPU8.slice(answer, answer + core._pki_answer_size());
  // The request may have held a key: leave nothing of it in the freed memory.
  core.HEAPU8.fill(0, address, address + bytes.length);
  core._pki_free(address);
  return new TextDecoder().decode(text);
}

/** Calls the core and survives its traps. @implements {CoreLike} */
export class Core {
  /** Hears how far the call under way is. @type {(part: number) => void} */
  onProgress = () => {};
  /** @type {(print: (line: string) => void, onProgress: (part: number) => void) => Promise<PkiCore>} */
  #create;
  /** @type {Promise<PkiCore> | null} */
  #instance = null;
  /** @type {string[]} */
  #printed = [];

  /** @param {(print: (line: string) => void, onProgress: (part: number) => void) => Promise<PkiCore>} create makes an instance */
  constructor(create) {
    this.#create = create;
  }

  /**
   * @param {string} method
   * @param {object} params
   * @returns {Promise<Answer>}
   */
  async call(method, params) {
    return this.#guarded((core) => JSON.parse(exchange(core, JSON.stringify({ method, params }))));
  }

  /** @returns {Promise<Answer>} always the error of a trap */
  async crash() {
    return this.#guarded((core) => {
      core._pki_handle(-65536, 16);
      return internalError('The core was told to crash and did not.');
    });
  }

  /**
   * @param {(core: PkiCore) => Answer} work
   * @returns {Promise<Answer>}
   */
  async #guarded(work) {
    this.#printed = [];
    try {
      this.#instance ??= this.#create(
        (line) => this.#printed.push(line),
        (part) => this.onProgress(part),
      );
      return work(await this.#instance);
    } catch (error) {
      this.#instance = null;
      const reason = error instanceof Error ? error.message : String(error);
      return internalError('Internal error: the core stopped while it worked on this request.', {
        reason,
        place: this.#printed.join('\n'),
      });
    }
  }
}
