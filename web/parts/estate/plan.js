// The plan: which certificate goes where, as the documents say, and what happens without it.

import { askEstate, titleOf } from '../../app/estate.js';
import { lab } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAnswer } from '../use_answer.js';

/** @import { EstatePlanRow } from '../../worker/api' */

const kNeeds = /** @type {Record<string, string>} */ ({
  required: 'required',
  recommended: 'recommended',
  'not-listed': 'not listed',
});

/** What happens without the certificate, in words. @param {EstatePlanRow} row */
function without(row) {
  const lost = row.works_with - row.works_without;
  if (row.conversations === 0) return 'Nobody talks.';
  if (lost <= 0) {
    return row.fetched_instead
      ? 'Nothing stops: it is fetched by AIA, or sent along.'
      : 'Nothing stops, as things are.';
  }
  const why = row.reason === null ? '' : `: ${row.reason.summary}`;
  return `${lost} of ${row.conversations} conversations stop${why}.`;
}

/** @param {{ row: EstatePlanRow }} props */
function Row({ row }) {
  return html`<tr data-part=${row.part}>
    <th scope="row">
      ${row.part_title}<span class="quiet"><bdi>${titleOf(row.certificate)}</bdi></span>
    </th>
    <td data-label="There">
      <span class="badge tone-${row.held ? 'pass' : 'warning'}"
        ><${Icon} name=${row.held ? 'pass' : 'warning'} />${row.held ? 'there' : 'missing'}</span
      >
    </td>
    <td data-label="The documents say">
      ${
        row.said.length === 0
          ? html`<span class="quiet">not in their tables</span>`
          : row.said.map(
              (each) =>
                html`<p>
                  <strong>${kNeeds[each.need] ?? each.need}</strong
                  >${each.remark ? `: ${each.remark}` : ''}
                  <span class="quiet">${each.source}, ${each.date}</span>
                </p>`,
            )
      }
    </td>
    <td data-label="By">${row.means.join('; ')}</td>
    <td data-label="Without it">${without(row)}</td>
  </tr>`;
}

export function PlanTables() {
  const { answer, error } = useAnswer(
    (abort) => askEstate('estate.plan', {}, abort),
    [lab.value.tenant, lab.value.estate],
  );
  if (error !== null) return html`<${FindingCard} finding=${error} />`;
  if (answer === null)
    return html`<p class="quiet">Every row is decided with and without its certificate…</p>`;
  const rows = /** @type {EstatePlanRow[]} */ (answer.rows);
  const groups = [...new Set(rows.map(({ id }) => id))].map((id) => {
    const own = rows.filter((row) => row.id === id);
    return { id, who: own[0].who, holder: own[0].holder, own };
  });
  return html`<p class="hint">
      What happens without a certificate is decided by this workbench, not copied from a table. Of
      each platform the first device stands for all.
    </p>
    ${groups.map(
      ({ id, who, holder, own }) =>
        html`<section key=${id} class="plan-group">
          <h2>${holder === 'device' ? 'Managed devices' : 'Relying party'}: <bdi>${who}</bdi></h2>
          <div class="table-box" tabindex="0" role="region" aria-label="Plan for ${who}">
            <table class="parties">
              <thead>
                <tr>
                  <th scope="col">Certificate</th>
                  <th scope="col">There</th>
                  <th scope="col">The documents say</th>
                  <th scope="col">By</th>
                  <th scope="col">Without it</th>
                </tr>
              </thead>
              <tbody>
                ${own.map((row) => html`<${Row} row=${row} />`)}
              </tbody>
            </table>
          </div>
        </section>`,
    )}`;
}
