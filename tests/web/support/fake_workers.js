// Workers without threads: the real code of worker/, around a core of a few lines.

import { webcrypto } from 'node:crypto';

import { serve } from '../../../web/worker/serve.js';

// A browser has it; Node 18 shows it only when asked.
globalThis.crypto ??= /** @type {Crypto} */ (webcrypto);

/** @import { Answer, CoreLike, WorkerRole } from '../../../web/worker/protocol' */

/** A core whose methods are functions; a method that is not there is refused. */
export class FakeCore {
  /** @type {{ method: string, params: any }[]} */
  calls = [];
  /** @type {Record<string, (params: any) => any>} */
  #methods;

  /** @param {Record<string, (params: any) => any>} methods */
  constructor(methods) {
    this.#methods = methods;
  }

  /**
   * @param {string} method
   * @param {any} params
   * @returns {Promise<Answer>}
   */
  async call(method, params) {
    this.calls.push({ method, params });
    const work = this.#methods[method];
    if (work === undefined) {
      const summary = `no method ${method}`;
      return {
        ok: false,
        error: { rule: 'api.method.unknown', severity: 'error', summary },
      };
    }
    return { ok: true, result: await work(params) };
  }

  /** @returns {Promise<Answer>} */
  async crash() {
    return {
      ok: false,
      error: { rule: 'worker.internal', severity: 'error', summary: 'crashed' },
    };
  }
}

/**
 * A spawn function for CoreClient.
 *
 * @param {(role: WorkerRole) => CoreLike} makeCore
 */
export function fakeSpawn(makeCore) {
  const spawned = /** @type {{ role: WorkerRole, terminated: boolean }[]} */ ([]);
  /** @param {WorkerRole} role */
  const spawn = (role) => {
    const record = { role, terminated: false };
    spawned.push(record);
    /** @type {any} */
    const worker = { onmessage: null, onerror: null };
    /** @type {any} */
    const scope = {
      onmessage: null,
      /** @param {any} data */
      postMessage(data) {
        setImmediate(() => {
          if (!record.terminated) worker.onmessage?.({ data });
        });
      },
    };
    const ports = /** @type {MessagePort[]} */ ([]);
    worker.postMessage = (/** @type {any} */ data) => {
      if (data.type === 'connect') ports.push(data.port);
      setImmediate(() => {
        if (!record.terminated) scope.onmessage?.({ data });
      });
    };
    worker.terminate = () => {
      record.terminated = true;
      for (const port of ports) port.close();
    };
    serve(scope, () => makeCore(role));
    worker.postMessage({ type: 'start', role, module: null });
    return worker;
  };
  return { spawn, spawned };
}
