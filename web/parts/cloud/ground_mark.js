// A small mark beside a statement about Cloud PKI: what it stands on, and where that is written.

import { say } from '../../app/messages.js';
import { facts } from '../../app/tenant.js';
import { classes, html } from '../html.js';

/** How each ground is told: a letter, never colour alone, and words for who points at it or listens. */
const kGrounds = /** @type {Record<string, { letter: string, words: string }>} */ ({
  documented: { letter: 'D', words: 'Documented by Microsoft' },
  observed: { letter: 'O', words: 'Observed in a real tenant' },
  rfc: { letter: 'R', words: 'A standard' },
  measured: { letter: 'M', words: 'Measured' },
  sense: { letter: '?', words: 'Assumed: not documented' },
});

/** @param {{ fact: string }} props the id of a fact */
export function GroundMark({ fact }) {
  const found = facts.value?.facts.find(({ id }) => id === fact);
  if (found === undefined) return null;
  const { letter, words } = kGrounds[found.ground];
  const text = `${words}: ${found.statement} (${found.source})`;
  // Not everybody can point at it: pressed, it tells the same as a message.
  return html`<button
    type="button"
    class=${classes('ground-mark', `ground-${found.ground}`)}
    title=${text}
    aria-label=${text}
    onClick=${(/** @type {Event} */ event) => {
      event.preventDefault();
      say('notice', words, `${found.statement} (${found.source})`);
    }}
  >
    ${letter}
  </button>`;
}

/** What the letters mean. */
export function GroundLegend() {
  return html`<p class="hint ground-legend">
    ${Object.entries(kGrounds).map(
      ([ground, { letter, words }]) =>
        html`<span
          ><span class=${classes('ground-mark', `ground-${ground}`)} aria-hidden="true"
            >${letter}</span
          >
          ${words}</span
        >`,
    )}
  </p>`;
}
