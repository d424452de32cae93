// On paper only: what was checked, by fingerprint, for what, at which time and by which version of this program.

import { build } from 'pki:artefact';

import { about } from '../../app/catalogue.js';
import { readable } from '../../app/clock.js';
import { html } from '../html.js';

/** @import { CheckParams, Report } from '../../worker/api' */

const kParts = /** @type {Record<string, string>} */ ({
  target: 'checked',
  anchor: 'trust anchor',
  pool: 'at hand',
  fetched: 'fetched',
});

/** @param {{ params: CheckParams, report: Report }} props */
export function PrintedQuestion({ params, report }) {
  const used = new Set(report.paths.flatMap(({ certificates }) => certificates));
  const shown = report.certificates.filter(({ index }) => used.has(index));
  const purpose = about.value?.purposes.find(({ id }) => id === params.purpose);
  return html`<section class="print-only" aria-hidden="true">
    <p>
      Judged for ${readable(params.at)}; purpose: ${purpose?.title ?? 'any'}; names:
      ${params.names?.join(', ') ?? 'not asked'}; relying party:
      ${params.relying_party ?? 'RFC 5280'}. ${about.value?.name} ${about.value?.version}, build
      ${build.id}.
    </p>
    <ul>
      ${shown.map(
        ({ title, sha256, source }) =>
          html`<li>${title} (${kParts[source]}): SHA-256 <code>${sha256}</code></li>`,
      )}
    </ul>
  </section>`;
}
