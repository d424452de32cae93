// Tabs: arrow keys move between them.

import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';

import { html, newId } from './html.js';

/** @typedef {{ id: string, label: string, body: () => unknown }} Tab */

/** @param {{ label: string, tabs: Tab[] }} props `label` names the whole group */
export function Tabs({ label, tabs }) {
  const prefix = useMemo(newId, []);
  const chosen = useSignal(tabs[0].id);
  const bar = useRef(/** @type {HTMLElement | null} */ (null));
  const current = tabs.find((tab) => tab.id === chosen.value) ?? tabs[0];

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = tabs.indexOf(current);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    chosen.value = next.id;
    /** @type {HTMLElement | null | undefined} */ (
      bar.current?.querySelector(`#${prefix}-${next.id}`)
    )?.focus();
  };

  return html`<div class="tabs">
    <div class="tab-bar" role="tablist" aria-label=${label} ref=${bar} onKeyDown=${onKeyDown}>
      ${tabs.map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            class="tab"
            id="${prefix}-${tab.id}"
            aria-selected=${tab === current ? 'true' : 'false'}
            aria-controls="${prefix}-body"
            tabindex=${tab === current ? 0 : -1}
            onClick=${() => (chosen.value = tab.id)}
          >
            ${tab.label}
          </button>`,
      )}
    </div>
    <div
      class="tab-body"
      role="tabpanel"
      id="${prefix}-body"
      aria-labelledby="${prefix}-${current.id}"
    >
      ${current.body()}
    </div>
  </div>`;
}
