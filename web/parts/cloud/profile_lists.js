// Trusted and SCEP certificate profiles: what each says, to whom it is assigned, what is wrong with it.

import { useSignal } from '@preact/signals';

import { act } from '../../app/tenant.js';
import { changing } from '../../app/turns.js';
import { FindingCard, FindingList } from '../findings.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';
import { ScepEditor } from './scep_editor.js';

/** @import { FleetView, ScepProfileView, TrustedProfileView } from '../../worker/api' */

/** To whom a profile is assigned: each group can be taken out or put in.
 * @param {{ fleet: FleetView, profile: ScepProfileView | TrustedProfileView, kind: 'scep_profile' | 'trusted_profile' }} props */
function Assignment({ fleet, profile, kind }) {
  const action = useAction(async () => {});
  /** @param {string} id @param {boolean} on */
  const assign = async (id, on) => {
    const others = profile.groups.filter((group) => group !== id);
    const changed = { ...stored(profile), groups: on ? [...others, id] : others };
    try {
      await act('fleet.put', { [kind]: changed }, `Assign ${profile.name}`);
    } catch (error) {
      action.error.value = /** @type {any} */ (error).finding ?? null;
    }
  };
  return html`<fieldset class="check-list">
    <legend>Assigned to <${GroundMark} fact="trusted.same_kind" /></legend>
    <div class="check-grid">
      ${fleet.groups.map(
        (group) =>
          html`<label class="check"
            ><input
              type="checkbox"
              checked=${profile.groups.includes(group.id)}
              disabled=${changing.value}
              onChange=${(/** @type {any} */ event) => assign(group.id, event.currentTarget.checked)}
            />
            <span>${group.name} <span class="quiet">(${group.members.length})</span></span></label
          >`,
      )}
    </div>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
  </fieldset>`;
}

/** What only the view adds to a profile. */
const kShown = [
  'findings',
  'group_names',
  'platform_title',
  'store_title',
  'root_profile_name',
  'certificate_title',
  'certificate_role',
];

/** A profile as the core keeps it. @param {object} profile */
export function stored(profile) {
  return Object.fromEntries(Object.entries(profile).filter(([name]) => !kShown.includes(name)));
}

/** @param {{ profile: ScepProfileView | TrustedProfileView }} props */
function Remove({ profile }) {
  const action = useAction(({ signal }) =>
    act('fleet.remove', { id: profile.id }, `Remove ${profile.name}`, signal),
  );
  return html`<button type="button" class="button small" onClick=${action.run}>Remove</button>`;
}

/** @param {{ fleet: FleetView }} props */
export function TrustedProfiles({ fleet }) {
  if (fleet.trusted_profiles.length === 0) return null;
  return html`<h3>Trusted certificate profiles</h3>
    <ul class="plain stack">
      ${fleet.trusted_profiles.map(
        (profile) =>
          html`<li key=${profile.id} class="card">
            <details>
              <summary>
                <strong><bdi>${profile.name}</bdi></strong>
                <span class="quiet">${profile.certificate_role}, ${profile.store_title}</span>
              </summary>
              <p>
                ${profile.platform_title}; certificate <bdi>${profile.certificate_title}</bdi>.
                <${GroundMark} fact="trusted.windows_stores" />
              </p>
              <${Assignment} fleet=${fleet} profile=${profile} kind="trusted_profile" />
              <${Remove} profile=${profile} />
            </details>
            <${FindingList} findings=${profile.findings} />
          </li>`,
      )}
    </ul>`;
}

/** @param {{ fleet: FleetView, profile: ScepProfileView }} props */
function ScepProfile({ fleet, profile }) {
  const editing = useSignal(false);
  return html`<details>
      <summary>
        <strong><bdi>${profile.name}</bdi></strong>
        <span class="quiet"
          >${profile.type === 'user' ? 'User' : 'Device'},
          <bdi>${profile.subject_format}</bdi></span
        >
      </summary>
      <dl class="summary">
        <div>
          <dt>Platform</dt>
          <dd>${profile.platform_title}</dd>
        </div>
        <div>
          <dt>Root certificate <${GroundMark} fact="scep.top_root" /></dt>
          <dd><bdi>${profile.root_profile_name ?? 'none'}</bdi></dd>
        </div>
        <div>
          <dt>Alternative names</dt>
          <dd>
            ${profile.alternative_names.map(({ kind, value }) => `${kind.toUpperCase()}: ${value}`).join(', ') || 'none'}
          </dd>
        </div>
        <div>
          <dt>SCEP server URLs <${GroundMark} fact="scep.placeholder" /></dt>
          <dd><code class="wrap">${profile.urls.join(' ')}</code></dd>
        </div>
      </dl>
      <div class="button-row">
        <button
          type="button"
          class="button small"
          onClick=${() => (editing.value = !editing.value)}
        >
          ${editing.value ? 'Close the form' : 'Change'}
        </button>
        <${Remove} profile=${profile} />
      </div>
      ${
        editing.value &&
        html`<${ScepEditor}
          fleet=${fleet}
          profile=${profile}
          onDone=${() => (editing.value = false)}
        />`
      }
      <${Assignment} fleet=${fleet} profile=${profile} kind="scep_profile" />
    </details>
    <${FindingList} findings=${profile.findings} />`;
}

/** @param {{ fleet: FleetView }} props */
export function ScepProfiles({ fleet }) {
  if (fleet.scep_profiles.length === 0) return null;
  return html`<h3>SCEP certificate profiles</h3>
    <ul class="plain stack">
      ${fleet.scep_profiles.map(
        (profile) =>
          html`<li key=${profile.id} class="card">
            <${ScepProfile} fleet=${fleet} profile=${profile} />
          </li>`,
      )}
    </ul>`;
}
