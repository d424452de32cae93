// Requests, CRLs or keys in rows.

import { answersTo, sameKey } from '../../app/relations.js';
import { hrefOf } from '../../app/router.js';
import { Badge } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { CrlBadge, iconOf } from '../object/state_badge.js';

/** @import { Item } from '../../app/workspace.js' */

/** @param {{ item: Item }} props */
function State({ item }) {
  if (item.kind === 'csr') {
    return answersTo(item).length > 0
      ? html`<${Badge} tone="pass" icon="pass">Answered<//>`
      : html`<${Badge} tone="notice" icon="clock">Waiting<//>`;
  }
  if (item.kind === 'private-key' && item.description.encrypted) {
    return html`<${Badge} tone="warning" icon="key">Locked<//>`;
  }
  if (item.kind === 'crl') {
    return html`<${CrlBadge} crl=${item.description} />`;
  }
  const owners = sameKey(item).filter((other) => other.kind !== 'private-key');
  if (owners.length === 0) return html`<span class="quiet">belongs to nothing here</span>`;
  return html`<span class="links"
    >${owners.map((owner) => html`<a href=${hrefOf('item', owner.id)}><${Icon} name=${iconOf(owner)} />${owner.label}</a>`)}</span
  >`;
}

/** @param {number} count */
const listed = (count) => (count === 1 ? '1 certificate' : `${count} certificates`);

/** What stands in the second column. @param {Item} item */
function keyText(item) {
  if (item.kind === 'crl') return listed(item.description.entry_count);
  if (item.kind === 'private-key') return item.description.public_key?.title ?? 'encrypted';
  return item.description.key;
}

/** @param {{ items: Item[], label: string }} props */
export function ItemTable({ items, label }) {
  return html`<div class="table-box" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          <th scope="col">Label</th>
          <th scope="col" class="wide-cell">${items[0]?.kind === 'crl' ? 'Lists' : 'Key'}</th>
          <th scope="col">${items[0]?.kind === 'private-key' ? 'Belongs to' : 'State'}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (item) =>
            html`<tr key=${item.id}>
              <th scope="row">
                <a href=${hrefOf('item', item.id)}><${Icon} name=${iconOf(item)} />${item.label}</a>
              </th>
              <td class="wide-cell">${keyText(item)}</td>
              <td><${State} item=${item} /></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
