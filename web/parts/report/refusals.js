// Which issuers were considered and why they were not taken: what most tools throw away.

import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Section } from '../page.js';

/** @import { Report } from '../../worker/api' */

const kWords = /** @type {Record<string, string>} */ ({
  considered: 'Considered',
  refused: 'Refused',
  skipped: 'Skipped',
  backtracked: 'Went back',
  anchored: 'Reached an anchor',
});

/** @param {number} count @param {string} one @param {string} [many] */
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** @param {Record<string, number>} work */
function workText({ signature_checks: checks, candidates, paths, events_left_out: leftOut = 0 }) {
  const more = leftOut > 0 ? ` ${leftOut} further events are not listed.` : '';
  return `${counted(candidates, 'candidate')} looked at, ${counted(checks, 'signature')} checked, ${counted(paths, 'path')} tried.${more}`;
}

/** @param {{ report: Report }} props */
export function Refusals({ report }) {
  if (report.events.length === 0) return null;
  const refused = report.events.filter((event) => event.kind === 'refused').length;
  return html`<${Section} title="How the path was looked for" level=${3}>
    <p class="quiet">
      ${workText(report.work)}${refused > 0 && ` ${counted(refused, 'issuer')} refused.`}
    </p>
    <details class="more" open=${refused > 0}>
      <summary>${report.events.length} events of the search</summary>
      <ol class="plain stack more-body">
        ${report.events.map((event) => {
          const child = report.certificates[event.child]?.title ?? '';
          const candidate =
            event.candidate === null ? '' : (report.certificates[event.candidate]?.title ?? '');
          return html`<li data-event=${event.kind}>
            <p>
              <${Icon} name=${event.kind === 'refused' ? 'error' : 'notice'} />
              <strong>${kWords[event.kind] ?? event.kind}</strong
              >${candidate && html` ${candidate}`}${child && html` as issuer of ${child}`}:
              ${event.text}
            </p>
            ${event.finding && html`<${FindingCard} finding=${event.finding} />`}
          </li>`;
        })}
      </ol>
    </details>
  <//>`;
}
