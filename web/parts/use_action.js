// Work that a button starts: it runs once at a time, can be cancelled, and ends in a result or a finding. It goes on
// when the person looks at another page meanwhile.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { say } from '../app/messages.js';
import { Cancelled, findingOf } from '../worker/errors.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding } from '../worker/api' */

/**
 * @typedef {object} Action
 * @property {Signal<boolean>} running
 * @property {Signal<Finding | null>} error
 * @property {() => void} run
 * @property {() => void} cancel
 */

/**
 * @typedef {object} WorkContext
 * @property {AbortSignal} signal
 * @property {() => boolean} stillHere whether the person is still on the page that began the work
 */

/**
 * @param {(context: WorkContext) => Promise<unknown>} work
 * @param {{ anew?: boolean }} [options] `anew`: started while it runs, it ends what runs and begins anew; otherwise that
 *   start does nothing
 * @returns {Action}
 */
export function useAction(work, { anew = false } = {}) {
  const running = useSignal(false);
  const error = useSignal(/** @type {Finding | null} */ (null));
  const controller = useRef(/** @type {AbortController | null} */ (null));
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );

  /** @param {unknown} problem */
  const failed = (problem) => {
    if (problem instanceof Cancelled) {
      say('notice', 'Cancelled. Nothing was changed.');
      return;
    }
    error.value = findingOf(problem);
    if (!here.current) say('error', error.value.summary, error.value.cure);
  };
  const run = async () => {
    if (running.value) {
      if (!anew) return;
      controller.current?.abort();
    }
    const mine = new AbortController();
    controller.current = mine;
    running.value = true;
    error.value = null;
    try {
      await work({ signal: mine.signal, stillHere: () => here.current });
    } catch (problem) {
      if (controller.current === mine) failed(problem);
    } finally {
      if (controller.current === mine) running.value = false;
    }
  };
  return { running, error, run, cancel: () => controller.current?.abort() };
}
