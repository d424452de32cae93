// A dialog that keeps the keyboard inside and closes with Escape: the browser's own.

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { html, newId } from './html.js';
import { Icon } from './icon.js';

/** @param {{ title: string, onClose: () => void, children: unknown }} props */
export function Dialog({ title, onClose, children }) {
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useMemo(newId, []);
  // At once: Escape and Tab are the dialog's from the moment that it is there.
  useLayoutEffect(() => {
    element.current?.showModal();
  }, []);
  return html`<dialog ref=${element} aria-labelledby=${id} onClose=${onClose}>
    <header class="dialog-head">
      <h2 id=${id}>${title}</h2>
      <button
        class="button icon-button"
        type="button"
        aria-label="Close"
        onClick=${() => element.current?.close()}
      >
        <${Icon} name="cancel" />
      </button>
    </header>
    <div class="dialog-body">${children}</div>
  </dialog>`;
}
