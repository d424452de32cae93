// Bytes in rows of sixteen; some of them lit. Only the rows in sight are drawn.

import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { classes, html } from './html.js';

/** @import { ReadonlySignal } from '@preact/signals' */
/** @import { Range } from '../worker/api' */

const kColumns = 16;
const kMargin = 8;

/** @param {string} base64 */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** @param {number} value @param {number} digits */
const hex = (value, digits) => value.toString(16).padStart(digits, '0');

/** @param {number} byte */
const printable = (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·');

/** @param {{ bytes: Uint8Array, row: number, lit: Range, outer: Range }} props */
function Row({ bytes, row, lit, outer }) {
  const start = row * kColumns;
  const cells = [...bytes.subarray(start, start + kColumns)];
  /** @param {number} index @param {Range} range */
  const within = (index, range) =>
    range !== null && index >= range[0] && index < range[0] + range[1];
  /** @param {number} index */
  const look = (index) =>
    within(index, lit) ? 'byte byte-lit' : within(index, outer) ? 'byte byte-outer' : 'byte';
  return html`<div class="hex-row">
    <span class="hex-offset">${hex(start, 6)}</span>
    <span class="hex-bytes"
      >${cells.map((byte, index) => {
        const offset = start + index;
        return html`<span
          class=${classes(look(offset), index === 7 && 'byte-gap')}
          data-offset=${offset}
          >${hex(byte, 2)}
        </span>`;
      })}</span
    >
    <span class="hex-text"
      >${cells.map(
        (byte, index) =>
          html`<span class=${look(start + index)} data-offset=${start + index}
            >${printable(byte)}</span
          >`,
      )}</span
    >
  </div>`;
}

/**
 * @param {{ bytes: Uint8Array, lit: ReadonlySignal<Range>, outer?: ReadonlySignal<Range>,
 *   onByte?: (offset: number | null) => void, onPick?: (offset: number) => void }} props
 */
export function HexView({ bytes, lit, outer, onByte, onPick }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const spacer = useRef(/** @type {HTMLElement | null} */ (null));
  const rows = Math.ceil(bytes.length / kColumns);
  const rowHeight = useSignal(20);
  const top = useSignal(0);
  const height = useSignal(480);
  const first = useComputed(() => Math.max(0, Math.floor(top.value / rowHeight.value) - kMargin));

  const measure = () => {
    const element = box.current;
    if (element === null) return;
    const row = element.querySelector('.hex-row');
    if (row !== null) rowHeight.value = Math.max(8, row.getBoundingClientRect().height);
    top.value = element.scrollTop;
    height.value = element.clientHeight;
  };
  useEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [bytes]);

  // Keep what is lit in sight.
  const range = lit.value;
  useEffect(() => {
    const element = box.current;
    if (element === null || range === null) return;
    const from = Math.floor(range[0] / kColumns) * rowHeight.value;
    const visible =
      from >= element.scrollTop && from < element.scrollTop + element.clientHeight - 20;
    if (!visible) element.scrollTop = Math.max(0, from - 3 * rowHeight.value);
  }, [range?.[0], range?.[1]]);

  const count = Math.ceil(height.value / rowHeight.value) + 2 * kMargin;
  const last = Math.min(rows, first.value + count);
  useEffect(() => {
    if (spacer.current === null) return;
    spacer.current.style.paddingTop = `${first.value * rowHeight.value}px`;
    spacer.current.style.paddingBottom = `${(rows - last) * rowHeight.value}px`;
  });

  /** @param {Event} event */
  const offsetAt = (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    return target.dataset?.offset === undefined ? null : Number(target.dataset.offset);
  };
  const shown = Array.from(
    { length: Math.max(0, last - first.value) },
    (_, index) => first.value + index,
  );
  return html`<div
    class="hex"
    ref=${box}
    role="region"
    aria-label="Bytes of the object"
    tabindex="0"
    onScroll=${measure}
    onMouseOver=${(/** @type {Event} */ event) => onByte?.(offsetAt(event))}
    onMouseLeave=${() => onByte?.(null)}
    onClick=${(/** @type {Event} */ event) => {
      const offset = offsetAt(event);
      if (offset !== null) onPick?.(offset);
    }}
  >
    <div ref=${spacer}>
      ${shown.map(
        (row) =>
          html`<${Row}
            key=${row}
            bytes=${bytes}
            row=${row}
            lit=${range}
            outer=${outer?.value ?? null}
          />`,
      )}
    </div>
  </div>`;
}
