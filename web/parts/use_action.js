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
 * @returns {Action}
 */
export function useAction(work) {
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
    if (running.value) return;
    controller.current = new AbortController();
    running.value = true;
    error.value = null;
    try {
      await work({ signal: controller.current.signal, stillHere: () => here.current });
    } catch (problem) {
      failed(problem);
    } finally {
      running.value = false;
    }
  };
  return { running, error, run, cancel: () => controller.current?.abort() };
}
