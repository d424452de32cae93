// The versions of a CA: certificate, CRL, and what can be done with a staged one.

import { readable } from '../../app/clock.js';
import { act, saveDer } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';
import { StatusChip } from './status_chip.js';

/** @import { CaVersionView, CaView } from '../../worker/api' */

/** @param {{ ca: CaView, version: CaVersionView }} props */
function StagedActions({ ca, version }) {
  const params = { ca: ca.id, version: version.number };
  const activate = useAction(({ signal }) =>
    act('tenant.ca.activate', params, `Activate ${version.title}`, signal),
  );
  const revoke = useAction(({ signal }) =>
    act('tenant.ca.revoke_version', params, `Revoke ${version.title}`, signal),
  );
  const error = activate.error.value ?? revoke.error.value;
  const running = activate.running.value || revoke.running.value;
  return html`<p>
      Its temporary SCEP URI: <code class="wrap">${version.scep_uri}</code>
      <${GroundMark} fact="tenant.staged" />
    </p>
    <div class="button-row">
      <button type="button" class="button primary" disabled=${running} onClick=${activate.run}>
        Activate
      </button>
      <button type="button" class="button" disabled=${running} onClick=${revoke.run}>
        Revoke this version
      </button>
    </div>
    ${error && html`<${FindingCard} finding=${error} />`}`;
}

/** @param {{ crl: NonNullable<CaVersionView['crl']> }} props */
function CrlLine({ crl }) {
  return html`<p>
    CRL number ${crl.number}, from ${readable(crl.this_update)}, next by
    ${readable(crl.next_update)} ${crl.lapsed && html` <${StatusChip} status="Expired" />`}
    <${GroundMark} fact="tenant.crl_days" />
    <button
      type="button"
      class="button small"
      onClick=${() => saveDer(crl, 'application/pkix-crl')}
    >
      <${Icon} name="download" />CRL
    </button>
  </p>`;
}

/** @param {{ ca: CaView, version: CaVersionView }} props */
function Version({ ca, version }) {
  const { certificate } = version;
  return html`<li class="version card">
    <p class="version-head">
      <strong><bdi>${version.title}</bdi></strong> <${StatusChip} status=${version.status} />
      <span class="quiet">since ${readable(version.since)}</span>
    </p>
    ${
      certificate &&
      html`<p>
        Serial number <code class="wrap">${certificate.serial}</code>, valid until
        ${` ${certificate.not_after.slice(0, 10)}`}
        <button type="button" class="button small" onClick=${() => saveDer(certificate)}>
          <${Icon} name="download" />Download the certificate
        </button>
      </p>`
    }
    ${version.crl && html`<${CrlLine} crl=${version.crl} />`}
    ${version.lapses && html`<p class="quiet">It lapses at ${readable(version.lapses)} unless it is activated. <${GroundMark} fact="tenant.staged_lapses" /></p>`}
    ${version.status === 'Staged' && html`<${StagedActions} ca=${ca} version=${version} />`}
  </li>`;
}

/** @param {{ ca: CaView }} props */
export function Versions({ ca }) {
  return html`<ul class="plain stack">
    ${ca.versions.map(
      (version) => html`<${Version} key=${version.number} ca=${ca} version=${version} />`,
    )}
  </ul>`;
}
