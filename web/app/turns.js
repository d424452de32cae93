// Changes of the lab are made one after the other: each begins with what the one before has left, so that a person who is
// quick loses none.

import { computed, signal } from '@preact/signals';

const open = signal(0);
/** Whether a change is being made or waits: what it was made from must not be undone meanwhile. */
export const changing = computed(() => open.value > 0);

/** The last change, when it has ended in whatever way. */
let last = Promise.resolve();

/**
 * Makes a change when those before it are made.
 *
 * @template T
 * @param {() => Promise<T>} change
 * @returns {Promise<T>}
 */
export function inTurn(change) {
  open.value += 1;
  const mine = last.then(change).finally(() => {
    open.value -= 1;
  });
  last = mine.then(
    () => {},
    () => {},
  );
  return mine;
}
