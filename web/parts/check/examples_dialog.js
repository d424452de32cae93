// The prepared chains: one press loads one and checks it.

import { examples } from '../../app/catalogue.js';
import { Dialog } from '../dialog.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @param {{ onPick: (id: string) => void, onClose: () => void }} props */
export function ExamplesDialog({ onPick, onClose }) {
  const all = examples();
  return html`<${Dialog} title="Examples" onClose=${onClose}>
    <p>
      Each is made anew, with keys of its own, and checked. Read its story, look for the reason, try
      to mend it. What was asked before can be taken back.
    </p>
    ${all.length === 0 && html`<p class="quiet">Reading the list…</p>`}
    <ul class="plain example-list">
      ${all.map(
        ({ id, title, lesson, accepted }) =>
          html`<li key=${id}>
            <button type="button" class="example" data-example=${id} onClick=${() => onPick(id)}>
              <span class=${accepted ? 'tone-pass' : 'tone-error'}>
                <${Icon} name=${accepted ? 'pass' : 'error'} />
              </span>
              <span>
                <strong>${title}</strong>
                <span class="quiet">${accepted ? 'Accepted' : 'Refused'}. ${lesson}</span>
              </span>
            </button>
          </li>`,
      )}
    </ul>
  <//>`;
}
