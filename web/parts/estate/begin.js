// Where there is no estate yet: what it needs, and ready labs.

import { useSignal } from '@preact/signals';

import { createEstate } from '../../app/estate.js';
import { hrefOf } from '../../app/router.js';
import { lab, makeReadyLab, view } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Empty, Section } from '../page.js';
import { useAction } from '../use_action.js';

const kReady = /** @type {const} */ ([
  {
    model: 'cloud-root',
    label: 'Root CA in the cloud',
    hint: 'A root CA and an issuing CA of Cloud PKI; the servers have a private PKI of their own.',
  },
  {
    model: 'byoca',
    label: 'BYOCA',
    hint: 'An issuing CA in the cloud that a private PKI has signed; the servers are of the same PKI.',
  },
  {
    model: 'both',
    label: 'Both in one tenant',
    hint: 'Computers by a root CA in the cloud, phones by a BYOCA.',
  },
]);

/** Ready labs, for who wants to see an estate before making one. */
function ReadyLabs() {
  const wanted = useSignal(/** @type {(typeof kReady)[number]} */ (kReady[0]));
  const make = useAction(({ signal }) =>
    makeReadyLab(wanted.value.model, `Make the lab: ${wanted.value.label}`, signal),
  );
  return html`<${Section} title="Or begin with a ready lab">
    <ul class="plain ready-labs">
      ${kReady.map(
        (each) =>
          html`<li key=${each.model} class="card stack">
            <p>${each.hint}</p>
            <p>
              <button
                type="button"
                class="button"
                disabled=${make.running.value}
                onClick=${() => {
                  wanted.value = each;
                  make.run();
                }}
              >
                <${Icon} name="add" />${
                  make.running.value && wanted.value === each ? 'Making it…' : each.label
                }
              </button>
            </p>
          </li>`,
      )}
    </ul>
    ${
      make.running.value &&
      html`<p class="button-row">
        <progress aria-label="Making the lab"></progress>
        <button type="button" class="button small" onClick=${make.cancel}>Cancel</button>
      </p>`
    }
    ${make.error.value && html`<${FindingCard} finding=${make.error.value} />`}
    <p class="hint">
      Each has ten devices of four platforms that have checked in, and a relying party of every
      kind. Their keys are made here, which takes some seconds.
    </p>
  <//>`;
}

export function Begin() {
  const issuing = view.value?.cas.some(
    ({ kind, versions }) => kind !== 'root' && versions.some(({ status }) => status === 'Active'),
  );
  const devices = (view.value?.fleet.devices.length ?? 0) > 0;
  const action = useAction(({ signal }) =>
    createEstate({ withPki: lab.value.pki !== null }, signal),
  );
  if (!issuing || !devices) {
    return html`<${Empty} title="An estate needs a tenant first">
      <p>
        ${
          !issuing
            ? html`In <a href=${hrefOf('cloud')}>Cloud PKI</a>, create a root CA and an issuing CA,
                or a BYOCA whose request a private CA signs.`
            : html`Under <a href=${hrefOf('cloud-devices')}>Devices</a>, enrol devices and make
                their profiles.`
        }
      </p>
      ${view.value === null && html`<${ReadyLabs} />`}
    <//>`;
  }
  return html`<${Empty} title="No estate yet">
    <p>
      One relying party of every kind is set up around the tenant's devices: Wi-Fi with NPS and
      FreeRADIUS, a VPN gateway, IIS, nginx, Apache, Microsoft Entra CBA, and a TLS site. Their
      server certificates come from
      ${lab.value.pki === null ? 'a PKI of their own' : 'the private PKI of the lab'}; everybody is
      given what the documents want. Then take something away.
    </p>
    <p>
      <button
        type="button"
        class="button primary"
        disabled=${action.running.value}
        onClick=${action.run}
      >
        <${Icon} name="add" />${action.running.value ? 'Making it…' : 'Make the estate'}
      </button>
    </p>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
  <//>`;
}
