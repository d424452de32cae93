// Which page is shown. The address holds a page's name and an item's number, never anything of the workspace itself.

import { signal } from '@preact/signals';

/** @typedef {{ page: string, id: string }} Route */

/** @returns {Route} */
function parse() {
  const [page = '', id = ''] = location.hash.replace(/^#\/?/, '').split('/');
  return { page: page === '' ? 'workspace' : page, id };
}

/** The current page. @type {import('@preact/signals').Signal<Route>} */
export const route = signal(parse());

/**
 * @param {string} page
 * @param {string} [id]
 * @returns {string} for an href
 */
export function hrefOf(page, id) {
  if (page === 'workspace') return '#/';
  return id ? `#/${page}/${id}` : `#/${page}`;
}

/**
 * Goes to a page.
 *
 * @param {string} page
 * @param {string} [id]
 */
export function go(page, id) {
  location.hash = hrefOf(page, id);
}

/** Pages whose ids are names of the core's, good in every session. */
const kLasting = new Set(['fault', 'rule']);

/** Follows the address from now on. An item's number means nothing in a new session. */
export function startRouter() {
  if (route.value.id !== '' && !kLasting.has(route.value.page)) go('workspace');
  addEventListener('hashchange', () => {
    route.value = parse();
  });
}
