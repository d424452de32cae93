// The example that was loaded: its story above the check, its lesson and what was to be found on demand.

import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { MadeExample } from '../../worker/api' */

/** @param {{ example: MadeExample, onClose: () => void }} props */
export function ExampleCard({ example, onClose }) {
  const { title, story, lesson, expected } = example;
  return html`<section
    class="card example-card"
    data-example=${example.id}
    aria-label="Example: ${title}"
  >
    <header class="card-head">
      <div class="card-title"><h2>Example: ${title}</h2></div>
      <button
        type="button"
        class="button icon-button"
        aria-label="Close the example"
        onClick=${onClose}
      >
        <${Icon} name="cancel" />
      </button>
    </header>
    <p>${story}</p>
    <details class="more">
      <summary>Solution</summary>
      <div class="more-body">
        <p>${lesson}</p>
        <p class="quiet">
          It is meant to be
          ${expected.accepted ? ' accepted.' : ' refused'}${
            expected.rule && html` by <code>${expected.rule}</code>.`
          }
        </p>
      </div>
    </details>
  </section>`;
}
