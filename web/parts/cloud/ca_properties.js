// The properties of a CA, as the admin centre lists them.

import { copyText } from '../../app/files.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { mainVersion } from '../../app/tenant.js';
import { GroundMark } from './ground_mark.js';

/** @import { CaView } from '../../worker/api' */

/** @param {{ label: string, fact?: string, children: unknown }} props */
function Property({ label, fact, children }) {
  return html`<div>
    <dt>${label} ${fact && html`<${GroundMark} fact=${fact} />`}</dt>
    <dd>${children}</dd>
  </div>`;
}

/** @param {{ text: string }} props */
function Copied({ text }) {
  return html`<code class="wrap">${text}</code>
    <button
      type="button"
      class="button icon-button small"
      aria-label="Copy"
      title="Copy"
      onClick=${() => copyText(text)}
    >
      <${Icon} name="copy" />
    </button>`;
}

/** @param {{ ca: CaView }} props */
export function CaProperties({ ca }) {
  const version = mainVersion(ca);
  return html`<dl class="summary">
    <${Property} label="Name"><bdi>${ca.name}</bdi><//>
    <${Property} label="CA type">
      ${ca.kind === 'byoca' ? 'Issuing, root CA source: Bring your own root CA' : ca.type}
    <//>
    ${ca.description !== '' && html`<${Property} label="Description"><bdi>${ca.description}</bdi><//>`}
    <${Property} label="Scope tags" fact="tenant.immutable">
      <bdi>${ca.scope_tags.join(', ') || 'none'}</bdi>
    <//>
    <${Property} label="Root common name"><bdi>${ca.root_common_name}</bdi><//>
    <${Property} label="Subject"><bdi>${ca.subject}</bdi><//>
    <${Property} label="Key" fact="tenant.keys">
      ${ca.key.toUpperCase()}, ${ca.hash},
      ${ca.platform === 'hardware' ? 'kept in an HSM' : 'a software key'}
    <//>
    <${Property} label="Extended key usages" fact="tenant.purposes_from_root">
      ${ca.purposes.map(({ name, oid }) => `${name} (${oid})`).join(', ')}
    <//>
    ${
      version?.certificate &&
      html`<${Property} label="Valid until">
          ${version.certificate.not_after.slice(0, 10)} (${version.certificate.validity})
        <//>
        <${Property} label="Thumbprint"
          ><code class="wrap">${version.certificate.thumbprint}</code><//
        >`
    }
    ${
      ca.scep_uri !== null &&
      html`<${Property} label="SCEP URI" fact="scep.placeholder"
        ><${Copied} text=${ca.scep_uri}
      /><//>`
    }
    ${
      version?.crl &&
      html`<${Property} label="CRL distribution point" fact="tenant.urls"
        ><${Copied} text=${version.crl.url}
      /><//>`
    }
    ${
      version?.certificate &&
      html`<${Property} label="AIA of what it issues" fact="tenant.urls"
        ><${Copied} text=${version.certificate.url}
      /><//>`
    }
  </dl>`;
}
