// The object as ASN.1: every element with its tag and value, beside the bytes.

import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { ask } from '../app/session.js';
import { findingOf } from '../worker/errors.js';
import { FindingCard, FindingList } from './findings.js';
import { bytesOf, HexView } from './hex_view.js';
import { html } from './html.js';
import { Tree } from './tree.js';

/** @import { Finding, TreeNode } from '../worker/api' */

/** More lines than this help nobody. */
const kMaxNodes = 3000;

/**
 * @param {TreeNode[]} nodes
 * @returns {import('./tree.js').TreeItem<TreeNode>[]}
 */
function treeOf(nodes) {
  /** @type {import('./tree.js').TreeItem<TreeNode>[]} */
  const items = nodes.slice(0, kMaxNodes).map((node, index) => ({
    id: `n${index}`,
    data: node,
    folded: node.depth >= 3,
    children: [],
    content: html`<span class="field-label">${node.tag}</span>
      ${node.encapsulates ? html`<span class="chip">encapsulates</span>` : null}
      ${node.text && html`<span class="field-value">${node.text}</span>`}`,
  }));
  /** @type {typeof items} */
  const roots = [];
  items.forEach((item) => {
    const parent = item.data.parent;
    (item.data.depth === 0 || parent === null ? roots : items[parent].children).push(item);
  });
  return roots;
}

/** @param {{ source: string | { data: string, name: string } }} props a Source of docs/api.md */
export function Asn1Browser({ source }) {
  const tree = useSignal(
    /** @type {{ der: string, nodes: TreeNode[], findings: Finding[] } | null} */ (null),
  );
  const error = useSignal(/** @type {Finding | null} */ (null));
  const focused = useSignal(/** @type {TreeNode | null} */ (null));
  const hovered = useSignal(/** @type {TreeNode | null} */ (null));
  const lit = useComputed(() => (hovered.value ?? focused.value)?.range ?? null);
  useEffect(() => {
    const controller = new AbortController();
    ask('asn1.tree', { source }, { signal: controller.signal, label: 'Reading the ASN.1' }).then(
      (result) => (tree.value = result),
      (problem) => {
        if (!controller.signal.aborted) error.value = findingOf(problem);
      },
    );
    return () => controller.abort();
  }, [typeof source === 'string' ? source : source.data]);

  const found = tree.value;
  const items = useMemo(() => (found ? treeOf(found.nodes) : []), [found]);
  const bytes = useMemo(() => bytesOf(found?.der ?? ''), [found]);
  if (error.value) return html`<${FindingCard} finding=${error.value} />`;
  if (found === null) return html`<p class="quiet">Reading…</p>`;
  return html`<${FindingList} findings=${found.findings ?? []} />
    ${
      found.nodes.length > kMaxNodes &&
      html`<p class="quiet">The first ${kMaxNodes} of ${found.nodes.length} elements are shown.</p>`
    }
    <div class="browser">
      <div class="browser-tree">
        <${Tree}
          label="ASN.1 elements"
          items=${items}
          onFocus=${(/** @type {TreeNode} */ node) => (focused.value = node)}
          onHover=${(/** @type {TreeNode | null} */ node) => (hovered.value = node)}
        />
      </div>
      <div class="browser-bytes"><${HexView} bytes=${bytes} lit=${lit} /></div>
    </div>`;
}
