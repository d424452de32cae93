// Light, dark, or as the system says.

import { effect, signal } from '@preact/signals';

import { readSetting, writeSetting } from './storage.js';

/** @typedef {'light' | 'dark'} Theme */

const kDark = matchMedia('(prefers-color-scheme: dark)');

/** @returns {Theme} */
function initial() {
  const kept = readSetting('theme');
  if (kept === 'light' || kept === 'dark') return kept;
  return kDark.matches ? 'dark' : 'light';
}

/** The look in use. */
export const theme = signal(initial());

/** Goes to the other look and remembers it. */
export function switchTheme() {
  theme.value = theme.value === 'light' ? 'dark' : 'light';
  writeSetting('theme', theme.value);
}

/** Applies the look, now and at every change; follows the system until a person has chosen. */
export function startTheme() {
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  kDark.addEventListener('change', () => {
    if (readSetting('theme') === null) theme.value = kDark.matches ? 'dark' : 'light';
  });
}
