// The checks of the BYOCA desk: outcome, question, what it stands on, findings.

import { FindingCard } from '../findings.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { ByocaDesk, ByocaRow } from '../../worker/api' */
/** @import { IconName } from '../icon.js' */

const kOutcomes = /** @type {Record<string, { icon: IconName, tone: string, word: string }>} */ ({
  pass: { icon: 'pass', tone: 'pass', word: 'Pass' },
  warn: { icon: 'warning', tone: 'warning', word: 'Warning' },
  fail: { icon: 'error', tone: 'error', word: 'Fail' },
  'not-judged': { icon: 'skipped', tone: 'plain', word: 'Not judged' },
});

/** What a check stands on, in words. */
const kGrounds = /** @type {Record<string, string>} */ ({
  documented: 'Documented by Microsoft',
  rfc: 'A standard',
  measured: 'Measured',
  sense: 'Our judgement: not documented',
});

/** @param {{ row: ByocaRow, desk: ByocaDesk }} props */
function DeskRow({ row, desk }) {
  const look = kOutcomes[row.outcome];
  return html`<li
    class=${classes('step', `tone-${look.tone}`)}
    data-check=${row.check}
    data-outcome=${row.outcome}
  >
    <span class="step-outcome"><${Icon} name=${look.icon} />${look.word}</span>
    <div class="step-body">
      <p>
        <strong>${row.title}</strong>${' '}
        <span class="quiet">${kGrounds[row.ground]}${row.source !== '' && `: ${row.source}`}</span>
      </p>
      <p class="quiet">${row.question}</p>
      ${row.note !== '' && html`<p><bdi class="cut">${row.note}</bdi></p>`}
      ${
        row.findings.length > 0 &&
        html`<ul class="plain stack">
          ${row.findings.map(
            (finding) =>
              html`<li>
                <${FindingCard}
                  finding=${finding}
                  where=${finding.certificate === null ? undefined : desk.certificates[finding.certificate].title}
                />
              </li>`,
          )}
        </ul>`
      }
    </div>
  </li>`;
}

/** Those that stand against an upload first. @param {{ desk: ByocaDesk }} props */
export function DeskRows({ desk }) {
  const order = ['fail', 'warn', 'pass', 'not-judged'];
  const rows = [...desk.rows].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return html`<ol class="plain">
    ${rows.map((row) => html`<${DeskRow} key=${row.check} row=${row} desk=${desk} />`)}
  </ol>`;
}
