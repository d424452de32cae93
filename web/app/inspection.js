// What was dropped or pasted on the Inspect page, and what the core says that it is.

import { signal } from '@preact/signals';

import { Cancelled, findingOf } from '../worker/errors.js';
import { now } from './clock.js';
import { ask } from './session.js';
import { add } from './workspace.js';

/** @import { Finding, InspectedItem } from '../worker/api' */
/** @import { Draft, Item } from './workspace.js' */

/**
 * @typedef {object} Inspection
 * @property {string} source what was looked at: file names, or "pasted text"
 * @property {InspectedItem[]} items
 * @property {Finding[]} findings
 */

/** The last look at something. */
export const inspection = signal(/** @type {Inspection | null} */ (null));
export const inspecting = signal(false);
let asked = 0;

/**
 * Asks the core what is in some files or a text. A file may also be a Source of docs/api.md.
 *
 * @param {{ files: (File | { name: string, data: string })[] } | { text: string }} input
 * @param {AbortSignal} [abort]
 * @returns {Promise<{ items: InspectedItem[], findings: Finding[] }>}
 */
export async function recognise(input, abort) {
  const options = { signal: abort, label: 'Reading what you gave' };
  const result = await ask('inspect', { ...input, now: now() }, options);
  return { items: result.items, findings: result.findings ?? [] };
}

/**
 * @param {string} source
 * @param {{ files: File[] } | { text: string }} input
 */
async function inspect(source, input) {
  asked += 1;
  const turn = asked;
  // What was dropped last counts, whichever is read first.
  const show = (/** @type {Omit<Inspection, 'source'>} */ found) => {
    if (turn === asked) inspection.value = { source, ...found };
  };
  inspecting.value = true;
  try {
    show(await recognise(input));
  } catch (error) {
    if (!(error instanceof Cancelled)) show({ items: [], findings: [findingOf(error)] });
  } finally {
    if (turn === asked) inspecting.value = false;
  }
}

/** @param {File[]} files */
export function inspectFiles(files) {
  return inspect(files.map((file) => file.name).join(', '), { files });
}

/** @param {string} text */
export function inspectText(text) {
  return inspect('pasted text', { text });
}

/**
 * The workspace item that an inspected object would become; null for what the workspace does not keep.
 *
 * @param {InspectedItem} found
 * @returns {Draft | null}
 */
export function draftOf(found) {
  const { kind, private_key: key } = found;
  const description = /** @type {any} */ (found.description);
  if (kind === 'certificate' || kind === 'csr' || kind === 'crl') {
    return description && { kind, label: description.title, description };
  }
  if ((kind === 'private-key' || kind === 'encrypted-private-key') && key) {
    const half = description?.public_key ?? null;
    const label = half ? `${half.title} key` : `Encrypted key${found.name ? ` ${found.name}` : ''}`;
    return {
      kind: 'private-key',
      label,
      handle: key.handle,
      description: {
        kind: 'private-key',
        encrypted: kind === 'encrypted-private-key',
        public_key: half,
      },
    };
  }
  return null;
}

/**
 * Puts inspected objects into the workspace.
 *
 * @param {InspectedItem[]} found
 * @returns {Item[]}
 */
export function keep(found) {
  const drafts = found.map(draftOf).filter((draft) => draft !== null);
  const title = drafts.length === 1 ? `Add ${drafts[0].label}` : `Add ${drafts.length} items`;
  return add(title, drafts);
}
