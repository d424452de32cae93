// A pile of certificates in any order: the core sorts it into chains, strays and duplicates.

import { batch, signal } from '@preact/signals';

import { findingOf } from '../worker/errors.js';
import { addToCheck } from './chain.js';
import { checkNow, forgetReport } from './checking.js';
import { now } from './clock.js';
import { blobOf, download } from './files.js';
import { startWith } from './question.js';
import { ask } from './session.js';

/** @import { Finding, Pile, PileChain, Source } from '../worker/api' */

/** The pile as it was sorted last. */
export const pile = signal(/** @type {Pile | null} */ (null));
export const sorting = signal(false);
export const pileError = signal(/** @type {Finding | null} */ (null));
/** How long sorting took, in milliseconds. */
export const sortedIn = signal(0);

/** What the pile consists of. @type {(File | Source)[]} */
let heap = [];
/** How often the pile was changed: what was sorted before the last change does not count. */
let changes = 0;

/**
 * Adds to the pile and sorts it anew.
 *
 * @param {(File | Source)[]} files
 */
export async function addToPile(files) {
  heap = [...heap, ...files];
  changes += 1;
  const turn = changes;
  sorting.value = true;
  const began = performance.now();
  try {
    const params = { files: heap, now: now() };
    const result = await ask('pile.sort', params, { label: 'Sorting the pile' });
    if (turn !== changes) return;
    batch(() => {
      pile.value = result;
      pileError.value = null;
      sortedIn.value = Math.round(performance.now() - began);
    });
  } catch (error) {
    if (turn === changes) pileError.value = findingOf(error);
  } finally {
    if (turn === changes) sorting.value = false;
  }
}

/** Throws the pile away. */
export function clearPile() {
  heap = [];
  changes += 1;
  batch(() => {
    sorting.value = false;
    pile.value = null;
    pileError.value = null;
  });
}

/** @param {PileChain} chain */
function dersOf(chain) {
  const all = pile.value?.certificates ?? [];
  return chain.certificates.map((index) => all[index].der);
}

/**
 * Saves a chain as a bundle.
 *
 * @param {PileChain} chain
 * @param {'pem' | 'p7b'} format
 * @param {'keep' | 'drop'} root
 */
export async function saveChain(chain, format, root) {
  const params = { certificates: dersOf(chain), format, order: 'leaf-first', root };
  const bundle = await ask('bundle.write', params, { label: 'Writing the bundle' });
  // Both kinds of chain land in the same folder.
  const mark = root === 'drop' ? '-without-root' : '';
  const name = bundle.file_name.replace(/(\.\w+)?$/, `${mark}$1`);
  download(name, blobOf(bundle.data, bundle.media_type));
}

/**
 * Makes a chain the question of the chain check.
 *
 * @param {PileChain} chain
 */
export async function checkPileChain(chain) {
  const leaf = pile.value?.certificates[chain.leaf].title ?? '';
  forgetReport();
  startWith(`Check ${leaf}`, { workspace: false });
  await addToCheck({ files: dersOf(chain).map((data) => ({ name: '', data })) });
  checkNow();
}
