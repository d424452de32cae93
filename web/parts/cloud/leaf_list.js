// The certificates that a CA has issued: the newest 1,000, with search, and revoking them.

import { useSignal } from '@preact/signals';

import { act, askTenant, lab } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { TextField } from '../form/controls.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';
import { useAnswer } from '../use_answer.js';
import { GroundMark } from './ground_mark.js';
import { StatusChip } from './status_chip.js';

/** @import { CaView, LeafRow } from '../../worker/api' */

/** @param {{ leaf: LeafRow, busy: boolean, onRevoke: (leaf: LeafRow) => void }} props */
function Row({ leaf, busy, onRevoke }) {
  return html`<tr>
    <th scope="row"><bdi class="cut">${leaf.subject}</bdi></th>
    <td data-label="Device"><bdi class="cut">${leaf.device_name}</bdi></td>
    <td data-label="Serial number"><code class="wrap">${leaf.serial}</code></td>
    <td data-label="Status"><${StatusChip} status=${leaf.status} /></td>
    <td data-label="Valid until">${leaf.not_after.slice(0, 10)}</td>
    <td>
      ${
        leaf.status === 'active' &&
        html`<button
          type="button"
          class="button small"
          aria-label="Revoke ${leaf.subject} of ${leaf.device_name}"
          disabled=${busy}
          onClick=${() => onRevoke(leaf)}
        >
          Revoke
        </button>`
      }
    </td>
  </tr>`;
}

/** @param {{ ca: CaView }} props */
export function LeafList({ ca }) {
  const search = useSignal('');
  const wanted = useSignal(/** @type {LeafRow | null} */ (null));
  const list = useAnswer(
    (abort) => askTenant('tenant.leaf.list', { ca: ca.id, search: search.value }, abort),
    [lab.value.tenant, search.value],
  );
  // The last list stays in sight while a person types.
  const rows = /** @type {{ leaves: LeafRow[], found: number, left_out: number } | null} */ (
    list.answer ?? list.former
  );
  const revoke = useAction(({ signal }) =>
    act(
      'tenant.leaf.revoke',
      { ca: ca.id, serial: wanted.value?.serial },
      `Revoke the certificate of ${wanted.value?.device_name}`,
      signal,
    ),
  );
  const all = useAction(({ signal }) =>
    act('tenant.leaf.revoke_all', { ca: ca.id }, `Revoke all certificates of ${ca.title}`, signal),
  );
  const revoking = revoke.running.value || all.running.value;
  const error = list.error ?? revoke.error.value ?? all.error.value;
  const reported = ca.reported_leaves;
  return html`<p>
      ${ca.leaves.active} active, ${ca.leaves.revoked} revoked, ${ca.leaves.expired} expired.
      <span class="quiet">
        The daily report says ${reported.active}, ${reported.revoked} and ${reported.expired}.
      </span>
      <${GroundMark} fact="tenant.report_daily" />
    </p>
    <div class="button-row">
      <${TextField} label="Search" value=${search} />
      <button
        type="button"
        class="button"
        disabled=${ca.leaves.active === 0 || revoking}
        onClick=${all.run}
      >
        Revoke all active ones
      </button>
    </div>
    ${error && html`<${FindingCard} finding=${error} />`}
    ${
      rows !== null &&
      rows.leaves.length > 0 &&
      html`<div class="table-box" tabindex="0" role="region" aria-label="Certificates">
        <table class="part-table stacked">
          <thead>
            <tr>
              <th scope="col">Subject</th>
              <th scope="col">Device</th>
              <th scope="col">Serial number</th>
              <th scope="col">Status <${GroundMark} fact="tenant.leaf_statuses" /></th>
              <th scope="col">Valid until</th>
              <th scope="col">Action</th>
            </tr>
          </thead>
          <tbody>
            ${rows.leaves.map(
              (leaf) =>
                html`<${Row}
                  key=${leaf.serial}
                  leaf=${leaf}
                  busy=${revoking || list.answer === null}
                  onRevoke=${(/** @type {LeafRow} */ chosen) => {
                    wanted.value = chosen;
                    revoke.run();
                  }}
                />`,
            )}
          </tbody>
        </table>
      </div>`
    }
    ${
      rows !== null &&
      rows.left_out > 0 &&
      html`<p class="note tone-notice">
        ${rows.left_out} older ones are not shown: the list has the newest 1,000.
        <${GroundMark} fact="tenant.list_1000" />
      </p>`
    }`;
}
