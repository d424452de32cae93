// Templates: html`<p>${text}</p>` makes preact nodes. Text stays text; there is no way to pass markup.

import htm from 'htm';
import { h } from 'preact';

/** Makes nodes from a template. */
export const html = /** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */ (
  /** @type {unknown} */ (htm.bind(h))
);

/**
 * Joins class names; false and empty ones are left out.
 *
 * @param {...(string | false | null | undefined)} names
 */
export function classes(...names) {
  return names.filter(Boolean).join(' ');
}

let lastId = 0;

/** @returns {string} an id that no other element of the page has */
export function newId() {
  lastId += 1;
  return `e${lastId}`;
}
