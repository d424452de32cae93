// What the core offers, asked once: its profiles, key types and purposes.

import { signal } from '@preact/signals';

import { findingOf } from '../worker/errors.js';
import { ask } from './session.js';

/** @import { About, Example, Fault, Finding, Profile, RelyingParty } from '../worker/api' */

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
 * Something that the core tells once and for all: asked when it is first looked at.
 *
 * @template T
 * @param {string} method
 * @param {(result: any) => T} take
 * @param {T} empty what stands there until the core has answered
 * @returns {() => T}
 */
function askedOnce(method, take, empty) {
  const known = signal(empty);
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      ask(method, {}).then(
        (result) => (known.value = take(result)),
        () => (asked = false),
      );
    }
    return known.value;
  };
}

/** The relying parties that the core knows; empty until it has answered. */
export const relyingParties = askedOnce(
  'relying_parties',
  (result) => /** @type {RelyingParty[]} */ (result.relying_parties),
  [],
);

/** The faults that a chain can have; empty until the core has answered. */
export const faults = askedOnce('faults', (result) => /** @type {Fault[]} */ (result.faults), []);

/** The prepared chains; empty until the core has answered. */
export const examples = askedOnce(
  'examples',
  (result) => /** @type {Example[]} */ (result.examples),
  [],
);

/**
 * The fault that a rule is about, or null.
 *
 * @param {string} rule
 */
export function faultOfRule(rule) {
  return faults().find((fault) => fault.rules.includes(rule)) ?? null;
}

/**
 * @param {string} id
 * @returns {Profile | null}
 */
export function profileById(id) {
  return profiles.value.find((profile) => profile.id === id) ?? null;
}
