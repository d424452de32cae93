// What-ifs that concern more than one store: the clock, CRLs, profiles, the CAs, a device's certificates, the model.

import { useSignal } from '@preact/signals';

import { readable } from '../../app/clock.js';
import { changeEstate, estateView } from '../../app/estate.js';
import { view } from '../../app/tenant.js';
import { enrolWith, renewAtOnce, revokeDevice, unassign } from '../../app/what_if.js';
import { stored } from '../cloud/profile_lists.js';
import { ClockBar } from '../cloud/clock_bar.js';
import { FindingCard } from '../findings.js';
import { SelectField } from '../form/controls.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Section } from '../page.js';
import { useAction } from '../use_action.js';

/** @import { CaView, EstateView, TrustedProfileView } from '../../worker/api' */

/** A button that does something once at a time, and what went wrong.
 * @param {{ label: string, name?: string, disabled?: boolean, act: (abort: AbortSignal) => Promise<unknown> }} props
 * `name`: what it is called where several are alike; it begins with the label */
function Do({ label, name = label, disabled = false, act }) {
  const action = useAction(({ signal }) => act(signal));
  return html`<button
      type="button"
      class="button small"
      aria-label=${name}
      disabled=${disabled || action.running.value}
      onClick=${action.run}
    >
      ${action.running.value ? 'Working…' : label}
    </button>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}`;
}

/** @param {{ crl: EstateView['crls'][number] }} props */
function CrlRow({ crl }) {
  const { url, issuer, next_update: until, lapsed } = crl;
  const kind = lapsed ? 'restore-crl' : 'lapse-crl';
  const label = lapsed ? 'Publish it again' : 'Let it lapse';
  return html`<tr data-crl=${url}>
    <th scope="row">
      <bdi>${issuer}</bdi><span class="quiet"><bdi>${url}</bdi></span>
    </th>
    <td data-label="State">
      <span class="badge tone-${lapsed ? 'warning' : 'pass'}"
        ><${Icon} name=${lapsed ? 'warning' : 'pass'} />${lapsed ? 'lapsed' : 'published'}</span
      >
      ${until !== null && html`<span class="quiet line">next update ${readable(until)}</span>`}
    </td>
    <td>
      <${Do}
        label=${label}
        name="${label}: ${issuer}, ${url}"
        act=${(/** @type {AbortSignal} */ abort) =>
          changeEstate([{ kind, word: url }], `${label}: the CRL of ${issuer}`, abort)}
      />
    </td>
  </tr>`;
}

/** The profiles that bring one certificate, a line for each platform.
 * @param {{ profiles: TrustedProfileView[] }} props */
function ProfileRow({ profiles }) {
  const { certificate_title: title, certificate_role: role } = profiles[0];
  return html`<tr data-profiles=${title}>
    <th scope="row"><bdi>${title}</bdi><span class="quiet">${role}</span></th>
    <td>
      <ul class="plain">
        ${profiles.map(
          (profile) =>
            html`<li key=${profile.id} class="store-line">
              <span
                >${profile.platform_title}
                ${profile.groups.length === 0 && html`<span class="quiet">assigned to nobody</span>`}</span
              >
              <${Do}
                label="Unassign"
                name="Unassign ${profile.name}"
                disabled=${profile.groups.length === 0}
                act=${(/** @type {AbortSignal} */ abort) =>
                  unassign(stored(profile), profile.name, abort)}
              />
            </li>`,
        )}
      </ul>
    </td>
  </tr>`;
}

/** @param {{ ca: CaView }} props */
function CaRow({ ca }) {
  const renew = ca.actions.find(({ action }) => action === 'renew');
  const active = ca.versions.some(({ status }) => status === 'Active');
  return html`<tr data-ca=${ca.id}>
    <th scope="row">
      <bdi>${ca.title}</bdi
      ><span class="quiet">${ca.kind === 'byoca' ? 'BYOCA' : 'under a root CA of Cloud PKI'}</span>
    </th>
    <td>
      ${
        ca.kind === 'byoca'
          ? html`<span class="quiet">A BYOCA is renewed on its own page: a private CA signs.</span>`
          : html`<${Do}
                label="Renew with a new key"
                name="Renew with a new key: ${ca.title}"
                disabled=${renew?.possible !== true}
                act=${(/** @type {AbortSignal} */ abort) => renewAtOnce(ca, abort)}
              />
              ${renew?.why_not && html`<span class="hint">${renew.why_not.summary}</span>`}`
      }
    </td>
    <td>
      <${Do}
        label="Enrol all devices with it"
        name="Enrol all devices with it: ${ca.title}"
        disabled=${!active}
        act=${async (/** @type {AbortSignal} */ abort) => {
          if (view.value !== null) await enrolWith(ca, view.value.fleet, abort);
        }}
      />
    </td>
  </tr>`;
}

/** @param {{ devices: EstateView['devices'], cas: CaView[] }} props */
function RevokeDevice({ devices, cas }) {
  const chosen = useSignal('');
  const none = useSignal('');
  const device = devices.find(({ id }) => id === chosen.value);
  return html`<div class="stack">
    <${SelectField}
      label="Device"
      value=${chosen}
      choices=${[
        { value: '', label: 'Choose…' },
        ...devices.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
    <div class="button-row">
      <${Do}
        label="Revoke its certificates"
        disabled=${device === undefined}
        act=${async (/** @type {AbortSignal} */ abort) => {
          if (device === undefined) return;
          const count = await revokeDevice(device, cas, abort);
          none.value = count === 0 ? `${device.name} has no active certificate.` : '';
        }}
      />
    </div>
    ${none.value !== '' && html`<p role="status">${none.value}</p>`}
    <p class="hint">
      A relying party that keeps a CRL until it runs out accepts a revoked certificate until then;
      move the clock to see the next one.
    </p>
  </div>`;
}

/** A table whose caption is the heading above it.
 * @param {{ label: string, columns: string[], rows: unknown }} props */
function Rows({ label, columns, rows }) {
  return html`<div class="table-box" tabindex="0" role="region" aria-label=${label}>
    <table class="parties">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

export function WhatIf() {
  const estate = estateView.value;
  const tenant = view.value;
  if (estate === null || tenant === null) return null;
  const issuing = tenant.cas.filter(({ kind }) => kind !== 'root');
  const profiles = tenant.fleet.trusted_profiles;
  const certificates = [...new Set(profiles.map(({ certificate }) => certificate))];
  return html`<div class="stack" data-what-if>
    <p class="hint">
      Each of these is one step that can be undone; devices check in afterwards, and what changes
      stands above. Under <em>Who can talk to whom</em>, choose a device or a relying party to
      change its own stores, routes and settings.
    </p>
    <${Section} title="The clock" level=${2}><${ClockBar} bare=${true} /><//>
    <${Section} title="CRLs" level=${2}>
      <${Rows}
        label="CRLs"
        columns=${['CRL of', 'State', 'What if']}
        rows=${estate.crls.map((crl) => html`<${CrlRow} key=${crl.url} crl=${crl} />`)}
      />
    <//>
    <${Section} title="Trusted certificate profiles" level=${2}>
      <${Rows}
        label="Trusted certificate profiles"
        columns=${['Certificate', 'Profiles']}
        rows=${certificates.map(
          (wanted) =>
            html`<${ProfileRow}
              key=${wanted}
              profiles=${profiles.filter(({ certificate }) => certificate === wanted)}
            />`,
        )}
      />
    <//>
    <${Section} title="Issuing CAs" level=${2}>
      <p class="hint">
        Devices that enrol with another CA keep what they trust, and get what they need for it.
        Relying parties keep what they hold: that is what breaks when the model is changed.
      </p>
      <${Rows}
        label="Issuing CAs"
        columns=${['CA', 'Renewal', 'Model']}
        rows=${issuing.map((ca) => html`<${CaRow} key=${ca.id} ca=${ca} />`)}
      />
    <//>
    <${Section} title="A lost device" level=${2}>
      <${RevokeDevice} devices=${estate.devices} cas=${issuing} />
    <//>
  </div>`;
}
