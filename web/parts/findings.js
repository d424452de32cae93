// Findings: what is wrong, how bad, by which clause, and what to do.

import { faultOfRule } from '../app/catalogue.js';
import { hrefOf } from '../app/router.js';
import { classes, html, wholes } from './html.js';
import { Icon } from './icon.js';

/** @import { Finding, Range } from '../worker/api' */
/** @import { IconName } from './icon.js' */

/** How a severity looks: never by colour alone. */
const kSeverities = /** @type {Record<string, { icon: IconName, word: string, tone: string }>} */ ({
  fatal: { icon: 'error', word: 'Fatal', tone: 'error' },
  error: { icon: 'error', word: 'Error', tone: 'error' },
  warning: { icon: 'warning', word: 'Warning', tone: 'warning' },
  notice: { icon: 'notice', word: 'Notice', tone: 'notice' },
  info: { icon: 'notice', word: 'Note', tone: 'notice' },
  pass: { icon: 'pass', word: 'Pass', tone: 'pass' },
});

/** @param {string} severity */
export function severityLook(severity) {
  return kSeverities[severity] ?? kSeverities.notice;
}

/** @param {unknown} value */
function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Places in the input by number, which the page lights up instead: not for people. */
const kPlaces = /^(crl|response|entry|version)$|_(certificate|octets)$/;

/**
 * What a finding knows beyond its words: neither what they say already nor places by number.
 *
 * @param {Finding} finding
 * @returns {[string, string][]}
 */
export function furtherFacts({ params = {}, summary, cure = '' }) {
  const said = `${summary} ${cure}`.toLowerCase();
  return Object.entries(params)
    .map(([name, value]) => /** @type {[string, string]} */ ([name, asText(value)]))
    .filter(([name, value]) => value !== '' && !kPlaces.test(name))
    .filter(([, value]) => !said.includes(value.toLowerCase()));
}

/** Rules of the page itself have no page of their own. @param {string} rule */
const isOfCore = (rule) => !/^(page|worker)\./.test(rule);

/** The pages that tell more: of the fault, where there is one, and of the rule. @param {{ rule: string }} props */
export function RuleLinks({ rule }) {
  if (!isOfCore(rule)) return html`<code>${rule}</code>`;
  const fault = faultOfRule(rule);
  return html`<a href=${hrefOf('rule', rule)}><code>${rule}</code></a
    >${fault && html` <a href=${hrefOf('fault', fault.id)}>About this fault: ${fault.title}</a>`}`;
}

/**
 * @param {{ finding: Finding, onShow?: (range: Range) => void, where?: string, children?: unknown }} props `onShow`
 *   lights up the bytes that it is about; `where` names the certificate
 */
export function FindingCard({ finding, onShow, where, children }) {
  const look = severityLook(finding.severity);
  const params = furtherFacts(finding);
  return html`<article class=${classes('finding', `tone-${look.tone}`)} data-rule=${finding.rule}>
    <p class="finding-summary">
      <${Icon} name=${look.icon} /><strong>${look.word}:</strong> ${wholes(finding.summary)}
    </p>
    ${finding.cure && html`<p class="finding-cure"><strong>What to do:</strong> ${finding.cure}</p>`}
    <p class="finding-source">
      ${where && html`<span>in <bdi class="cut">${where}</bdi></span>`}
      ${finding.citation && html`<span>${finding.citation}</span>`}
      <${RuleLinks} rule=${finding.rule} />
      ${finding.file && html`<span>in ${finding.file}</span>`}
      ${
        finding.range &&
        onShow &&
        html`<button class="link" type="button" onClick=${() => onShow(finding.range ?? null)}>
          Show the bytes
        </button>`
      }
    </p>
    ${
      params.length > 0 &&
      html`<dl class="facts">
        ${params.map(
          ([name, value]) =>
            html`<div>
              <dt>${name.replaceAll('_', ' ')}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`
    }
    ${children}
  </article>`;
}

/** @param {{ findings: Finding[], onShow?: (range: Range) => void, none?: string }} props */
export function FindingList({ findings, onShow, none }) {
  if (findings.length === 0) {
    return none ? html`<p class="quiet"><${Icon} name="pass" />${none}</p>` : null;
  }
  return html`<ul class="plain stack">
    ${findings.map((finding) => html`<li><${FindingCard} finding=${finding} onShow=${onShow} /></li>`)}
  </ul>`;
}

/** A short mark: icon, word and colour. @param {{ tone: string, icon: IconName, children: unknown }} props */
export function Badge({ tone, icon, children }) {
  return html`<span class=${classes('badge', `tone-${tone}`)}
    ><${Icon} name=${icon} />${children}</span
  >`;
}
