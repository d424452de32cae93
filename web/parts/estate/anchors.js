// The trust anchors: who holds each, who relies on it, what would stop without it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { askEstate, nameOf, titleOf } from '../../app/estate.js';
import { lab } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { Fold } from '../fold.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';

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
  const anchors = useSignal(/** @type {EstateAnchor[] | null} */ (null));
  const load = useAction(async ({ signal }) => {
    anchors.value = (await askEstate('estate.anchors', {}, signal)).anchors;
  });
  useEffect(() => {
    load.run();
  }, [lab.value.tenant, lab.value.estate]);
  if (load.error.value) return html`<${FindingCard} finding=${load.error.value} />`;
  if (anchors.value === null)
    return html`<p class="quiet">Looking for the anchor of every conversation…</p>`;
  return html`<ul class="plain anchor-list">
    ${anchors.value.map((anchor) => html`<${Anchor} anchor=${anchor} />`)}
  </ul>`;
}
