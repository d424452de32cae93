// Details whose body is drawn when they are opened, and not before: reports are long.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { html } from './html.js';

/** @param {{ summary: unknown, body: () => unknown, look?: string, begin?: boolean }} props `begin`: whether it is open at first */
export function Fold({ summary, body, look = '', begin = false }) {
  const open = useSignal(begin);
  useEffect(() => {
    open.value = begin;
  }, [begin]);
  return html`<details
    class=${look}
    open=${open.value}
    onToggle=${(/** @type {any} */ event) => (open.value = event.currentTarget.open)}
  >
    <summary>${summary}</summary>
    ${open.value && body()}
  </details>`;
}
