// Who signed whom in the workspace: asked of the core whenever the certificates change.

import { effect, signal } from '@preact/signals';

import { now } from './clock.js';
import { ask } from './session.js';
import { certificates } from './workspace.js';

/** @import { HierarchyNode } from '../worker/api' */
/** @import { CertificateItem } from './workspace.js' */

/** @typedef {{ item: CertificateItem, how: string, children: Branch[] }} Branch a certificate and those that it signed */

/** The trees of the workspace: roots, and whatever has no issuer here. */
export const forest = signal(/** @type {Branch[]} */ ([]));

/**
 * @param {readonly CertificateItem[]} items
 * @param {HierarchyNode[]} nodes
 */
function treesOf(items, nodes) {
  const branches = items.map((item) => /** @type {Branch} */ ({ item, how: '', children: [] }));
  /** @type {Branch[]} */
  const roots = [];
  for (const { index, parent, how } of nodes) {
    const branch = branches[index];
    branch.how = how ?? '';
    if (parent === null || parent === index) roots.push(branch);
    else branches[parent].children.push(branch);
  }
  return roots;
}

/**
 * The trees as they stand while the core is asked: without what is gone, what was below it in its place.
 *
 * @param {Branch[]} branches
 * @param {Map<string, CertificateItem>} there by their ids
 * @returns {Branch[]}
 */
function whatIsLeft(branches, there) {
  return branches.flatMap((branch) => {
    const children = whatIsLeft(branch.children, there);
    const item = there.get(branch.item.id);
    return item === undefined ? children : [{ ...branch, item, children }];
  });
}

/** Follows the workspace from now on. */
export function startHierarchy() {
  let asked = 0;
  effect(() => {
    const items = certificates.value;
    asked += 1;
    const turn = asked;
    if (items.length === 0) {
      forest.value = [];
      return;
    }
    forest.value = whatIsLeft(forest.peek(), new Map(items.map((item) => [item.id, item])));
    const params = { certificates: items.map((item) => item.description.pem), now: now() };
    ask('hierarchy', params, { label: 'Ordering the certificates' }).then(
      (result) => {
        if (turn === asked) forest.value = treesOf(items, result.nodes);
      },
      () => {
        if (turn === asked) forest.value = items.map((item) => ({ item, how: '', children: [] }));
      },
    );
  });
}

/**
 * The certificates from one up to its root, as far as they are here.
 *
 * @param {string} id of the item to begin with
 * @returns {CertificateItem[]}
 */
export function lineOf(id) {
  /** @type {CertificateItem[]} */
  let line = [];
  /** @param {Branch[]} branches @param {CertificateItem[]} above */
  const search = (branches, above) => {
    for (const { item, children } of branches) {
      const here = [item, ...above];
      if (item.id === id) line = here;
      search(children, here);
    }
  };
  search(forest.value, []);
  return line;
}
