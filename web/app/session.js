// The one connection to the core, and what runs on it.

import { signal } from '@preact/signals';

import { CoreClient } from '../worker/client.js';
import { prepareWorkers } from './boot.js';

/** @import { Task } from '../worker/client.js' */

/** Calls under way, oldest first. @type {import('@preact/signals').Signal<Task[]>} */
export const tasks = signal(/** @type {Task[]} */ ([]));

/** @type {Promise<CoreClient> | null} */
let client = null;

function theClient() {
  client ??= prepareWorkers().then(
    (spawn) =>
      new CoreClient({
        spawn,
        size: Math.min(navigator.hardwareConcurrency || 2, 4),
        onChange: (running) => {
          tasks.value = running;
          document.documentElement.dataset.asked = String(running.length);
        },
      }),
  );
  return client;
}

/**
 * Asks the core. `params` may hold File objects for sources and {handle} for keys.
 *
 * @param {string} method a method of docs/api.md
 * @param {object} params
 * @param {{ signal?: AbortSignal, label?: string, onProgress?: (part: number) => void }} [options]
 * @returns {Promise<any>} the result; rejects with CoreError or Cancelled
 */
export async function ask(method, params, options) {
  return (await theClient()).call(method, params, options);
}

/**
 * Ends a task.
 *
 * @param {number} id
 */
export async function cancelTask(id) {
  (await theClient()).cancel(id);
}
