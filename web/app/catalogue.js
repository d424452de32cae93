// What the core offers, asked once: its profiles, key types and purposes.

import { signal } from '@preact/signals';

import { findingOf } from '../worker/errors.js';
import { ask } from './session.js';

/** @import { About, Finding, Profile } from '../worker/api' */

/** Null until the core has answered. @type {import('@preact/signals').Signal<About | null>} */
export const about = signal(/** @type {About | null} */ (null));
/** @type {import('@preact/signals').Signal<Profile[]>} */
export const profiles = signal(/** @type {Profile[]} */ ([]));
/** Set when the core cannot be started at all. */
export const coreFailure = signal(/** @type {Finding | null} */ (null));

/** Starts the core and reads its catalogue. */
export async function loadCatalogue() {
  try {
    const [description, list] = await Promise.all([ask('about', {}), ask('profiles', {})]);
    about.value = description;
    performance.mark('core-ready'); // tests/bench/startup.mjs waits for it
    document.documentElement.dataset.core = 'ready';
    profiles.value = list.profiles;
  } catch (error) {
    coreFailure.value = findingOf(error);
  }
}

/**
 * @param {string} id
 * @returns {Profile | null}
 */
export function profileById(id) {
  return profiles.value.find((profile) => profile.id === id) ?? null;
}
