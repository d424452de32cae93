// Which things in the workspace belong together: told by the hashes that the core gave them.

import { computed } from '@preact/signals';

import { certificates, keys, requests } from './workspace.js';

/** @import { CertificateItem, Item, KeyItem, RequestItem } from './workspace.js' */

/** Keys that can be used, by the hash of their public half. */
const keysByHash = computed(
  () => new Map(keys.value.map((key) => [key.description.public_key?.spki_sha256, key])),
);

/**
 * The private key that belongs to a certificate or a request.
 *
 * @param {CertificateItem | RequestItem} item
 * @returns {KeyItem | null}
 */
export function keyFor(item) {
  return keysByHash.value.get(item.description.spki_sha256) ?? null;
}

/** CAs whose key is here and open: they can sign. */
export const usableCas = computed(() =>
  certificates.value.filter((item) => item.description.ca && isOpen(keyFor(item))),
);

/** @param {KeyItem | null} key */
function isOpen(key) {
  return key !== null && !key.description.encrypted;
}

/**
 * Certificates with the same key as a request: its answers.
 *
 * @param {RequestItem} request
 * @returns {CertificateItem[]}
 */
export function answersTo(request) {
  return certificates.value.filter(
    (item) => item.description.spki_sha256 === request.description.spki_sha256,
  );
}

/** Requests with no certificate yet. */
export const openRequests = computed(() =>
  requests.value.filter((request) => answersTo(request).length === 0),
);

/**
 * Everything else with the same key.
 *
 * @param {Item} item
 * @returns {Item[]}
 */
export function sameKey(item) {
  const hash = hashOf(item);
  if (hash === null) return [];
  return [...certificates.value, ...requests.value, ...keys.value].filter(
    (other) => other.id !== item.id && hashOf(other) === hash,
  );
}

/** @param {Item} item */
function hashOf(item) {
  if (item.kind === 'crl') return null;
  if (item.kind !== 'private-key') return item.description.spki_sha256;
  return item.description.public_key?.spki_sha256 ?? null;
}
