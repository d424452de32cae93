// Extension by extension: what the request asks for, what the profile has, what the certificate shall get.

import { FindingList } from './findings.js';
import { classes, html } from './html.js';

/** @import { Signal } from '@preact/signals' */
/** @import { ReviewRow, ReviewSide } from '../worker/api' */

const kChoices = /** @type {Record<string, string>} */ ({
  request: 'As requested',
  profile: 'As in the profile',
  merge: 'Both together',
  drop: 'Leave out',
});

/** @param {{ side: ReviewSide | null, taken: boolean }} props */
function Side({ side, taken }) {
  if (side === null) return html`<span class="quiet">none</span>`;
  return html`<span class=${classes('side', taken && 'side-taken')}>${side.text}</span>
    ${side.critical && html`<span class="chip">critical</span>`}`;
}

/** @param {{ row: ReviewRow, choices: Signal<Record<string, string>> }} props */
function Row({ row, choices }) {
  const choice = choices.value[row.oid] ?? row.default;
  const both = choice === 'merge';
  return html`<tr data-oid=${row.oid}>
    <th scope="row">${row.label}<span class="quiet code">${row.name} ${row.oid}</span></th>
    <td data-label="Requested">
      <${Side} side=${row.request} taken=${both || choice === 'request'} />
    </td>
    <td data-label="Profile">
      <${Side} side=${row.profile} taken=${both || choice === 'profile'} />
    </td>
    <td data-label="Certificate gets">
      <select
        aria-label="What the certificate gets for ${row.label}"
        value=${choice}
        onChange=${(/** @type {any} */ event) =>
          (choices.value = { ...choices.value, [row.oid]: event.currentTarget.value })}
      >
        ${row.choices.map(
          (each) =>
            html`<option value=${each} selected=${each === choice}>
              ${kChoices[each] ?? each}
            </option>`,
        )}
      </select>
      ${row.reason && html`<p class="hint">${row.reason}</p>`}
      <${FindingList} findings=${row.findings} />
    </td>
  </tr>`;
}

/** @param {{ rows: ReviewRow[], choices: Signal<Record<string, string>> }} props */
export function ReviewTable({ rows, choices }) {
  if (rows.length === 0) return html`<p class="quiet">Neither asks for any extension.</p>`;
  return html`<div class="table-box" tabindex="0" role="region" aria-label="Extensions">
    <table class="review">
      <thead>
        <tr>
          <th scope="col">Extension</th>
          <th scope="col">Requested</th>
          <th scope="col">Profile</th>
          <th scope="col">The certificate gets</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<${Row} key=${row.oid} row=${row} choices=${choices} />`)}
      </tbody>
    </table>
  </div>`;
}
