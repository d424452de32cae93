// All about one object: the verdict-like sentence, the facts, the findings, then fields, ASN.1, text.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { copyText } from '../../app/files.js';
import { Asn1Browser } from '../asn1_browser.js';
import { FieldBrowser } from '../field_browser.js';
import { FindingList } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Tabs } from '../tabs.js';
import { Commands } from './commands.js';
import { CertificateFacts, CrlFacts, KeyFacts, RequestFacts } from './summary.js';

/** @import { Certificate, CertificateRequest, Crl, Finding, PublicKey, Range } from '../../worker/api' */

/** @typedef {Certificate | CertificateRequest | Crl | PublicKey} Shown */

/** @param {{ description: Shown }} props */
function FactsOf({ description }) {
  switch (description.kind) {
    case 'certificate':
      return html`<${CertificateFacts} certificate=${description} />`;
    case 'csr':
      return html`<${RequestFacts} request=${description} />`;
    case 'crl':
      return html`<${CrlFacts} crl=${description} />`;
    default:
      return html`<${KeyFacts} publicKey=${description} />`;
  }
}

/** @param {{ text: string, label: string }} props */
function TextBlock({ text, label }) {
  return html`<button type="button" class="button small" onClick=${() => copyText(text)}>
      <${Icon} name="copy" />Copy
    </button>
    <pre class="code block" tabindex="0" role="region" aria-label=${label}>${text}</pre>`;
}

/** @param {Shown} description @returns {Finding[]} */
function findingsOf(description) {
  const own = 'findings' in description ? description.findings : [];
  const proof = description.kind === 'csr' ? description.proof_of_possession.finding : null;
  const known = proof && own.some((finding) => finding.rule === proof.rule);
  return proof && !known ? [proof, ...own] : own;
}

/** @param {{ description: Shown, der?: string }} props `der`: where the description has none */
export function ObjectView({ description, der }) {
  const shown = useSignal(/** @type {Range} */ (null));
  const details = useRef(/** @type {HTMLElement | null} */ (null));
  const bytes = ('der' in description ? description.der : der) ?? '';
  /** @param {Range} range */
  const show = (range) => {
    shown.value = range;
    details.current?.scrollIntoView({ block: 'nearest' });
  };
  const tabs = [
    {
      id: 'fields',
      label: 'Fields and bytes',
      body: () =>
        html`<${FieldBrowser} fields=${description.fields} der=${bytes} shown=${shown} />`,
    },
    {
      id: 'asn1',
      label: 'ASN.1',
      body: () => html`<${Asn1Browser} source=${description.pem} />`,
    },
    {
      id: 'pem',
      label: 'PEM',
      body: () => html`<${TextBlock} text=${description.pem} label="PEM" />`,
    },
    {
      id: 'commands',
      label: 'Commands',
      body: () => html`<${Commands} description=${description} />`,
    },
  ];
  return html`<${FactsOf} description=${description} />
    <${FindingList} findings=${findingsOf(description)} onShow=${bytes ? show : undefined} />
    <div ref=${details}><${Tabs} label="Details" tabs=${tabs} /></div>`;
}
