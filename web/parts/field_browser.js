// The fields of an object beside its bytes: point at one and the other lights up.

import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { severityLook } from './findings.js';
import { bytesOf, HexView } from './hex_view.js';
import { html } from './html.js';
import { Icon } from './icon.js';
import { Tree } from './tree.js';

/** @import { Field, Range } from '../worker/api' */
/** @import { Signal } from '@preact/signals' */

/** How deep fields are unfolded at first. */
const kOpenDepth = 2;

/** @param {{ field: Field }} props */
function FieldLine({ field }) {
  return html`<span class="field-label">${field.label}</span>
    ${(field.badges ?? []).map((badge) => html`<span class="chip">${badge}</span>`)}
    ${(field.findings ?? []).map((finding) => {
      const look = severityLook(finding.severity);
      return html`<span class="badge tone-${look.tone}"
        ><${Icon} name=${look.icon} />${look.word}</span
      >`;
    })}
    ${field.value && html`<span class="field-value">${field.value}</span>`}`;
}

/**
 * @param {Field[]} fields
 * @param {string} prefix
 * @param {number} depth
 * @returns {import('./tree.js').TreeItem<Field>[]}
 */
function treeOf(fields, prefix = 'f', depth = 1) {
  return fields.map((field, index) => {
    const id = `${prefix}.${index}`;
    return {
      id,
      data: field,
      folded: depth >= kOpenDepth,
      content: html`<${FieldLine} field=${field} />`,
      children: treeOf(field.children ?? [], id, depth + 1),
    };
  });
}

/**
 * The smallest field around a byte.
 *
 * @param {Field[]} fields
 * @param {number} offset
 * @returns {Field | null}
 */
function fieldAt(fields, offset) {
  /** @type {Field | null} */
  let best = null;
  const waiting = [...fields];
  for (let field = waiting.pop(); field !== undefined; field = waiting.pop()) {
    const range = field.range;
    const inside = range && offset >= range[0] && offset < range[0] + range[1];
    if (inside && (!best?.range || range[1] <= best.range[1])) best = field;
    waiting.push(...(field.children ?? []));
  }
  return best;
}

/** What the field under the pointer is for. @param {{ field: Field | null }} props */
function FieldHelp({ field }) {
  if (field === null) {
    return html`<p class="field-help quiet">
      Point at a field to see its bytes, or at a byte to see its field. With the keyboard: arrow
      keys.
    </p>`;
  }
  return html`<div class="field-help">
    <p><strong>${field.label}</strong>${field.oid && html` <code>${field.oid}</code>`}</p>
    ${field.help && html`<p>${field.help}</p>`}
    <p class="quiet">
      ${[...(field.aliases ?? []), field.source].filter(Boolean).join(' · ')}
      ${field.range && html` · bytes ${field.range[0]} to ${field.range[0] + field.range[1] - 1}`}
    </p>
  </div>`;
}

/**
 * @param {{ fields: Field[], der: string, shown: Signal<Range> }} props `shown`: bytes that something else wants lit
 */
export function FieldBrowser({ fields, der, shown }) {
  const bytes = useMemo(() => bytesOf(der), [der]);
  const items = useMemo(() => treeOf(fields), [fields]);
  const focused = useSignal(/** @type {Field | null} */ (null));
  const hovered = useSignal(/** @type {Field | null} */ (null));
  const lit = useComputed(() => (hovered.value ?? focused.value)?.range ?? shown.value);

  /** @param {Field} field */
  const focus = (field) => {
    focused.value = field;
    shown.value = null;
  };
  return html`<div class="browser">
    <div class="browser-tree">
      <${Tree}
        label="Fields"
        items=${items}
        onFocus=${focus}
        onHover=${(/** @type {Field | null} */ field) => (hovered.value = field)}
      />
    </div>
    <div class="browser-bytes">
      <${FieldHelp} field=${hovered.value ?? focused.value} />
      <${HexView}
        bytes=${bytes}
        lit=${lit}
        onByte=${(/** @type {number | null} */ offset) =>
          (hovered.value = offset === null ? null : fieldAt(fields, offset))}
        onPick=${(/** @type {number} */ offset) => {
          const field = fieldAt(fields, offset);
          if (field) focus(field);
        }}
      />
    </div>
  </div>`;
}
