// Cloud PKI: the tenant, its CAs in a list as the admin centre has them, and what it publishes.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { useDrops } from '../app/drops.js';
import { hrefOf } from '../app/router.js';
import { createTenant, loadFacts, openTenant, view } from '../app/tenant.js';
import { AuditLog } from '../parts/cloud/audit_log.js';
import { CaTable } from '../parts/cloud/ca_table.js';
import { ClockBar } from '../parts/cloud/clock_bar.js';
import { GroundLegend, GroundMark } from '../parts/cloud/ground_mark.js';
import { TenantSettings } from '../parts/cloud/tenant_settings.js';
import { FileButton } from '../parts/file_button.js';
import { SelectField, TextField } from '../parts/form/controls.js';
import { Form } from '../parts/form/form.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Empty, Page, Section } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

const kIntro = html`Microsoft Cloud PKI is the certification authority in Intune. Here a tenant of
  it is simulated: with a <strong>root CA</strong> and <strong>issuing CAs</strong> in the cloud, or
  with an issuing CA whose request (<strong>CSR</strong>) your own CA signs
  (<strong>BYOCA</strong>).`;

function NewTenant() {
  const name = useSignal('Contoso');
  const cap = useSignal('3');
  const licence = useSignal('licensed');
  const action = useAction(() =>
    createTenant({
      name: name.value,
      settings: { ca_cap: Number(cap.value), licence: licence.value },
    }),
  );
  return html`<${Form} action=${action} submit="Create the tenant" icon="add" label="Tenant">
      <div class="field-grid">
        <${TextField} label="Organization" value=${name} required />
        <${SelectField}
          label="CAs that a tenant may have"
          value=${cap}
          hint="Root, issuing and BYOCA issuing CAs all count."
          choices=${[
            { value: '3', label: '3, as documented in 2026' },
            { value: '6', label: '6, as documented in 2024' },
          ]}
        />
        <${SelectField}
          label="Licence"
          value=${licence}
          choices=${[
            { value: 'licensed', label: 'Licensed: keys in hardware (HSM)' },
            { value: 'trial', label: 'Trial: software keys' },
          ]}
        />
      </div>
      <p class="hint">
        Nothing leaves this tab. <${GroundMark} fact="tenant.cap_3" />
        <${GroundMark} fact="tenant.platform" />
      </p>
    <//>
    <p>
      <${FileButton}
        label="Open a saved tenant…"
        multiple=${false}
        accept=".json"
        onFiles=${openFirst}
      />
    </p>`;
}

/** @param {File[]} files */
function openFirst(files) {
  if (files.length > 0) openTenant(files[0]);
}

export function CloudPage() {
  useEffect(() => {
    loadFacts();
  }, []);
  useDrops(openFirst);
  if (view.value === null) {
    return html`<${Page} title="Cloud PKI" intro=${kIntro}><${NewTenant} /><${GroundLegend} /><//>`;
  }
  const { cas, settings } = view.value;
  const full = cas.length >= settings.ca_cap;
  return html`<${Page}
    title="Cloud PKI: ${view.value.name}"
    intro=${html`In Intune: <em>Tenant administration › Cloud PKI</em>. A letter tells what a
      statement stands on; point at it or press it.`}
    actions=${html`<a class="button primary" href=${hrefOf('cloud-create')}
        ><${Icon} name="add" />Create a CA</a
      >
      <a class="button" href=${hrefOf('cloud-devices')}><${Icon} name="leaf" />Devices</a>`}
  >
    <${ClockBar} />
    <${Section} title="Certification authorities">
      ${
        cas.length === 0
          ? html`<${Empty} title="No CA yet">
              <p>
                Begin with a <a href=${hrefOf('cloud-create')}>root CA</a>, then an issuing CA under
                it; or with a BYOCA issuing CA, if a CA of your own shall be the trust anchor.
              </p>
            <//>`
          : html`<${CaTable} cas=${cas} />`
      }
      <p class="hint">
        ${cas.length} of ${settings.ca_cap} CAs${full ? ': no more can be created' : ''}.
        <${GroundMark} fact=${settings.ca_cap === 3 ? 'tenant.cap_3' : 'tenant.cap_6'} />
      </p>
    <//>
    <${Section} title="Settings"><${TenantSettings} settings=${settings} /><//>
    <${Section} title="Audit log"><${AuditLog} events=${view.value.audit} /><//>
    <${GroundLegend} />
  <//>`;
}
