// On paper only: what was checked, by fingerprint, for what, at which time and by which version of this program.

import { build } from 'pki:artefact';

import { about, relyingParties } from '../../app/catalogue.js';
import { readable } from '../../app/clock.js';
import { question } from '../../app/question.js';
import { html } from '../html.js';

/** @import { CheckParams, Report } from '../../worker/api' */

const kParts = /** @type {Record<string, string>} */ ({
  target: 'checked',
  anchor: 'trust anchor',
  pool: 'at hand',
  fetched: 'fetched',
});

/** Of more certificates than this, only those that came into a path are listed. */
const kAtAGlance = 12;

/** The CRLs and OCSP responses of a check, as they were recognised. @param {CheckParams} params */
function statusOf({ crls = [], ocsp = [] }) {
  const given = new Set([...crls, ...ocsp]);
  return question.value.status.filter(({ der }) => given.has(der));
}

/** @param {{ params: CheckParams, report: Report }} props */
export function PrintedQuestion({ params, report }) {
  const used = new Set(report.paths.flatMap(({ certificates }) => certificates));
  const few = report.certificates.length <= kAtAGlance;
  const shown = report.certificates.filter(({ index }) => few || used.has(index));
  const unused = report.certificates.length - shown.length;
  const purpose = about.value?.purposes.find(({ id }) => id === params.purpose);
  const party = relyingParties().find(({ id }) => id === params.relying_party);
  const inputs = [
    ...shown.map(({ title, sha256, source }) => ({ title, sha256, part: kParts[source] })),
    ...statusOf(params).map(({ title, sha256, kind }) => ({
      title,
      sha256,
      part: kind === 'crl' ? 'CRL' : 'OCSP response',
    })),
  ];
  return html`<section class="print-only printed-question" aria-hidden="true">
    <p>
      <strong>Judged</strong> for ${readable(params.at)}; purpose: ${purpose?.title ?? 'any'};
      names: ${params.names?.join(', ') ?? 'not asked'}; relying party:
      ${party?.title ?? 'nobody in particular: RFC 5280'}. <strong>By</strong>
      ${about.value?.name} ${about.value?.version}, build ${build.id}.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Part</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${inputs.map(
          ({ title, sha256, part }) =>
            html`<tr>
              <th scope="row"><bdi>${title}</bdi></th>
              <td>${part}</td>
              <td><code>${sha256}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${unused > 0 && html`<p>${unused} further certificates at hand came into no path.</p>`}
  </section>`;
}
