// A revocation list of the workspace: what it is, what can be done with it, what it lists.

import { readable } from '../../app/clock.js';
import { addToCheck } from '../../app/chain.js';
import { say } from '../../app/messages.js';
import { go } from '../../app/router.js';
import { Badge, FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Section } from '../page.js';
import { useAction } from '../use_action.js';
import { CrlDownloads } from './downloads.js';
import { ObjectView } from './object_view.js';
import { CrlBadge, iconOf, kindOf } from './state_badge.js';

/** @import { CrlItem } from '../../app/workspace.js' */
/** @import { Crl } from '../../worker/api' */

/** @param {{ crl: Crl }} props */
function Entries({ crl }) {
  if (crl.entry_count === 0) {
    return html`<p class="quiet">Nothing: whatever this CA issued is good, says this list.</p>`;
  }
  return html`<div class="table-box" tabindex="0" role="region" aria-label="Revoked certificates">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Serial number</th>
            <th scope="col">Since</th>
            <th scope="col">Reason</th>
            <th scope="col" class="wide-cell">Key in wrong hands since</th>
          </tr>
        </thead>
        <tbody>
          ${crl.entries.map(
            (entry) =>
              html`<tr key=${entry.index}>
                <th scope="row" class="code">${entry.serial}</th>
                <td>
                  ${entry.revoked_at === null ? 'cannot be read' : readable(entry.revoked_at)}
                </td>
                <td>${entry.reason ?? 'not said'}</td>
                <td class="wide-cell">
                  ${entry.invalid_since === null ? '' : readable(entry.invalid_since)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      crl.entries_left_out > 0 &&
      html`<p class="quiet">And ${crl.entries_left_out} more, which the file holds.</p>`
    }`;
}

/** @param {{ item: CrlItem }} props */
export function CrlBody({ item }) {
  const crl = item.description;
  const use = useAction(async ({ stillHere }) => {
    await addToCheck({ text: crl.pem });
    say('pass', `${item.label} is at hand in the check of a chain.`);
    if (stillHere()) go('check');
  });
  return html`<p class="sentence">${crl.sentence}</p>
    <p class="badges">
      <${Badge} tone="plain" icon=${iconOf(item)}>${kindOf(item)}<//>
      <${CrlBadge} crl=${crl} />
    </p>
    <div class="button-row">
      <button type="button" class="button primary" disabled=${use.running.value} onClick=${use.run}>
        <${Icon} name="chain" />Check a chain with it
      </button>
    </div>
    ${use.error.value && html`<${FindingCard} finding=${use.error.value} />`}
    <${Section} title="Download"><${CrlDownloads} item=${item} /><//>
    <${Section} title="What it lists"><${Entries} crl=${crl} /><//>
    <${Section} title="What it says"><${ObjectView} description=${crl} /><//>`;
}
