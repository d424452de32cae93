// The trust anchors: who holds each, who relies on it, what would stop without it.

import { askEstate, nameOf, titleOf } from '../../app/estate.js';
import { lab } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { Fold } from '../fold.js';
import { html } from '../html.js';
import { useAnswer } from '../use_answer.js';

/** @import { EstateAnchor } from '../../worker/api' */

/** Lines that are shown of a list. */
const kMost = 50;

/** @param {{ anchor: EstateAnchor }} props */
function Anchor({ anchor }) {
  const { holders, reliances, would_stop: stop } = anchor;
  return html`<li class="card" data-anchor=${anchor.certificate}>
    <strong><bdi>${titleOf(anchor.certificate)}</bdi></strong>
    <p>
      ${holders.length} trust it;
      ${reliances.length === 0 ? 'nobody relies on it' : `${reliances.length} judgements end at it`}.
      ${reliances.length > 0 && html`<strong>Removed, expired or replaced everywhere, ${stop} conversations would stop.</strong>`}
    </p>
    ${
      reliances.length > 0 &&
      html`<${Fold}
        summary="Who relies on it"
        body=${() =>
          html`<ul class="plain">
            ${reliances.slice(0, kMost).map(
              ({ device, service, side }) =>
                html`<li>
                  <bdi>${side === 'device' ? nameOf(device) : nameOf(service)}</bdi>, when it judges
                  <bdi> ${side === 'device' ? nameOf(service) : nameOf(device)}</bdi>
                </li>`,
            )}
            ${reliances.length > kMost && html`<li class="quiet">and ${reliances.length - kMost} more</li>`}
          </ul>`}
      />`
    }
  </li>`;
}

export function AnchorList() {
  const { answer, error } = useAnswer(
    (abort) => askEstate('estate.anchors', {}, abort),
    [lab.value.tenant, lab.value.estate],
  );
  if (error !== null) return html`<${FindingCard} finding=${error} />`;
  if (answer === null)
    return html`<p class="quiet">Looking for the anchor of every conversation…</p>`;
  return html`<ul class="plain anchor-list">
    ${answer.anchors.map((/** @type {EstateAnchor} */ anchor) => html`<${Anchor} anchor=${anchor} />`)}
  </ul>`;
}
