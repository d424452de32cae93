// Looks up the words in which others tell of a fault: "800B0109", "error 20", "unknown_ca".

import { signal } from '@preact/signals';

import { findingOf } from '../worker/errors.js';
import { go } from './router.js';
import { ask } from './session.js';

/** @import { Finding, WordHit } from '../worker/api' */

/**
 * @typedef {object} LookUp
 * @property {string} query
 * @property {WordHit[] | null} hits null while they are looked for
 * @property {Finding | null} error
 */

/** The last search. It stays out of the address: whatever is pasted here stays here. */
export const lookUp = signal(/** @type {LookUp | null} */ (null));

/**
 * Searches, and goes to the fault that the words mean first; its page names the others.
 *
 * @param {string} text
 */
export async function search(text) {
  const query = text.trim();
  if (query === '') return;
  const asked = { query, hits: null, error: null };
  lookUp.value = asked;
  try {
    const { hits } = await ask('foreign_words', { query }, { label: 'Looking it up' });
    if (lookUp.value !== asked) return;
    lookUp.value = { query, hits, error: null };
    const exact = /** @type {WordHit[]} */ (hits).find(({ match }) => match === 'exact');
    if (exact !== undefined) go('fault', exact.fault.id);
    else go('faults');
  } catch (error) {
    if (lookUp.value !== asked) return;
    lookUp.value = { query, hits: [], error: findingOf(error) };
    go('faults');
  }
}
