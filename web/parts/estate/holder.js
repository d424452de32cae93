// What a device or a service holds, and what may be done to it: the what-ifs.

import {
  actOnServices,
  certificates,
  changeEstate,
  estateView,
  titleOf,
} from '../../app/estate.js';
import { SelectField } from '../form/controls.js';
import { html } from '../html.js';
import { Section } from '../page.js';
import { useSignal } from '@preact/signals';

/** @import { EstateChange, EstateDevice, EstateService } from '../../worker/api' */

/** @param {EstateChange} wanted @param {string} title */
function change(wanted, title) {
  changeEstate([wanted], title);
}

/** @param {{ holder: EstateDevice | EstateService, title: string, list: string[], empty: string }} props */
function StoreList({ holder, title, list, empty }) {
  return html`<div class="stack">
    <h3>${title}</h3>
    ${list.length === 0 && html`<p class="quiet">${empty}</p>`}
    <ul class="plain">
      ${list.map(
        (fingerprint) =>
          html`<li class="store-line">
            <span
              ><bdi>${titleOf(fingerprint)}</bdi>
              <span class="quiet">${certificates.value[fingerprint]?.role}</span></span
            >
            <button
              type="button"
              class="button small"
              aria-label="Take out ${titleOf(fingerprint)}, which ${holder.name} holds"
              onClick=${() =>
                change(
                  {
                    kind: 'remove',
                    holder: holder.id,
                    certificate: certificates.value[fingerprint].der,
                  },
                  `Take ${titleOf(fingerprint)} out of ${holder.name}`,
                )}
            >
              Take out
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** @param {{ holder: EstateDevice | EstateService }} props */
function Routes({ holder }) {
  const rows = /** @type {const} */ ([
    ['aia', 'Reaches the certificates of issuers (AIA)'],
    ['crl', 'Reaches the CRLs (CDP)'],
  ]);
  return html`<div class="stack">
    <h3>Network</h3>
    ${rows.map(
      ([key, label]) =>
        html`<label class="check-line"
          ><input
            type="checkbox"
            checked=${holder.routes[key]}
            onChange=${(/** @type {any} */ event) =>
              change(
                {
                  kind: `${event.currentTarget.checked ? 'open' : 'cut'}-${key}`,
                  holder: holder.id,
                },
                `${event.currentTarget.checked ? 'Open' : 'Cut'} a route of ${holder.name}`,
              )}
          />${label}</label
        >`,
    )}
  </div>`;
}

/** @param {{ holder: EstateDevice | EstateService }} props */
function Give({ holder }) {
  const chosen = useSignal('');
  const cas = Object.entries(certificates.value).filter(([, { role }]) => role !== 'leaf');
  /** @param {string} kind */
  const give = (kind) => {
    const found = certificates.value[chosen.value];
    if (found === undefined) return;
    change(
      { kind, holder: holder.id, certificate: found.der },
      `Give ${found.title} to ${holder.name}`,
    );
  };
  return html`<div class="stack">
    <h3>Give it a certificate</h3>
    <${SelectField}
      label="Certificate"
      value=${chosen}
      choices=${[
        { value: '', label: 'Choose…' },
        ...cas.map(([value, { title, role }]) => ({ value, label: `${title} (${role})` })),
      ]}
    />
    <div class="button-row">
      <button
        type="button"
        class="button small"
        disabled=${chosen.value === ''}
        onClick=${() => give('add-root')}
      >
        As a trusted root
      </button>
      <button
        type="button"
        class="button small"
        disabled=${chosen.value === ''}
        onClick=${() => give('add-intermediate')}
      >
        As an intermediate CA
      </button>
    </div>
  </div>`;
}

/** @param {{ service: EstateService }} props */
function ServiceSettings({ service }) {
  /** @param {string} kind @param {string} label @param {string} now @param {string[][]} choices */
  const select = (kind, label, now, choices) =>
    html`<label class="field"
      ><span class="field-label">${label}</span
      ><select
        class="input"
        value=${now}
        onChange=${(/** @type {any} */ event) =>
          change(
            { kind, holder: service.id, word: event.currentTarget.value },
            `${label} of ${service.name}: ${event.currentTarget.value}`,
          )}
      >
        ${choices.map(([value, text]) => html`<option value=${value} selected=${value === now}>${text}</option>`)}
      </select></label
    >`;
  return html`<div class="stack">
    <h3>Settings</h3>
    ${select('revocation', 'Revocation', service.revocation, [
      ['as-product', 'as the product comes'],
      ['off', 'not checked'],
      ['required', 'required, whole chain'],
    ])}
    ${select('supply', 'CRLs without fetching', service.crl_supply, [
      ['job', 'a job fetches them'],
      ['none', 'none'],
      ['files', 'files it was given'],
    ])}
    ${select('accounts', 'Accounts', service.accounts, [
      ['none', 'the chain is enough'],
      ['active-directory', 'Active Directory: NTAuth and strong mapping'],
    ])}
    <div class="button-row">
      ${
        service.sent.length > 0 &&
        html`<button
            type="button"
            class="button small"
            onClick=${() => change({ kind: 'renew-server', holder: service.id }, `Renew the certificate of ${service.name}`)}
          >
            Renew its certificate</button
          ><button
            type="button"
            class="button small"
            disabled=${service.sent.length < 2}
            onClick=${() => change({ kind: 'send-leaf-alone', holder: service.id }, `${service.name} sends its certificate alone`)}
          >
            Let it send its certificate alone
          </button>`
      }
      <button
        type="button"
        class="button small"
        onClick=${() => actOnServices('estate.remove_service', { service: service.id }, `Remove ${service.name}`)}
      >
        Remove it
      </button>
    </div>
  </div>`;
}

/** @param {{ id: string }} props */
export function HolderView({ id }) {
  const view = estateView.value;
  const device = view?.devices.find((each) => each.id === id);
  const service = view?.services.find((each) => each.id === id);
  const holder = device ?? service;
  if (holder === undefined) return null;
  const own = device?.identities.map(({ certificate }) => certificate) ?? [];
  return html`<${Section} title="What ${holder.name} holds" level=${2}>
    <p class="quiet">
      ${device ? device.platform_title : service?.kind_title}${holder.party ? `; judges as ${holder.party}` : ''}${service ? `; ${service.membership === 'domain' ? 'in the domain' : 'not in the domain'}` : ''}
    </p>
    <div class="holder-grid">
      <${StoreList}
        holder=${holder}
        title="Trusted roots"
        list=${holder.roots}
        empty="It trusts nobody."
      />
      <${StoreList}
        holder=${holder}
        title="Intermediate CAs"
        list=${holder.intermediates}
        empty="None."
      />
      ${device && html`<${StoreList} holder=${device} title="Its own certificates" list=${own} empty="It has none." />`}
      ${
        service &&
        service.sent.length > 0 &&
        html`<div>
          <h3>It sends</h3>
          <ul class="plain">
            ${service.sent.map((each) => html`<li><bdi>${titleOf(each)}</bdi></li>`)}
          </ul>
        </div>`
      }
      <${Routes} holder=${holder} />
      <${Give} holder=${holder} />
      ${service && html`<${ServiceSettings} service=${service} />`}
    </div>
  <//>`;
}
