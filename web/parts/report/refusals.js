// Which issuers were considered and why they were not taken: what most tools throw away.

import { FindingCard } from '../findings.js';
import { Fold } from '../fold.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Section } from '../page.js';

/** @import { Report } from '../../worker/api' */

const kWords = /** @type {Record<string, string>} */ ({
  considered: 'Considered',
  refused: 'Refused',
  postponed: 'Put off',
  chosen: 'Went on',
  anchored: 'Reached an anchor',
  'dead-end': 'Dead end',
  backtracked: 'Went back',
  'limit-hit': 'Stopped',
});

/** More lines than this help nobody. */
const kMostEvents = 200;

/** @param {number} count @param {string} one @param {string} [many] */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** @param {Record<string, number>} work */
function workText({ signature_checks: checks, candidates, paths, events_left_out: leftOut = 0 }) {
  const more = leftOut > 0 ? ` ${leftOut} further events are not listed.` : '';
  return `${counted(candidates, 'candidate')} looked at, ${counted(checks, 'signature')} checked, ${counted(paths, 'path')} tried.${more}`;
}

/** @param {{ report: Report }} props */
function Events({ report: { events } }) {
  return html`${events.length > kMostEvents && html`<p class="quiet">The first ${kMostEvents} are shown.</p>`}
    <ol class="plain stack more-body">
      ${events.slice(0, kMostEvents).map(
        ({ kind, text, finding }) =>
          html`<li data-event=${kind}>
            <p class="event">
              <${Icon} name=${['refused', 'dead-end'].includes(kind) ? 'error' : 'notice'} />
              <span><strong>${kWords[kind] ?? kind}:</strong> ${text}</span>
            </p>
            ${finding && html`<${FindingCard} finding=${finding} />`}
          </li>`,
      )}
    </ol>`;
}

/** @param {{ report: Report }} props */
export function Refusals({ report }) {
  if (report.events.length === 0) return null;
  const refused = report.events.filter((event) => event.kind === 'refused').length;
  return html`<${Section} title="How the path was looked for" level=${3}>
    <p class="quiet">
      ${workText(report.work)}${refused > 0 && ` ${counted(refused, 'issuer')} refused.`}
    </p>
    <${Fold}
      look="more"
      summary="${counted(report.events.length, 'event')} of the search"
      body=${() => html`<${Events} report=${report} />`}
    />
  <//>`;
}
