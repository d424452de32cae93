// Templates: html`<p>${text}</p>` makes preact nodes. Text stays text; there is no way to pass markup.

import htm from 'htm';
import { h } from 'preact';

const build = /** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */ (
  /** @type {unknown} */ (htm.bind(h))
);

/** Templates with their line breaks made spaces, as HTML reads them; htm alone would drop them. */
const kFlattened = /** @type {WeakMap<TemplateStringsArray, TemplateStringsArray>} */ (
  new WeakMap()
);

/**
 * Makes nodes from a template.
 *
 * @param {TemplateStringsArray} strings
 * @param {...any} values
 * @returns {any}
 */
export function html(strings, ...values) {
  let flat = kFlattened.get(strings);
  if (flat === undefined) {
    const texts = strings.map((text) => text.replaceAll(/\s*\n\s*/g, ' '));
    // A template is trimmed as a whole: a space around it would be a node of its own.
    texts[0] = texts[0].trimStart();
    texts[texts.length - 1] = texts[texts.length - 1].trimEnd();
    flat = /** @type {TemplateStringsArray} */ (/** @type {unknown} */ (texts));
    kFlattened.set(strings, flat);
  }
  return build(flat, ...values);
}

/**
 * Joins class names; false and empty ones are left out.
 *
 * @param {...(string | false | null | undefined)} names
 */
export function classes(...names) {
  return names.filter(Boolean).join(' ');
}

/** What a line should not be broken in: a time, and the clause in brackets at the end of a sentence. */
const kUnbroken = /(\d{4}-\d\d-\d\dT[\d:.]+Z|\((?:RFC|CA\/B) .*\)\.?$)/;

/**
 * A sentence whose times and clauses stay in one piece where there is room.
 *
 * @param {string} text
 * @returns {unknown[]} nodes
 */
export function wholes(text) {
  return text
    .split(kUnbroken)
    .map((part, index) => (index % 2 === 0 ? part : html`<span class="unbroken">${part}</span>`));
}

/**
 * Texts of the core's tables end without a full stop.
 *
 * @param {string} text
 */
export function sentence(text) {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

let lastId = 0;

/** @returns {string} an id that no other element of the page has */
export function newId() {
  lastId += 1;
  return `e${lastId}`;
}
