// Users, devices and groups: adding, changing and removing them.

import { useSignal } from '@preact/signals';

import { act } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAction } from '../use_action.js';
import { RecordForm } from './record_form.js';

/** @import { FleetView } from '../../worker/api' */
/** @import { Choice } from '../form/controls.js' */
/** @import { RecordField } from './record_form.js' */

/** @typedef {'user' | 'device' | 'group'} Kind */

/** @type {Choice[]} */
const kPlatforms = [
  { value: 'windows', label: 'Windows 10 and later' },
  { value: 'ios', label: 'iOS/iPadOS' },
  { value: 'macos', label: 'macOS' },
  { value: 'android-managed', label: 'Android Enterprise, corporate-owned' },
  { value: 'android-work-profile', label: 'Android Enterprise, personally-owned work profile' },
  { value: 'android-aosp', label: 'Android (AOSP)' },
];

/** What is asked of each kind; the first field is its name. @type {Record<Kind, RecordField[]>} */
const kFields = {
  user: [
    {
      name: 'user_principal_name',
      label: 'User principal name',
      required: true,
      hint: 'As in zoe@corp.example.',
    },
    { name: 'email', label: 'E-mail' },
    { name: 'given_name', label: 'Given name' },
    { name: 'surname', label: 'Surname' },
    { name: 'department', label: 'Department', more: true },
    { name: 'sam_account_name', label: 'Account name on premises', more: true },
    { name: 'distinguished_name', label: 'Distinguished name on premises', more: true },
    {
      name: 'security_identifier',
      label: 'Security identifier (SID)',
      more: true,
      hint: 'Strong mapping needs it; accounts of the cloud alone have none.',
    },
  ],
  device: [
    { name: 'name', label: 'Device name', required: true },
    { name: 'platform', label: 'Platform', choices: kPlatforms },
    { name: 'user', label: 'User' },
    {
      name: 'join',
      label: 'Joined',
      choices: [
        { value: 'registered', label: 'Registered' },
        { value: 'entra', label: 'Entra-joined' },
        { value: 'hybrid', label: 'Hybrid-joined' },
      ],
    },
    {
      name: 'key_store',
      label: 'Keys can be kept in',
      choices: [
        { value: 'software', label: 'Software only' },
        { value: 'tpm', label: 'A TPM' },
        { value: 'hello', label: 'A TPM, and Windows Hello for Business' },
      ],
    },
    { name: 'serial_number', label: 'Serial number', more: true },
    { name: 'imei', label: 'IMEI', more: true },
    { name: 'meid', label: 'MEID', more: true },
    { name: 'wifi_mac', label: 'Wi-Fi MAC address', more: true },
    { name: 'entra_id', label: 'Device id in Entra', more: true },
    { name: 'fully_qualified_name', label: 'Fully qualified domain name', more: true },
    { name: 'security_identifier', label: 'Security identifier (SID)', more: true },
  ],
  group: [
    { name: 'name', label: 'Group name', required: true },
    {
      name: 'kind',
      label: 'Of',
      choices: [
        { value: 'users', label: 'Users' },
        { value: 'devices', label: 'Devices' },
      ],
    },
  ],
};

const kNew = /** @type {Record<Kind, Record<string, any>>} */ ({
  user: {},
  device: { platform: 'windows', join: 'entra', key_store: 'tpm', user: '' },
  group: { kind: 'users', members: [] },
});

/** A record as the core keeps it: without what only the view adds. @param {Kind} kind @param {Record<string, any>} shown */
function kept(kind, shown) {
  const names = ['id', ...kFields[kind].map(({ name }) => name)];
  if (kind === 'group') names.push('members');
  return Object.fromEntries(names.map((name) => [name, shown[name]]));
}

/** @param {Kind} kind @param {FleetView} fleet @returns {RecordField[]} */
function fieldsOf(kind, fleet) {
  const users = fleet.users.map((user) => ({ value: user.id, label: user.user_principal_name }));
  return kFields[kind].map((field) =>
    kind === 'device' && field.name === 'user'
      ? { ...field, choices: [{ value: '', label: 'Nobody (a kiosk)' }, ...users] }
      : field,
  );
}

/** Who may belong to a group. @param {FleetView} fleet @param {string} of */
function membersFor(fleet, of) {
  return of === 'users'
    ? fleet.users.map((user) => ({ value: user.id, label: user.user_principal_name }))
    : fleet.devices.map((device) => ({ value: device.id, label: device.name }));
}

/** @param {{ kind: Kind, fleet: FleetView, record: Record<string, any>, onDone: () => void }} props */
function Editor({ kind, fleet, record, onDone }) {
  // Who belongs to a group can be told when it is known of what; a new one gets its members once it is there.
  const members =
    kind === 'group' && record.id !== undefined ? membersFor(fleet, record.kind) : undefined;
  const fields = fieldsOf(kind, fleet);
  return html`<${RecordForm}
    kind=${kind}
    what=${kind}
    record=${record}
    fields=${members === undefined ? fields : fields.filter(({ name }) => name !== 'kind')}
    members=${members}
    onDone=${onDone}
  />`;
}

/** @param {{ kind: Kind, fleet: FleetView, shown: Record<string, any>, note: string }} props */
function Line({ kind, fleet, shown, note }) {
  const editing = useSignal(false);
  const name = shown[kFields[kind][0].name];
  const remove = useAction(({ signal }) =>
    act('fleet.remove', { id: shown.id }, `Remove ${name}`, signal),
  );
  return html`<li class="record" data-record=${name}>
    <div class="record-head">
      <span><bdi>${name}</bdi> <span class="quiet">${note}</span></span>
      <span class="button-row">
        <button
          type="button"
          class="button small"
          aria-expanded=${editing.value}
          aria-label="${editing.value ? 'Close the form of' : 'Change'} ${name}"
          onClick=${() => (editing.value = !editing.value)}
        >
          ${editing.value ? 'Close' : 'Change'}
        </button>
        <button
          type="button"
          class="button small"
          aria-label="Remove ${name}"
          disabled=${remove.running.value}
          onClick=${remove.run}
        >
          Remove
        </button>
      </span>
    </div>
    ${remove.error.value && html`<${FindingCard} finding=${remove.error.value} />`}
    ${
      editing.value &&
      html`<${Editor}
        kind=${kind}
        fleet=${fleet}
        record=${kept(kind, shown)}
        onDone=${() => (editing.value = false)}
      />`
    }
  </li>`;
}

/** @param {{ kind: Kind, title: string, fleet: FleetView, records: Record<string, any>[],
 *   note: (record: Record<string, any>) => string }} props */
function Records({ kind, title, fleet, records, note }) {
  const adding = useSignal(false);
  return html`<details class="more records">
    <summary>${title} (${records.length})</summary>
    <div class="more-body">
      <ul class="plain">
        ${records.map(
          (shown) =>
            html`<${Line}
              key=${shown.id}
              kind=${kind}
              fleet=${fleet}
              shown=${shown}
              note=${note(shown)}
            />`,
        )}
      </ul>
      ${
        adding.value
          ? html`<${Editor}
                kind=${kind}
                fleet=${fleet}
                record=${kNew[kind]}
                onDone=${() => (adding.value = false)}
              />
              <button type="button" class="button" onClick=${() => (adding.value = false)}>
                Leave it
              </button>`
          : html`<button type="button" class="button" onClick=${() => (adding.value = true)}>
              <${Icon} name="add" />New ${kind}
            </button>`
      }
    </div>
  </details>`;
}

/** @param {{ fleet: FleetView }} props */
export function Directory({ fleet }) {
  return html`<${Records}
      kind="user"
      title="Users"
      fleet=${fleet}
      records=${fleet.users}
      note=${(/** @type {any} */ user) => [user.given_name, user.surname].join(' ').trim()}
    />
    <${Records}
      kind="device"
      title="Enrolled devices"
      fleet=${fleet}
      records=${fleet.devices}
      note=${(/** @type {any} */ device) =>
        [device.platform_title, device.user_principal_name ?? 'no user'].join(', ')}
    />
    <${Records}
      kind="group"
      title="Groups"
      fleet=${fleet}
      records=${fleet.groups}
      note=${(/** @type {any} */ group) =>
        `${group.members.length} ${group.kind === 'users' ? 'user' : 'device'}${group.members.length === 1 ? '' : 's'}`}
    />`;
}
