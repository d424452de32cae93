// Who can talk to whom: a row for each device, a column for each relying party.

import { cellKey, estateView, matrix, verdictOf } from '../../app/estate.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';
import { outcomeOf } from './outcome.js';

/** @import { Signal } from '@preact/signals' */
/** @import { EstateCell, EstateDevice, EstateService } from '../../worker/api' */
/** @typedef {{ device: string | null, service: string | null }} Chosen what is looked at: both, or one of them */

/** Rows that are drawn; the others are found by their names. */
const kRows = 200;

/** @param {EstateCell | undefined} cell */
function whyOf(cell) {
  if (cell === undefined || cell.outcome === 'works') return '';
  const server = verdictOf(cell.of_server);
  const client = verdictOf(cell.of_client);
  const refusal = server !== null && !server.accepted ? server : client;
  return refusal?.why ?? '';
}

/** @param {{ device: EstateDevice, service: EstateService, chosen: Signal<Chosen> }} props */
function Cell({ device, service, chosen }) {
  const cell = matrix.value?.cells.get(cellKey(device.id, service.id));
  if (cell === undefined) return html`<td class="matrix-cell quiet">…</td>`;
  const { icon, word, tone } = outcomeOf(cell.outcome);
  const here = chosen.value.device === device.id && chosen.value.service === service.id;
  return html`<td class="matrix-cell">
    <button
      type="button"
      class=${classes('matrix-button', `tone-${tone}`, here && 'matrix-here')}
      aria-pressed=${here ? 'true' : 'false'}
      aria-label="${device.name} with ${service.name}: ${word}"
      title=${whyOf(cell)}
      data-outcome=${cell.outcome}
      onClick=${() => (chosen.value = { device: device.id, service: service.id })}
    >
      <${Icon} name=${icon} /><span>${word}</span>
    </button>
  </td>`;
}

/** @param {{ chosen: Signal<Chosen>, search: string }} props */
export function MatrixTable({ chosen, search }) {
  const view = estateView.value;
  if (view === null) return null;
  const wanted = search.trim().toLowerCase();
  const fitting = view.devices.filter(
    ({ name, platform_title: title }) =>
      name.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted),
  );
  const shown = fitting.slice(0, kRows);
  return html`<div class="table-box" tabindex="0" role="region" aria-label="Who can talk to whom">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Device</th>
            ${view.services.map(
              (service) =>
                html`<th scope="col">
                  <button
                    type="button"
                    class="link-button"
                    onClick=${() => (chosen.value = { device: null, service: service.id })}
                  >
                    <bdi>${service.name}</bdi>
                  </button>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (device) =>
              html`<tr>
                <th scope="row">
                  <button
                    type="button"
                    class="link-button"
                    onClick=${() => (chosen.value = { device: device.id, service: null })}
                  >
                    <bdi>${device.name}</bdi>
                  </button>
                  <span class="quiet">${device.platform_title.split(' (')[0]}</span>
                </th>
                ${view.services.map(
                  (service) =>
                    html`<${Cell}
                      key=${service.id}
                      device=${device}
                      service=${service}
                      chosen=${chosen}
                    />`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      fitting.length > shown.length &&
      html`<p class="hint">
        ${shown.length} of ${fitting.length} devices are shown; search for the others.
      </p>`
    }`;
}
