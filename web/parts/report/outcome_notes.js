// Under the verdict, at a glance: with whose eyes it was judged, how many others accept, and the story of the example.

import { parties } from '../../app/checking.js';
import { relyingParties } from '../../app/catalogue.js';
import { question } from '../../app/question.js';
import { html } from '../html.js';

/** @import { CheckParams, Parties } from '../../worker/api' */

/** Brings the table of relying parties into sight. */
function showParties() {
  const table = /** @type {HTMLElement | null} */ (
    document.querySelector('.report [aria-label="Relying parties"]')
  );
  table?.focus({ preventScroll: true });
  table?.scrollIntoView({ block: 'center' });
}

/** @param {Parties} parties */
function inWords({ rows, accepted_by: accepted, refused_by: refused }) {
  if (accepted === 0) return `None of ${rows.length} relying parties accepts it.`;
  if (refused === 0) return `All ${rows.length} relying parties accept it.`;
  return `Of ${rows.length} relying parties, ${accepted} accept it and ${refused} refuse.`;
}

/** @param {{ params: CheckParams }} props */
export function OutcomeNotes({ params }) {
  const party = relyingParties().find(({ id }) => id === params.relying_party);
  const { example } = question.value;
  const all = parties.value;
  return html`<div class="outcome-notes screen-only">
    <p>
      <strong>By whom:</strong> judged as
      ${party === undefined ? 'RFC 5280 says' : `${party.title} does`}.${' '}${
        all === null
          ? 'Relying parties are being asked…'
          : html`${inWords(all)}${' '}<button type="button" class="link" onClick=${showParties}>
                Who, and why
              </button>`
      }
    </p>
    ${example !== null && html`<p class="quiet"><strong>The example:</strong> ${example.story}</p>`}
  </div>`;
}
