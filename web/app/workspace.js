// What the person works on: certificates, requests, CRLs and keys, in memory, with undo.

import { computed, signal } from '@preact/signals';

import { History } from './history.js';

/** @import { Certificate, CertificateRequest, Crl, PrivateKey } from '../worker/api' */

/** @typedef {{ id: string, kind: 'certificate', label: string, description: Certificate }} CertificateItem */
/** @typedef {{ id: string, kind: 'csr', label: string, description: CertificateRequest }} RequestItem */
/** @typedef {{ id: string, kind: 'crl', label: string, description: Crl }} CrlItem */
/** @typedef {{ id: string, kind: 'private-key', label: string, description: PrivateKey, handle: string }} KeyItem */
/** @typedef {CertificateItem | RequestItem | CrlItem | KeyItem} Item */
/**
 * @typedef {Omit<CertificateItem, 'id'> | Omit<RequestItem, 'id'> | Omit<CrlItem, 'id'> | Omit<KeyItem, 'id'>} Draft an
 *   item to be added
 */

/** @type {History<readonly Item[]>} */
const history = new History(/** @type {readonly Item[]} */ ([]));
const saved = signal(history.current.value);
let last = 0;

/** Everything in the workspace. */
export const items = history.current;
/** True when closing the page would lose something. */
export const unsaved = computed(() => items.value !== saved.value && items.value.length > 0);
export const { undoTitle, redoTitle } = history;

/** @type {import('@preact/signals').ReadonlySignal<CertificateItem[]>} */
export const certificates = computed(() =>
  items.value.filter((item) => item.kind === 'certificate'),
);
/** @type {import('@preact/signals').ReadonlySignal<RequestItem[]>} */
export const requests = computed(() => items.value.filter((item) => item.kind === 'csr'));
/** The older first. @type {import('@preact/signals').ReadonlySignal<CrlItem[]>} */
export const crls = computed(() => items.value.filter((item) => item.kind === 'crl'));
/** @type {import('@preact/signals').ReadonlySignal<KeyItem[]>} */
export const keys = computed(() => items.value.filter((item) => item.kind === 'private-key'));

/**
 * What makes two items the same thing.
 *
 * @param {Item} item
 */
function identity(item) {
  switch (item.kind) {
    case 'certificate':
      return `certificate ${item.description.sha256}`;
    case 'csr':
      return `csr ${item.description.der}`;
    case 'crl':
      return `crl ${item.description.sha256}`;
    case 'private-key':
      return `key ${item.description.public_key?.spki_sha256 ?? item.handle}`;
  }
}

/**
 * Adds items in one step; what is there already is not added again.
 *
 * @param {string} title of the change, for undo
 * @param {Draft[]} added
 * @returns {Item[]} the items as they stand in the workspace, in the same order
 */
export function add(title, added) {
  const next = [...items.value];
  const placed = added.map((draft) => {
    const item = /** @type {Item} */ ({ ...draft, id: `${(last += 1)}` });
    const known = next.find((other) => identity(other) === identity(item));
    if (known !== undefined) return known;
    next.push(item);
    return item;
  });
  if (next.length > items.value.length) history.change(title, next);
  return placed;
}

/**
 * @param {string} title of the change
 * @param {string} id
 * @param {Partial<KeyItem> | { label: string }} changes
 */
export function update(title, id, changes) {
  history.change(
    title,
    items.value.map((item) =>
      item.id === id ? /** @type {Item} */ ({ ...item, ...changes }) : item,
    ),
  );
}

/**
 * @param {string} title of the change
 * @param {string[]} ids
 */
export function remove(title, ids) {
  const gone = new Set(ids);
  history.change(
    title,
    items.value.filter((item) => !gone.has(item.id)),
  );
}

/**
 * Puts in new descriptions of the same objects (the clock was changed). Not a change that can be undone.
 *
 * @param {Map<string, Certificate>} renewed by the certificate's SHA-256
 */
export function redescribe(renewed) {
  const clean = !unsaved.value;
  history.rewrite((all) =>
    all.map((item) => {
      if (item.kind !== 'certificate') return item;
      const description = renewed.get(item.description.sha256);
      return description === undefined ? item : { ...item, description };
    }),
  );
  if (clean) markSaved();
}

/** Says that everything is in a file now. */
export function markSaved() {
  saved.value = items.value;
}

export const undo = () => history.undo();
export const redo = () => history.redo();

/** @returns {string[]} the handles of all keys that can still be reached, with undo too */
export function reachableHandles() {
  return history.reachable.flatMap((all) =>
    all.flatMap((item) => (item.kind === 'private-key' ? [item.handle] : [])),
  );
}

/** @param {string} id */
export function itemById(id) {
  return items.value.find((item) => item.id === id) ?? null;
}
