// The audit log, newest first.

import { readable } from '../../app/clock.js';
import { html } from '../html.js';
import { GroundMark } from './ground_mark.js';

/** @param {{ events: { at: string, activity: string, object: string, detail: string }[] }} props */
export function AuditLog({ events }) {
  if (events.length === 0) return html`<p class="quiet">Nothing was done yet.</p>`;
  return html`<details class="more">
    <summary>${events.length} entries <${GroundMark} fact="tenant.audit" /></summary>
    <div class="table-box" tabindex="0" role="region" aria-label="Audit log">
      <table class="part-table stacked">
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Activity</th>
            <th scope="col">Target</th>
            <th scope="col">Detail</th>
          </tr>
        </thead>
        <tbody>
          ${events.map(
            (event) =>
              html`<tr>
                <td data-label="Date">${readable(event.at)}</td>
                <td data-label="Activity">${event.activity}</td>
                <td data-label="Target"><bdi class="cut">${event.object}</bdi></td>
                <td data-label="Detail"><bdi class="cut">${event.detail}</bdi></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
