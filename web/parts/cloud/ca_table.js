// The list of a tenant's CAs.

import { hrefOf } from '../../app/router.js';
import { mainVersion } from '../../app/tenant.js';
import { html } from '../html.js';
import { GroundMark } from './ground_mark.js';
import { StatusChip } from './status_chip.js';

/** @import { CaView } from '../../worker/api' */

/** @param {{ ca: CaView }} props */
function Row({ ca }) {
  const certificate = mainVersion(ca)?.certificate;
  return html`<tr>
    <th scope="row">
      <a href=${hrefOf('cloud-ca', ca.id)}><bdi class="cut">${ca.title}</bdi></a>
    </th>
    <td data-label="Type">${ca.type}</td>
    <td data-label="Root common name"><bdi class="cut">${ca.root_common_name}</bdi></td>
    <td data-label="Status"><${StatusChip} status=${ca.status} /></td>
    <td data-label=${ca.renewal === '' ? undefined : 'Renewal'}>
      ${ca.renewal !== '' && html`<${StatusChip} status=${ca.renewal} />`}
    </td>
    <td data-label="Valid until">${certificate ? certificate.not_after.slice(0, 10) : '–'}</td>
    <td data-label="Active certificates">${ca.type === 'Issuing' ? ca.leaves.active : '–'}</td>
  </tr>`;
}

/** @param {{ cas: CaView[] }} props */
export function CaTable({ cas }) {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="CAs">
    <table class="part-table stacked">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Root common name <${GroundMark} fact="tenant.external_root" /></th>
          <th scope="col">Status <${GroundMark} fact="tenant.statuses" /></th>
          <th scope="col">Renewal</th>
          <th scope="col">Valid until</th>
          <th scope="col">Active certificates</th>
        </tr>
      </thead>
      <tbody>
        ${cas.map((ca) => html`<${Row} key=${ca.id} ca=${ca} />`)}
      </tbody>
    </table>
  </div>`;
}
