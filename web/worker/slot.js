// One worker as the client sees it, and the tasks that it has been given.

import { CoreError } from './errors.js';

/** @import { FromWorker, WorkerLike } from './protocol' */
/** @import { Task } from './client.js' */

/** A worker and its open tasks. */
export class Slot {
  #worker;
  #onIdle;
  /** @type {Map<number, Task>} */
  #tasks = new Map();
  /** False once the worker has been killed. */
  alive = true;

  /**
   * @param {WorkerLike} worker started already
   * @param {() => void} onIdle is called after each answer
   */
  constructor(worker, onIdle) {
    this.#worker = worker;
    this.#onIdle = onIdle;
    worker.onmessage = ({ data }) => this.#answered(data);
    worker.onerror = (event) => this.#broke(event);
  }

  /** @returns {Task[]} */
  get tasks() {
    return [...this.#tasks.values()];
  }

  /** @param {MessagePort} port */
  connect(port) {
    this.#worker.postMessage({ type: 'connect', port }, [port]);
  }

  /** @param {Task} task */
  run(task) {
    this.#tasks.set(task.id, task);
    const { id, method, params } = task;
    this.#worker.postMessage({ type: 'call', id, method, params });
  }

  /**
   * Terminates the worker if it works on the task.
   *
   * @param {number} id
   * @param {Error} reason
   */
  kill(id, reason) {
    if (this.#tasks.has(id)) this.end(reason);
  }

  /**
   * Terminates the worker.
   *
   * @param {Error} reason what its open tasks are told
   */
  end(reason) {
    this.#worker.terminate();
    this.alive = false;
    for (const task of this.#tasks.values()) task.reject(reason);
    this.#tasks.clear();
  }

  /**
   * Stops waiting for the task; the worker goes on.
   *
   * @param {number} id
   * @param {Error} reason
   */
  abandon(id, reason) {
    this.#tasks.get(id)?.reject(reason);
    this.#tasks.delete(id);
  }

  /** @param {FromWorker} message */
  #answered(message) {
    const { id } = message;
    const task = this.#tasks.get(id);
    if (message.type === 'progress') {
      task?.onProgress(message.part);
      return;
    }
    const { answer } = message;
    this.#tasks.delete(id);
    if (answer.ok) task?.resolve(answer.result);
    else task?.reject(new CoreError(answer.error));
    this.#onIdle();
  }

  /** @param {{ message?: string, preventDefault?: () => void }} event */
  #broke(event) {
    event.preventDefault?.();
    const finding = {
      rule: 'worker.internal',
      severity: 'error',
      summary: 'Internal error: a worker failed.',
      params: { reason: event.message ?? '' },
    };
    for (const task of this.#tasks.values()) task.reject(new CoreError(finding));
    this.#tasks.clear();
    this.#onIdle();
  }
}
