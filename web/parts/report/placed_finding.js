// A finding of a report: with the certificate that it is about, and its bytes on demand.

import { useSignal } from '@preact/signals';

import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { BytesPanel } from './bytes_panel.js';

/** @import { Finding } from '../../worker/api' */

/** @typedef {{ title: string, der: string }} Place the object whose bytes a finding's range counts */

/** @param {{ finding: Finding, place: Place | null, named?: boolean }} props `named`: say which certificate it is */
export function PlacedFinding({ finding, place, named = true }) {
  const open = useSignal(false);
  const range = finding.range ?? null;
  const shows = place !== null && range !== null;
  return html`<${FindingCard} finding=${finding} where=${named ? place?.title : undefined}>
    ${
      shows &&
      html`<button
        type="button"
        class="button small show-bytes"
        aria-expanded=${open.value ? 'true' : 'false'}
        onClick=${() => (open.value = !open.value)}
      >
        ${open.value ? 'Hide the bytes' : 'Show the bytes'}
      </button>`
    }
    ${shows && open.value && html`<${BytesPanel} der=${place.der} range=${range} title=${place.title} />`}
  <//>`;
}

/** @param {{ findings: Finding[], place: Place | null, named?: boolean }} props */
export function PlacedFindings({ findings, place, named }) {
  if (findings.length === 0) return null;
  return html`<ul class="plain stack">
    ${findings.map(
      (finding) =>
        html`<li><${PlacedFinding} finding=${finding} place=${place} named=${named} /></li>`,
    )}
  </ul>`;
}
