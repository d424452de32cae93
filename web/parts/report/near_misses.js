// Paths that would pass but for one thing.

import { html } from '../html.js';
import { Section } from '../page.js';
import { PlacedFinding } from './placed_finding.js';
import { headlinePlace, nearMisses, pathTitle } from './places.js';

/** @import { Report } from '../../worker/api' */

/** @param {{ report: Report }} props */
export function NearMisses({ report }) {
  const misses = nearMisses(report);
  if (misses.length === 0) return null;
  const bestOnly = misses.length === 1 && misses[0].index === report.best;
  if (bestOnly) {
    return html`<p class="note tone-warning">
      <strong>A near miss:</strong> <span>but for this one thing, the path would be accepted.</span>
    </p>`;
  }
  return html`<${Section} title="Near misses" level=${3}>
    <ul class="plain stack">
      ${misses
        .filter(({ index }) => index !== report.best || report.accepted)
        .map(
          ({ path, index }) =>
            html`<li>
              <p>Path ${index + 1}, <bdi>${pathTitle(report, path)}</bdi>, would pass but for:</p>
              ${path.headline && html`<${PlacedFinding} finding=${path.headline} place=${headlinePlace(report, path)} />`}
            </li>`,
        )}
    </ul>
  <//>`;
}
