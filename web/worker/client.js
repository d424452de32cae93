// The page's side of the workers: a queue, a few compute workers, one vault. A call that is cancelled while it computes
// costs its worker, and nobody else notices.

import { Cancelled } from './errors.js';
import { namesKey } from './secrets.js';
import { Slot } from './slot.js';

/** @import { WorkerLike, WorkerRole } from './protocol' */

/** Methods that only the vault does, with or without a handle in their parameters. */
const kVaultMethods = new Set([
  'workspace.write',
  'tenant.write',
  'lab.write',
  'estate.pack',
  'key.export',
  'vault.retain',
  'vault.unlock',
]);

/**
 * @typedef {object} Task one call on its way
 * @property {number} id
 * @property {string} method
 * @property {object} params
 * @property {string} label what a person reads while it runs
 * @property {number} since when it was asked for, in milliseconds
 * @property {(result: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(part: number) => void} onProgress hears, from 0 to 1, how far it is
 */

/** Sends calls to workers. */
export class CoreClient {
  #spawn;
  #onChange;
  #next = 1;
  /** @type {Slot[]} */
  #compute = [];
  /** @type {Slot | null} */
  #vault = null;
  /** @type {Task[]} */
  #queue = [];
  #size;

  /**
   * @param {object} options
   * @param {(role: WorkerRole) => WorkerLike} options.spawn makes a worker and starts it
   * @param {number} options.size how many compute workers at most
   * @param {(tasks: Task[]) => void} [options.onChange] hears of every task that begins or ends
   */
  constructor({ spawn, size, onChange = () => {} }) {
    this.#spawn = spawn;
    this.#size = size;
    this.#onChange = onChange;
  }

  /**
   * Does one request.
   *
   * @param {string} method
   * @param {object} params
   * @param {{ signal?: AbortSignal, label?: string, onProgress?: (part: number) => void }} [options]
   * @returns {Promise<any>} the result; rejects with CoreError or Cancelled
   */
  call(method, params, { signal, label = method, onProgress = () => {} } = {}) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Cancelled());
        return;
      }
      const id = this.#next++;
      const task = { id, method, params, label, since: Date.now(), resolve, reject, onProgress };
      signal?.addEventListener('abort', () => this.cancel(task.id), { once: true });
      if (kVaultMethods.has(method) || namesKey(params)) this.#theVault().run(task);
      else this.#queue.push(task);
      this.#pump();
    });
  }

  /**
   * Ends a task: one that waits is dropped, one that computes loses its worker, one in the vault is let go (the vault
   * is never killed: it holds the keys).
   *
   * @param {number} id
   */
  cancel(id) {
    const waiting = this.#queue.find((task) => task.id === id);
    if (waiting !== undefined) {
      this.#queue = this.#queue.filter((task) => task !== waiting);
      waiting.reject(new Cancelled());
    }
    for (const slot of this.#compute) slot.kill(id, new Cancelled());
    this.#vault?.abandon(id, new Cancelled());
    this.#pump();
  }

  /** Ends all workers at once: whatever runs is cancelled, and the keys are gone. */
  close() {
    for (const task of this.#queue) task.reject(new Cancelled());
    this.#queue = [];
    for (const slot of this.#compute) slot.end(new Cancelled());
    this.#vault?.end(new Cancelled());
    this.#vault = null;
    this.#pump();
  }

  /** @returns {Task[]} everything that runs or waits, oldest first */
  get tasks() {
    const running = [...this.#compute, ...(this.#vault ? [this.#vault] : [])].flatMap(
      (slot) => slot.tasks,
    );
    return [...running, ...this.#queue].sort((left, right) => left.id - right.id);
  }

  #theVault() {
    this.#vault ??= new Slot(this.#spawn('vault'), () => this.#pump());
    return this.#vault;
  }

  /** Gives waiting tasks to idle workers. */
  #pump() {
    this.#compute = this.#compute.filter((slot) => slot.alive);
    while (this.#queue.length > 0) {
      const slot = this.#idleSlot();
      if (slot === null) break;
      slot.run(/** @type {Task} */ (this.#queue.shift()));
    }
    this.#onChange(this.tasks);
  }

  /** @returns {Slot | null} */
  #idleSlot() {
    const idle = this.#compute.find((slot) => slot.tasks.length === 0);
    if (idle !== undefined) return idle;
    if (this.#compute.length >= this.#size) return null;
    const slot = new Slot(this.#spawn('compute'), () => this.#pump());
    const channel = new MessageChannel();
    slot.connect(channel.port1);
    this.#theVault().connect(channel.port2);
    this.#compute.push(slot);
    return slot;
  }
}
