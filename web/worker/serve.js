// What runs in a worker: it takes calls one after another and answers each, whatever happens.

import { internalError } from './core.js';
import { readFiles, takeKeysOut } from './secrets.js';
import { UnknownKey, Vault } from './vault.js';

/** @import { Answer, CoreLike, ScopeLike, WorkerRole } from './protocol' */

/** Methods that the worker answers itself. */
const kCrash = 'worker.crash';

/** A compute worker's way to the vault: keys go there, handles come back. */
class VaultLine {
  #port;
  #next = 1;
  /** @type {Map<number, (handle: string) => void>} */
  #waiting = new Map();

  /** @param {MessagePort} port */
  constructor(port) {
    this.#port = port;
    port.onmessage = ({ data }) => {
      this.#waiting.get(data.id)?.(data.handle);
      this.#waiting.delete(data.id);
    };
  }

  /**
   * @param {string} pem
   * @returns {Promise<string>} the handle
   */
  keep(pem) {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#port.postMessage({ id, pem });
    });
  }
}

/** One worker: its core, and either the vault or the line to it. */
class Server {
  #core;
  /** @type {Vault | null} */
  #vault;
  /** @type {VaultLine | null} */
  #line = null;

  /**
   * @param {WorkerRole} role
   * @param {CoreLike} core
   */
  constructor(role, core) {
    this.#core = core;
    this.#vault = role === 'vault' ? new Vault() : null;
  }

  /** @param {(part: number) => void} listener hears how far the next calls are */
  set onProgress(listener) {
    this.#core.onProgress = listener;
  }

  /** @param {MessagePort} port */
  connect(port) {
    const vault = this.#vault;
    if (vault === null) {
      this.#line = new VaultLine(port);
      return;
    }
    port.onmessage = ({ data }) => port.postMessage({ id: data.id, handle: vault.keep(data.pem) });
  }

  /**
   * @param {string} method
   * @param {object} given
   * @returns {Promise<Answer>}
   */
  async call(method, given) {
    if (method === kCrash) return this.#core.crash();
    const params = await readFiles(given);
    if (this.#vault !== null) return this.#vault.call(this.#core, method, params);
    const answer = await this.#core.call(method, params);
    if (!answer.ok) return answer;
    return { ok: true, result: await takeKeysOut(answer.result, (pem) => this.#keep(pem)) };
  }

  /** @param {string} pem */
  #keep(pem) {
    if (this.#line === null) throw new Error('a key was made before the vault was there');
    return this.#line.keep(pem);
  }
}

/**
 * @param {unknown} error
 * @returns {Answer}
 */
function answerFor(error) {
  if (error instanceof UnknownKey) {
    return {
      ok: false,
      error: {
        rule: 'worker.key.unknown',
        severity: 'error',
        summary: 'The private key is no longer in this tab.',
        cure: 'Open the workspace file or drop the key file again.',
      },
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return internalError('Internal error in the worker.', { reason });
}

/** Milliseconds between two words about progress. */
const kRest = 50;

/** Tells what it is told, but not too often. @param {(part: number) => void} tell */
function seldom(tell) {
  let last = Date.now();
  return (/** @type {number} */ part) => {
    if (Date.now() - last < kRest) return;
    last = Date.now();
    tell(part);
  };
}

/**
 * Serves calls on `scope` for ever.
 *
 * @param {ScopeLike} scope
 * @param {(module: WebAssembly.Module | null) => CoreLike} makeCore
 */
export function serve(scope, makeCore) {
  /** @type {Server} */
  let server;
  /** Calls run one after another: the core is single-threaded and its keys must not interleave. */
  let turn = Promise.resolve();
  scope.onmessage = ({ data }) => {
    switch (data.type) {
      case 'start':
        server = new Server(data.role, makeCore(data.module));
        break;
      case 'connect':
        server.connect(data.port);
        break;
      case 'call':
        turn = turn.then(async () => {
          server.onProgress = seldom((part) =>
            scope.postMessage({ type: 'progress', id: data.id, part }),
          );
          const answer = await server.call(data.method, data.params).catch(answerFor);
          scope.postMessage({ type: 'answer', id: data.id, answer });
        });
        break;
    }
  };
}
