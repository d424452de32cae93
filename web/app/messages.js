// Short messages about what has just happened; screen readers hear them too.

import { signal } from '@preact/signals';

/** @typedef {{ id: number, tone: 'pass' | 'notice' | 'error', text: string, detail?: string }} Message */

/** Messages on show. @type {import('@preact/signals').Signal<Message[]>} */
export const messages = signal(/** @type {Message[]} */ ([]));

const kLifetime = 7000;
/** How many of each sort are shown: what tells of an error is not pushed away by what does not. */
const kAtOnce = 4;

/** @param {Message} message */
const isError = ({ tone }) => tone === 'error';
let last = 0;

/**
 * Shows a message. An error stays until it is dismissed.
 *
 * @param {Message['tone']} tone
 * @param {string} text
 * @param {string} [detail]
 */
export function say(tone, text, detail) {
  last += 1;
  const id = last;
  // The same again stands in the place of what it repeats.
  const former = messages.value.filter((each) => each.text !== text || each.tone !== tone);
  const all = [...former, { id, tone, text, detail }];
  const errors = all.filter(isError).slice(-kAtOnce);
  const others = all.filter((message) => !isError(message)).slice(-kAtOnce);
  messages.value = all.filter((message) => errors.includes(message) || others.includes(message));
  if (tone !== 'error') setTimeout(() => dismiss(id), kLifetime);
}

/** @param {number} id */
export function dismiss(id) {
  messages.value = messages.value.filter((message) => message.id !== id);
}
