// The settings of a tenant: what is not known, what has changed over time, and what the role of the person may do.

import { useSignal } from '@preact/signals';

import { act } from '../../app/tenant.js';
import { CheckField, CheckList, SelectField, TextField } from '../form/controls.js';
import { Form, MoreSettings } from '../form/form.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';

/** @import { TenantView } from '../../worker/api' */

/** @typedef {TenantView['settings']} Settings */

/** The permissions, as the admin centre calls them. */
const kPermissions = [
  { value: 'read', label: 'Read CAs' },
  { value: 'create', label: 'Create certificate authorities' },
  { value: 'revoke_leaf', label: 'Revoke issued leaf certificates' },
  { value: 'disable_and_reenable', label: 'Disable and reenable CAs' },
];

/** @param {{ settings: Settings }} props */
function SettingsForm({ settings }) {
  const cap = useSignal(String(settings.ca_cap));
  const licence = useSignal(settings.licence);
  const region = useSignal(settings.region);
  const crlUrl = useSignal(settings.issuing_ca_crl_url);
  const issuerUrl = useSignal(settings.leaf_issuer_url);
  const granted = useSignal(
    Object.entries(settings.permissions)
      .filter(([, given]) => given)
      .map(([name]) => name),
  );
  const action = useAction(({ signal }) =>
    act(
      'tenant.settings',
      {
        settings: {
          ca_cap: Number(cap.value),
          licence: licence.value,
          region: region.value,
          issuing_ca_crl_url: crlUrl.value,
          leaf_issuer_url: issuerUrl.value,
          permissions: Object.fromEntries(
            kPermissions.map(({ value }) => [value, granted.value.includes(value)]),
          ),
        },
      },
      'Change the settings',
      signal,
    ),
  );
  return html`<${Form} action=${action} submit="Save the settings" icon="save" label="Settings">
    <div class="field-grid">
      <${TextField}
        label="CAs that a tenant may have"
        type="number"
        min=${1}
        value=${cap}
        pointer="/params/settings/ca_cap"
        error=${action.error}
        hint="3 as documented in 2026, 6 as documented in 2024."
      />
      <${SelectField}
        label="Licence"
        value=${licence}
        hint="CAs that are there keep the keys that they have."
        choices=${[
          { value: 'licensed', label: 'Licensed: keys in hardware (HSM)' },
          { value: 'trial', label: 'Trial: software keys' },
        ]}
      />
      <${TextField}
        label="Region"
        value=${region}
        pointer="/params/settings/region"
        error=${action.error}
        hint="A part of the URLs of CRLs and CA certificates: small letters and digits, as in westeurope."
      />
    </div>
    <fieldset class="check-list">
      <legend>URLs in certificates <${GroundMark} fact="tenant.issuing_cdp" /></legend>
      <p class="hint">
        What is issued from now on has them or not. How Cloud PKI has it is not documented.
      </p>
      <${CheckField}
        label="An issuing CA’s certificate names the CRL of its root"
        value=${crlUrl}
      />
      <${CheckField}
        label="A device’s certificate names where its issuer’s certificate is (AIA)"
        value=${issuerUrl}
      />
    </fieldset>
    <${CheckList}
      legend="Permissions of your role"
      hint="What is not granted is refused, as Intune refuses it. Deleting needs all of them but creating; renewing needs creating."
      chosen=${granted}
      choices=${kPermissions}
    />
  <//>`;
}

/** @param {{ settings: Settings }} props */
export function TenantSettings({ settings }) {
  // Undo brings other settings: the form begins anew with them.
  return html`<${MoreSettings} title="Cap, licence, URLs in certificates, permissions of your role">
    <${SettingsForm} key=${JSON.stringify(settings)} settings=${settings} />
  <//>`;
}
