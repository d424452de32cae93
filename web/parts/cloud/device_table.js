// The devices: what each got, and why not.

import { readable } from '../../app/clock.js';
import { act } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';
import { StatusChip } from './status_chip.js';

/** @import { DeviceView, FleetView } from '../../worker/api' */

/** How a device belongs to the tenant. */
const kJoins = /** @type {Record<string, string>} */ ({
  registered: 'registered',
  entra: 'Entra-joined',
  hybrid: 'hybrid-joined',
});

/** @param {{ device: DeviceView }} props */
function OnDevice({ device }) {
  return html`${
    device.trusted.length > 0 &&
    html`<h4>Trusted certificates</h4>
      <ul class="plain">
        ${device.trusted.map(
          ({ title, store }) =>
            html`<li><bdi>${title}</bdi> <span class="quiet">${store}</span></li>`,
        )}
      </ul>`
  }
  ${
    device.identities.length > 0 &&
    html`<h4>Own certificates</h4>
      <ul class="plain">
        ${device.identities.map(
          (each) =>
            html`<li>
              <bdi>${each.subject}</bdi> <${StatusChip} status=${each.status} />
              <span class="quiet"
                >issued by <bdi>${each.issuer}</bdi>, until ${each.not_after.slice(0, 10)};
                ${each.store}</span
              >
            </li>`,
        )}
      </ul>`
  }`;
}

/** @param {{ device: DeviceView }} props */
function Device({ device }) {
  const action = useAction(({ signal }) =>
    act('fleet.check_in', { devices: [device.id] }, `${device.name} checks in`, signal),
  );
  const errors = device.results.filter(({ status }) => status === 'error');
  return html`<li class="card device" data-device=${device.name}>
    <div class="device-head">
      <div>
        <strong><bdi>${device.name}</bdi></strong>
        <p class="quiet">
          ${device.platform_title}; ${kJoins[device.join] ?? device.join};
          <bdi>${device.user_principal_name ?? 'no user'}</bdi>
        </p>
      </div>
      <div class="button-row">
        ${
          device.results.length > 0 &&
          html`<${StatusChip} status=${errors.length > 0 ? 'error' : 'succeeded'} />`
        }
        <button
          type="button"
          class="button small"
          disabled=${action.running.value}
          onClick=${action.run}
          aria-label="Let ${device.name} check in"
        >
          Check in
        </button>
      </div>
    </div>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
    ${errors.map(
      (result) =>
        html`<p class="note tone-error">
          <span
            ><strong><bdi>${result.profile}</bdi>:</strong> ${result.summary}. ${result.cure}.</span
          >
        </p>`,
    )}
    ${
      device.last_check_in !== null &&
      device.results.length === 0 &&
      html`<p class="quiet">Nothing is assigned to it.</p>`
    }
    ${
      (device.trusted.length > 0 || device.identities.length > 0) &&
      html`<details class="more">
        <summary>
          ${device.trusted.length} trusted, ${device.identities.length} own${' '}
          ${device.last_check_in !== null && html`<span class="quiet">since ${readable(device.last_check_in)}</span>`}
        </summary>
        <div class="more-body"><${OnDevice} device=${device} /></div>
      </details>`
    }
  </li>`;
}

/** @param {{ fleet: FleetView }} props */
export function DeviceTable({ fleet }) {
  return html`<p class="hint">
      A device that checks in gets the profiles that are assigned to it: it installs trusted
      certificates, then makes a key and a CSR for each SCEP profile.
      <${GroundMark} fact="trusted.root_first" />
    </p>
    <ul class="plain stack">
      ${fleet.devices.map((device) => html`<${Device} key=${device.id} device=${device} />`)}
    </ul>`;
}
