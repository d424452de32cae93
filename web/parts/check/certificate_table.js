// What a check may use: certificates with their part in it, and the CRLs and OCSP responses.

import {
  atHand,
  change,
  isTrusted,
  isWithheld,
  question,
  setAtHand,
  setTrusted,
} from '../../app/question.js';
import { html } from '../html.js';
import { kindOf, ValidityBadge } from '../object/state_badge.js';

/** @import { Certificate, StatusObject } from '../../worker/api' */

/** @param {{ label: string, checked: boolean, onSet: (on: boolean) => void }} props */
function Box({ label, checked, onSet }) {
  return html`<input
    type="checkbox"
    aria-label=${label}
    checked=${checked}
    onChange=${(/** @type {any} */ event) => onSet(event.currentTarget.checked)}
  />`;
}

/** @param {{ certificate: Certificate }} props */
function CertificateRow({ certificate }) {
  const { sha256, title } = certificate;
  const checked = question.value.target === sha256;
  return html`<tr>
    <td data-label="Check">
      <input
        type="radio"
        name="target"
        aria-label="Check: ${title}"
        checked=${checked}
        onChange=${() => change(`Check ${title}`, { target: sha256 })}
      />
    </td>
    <td>
      <${Box}
        label="Trust: ${title}"
        checked=${isTrusted(certificate)}
        onSet=${(/** @type {boolean} */ on) => setTrusted(certificate, on)}
      />
    </td>
    <td>
      <${Box}
        label="At hand: ${title}"
        checked=${!isWithheld(sha256)}
        onSet=${(/** @type {boolean} */ on) => setAtHand(certificate, on)}
      />
    </td>
    <th scope="row">
      <bdi class="cut">${title}</bdi>
      <span class="row-note">
        <span class="quiet">
          ${kindOf({ kind: 'certificate', description: certificate, name: '', range: null })}
        </span>
        <${ValidityBadge} certificate=${certificate} />
      </span>
    </th>
    <td class="wide-cell">
      <span class="cut">${certificate.self_issued ? 'itself' : certificate.issuer.rfc4514}</span>
    </td>
  </tr>`;
}

/** All certificates at hand, with the choice which is checked and which are trusted. */
export function CertificateTable() {
  return html`<div
      class="table-box table-tall"
      tabindex="0"
      role="region"
      aria-label="Certificates at hand"
    >
      <table class="part-table">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Trust</th>
            <th scope="col">At hand</th>
            <th scope="col">Certificate</th>
            <th scope="col" class="wide-cell">Issuer</th>
          </tr>
        </thead>
        <tbody>
          ${atHand.value.map(
            (certificate) =>
              html`<${CertificateRow} key=${certificate.sha256} certificate=${certificate} />`,
          )}
        </tbody>
      </table>
    </div>
    <p class="hint">
      Trust: it counts as a trust anchor. At hand: it may be used to build the path; take the tick
      away to see what happens when a certificate is missing.
    </p>`;
}

/** @param {{ object: StatusObject }} props */
function StatusRow({ object }) {
  return html`<tr>
    <td>
      <${Box}
        label="At hand: ${object.title}"
        checked=${!isWithheld(object.sha256)}
        onSet=${(/** @type {boolean} */ on) => setAtHand(object, on)}
      />
    </td>
    <th scope="row">
      <bdi class="cut">${object.title}</bdi>
      <span class="quiet">${object.kind === 'crl' ? 'CRL' : 'OCSP response'}</span>
    </th>
    <td class="wide-cell"><span class="cut">${object.sentence}</span></td>
  </tr>`;
}

/** CRLs and OCSP responses at hand; nothing where there are none. */
export function StatusTable() {
  const { status } = question.value;
  if (status.length === 0) return null;
  return html`<div
    class="table-box table-tall"
    tabindex="0"
    role="region"
    aria-label="CRLs and OCSP responses at hand"
  >
    <table class="part-table">
      <thead>
        <tr>
          <th scope="col">At hand</th>
          <th scope="col">CRL or OCSP response</th>
          <th scope="col" class="wide-cell">What it is</th>
        </tr>
      </thead>
      <tbody>
        ${status.map((object) => html`<${StatusRow} key=${object.sha256} object=${object} />`)}
      </tbody>
    </table>
  </div>`;
}
