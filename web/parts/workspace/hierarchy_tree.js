// The hierarchy as a tree: who signed whom.

import { keyFor } from '../../app/relations.js';
import { go } from '../../app/router.js';
import { Badge } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { iconOf, kindOf, ValidityBadge } from '../object/state_badge.js';
import { Tree } from '../tree.js';

/** @import { Branch } from '../../app/hierarchy.js' */
/** @import { TreeItem } from '../tree.js' */
/** @import { CertificateItem } from '../../app/workspace.js' */

/** @param {{ item: CertificateItem }} props */
function Line({ item }) {
  const { description } = item;
  return html`<${Icon} name=${iconOf(item)} /><a
      class="tree-link"
      href="#/item/${item.id}"
      tabindex="-1"
      >${item.label}</a
    >
    <span class="quiet">${kindOf(item)}, ${description.key}</span>
    <${ValidityBadge} certificate=${description} />
    ${keyFor(item) && html`<${Badge} tone="plain" icon="key">Key<//>`}
    ${description.validity && html`<span class="quiet tree-note">${description.validity.text}</span>`}`;
}

/**
 * @param {Branch[]} branches
 * @returns {TreeItem<CertificateItem>[]}
 */
function treeOf(branches) {
  return branches.map(({ item, children }) => ({
    id: item.id,
    data: item,
    content: html`<${Line} item=${item} />`,
    children: treeOf(children),
  }));
}

/** @param {{ forest: Branch[] }} props */
export function HierarchyTree({ forest }) {
  return html`<${Tree}
    label="Certificates by issuer"
    items=${treeOf(forest)}
    onOpen=${(/** @type {CertificateItem} */ item) => go('item', item.id)}
  />`;
}
