// The tenant's clock: what time it is there, and moving it on.

import { useSignal } from '@preact/signals';

import { readable } from '../../app/clock.js';
import {
  act,
  redo,
  redoTenant,
  saveTenant,
  told,
  undo,
  undoTenant,
  view,
} from '../../app/tenant.js';
import { changing } from '../../app/turns.js';
import { FindingList } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';

const kSteps = /** @type {{ label: string, by: object }[]} */ ([
  { label: '3½ days', by: { days: 3, hours: 12 } },
  { label: '8 days', by: { days: 8 } },
  { label: '3 months', by: { months: 3 } },
  { label: '1 year', by: { years: 1 } },
  { label: '5 years', by: { years: 5 } },
]);

/** @import { Finding } from '../../worker/api' */

/** What an action told: long lists of events stay folded. @param {{ findings: Finding[], title: string }} props */
function Told({ findings, title }) {
  const events = findings.filter(({ rule }) => rule.startsWith('cloudpki.tenant.event.'));
  const others = findings.filter(({ rule }) => !rule.startsWith('cloudpki.tenant.event.'));
  const refused = others.some(({ severity }) => ['error', 'fatal'].includes(severity));
  return html`<div class="told" role="status">
    <p><strong>${refused ? 'Refused' : 'Done'}:</strong> ${title}.</p>
    <${FindingList} findings=${others} />
    ${
      events.length > 0 &&
      html`<details class="more" open=${events.length <= 6}>
        <summary>What happened meanwhile (${events.length})</summary>
        <ol class="plain event-list">
          ${events.map(({ summary }) => html`<li><bdi>${summary}</bdi></li>`)}
        </ol>
      </details>`
    }
  </div>`;
}

/** Undo, redo, and the file. */
function Keep() {
  return html`<div class="button-row">
    <button
      type="button"
      class="button small"
      disabled=${undoTenant.value === null || changing.value}
      title=${undoTenant.value ?? ''}
      onClick=${undo}
    >
      <${Icon} name="undo" />Undo
    </button>
    <button
      type="button"
      class="button small"
      disabled=${redoTenant.value === null || changing.value}
      title=${redoTenant.value ?? ''}
      onClick=${redo}
    >
      <${Icon} name="redo" />Redo
    </button>
    <button type="button" class="button small" onClick=${saveTenant}>
      <${Icon} name="save" />Save the tenant
    </button>
  </div>`;
}

/** @param {{ bare?: boolean }} props `bare`: without undo and saving, where the page has them already */
export function ClockBar({ bare = false }) {
  const by = useSignal(/** @type {object} */ ({}));
  const label = useSignal('');
  const action = useAction(({ signal }) =>
    act('tenant.clock', { by: by.value }, `Move the clock by ${label.value}`, signal),
  );
  if (view.value === null) return null;
  return html`<div class="clock-bar">
      <p class="clock-now">
        <${Icon} name="clock" /><span
          >In the tenant it is <strong>${readable(view.value.clock)}</strong></span
        >
        <${GroundMark} fact="tenant.crl_days" />
      </p>
      ${!bare && html`<${Keep} />`}
      <div class="button-row clock-steps" role="group" aria-label="Move the clock forward by">
        <span class="hint">Move the clock forward by</span>
        ${kSteps.map(
          (step) =>
            html`<button
              type="button"
              class="button small"
              disabled=${action.running.value}
              onClick=${() => {
                by.value = step.by;
                label.value = step.label;
                action.run();
              }}
            >
              + ${step.label}
            </button>`,
        )}
      </div>
    </div>
    ${action.error.value && html`<${FindingList} findings=${[action.error.value]} />`}
    ${told.value !== null && html`<${Told} ...${told.value} />`}`;
}
