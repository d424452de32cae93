// What would have been fetched from the addresses in certificates, and what the chain is without it.

import { Badge } from '../findings.js';
import { html } from '../html.js';
import { Section } from '../page.js';

/** @import { Fetch, Report } from '../../worker/api' */
/** @import { IconName } from '../icon.js' */

const kOutcomes = /** @type {Record<string, { tone: string, icon: IconName, word: string }>} */ ({
  found: { tone: 'pass', icon: 'pass', word: 'Found' },
  missing: { tone: 'warning', icon: 'warning', word: 'Not there' },
  unreadable: { tone: 'error', icon: 'error', word: 'Unreadable' },
  'not-http': { tone: 'plain', icon: 'skipped', word: 'Not followed' },
});

/** @param {{ fetch: Fetch }} props */
function Line({ fetch: { url, outcome, text } }) {
  const look = kOutcomes[outcome] ?? kOutcomes.missing;
  return html`<li>
    <${Badge} tone=${look.tone} icon=${look.icon}>${look.word}<//> <code>${url}</code>
    <p class="quiet">${text}</p>
  </li>`;
}

/** @param {{ report: Report }} props */
export function Fetches({ report }) {
  const { fetches = [], without_fetching: without } = report;
  if (fetches.length === 0) return null;
  return html`<${Section} title="Addresses that would be followed" level=${3}>
    ${without && html`<p><strong>Without following them:</strong> ${without.sentence}</p>`}
    <ul class="plain stack">
      ${fetches.map((fetch) => html`<${Line} fetch=${fetch} />`)}
    </ul>
  <//>`;
}
