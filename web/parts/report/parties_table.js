// Who accepts and who refuses, side by side, each in its own words.

import { change, question } from '../../app/question.js';
import { faults } from '../../app/catalogue.js';
import { hrefOf } from '../../app/router.js';
import { Badge } from '../findings.js';
import { classes, html, sentence, wholes } from '../html.js';
import { Section } from '../page.js';
import { ofOneMind, PrintedParties } from './printed_parties.js';

/** @import { Asked } from '../../app/checking.js' */
/** @import { PartyRow } from '../../worker/api' */

/** What a relying party would say; whatever was not looked up says so. @param {{ row: PartyRow }} props */
export function Words({ row }) {
  if (row.words.length === 0) return null;
  return html`<ul class="plain party-words">
    ${row.words.map(
      ({ product, code, name, text, certainty }) =>
        html`<li>
          <span class="quiet">${product}:</span>
          <code>${[code, name].filter(Boolean).join(' ')}</code>
          ${text && html`<span class="quiet">${text}</span>`}
          ${!['measured', 'documented'].includes(certainty) && html`<span class="chip">not verified</span>`}
        </li>`,
    )}
  </ul>`;
}

/** The addresses that it would have followed. @param {{ row: PartyRow }} props */
function Followed({ row }) {
  if (row.fetches.length === 0) return null;
  return html`<ul class="plain party-fetches">
    ${row.fetches.map(
      ({ url, outcome, text }) =>
        html`<li>
          <span class="quiet">${outcome === 'found' ? 'Fetched' : 'Looked at'}</span>
          <code>${url}</code>: ${text}
        </li>`,
    )}
  </ul>`;
}

/**
 * Its reason: what the verdict above or the row before says already is not said eighteen times.
 *
 * @param {PartyRow} row
 * @param {string} verdict
 * @param {PartyRow | undefined} before
 */
function reasonOf(row, verdict, before) {
  if (row.sentence === verdict) {
    return row.accepted ? 'By the path above.' : 'For the reason above.';
  }
  if (row.sentence !== before?.sentence) return wholes(row.sentence);
  return row.accepted ? 'In the same way.' : 'For the same reason.';
}

/** @param {{ row: PartyRow, before: PartyRow | undefined, verdict: string }} props */
function Row({ row, before, verdict }) {
  const chosen = question.value.party === row.id;
  const fault = faults().find(({ id }) => id === row.fault);
  return html`<tr class=${classes(chosen && 'row-chosen')} data-party=${row.id}>
    <th scope="row">${row.title}<span class="quiet">${row.kind}</span></th>
    <td>
      ${
        row.accepted
          ? html`<${Badge} tone="pass" icon="pass">Accepts<//>`
          : html`<${Badge} tone="error" icon="error">Refuses<//>`
      }
    </td>
    <td data-label="Why">
      <span>${reasonOf(row, verdict, before)}</span>
      ${fault && html` <a href=${hrefOf('fault', fault.id)}>${fault.title}</a>`}
      <${Words} row=${row} />
      <${Followed} row=${row} />
    </td>
    <td class="row-actions">
      ${
        chosen
          ? html`<span class="quiet">chosen</span>`
          : html`<button
              type="button"
              class="button small"
              aria-label="Look with its eyes: ${row.title}"
              onClick=${() => change(`Check as ${row.title} does`, { party: row.id })}
            >
              Look with its eyes
            </button>`
      }
    </td>
  </tr>`;
}

/** @param {{ parties: Asked | null }} props */
export function PartiesTable({ parties }) {
  if (parties === null) return null;
  const { verdict } = parties;
  const rows = ofOneMind(parties.rows).flat();
  return html`<${Section} title="Who accepts it" level=${3}>
    <p>${sentence(parties.sentence)}</p>
    <${PrintedParties} parties=${parties} verdict=${verdict} />
    <div class="table-box screen-only" tabindex="0" role="region" aria-label="Relying parties">
      <table class="parties by-party">
        <thead>
          <tr>
            <th scope="col">Relying party</th>
            <th scope="col">Verdict</th>
            <th scope="col">Why, and in which words</th>
            <th scope="col">Profile</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, index) =>
              html`<${Row}
                key=${row.id}
                row=${row}
                before=${rows[index - 1]}
                verdict=${verdict}
              />`,
          )}
        </tbody>
      </table>
    </div>
  <//>`;
}
