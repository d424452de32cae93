// Files that leave the page, and the workspace file in both directions.

import { say } from './messages.js';
import { now } from './clock.js';
import { go } from './router.js';
import { ask } from './session.js';
import { add, certificates, crls, items, keys, markSaved, requests } from './workspace.js';
import { Cancelled, findingOf } from '../worker/errors.js';

/** @import { Draft, Item } from './workspace.js' */

/**
 * Saves a file.
 *
 * @param {string} name
 * @param {Blob} content
 */
export function download(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/**
 * @param {string} base64
 * @param {string} type
 */
export function blobOf(base64, type) {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], {
    type,
  });
}

/** @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    say('pass', 'Copied.');
  } catch {
    say('error', 'The browser did not allow copying. Select the text and copy it by hand.');
  }
}

/** @param {Item} item */
function forFile(item) {
  const data = item.kind === 'private-key' ? { handle: item.handle } : item.description.pem;
  return { kind: item.kind, label: item.label, data };
}

/** Saves the workspace to a file; the keys in it are not encrypted. */
export async function saveWorkspace() {
  try {
    const time = now();
    const { file } = await ask(
      'workspace.write',
      { items: items.value.map(forFile), now: time },
      { label: 'Saving the workspace' },
    );
    download(`workspace-${time.slice(0, 10)}.pkiwb`, file);
    markSaved();
    say('pass', 'The workspace was saved to a file.');
  } catch (error) {
    report(error);
  }
}

/**
 * Adds what is in a workspace file.
 *
 * @param {File} file
 */
export async function openWorkspaceFile(file) {
  try {
    const wasEmpty = items.value.length === 0;
    const result = await ask(
      'workspace.read',
      { text: { textOf: file } },
      { label: 'Opening the workspace' },
    );
    const drafts = result.items.map(draftFromFile);
    const before = items.value.length;
    add(`Open ${file.name}`, drafts);
    if (wasEmpty) markSaved();
    go('workspace');
    const text = `${items.value.length - before} of ${drafts.length} items from ${file.name} were added.`;
    say('pass', text);
    for (const finding of result.findings ?? []) say('notice', finding.summary, finding.cure);
  } catch (error) {
    report(error);
  }
}

/**
 * @param {any} stored an item as workspace.read gives it
 * @returns {Draft}
 */
function draftFromFile({ kind, label, description, private_key: key }) {
  const title = description.title ?? description.public_key?.title ?? 'Key';
  const draft = { kind, label: label ?? title, description };
  return kind === 'private-key' ? { ...draft, handle: key.handle } : draft;
}

/** @param {unknown} error */
function report(error) {
  if (error instanceof Cancelled) return;
  const finding = findingOf(error);
  say('error', finding.summary, finding.cure);
}

/** @returns {string} what a workspace file would hold, for the person who is about to save it */
export function contentsText() {
  const parts = [
    [certificates.value.length, 'certificate'],
    [requests.value.length, 'request'],
    [crls.value.length, 'CRL'],
    [keys.value.length, 'private key'],
  ];
  return parts
    .filter(([count]) => Number(count) > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ');
}
