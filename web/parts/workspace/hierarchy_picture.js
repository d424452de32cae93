// The hierarchy as a picture: boxes in layers, lines from issuer to subject.

import { hrefOf } from '../../app/router.js';
import { classes, html } from '../html.js';
import { kindOf } from '../object/state_badge.js';

/** @import { Branch } from '../../app/hierarchy.js' */
/** @import { CertificateItem } from '../../app/workspace.js' */

const kWidth = 190;
const kHeight = 64;
const kGapX = 24;
const kGapY = 48;
const kMaxLabel = 24;

/** @typedef {{ item: CertificateItem, x: number, y: number, parent: Place | null }} Place */

/**
 * Puts every certificate in its layer; a parent stands above the middle of its children.
 *
 * @param {Branch[]} forest
 */
function layOut(forest) {
  /** @type {Place[]} */
  const places = [];
  let right = 0;
  /** @param {Branch} branch @param {number} depth @param {Place | null} parent @returns {Place} */
  const put = (branch, depth, parent) => {
    /** @type {Place} */
    const place = { item: branch.item, x: 0, y: depth * (kHeight + kGapY), parent };
    places.push(place);
    const children = branch.children.map((child) => put(child, depth + 1, place));
    if (children.length === 0) {
      place.x = right;
      right += kWidth + kGapX;
    } else {
      place.x = (children[0].x + children[children.length - 1].x) / 2;
    }
    return place;
  };
  for (const branch of forest) put(branch, 0, null);
  return places;
}

/** @param {string} text */
const shortened = (text) => (text.length > kMaxLabel ? `${text.slice(0, kMaxLabel - 1)}…` : text);

const kMarks = /** @type {Record<string, string>} */ ({
  valid: '✓ valid',
  expired: '✕ expired',
  'not yet valid': '◷ not yet valid',
});

/** @param {{ place: Place }} props */
function Box({ place: { item, x, y } }) {
  const { description, label } = item;
  const state = description.validity?.state ?? '';
  return html`<a
    href=${hrefOf('item', item.id)}
    class=${classes('box', description.ca ? 'box-ca' : 'box-leaf', state === 'expired' && 'box-expired')}
  >
    <title>${label}: ${description.sentence}</title>
    <rect x=${x} y=${y} width=${kWidth} height=${kHeight} rx="6" />
    <text x=${x + 12} y=${y + 22} class="box-label">${shortened(label)}</text>
    <text x=${x + 12} y=${y + 39} class="box-note">${kindOf(item)}</text>
    <text x=${x + 12} y=${y + 55} class="box-note"
      >${kMarks[state] ?? ''} · ${description.key}</text
    >
  </a>`;
}

/** @param {{ place: Place }} props */
function Edge({ place }) {
  if (place.parent === null) return null;
  const fromX = place.parent.x + kWidth / 2;
  const fromY = place.parent.y + kHeight;
  const toX = place.x + kWidth / 2;
  const middle = fromY + kGapY / 2;
  return html`<path class="edge" d="M${fromX} ${fromY}V${middle}H${toX}V${place.y}" />`;
}

/** @param {{ forest: Branch[] }} props */
export function HierarchyPicture({ forest }) {
  const places = layOut(forest);
  const width = Math.max(...places.map(({ x }) => x)) + kWidth + 4;
  const height = Math.max(...places.map(({ y }) => y)) + kHeight + 4;
  return html`<div
    class="picture-box"
    tabindex="0"
    role="region"
    aria-label="Picture of the hierarchy"
  >
    <svg
      class="picture"
      viewBox="-2 -2 ${width} ${height}"
      width=${width}
      height=${height}
      role="group"
    >
      ${places.map((place) => html`<${Edge} key="edge-${place.item.id}" place=${place} />`)}
      ${places.map((place) => html`<${Box} key=${place.item.id} place=${place} />`)}
    </svg>
  </div>`;
}
