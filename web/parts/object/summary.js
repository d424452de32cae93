// The facts of an object at a glance, each of which can be copied.

import { readable } from '../../app/clock.js';
import { copyText } from '../../app/files.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { Certificate, CertificateRequest, Crl, PublicKey } from '../../worker/api' */

/** @typedef {[label: string, value: string | null | undefined, copy?: boolean]} Fact */

/** @param {{ facts: Fact[] }} props facts without a value are left out */
export function Facts({ facts }) {
  return html`<dl class="summary">
    ${facts
      .filter(([, value]) => value)
      .map(
        ([label, value, copy]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>
              <span class=${copy ? 'code' : ''}>${value}</span>
              ${
                copy &&
                html`<button
                  type="button"
                  class="button icon-button small"
                  aria-label="Copy: ${label}"
                  title="Copy"
                  onClick=${() => copyText(String(value))}
                >
                  <${Icon} name="copy" />
                </button>`
              }
            </dd>
          </div>`,
      )}
  </dl>`;
}

/** @param {{ certificate: Certificate }} props */
export function CertificateFacts({ certificate }) {
  const { subject, issuer, self_issued: selfIssued } = certificate;
  const keyUsage = certificate.key_usage.join(', ');
  return html`<${Facts}
    facts=${[
      ['Subject', subject.rfc4514 || '(empty)', true],
      ['Issuer', selfIssued ? 'itself (the same name)' : issuer.rfc4514],
      ['Valid from', readable(certificate.not_before)],
      [
        'Valid until',
        `${readable(certificate.not_after)}${certificate.validity ? ` (${certificate.validity.text})` : ''}`,
      ],
      ['Alternative names', certificate.san.join(', ')],
      ['Key', certificate.key],
      ['Signature', certificate.signature_algorithm],
      ['May be used for', keyUsage],
      ['Purposes', certificate.extended_key_usage.join(', ')],
      ['Serial number', certificate.serial, true],
      ['SHA-256 fingerprint', certificate.sha256, true],
      ['SHA-1 (thumbprint)', certificate.sha1, true],
      ['Key identifier', certificate.subject_key_id, true],
    ]}
  />`;
}

/** @param {{ request: CertificateRequest }} props */
export function RequestFacts({ request }) {
  const { ok } = request.proof_of_possession;
  return html`<${Facts}
    facts=${[
      ['Subject', request.subject.rfc4514 || '(empty)', true],
      ['Alternative names', request.san.join(', ')],
      ['Key', request.key],
      ['Signature', request.signature_algorithm],
      ['Proof of possession', ok ? 'holds: signed with the key in it' : 'does not hold'],
      ['Public key, SHA-256', request.spki_sha256, true],
    ]}
  />`;
}

/** @param {{ crl: Crl }} props */
export function CrlFacts({ crl }) {
  const until = crl.next_update === null ? 'not said' : readable(crl.next_update);
  return html`<${Facts}
    facts=${[
      ['Issuer', crl.issuer.rfc4514 || '(empty)', true],
      ['Number', crl.number],
      ['Published', crl.this_update && readable(crl.this_update)],
      ['Next one due', `${until}${crl.validity ? ` (${crl.validity.text})` : ''}`],
      ['Lists', `${crl.entry_count} certificate${crl.entry_count === 1 ? '' : 's'}`],
      ['Signature', crl.signature_algorithm],
      ['SHA-256 fingerprint', crl.sha256, true],
    ]}
  />`;
}

/** @param {{ publicKey: PublicKey }} props */
export function KeyFacts({ publicKey }) {
  return html`<${Facts}
    facts=${[
      ['Key', publicKey.title],
      ['Key identifier', publicKey.key_id, true],
      ['Public key, SHA-256', publicKey.spki_sha256, true],
    ]}
  />`;
}
