// Checks a chain: which certificate, whom to trust, when and for what; then the verdict and its reasons.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { about } from '../app/catalogue.js';
import {
  addToCheck,
  atHand,
  check,
  checkParams,
  dropFindings,
  isTrusted,
  setAtHand,
  setTrusted,
  target,
  withheld,
} from '../app/chain.js';
import { setTime } from '../app/clock.js';
import { receive, useDrops } from '../app/drops.js';
import { say } from '../app/messages.js';
import { hrefOf, route } from '../app/router.js';
import { itemById } from '../app/workspace.js';
import { findingOf } from '../worker/errors.js';
import { DropZone } from '../parts/file_button.js';
import { FindingList } from '../parts/findings.js';
import { SelectField, TextArea, TextField } from '../parts/form/controls.js';
import { linesOf } from '../parts/form/options_fields.js';
import { Form } from '../parts/form/form.js';
import { html } from '../parts/html.js';
import { kindOf, ValidityBadge } from '../parts/object/state_badge.js';
import { Page, Section } from '../parts/page.js';
import { ReportView } from '../parts/report/report_view.js';
import { Verdict } from '../parts/report/verdict.js';
import { useAction } from '../parts/use_action.js';

/** @import { Certificate, Report } from '../worker/api' */

/** @param {File[]} files */
async function takeFiles(files) {
  try {
    const { found, others } = await addToCheck({ files });
    const beside = others > 0 ? ` ${others} other things were left aside.` : '';
    say(found > 0 ? 'pass' : 'notice', `${found} certificates were added to the check.${beside}`);
  } catch (error) {
    const finding = findingOf(error);
    say('error', finding.summary, finding.cure);
  }
}

/** @param {{ certificate: Certificate }} props */
function CertificateRow({ certificate }) {
  const { sha256, title } = certificate;
  const here = !withheld.value.has(sha256);
  /** @param {string} what @param {boolean} checked @param {(on: boolean) => void} set @param {boolean} [off] */
  const box = (what, checked, set, off = false) =>
    html`<input
      type="checkbox"
      aria-label="${what}: ${title}"
      checked=${checked}
      disabled=${off}
      onChange=${(/** @type {any} */ event) => set(event.currentTarget.checked)}
    />`;
  return html`<tr>
    <td>
      <input
        type="radio"
        name="target"
        aria-label="Check: ${title}"
        checked=${target.value === sha256}
        onChange=${() => (target.value = sha256)}
      />
    </td>
    <td>${box('Trust', isTrusted(certificate), (on) => setTrusted(certificate, on))}</td>
    <td>${box('At hand', here, (on) => setAtHand(certificate, on))}</td>
    <th scope="row">
      ${title}<span class="quiet"
        >${kindOf({ kind: 'certificate', description: certificate, name: '', range: null })}</span
      >
    </th>
    <td class="wide-cell">${certificate.self_issued ? 'itself' : certificate.issuer.rfc4514}</td>
    <td><${ValidityBadge} certificate=${certificate} /></td>
  </tr>`;
}

function CertificateTable() {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="Certificates at hand">
    <table>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Trust</th>
          <th scope="col">At hand</th>
          <th scope="col">Certificate</th>
          <th scope="col" class="wide-cell">Issuer</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        ${atHand.value.map(
          (certificate) =>
            html`<${CertificateRow} key=${certificate.sha256} certificate=${certificate} />`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Chooses the item of the address, else the first leaf. */
function chooseTarget() {
  const item = itemById(route.value.id);
  if (item?.kind === 'certificate') target.value = item.description.sha256;
  else if (!atHand.value.some(({ sha256 }) => sha256 === target.value)) {
    target.value = (atHand.value.find(({ ca }) => !ca) ?? atHand.value[0])?.sha256 ?? '';
  }
}

function CheckForm() {
  const at = useSignal('');
  const purpose = useSignal('any');
  const names = useSignal('');
  const report = useSignal(/** @type {Report | null} */ (null));
  useEffect(chooseTarget, [route.value.id, atHand.value.length]);

  const time = at.value === '' ? '' : `${at.value}:00Z`;
  const params = checkParams({ at: time, purpose: purpose.value, names: linesOf(names.value) });
  const action = useAction(async ({ signal }) => {
    if (params !== null) report.value = await check(params, signal);
  });
  // Once checked, the verdict follows every change: that is how one plays with a chain.
  const inputs = JSON.stringify([{ ...params, at: time }, setTime.value]);
  useEffect(() => {
    if (report.value === null) return undefined;
    const timer = setTimeout(action.run, 250);
    return () => clearTimeout(timer);
  }, [inputs]);

  const purposes = (about.value?.purposes ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  return html`<${Form}
      action=${action}
      submit="Check the chain"
      icon="chain"
      busy="Checking…"
      label="Chain check"
    >
      <${CertificateTable} />
      <p class="hint">
        Trust: it counts as a trust anchor. At hand: it may be used to build the path; take the tick
        away to see what happens when a certificate is missing.
      </p>
      <div class="field-grid">
        <${SelectField} label="Purpose" value=${purpose} choices=${purposes} />
        <${TextField}
          label="At this time, in UTC"
          type="datetime-local"
          value=${at}
          hint="Empty: now."
        />
        <${TextArea}
          label="Names it must be good for"
          rows=${2}
          value=${names}
          pointer="/params/names"
          error=${action.error}
          placeholder="www.example.com"
          hint="Host names or IP addresses, one a line. Empty: not checked."
        />
      </div>
    <//>
    ${
      report.value !== null &&
      html`<${Section} title="Verdict">
        <${Verdict} accepted=${report.value.accepted} sentence=${report.value.sentence} />
        <${ReportView} report=${report.value} />
      <//>`
    }`;
}

export function CheckPage() {
  useDrops(takeFiles);
  return html`<${Page}
    title="Check a chain"
    intro="Would a device that trusts these anchors accept this certificate? Every path is tried, and every refusal has its reason."
  >
    <${DropZone}
      text="Drop certificates to check, with those between them and the root"
      onFiles=${receive}
    />
    <${FindingList} findings=${dropFindings.value} />
    ${
      atHand.value.length === 0
        ? html`<p class="quiet">
            There are no certificates yet. Drop some, or go to the
            <a href=${hrefOf('workspace')}>workspace</a> and load the sample lab.
          </p>`
        : html`<${CheckForm} />`
    }
  <//>`;
}
