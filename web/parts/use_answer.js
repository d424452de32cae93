// What the core answers to a question that changes with what is looked at: it is asked anew then, and what it has said to
// an earlier question is not taken for the answer to this one.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { findingOf } from '../worker/errors.js';

/** @import { Finding } from '../worker/api' */

/**
 * @template T
 * @typedef {object} Known
 * @property {readonly unknown[]} about what the question was about
 * @property {T | null} answer
 * @property {Finding | null} error why there is no answer
 */

/** @param {readonly unknown[]} left @param {readonly unknown[]} right */
const same = (left, right) =>
  left.length === right.length && left.every((each, index) => each === right[index]);

/**
 * @template T
 * @param {(abort: AbortSignal) => Promise<T>} question
 * @param {readonly unknown[]} about what it is about: where one of these is another, it is asked anew
 * @returns {{ answer: T | null, error: Finding | null, former: T | null }} `answer`: null while it is not known; `former`:
 *   the last one, whatever it was about
 */
export function useAnswer(question, about) {
  const known = useSignal(/** @type {Known<T>} */ ({ about: [], answer: null, error: null }));
  useEffect(() => {
    const controller = new AbortController();
    question(controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) known.value = { about, answer, error: null };
      },
      (problem) => {
        if (controller.signal.aborted) return;
        known.value = { about, answer: null, error: findingOf(problem) };
      },
    );
    return () => controller.abort();
  }, about);
  const { answer, error } = known.value;
  return same(known.value.about, about)
    ? { answer, error, former: answer }
    : { answer: null, error: null, former: answer };
}
