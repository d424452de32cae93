// Devices and certificate profiles of the tenant: what is assigned to whom, what each device got, and why not.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { hrefOf } from '../app/router.js';
import { act, exchanges, loadFacts, view } from '../app/tenant.js';
import { ClockBar } from '../parts/cloud/clock_bar.js';
import { Directory } from '../parts/cloud/directory.js';
import { DeviceTable } from '../parts/cloud/device_table.js';
import { ExchangeList } from '../parts/cloud/exchange_list.js';
import { GroundMark } from '../parts/cloud/ground_mark.js';
import { ScepProfiles, TrustedProfiles } from '../parts/cloud/profile_lists.js';
import { FindingCard } from '../parts/findings.js';
import { SelectField } from '../parts/form/controls.js';
import { Form } from '../parts/form/form.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Empty, Page, Section } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

/** @import { CaView } from '../worker/api' */

/** @param {{ cas: CaView[] }} props CAs that can issue */
function UsualProfiles({ cas }) {
  const ca = useSignal(cas[0].id);
  const action = useAction(({ signal }) =>
    act('fleet.usual_profiles', { ca: ca.value }, 'Make the usual profiles', signal),
  );
  return html`<${Form}
    action=${action}
    submit="Make the profiles"
    icon="add"
    label="Usual profiles"
  >
    <${SelectField}
      label="For the issuing CA"
      value=${ca}
      hint="For each platform: a trusted certificate profile for the root, every CA between and the issuing CA, and a SCEP profile for client authentication; all assigned to the platform's users."
      choices=${cas.map(({ id, title }) => ({ value: id, label: title }))}
    />
  <//>`;
}

function CheckInAll() {
  const action = useAction(({ signal }) =>
    act('fleet.check_in', {}, 'Let all devices check in', signal),
  );
  return html`<button
      type="button"
      class="button primary"
      disabled=${action.running.value}
      onClick=${action.run}
    >
      <${Icon}
        name="redo"
      />${action.running.value ? 'Devices check in…' : 'Let all devices check in'}
    </button>
    ${
      action.running.value &&
      html`<button type="button" class="button" onClick=${action.cancel}>Cancel</button
        ><progress aria-label="Working"></progress>`
    }
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}`;
}

function Sample() {
  const action = useAction(({ signal }) =>
    act('fleet.sample', {}, 'Enrol the sample devices', signal),
  );
  return html`<${Empty} title="No devices yet">
    <p>
      Five people and ten devices (Windows, iOS/iPadOS, macOS, Android) can be enrolled as samples,
      with a group of users and a group of devices for each platform.
      <${GroundMark} fact="trusted.enrolled_only" />
    </p>
    <button type="button" class="button primary" onClick=${action.run}>
      <${Icon} name="add" />Enrol the sample devices
    </button>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
  <//>`;
}

export function CloudDevicesPage() {
  useEffect(() => {
    loadFacts();
  }, []);
  if (view.value === null) {
    return html`<${Page} title="Devices">
      <${Empty} title="There is no tenant yet">
        <p><a href=${hrefOf('cloud')}>Create a tenant first</a></p>
      <//>
    <//>`;
  }
  const { fleet } = view.value;
  const issuing = view.value.cas.filter(
    (ca) => ca.type === 'Issuing' && ca.status !== 'Signing required',
  );
  return html`<${Page}
    title="Devices of ${view.value.name}"
    intro=${html`<a href=${hrefOf('cloud')}><${Icon} name="back" />All CAs</a> · In Intune:
      <em>Devices › Configuration</em> (profiles) and <em>Devices › All devices</em>.`}
  >
    <${ClockBar} />
    ${
      fleet.devices.length + fleet.users.length === 0
        ? html`<${Sample} />
            <${Section} title="Users, devices and groups of your own">
              <${Directory} fleet=${fleet} />
            <//>`
        : html`<${Section} title="Profiles">
              ${
                issuing.length === 0
                  ? html`<p class="note tone-notice">
                      <${Icon} name="notice" /><span
                        >No issuing CA can issue yet.
                        <a href=${hrefOf('cloud')}>To the CAs</a></span
                      >
                    </p>`
                  : html`<${UsualProfiles} cas=${issuing} />`
              }
              <${TrustedProfiles} fleet=${fleet} />
              <${ScepProfiles} fleet=${fleet} />
            <//>
            <${Section}
              title="Devices"
              actions=${html`<div class="button-row"><${CheckInAll} /></div>`}
            >
              <${DeviceTable} fleet=${fleet} />
            <//>
            <${Section} title="Users, devices and groups"><${Directory} fleet=${fleet} /><//>
            ${
              exchanges.value.length > 0 &&
              html`<${Section} title="SCEP messages of the last check-in"><${ExchangeList} /><//>`
            }`
    }
  <//>`;
}
