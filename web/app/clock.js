// The time that the workbench works at: the computer's, or one that a person has set to try things out.

import { signal } from '@preact/signals';

/** A time set by hand (ISO 8601, UTC), or null for the computer's clock. */
export const setTime = signal(/** @type {string | null} */ (null));

/** @returns {string} the time to use now, "2026-11-22T19:38:58Z" */
export function now() {
  return setTime.value ?? `${new Date().toISOString().slice(0, 19)}Z`;
}

/**
 * @param {string} time "2026-11-22T19:38:58Z"
 * @returns {string} for reading: "2026-11-22 19:38:58 UTC"
 */
export function readable(time) {
  return time.replace('T', ' ').replace('Z', ' UTC');
}
