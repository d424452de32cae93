// The form of a SCEP certificate profile, with what the core says of it while it is filled in.

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { act, askTenant } from '../../app/tenant.js';
import { ask } from '../../app/session.js';
import { FindingList } from '../findings.js';
import { SelectField, TextArea, TextField } from '../form/controls.js';
import { Form } from '../form/form.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';
import { stored } from './profile_lists.js';

/** @import { Delivery, Finding, FleetView, ScepProfileView } from '../../worker/api' */

const kWait = 300;

/** @param {string} text "UPN: {{UserPrincipalName}}", one a line */
function sansOf(text) {
  return text
    .split('\n')
    .map((line) => line.match(/^\s*(email|upn|dns|uri)\s*:\s*(.+?)\s*$/i))
    .filter((match) => match !== null)
    .map((match) => ({ kind: match[1].toLowerCase(), value: match[2] }));
}

/** @param {{ deliveries: Delivery[] }} props */
function Deliveries({ deliveries }) {
  if (deliveries.length === 0) {
    return html`<p class="quiet">It reaches no device: assign it to a group.</p>`;
  }
  return html`<div class="table-box" tabindex="0" role="region" aria-label="What devices get">
    <table class="part-table stacked">
      <thead>
        <tr>
          <th scope="col">Device</th>
          <th scope="col">Subject</th>
          <th scope="col">Alternative names, or why it fails</th>
        </tr>
      </thead>
      <tbody>
        ${deliveries.map(
          (each) =>
            html`<tr>
              <th scope="row"><bdi>${each.device}</bdi></th>
              <td data-label="Subject"><bdi class="cut">${each.subject ?? '–'}</bdi></td>
              <td data-label=${each.error === null ? 'Alternative names' : 'It fails'}>
                <bdi
                  >${each.error === null ? each.alternative_names.join(', ') : each.error.summary}</bdi
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {{ fleet: FleetView, profile: ScepProfileView, onDone: () => void }} props */
export function ScepEditor({ fleet, profile, onDone }) {
  const name = useSignal(profile.name);
  const type = useSignal(profile.type);
  const channel = useSignal(profile.channel);
  const subject = useSignal(profile.subject_format);
  const sans = useSignal(
    profile.alternative_names
      .map(({ kind, value }) => `${kind.toUpperCase()}: ${value}`)
      .join('\n'),
  );
  const months = useSignal(
    String((profile.validity.years ?? 0) * 12 + (profile.validity.months ?? 0)),
  );
  const days = useSignal(String(profile.validity.days ?? 0));
  const storage = useSignal(profile.key_storage);
  const usage = useSignal(
    profile.digital_signature && profile.key_encipherment
      ? 'both'
      : profile.digital_signature
        ? 'signature'
        : 'encipherment',
  );
  const size = useSignal(String(profile.key_size ?? ''));
  const hash = useSignal(profile.hash);
  const root = useSignal(profile.root_profile);
  const purposes = useSignal(profile.purposes.join(' '));
  const threshold = useSignal(String(profile.renewal_threshold));
  const urls = useSignal(profile.urls.join('\n'));
  const variables = useSignal(/** @type {{ name: string, description: string }[]} */ ([]));
  const checked = useSignal(
    /** @type {{ findings: Finding[], deliveries: Delivery[] } | null} */ (null),
  );

  const edited = {
    ...stored(profile),
    name: name.value,
    type: type.value,
    channel: channel.value,
    subject_format: subject.value,
    alternative_names: sansOf(sans.value),
    validity: { months: Number(months.value) || 0, days: Number(days.value) || 0 },
    key_storage: storage.value,
    digital_signature: usage.value !== 'encipherment',
    key_encipherment: usage.value !== 'signature',
    key_size: size.value === '' ? null : Number(size.value),
    hash: hash.value,
    root_profile: root.value,
    purposes: purposes.value.split(/[\s,]+/).filter((oid) => oid !== ''),
    renewal_threshold: Number(threshold.value) || 0,
    urls: urls.value.split(/\s+/).filter((url) => url !== ''),
  };
  const key = JSON.stringify(edited);
  useEffect(() => {
    ask('fleet.variables', {}).then((result) => {
      variables.value = result.variables;
    });
  }, []);
  useEffect(() => {
    let current = true;
    const show = (/** @type {typeof checked.value} */ result) => {
      if (current) checked.value = result;
    };
    const timer = setTimeout(
      () =>
        askTenant('fleet.check_profile', { scep_profile: edited }).then(
          show,
          () => show(null), // a value that is none, such as an OID half typed
        ),
      kWait,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  const action = useAction(async ({ signal }) => {
    await act('fleet.put', { scep_profile: edited }, `Change ${name.value}`, signal);
    onDone();
  });
  const windows = profile.platform === 'windows';
  const roots = useMemo(
    () =>
      fleet.trusted_profiles
        .filter(({ platform }) => platform === profile.platform)
        .map(({ id, name: label }) => ({ value: id, label })),
    [fleet],
  );
  return html`<${Form} action=${action} submit="Save the profile" icon="save" label="SCEP profile">
    <div class="field-grid">
      <${TextField} label="Name" value=${name} required />
      <${SelectField}
        label="Certificate type"
        value=${type}
        choices=${[
          { value: 'user', label: 'User' },
          { value: 'device', label: 'Device' },
        ]}
      />
      ${
        profile.platform === 'macos' &&
        html`<${SelectField}
          label="Deployment channel"
          value=${channel}
          choices=${[
            { value: 'user', label: 'User channel' },
            { value: 'device', label: 'Device channel' },
          ]}
        />`
      }
      <${TextField} label="Subject name format" value=${subject} wide />
      <${TextArea}
        label="Subject alternative names"
        value=${sans}
        hint="One a line: UPN:, EMAIL:, DNS: or URI: and the value."
        wide
      />
      <${TextField} label="Validity, months" type="number" min=${0} max=${24} value=${months} />
      <${TextField} label="and days" type="number" min=${0} value=${days} />
      ${
        windows &&
        html`<${SelectField}
          label="Key storage provider (KSP)"
          value=${storage}
          choices=${[
            { value: 'tpm-else-software', label: 'TPM if present, otherwise software' },
            { value: 'tpm-else-fail', label: 'TPM, otherwise fail' },
            { value: 'hello-else-fail', label: 'Windows Hello for Business, otherwise fail' },
            { value: 'software', label: 'Software' },
          ]}
        />`
      }
      <${SelectField}
        label="Key usage"
        value=${usage}
        choices=${[
          { value: 'both', label: 'Digital signature and key encipherment' },
          { value: 'signature', label: 'Digital signature' },
          { value: 'encipherment', label: 'Key encipherment' },
        ]}
      />
      <${SelectField}
        label="Key size (bits)"
        value=${size}
        choices=${['', '1024', '2048', '4096'].map((bits) => ({
          value: bits,
          label: bits === '' ? 'Not configured' : bits,
        }))}
      />
      <${SelectField}
        label="Hash algorithm"
        value=${hash}
        choices=${[
          { value: 'sha-2', label: 'SHA-2' },
          { value: 'sha-1', label: 'SHA-1' },
          { value: 'not-configured', label: 'Not configured' },
        ]}
      />
      <${SelectField} label="Root certificate" value=${root} choices=${roots} />
      <${TextField} label="Extended key usages" value=${purposes} hint="OIDs or names" />
      <${TextField}
        label="Renewal threshold (%)"
        type="number"
        min=${1}
        max=${99}
        value=${threshold}
      />
      <${TextArea} label="SCEP server URLs" value=${urls} wide code />
    </div>
    <details class="more">
      <summary>Variables <${GroundMark} fact="scep.subject_variables" /></summary>
      <ul class="plain">
        ${variables.value.map(
          (each) => html`<li><code>${each.name}</code> ${each.description}</li>`,
        )}
      </ul>
    </details>
    ${
      checked.value !== null &&
      html`<${FindingList} findings=${checked.value.findings} />
        <${Deliveries} deliveries=${checked.value.deliveries} />`
    }
  <//>`;
}
