// On paper only: who accepts and who refuses, those of one mind together.

import { html } from '../html.js';

/** @import { Parties, PartyRow } from '../../worker/api' */

/**
 * Rows in groups of the same verdict for the same reason; those who refuse come first.
 *
 * @param {PartyRow[]} rows
 * @param {(row: PartyRow) => string} [keyOf] what those of one mind share
 * @returns {PartyRow[][]}
 */
export function ofOneMind(rows, keyOf = ({ sentence }) => sentence) {
  /** @type {Map<string, PartyRow[]>} */
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].sort(
    ([left], [right]) => Number(left.accepted) - Number(right.accepted),
  );
}

/** @param {{ parties: Parties, verdict: string }} props `verdict`: the report's sentence, which need not be said twice */
export function PrintedParties({ parties, verdict }) {
  return html`<ul class="plain print-only printed-parties" aria-hidden="true">
    ${ofOneMind(parties.rows, (row) => (row.accepted ? '' : row.sentence)).map(
      (group) =>
        html`<li>
          <strong>${group[0].accepted ? 'Accept' : 'Refuse'}:</strong>
          ${group.map(({ title }) => title).join('; ')}.${
            !group[0].accepted &&
            (group[0].sentence === verdict
              ? ' For the reason above.'
              : ` ${group[0].sentence.replace(/^Not accepted: /, '')}`)
          }
        </li>`,
    )}
  </ul>`;
}
