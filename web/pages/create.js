// The way to everything that can be made: for phones, whose navigation has no room for it.

import { hrefOf } from '../app/router.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page } from '../parts/page.js';

const kWays = /** @type {const} */ ([
  ['create-root', 'root', 'Root CA', 'Where trust begins: a certificate that signs itself.'],
  [
    'create-issuing',
    'issuing',
    'Issuing CA',
    'Signs certificates; itself signed by a root here or elsewhere.',
  ],
  ['issue', 'leaf', 'Certificate', 'For a server, a person or a device, with a new key.'],
  ['new-request', 'request', 'Request', 'A CSR with a new key, to be signed here or elsewhere.'],
  ['revoke', 'error', 'Revocation list', 'Revoke certificates of a CA, and publish its CRL.'],
  [
    'cloud',
    'cloud',
    'Cloud PKI',
    'A tenant of Microsoft Cloud PKI: root, issuing and BYOCA issuing CAs.',
  ],
  [
    'estate',
    'chain',
    'Estate',
    'Devices and relying parties around a tenant: who can talk to whom, and why not.',
  ],
  [
    'byoca',
    'issuing',
    'BYOCA desk',
    'Is what your private CA signed ready for Cloud PKI? With the files to upload.',
  ],
]);

export function CreatePage() {
  return html`<${Page} title="Create">
    <ul class="plain steps-cards">
      ${kWays.map(
        ([page, icon, label, text]) =>
          html`<li>
            <a class="card card-link" href=${hrefOf(page)}>
              <h2><${Icon} name=${icon} />${label}</h2>
              <p>${text}</p>
            </a>
          </li>`,
      )}
    </ul>
  <//>`;
}
