// Every check that was made, certificate by certificate, with its clause and what came out.

import { question } from '../../app/question.js';
import { Fold } from '../fold.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';
import { PlacedFinding, PlacedFindings } from './placed_finding.js';

/** @import { Finding, Path, Report, Step } from '../../worker/api' */
/** @import { IconName } from '../icon.js' */

const kOutcomes = /** @type {Record<string, { icon: IconName, tone: string, word: string }>} */ ({
  pass: { icon: 'pass', tone: 'pass', word: 'Pass' },
  fail: { icon: 'error', tone: 'error', word: 'Fail' },
  warn: { icon: 'warning', tone: 'warning', word: 'Warning' },
  skipped: { icon: 'skipped', tone: 'plain', word: 'Skipped' },
  'not-reached': { icon: 'skipped', tone: 'plain', word: 'Not reached' },
});

/**
 * The CRL or OCSP response that a finding is about: the core counts those that were handed in.
 *
 * @param {Finding} finding
 */
function statusPlace({ params = {} }) {
  const { status, withheld } = question.value;
  const there = status.filter(({ sha256 }) => !withheld.includes(sha256));
  const crl = there.filter(({ kind }) => kind === 'crl')[Number(params.crl)];
  const response = there.filter(({ kind }) => kind !== 'crl')[Number(params.response)];
  return crl ?? response ?? null;
}

/** Why each CRL or OCSP response did not answer. @param {{ findings: Finding[] }} props */
function Considered({ findings }) {
  return html`<details class="more considered">
    <summary>CRLs and OCSP responses that were considered: ${findings.length}</summary>
    <ul class="plain stack more-body">
      ${findings.map(
        (finding) =>
          html`<li><${PlacedFinding} finding=${finding} place=${statusPlace(finding)} /></li>`,
      )}
    </ul>
  </details>`;
}

/** @param {{ step: Step, report: Report }} props */
function StepLine({ step, report }) {
  const look = kOutcomes[step.outcome] ?? kOutcomes.skipped;
  const values = Object.entries(step.values ?? {});
  return html`<li
    class=${classes('step', `tone-${look.tone}`)}
    data-check=${step.check}
    data-outcome=${step.outcome}
  >
    <span class="step-outcome"><${Icon} name=${look.icon} />${look.word}</span>
    <div class="step-body">
      <p>
        <strong>${step.title}</strong
        >${step.citation && html` <span class="quiet">${step.citation}</span>`}
      </p>
      ${step.question && html`<p class="quiet">${step.question}</p>`}
      ${step.text && html`<p>${step.text}</p>`}
      ${
        values.length > 0 &&
        html`<p class="quiet">
          ${values.map(([name, value]) => `${name.replaceAll('_', ' ')}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ')}
        </p>`
      }
      <${PlacedFindings}
        findings=${step.findings}
        place=${step.certificate === null ? null : report.certificates[step.certificate]}
        named=${false}
      />
      ${step.considered && step.considered.length > 0 && html`<${Considered} findings=${step.considered} />`}
    </div>
  </li>`;
}

/**
 * Steps in groups of one certificate, in the order in which they were made.
 *
 * @param {Step[]} steps
 */
function groupsOf(steps) {
  /** @type {{ certificate: number | null, steps: Step[] }[]} */
  const groups = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && last.certificate === step.certificate) last.steps.push(step);
    else groups.push({ certificate: step.certificate, steps: [step] });
  }
  return groups;
}

/** How the steps of a group came out, in words. @param {Step[]} steps */
function tally(steps) {
  const words = /** @type {const} */ ([
    ['fail', 'failed'],
    ['warn', 'with a warning'],
    ['pass', 'passed'],
    ['skipped', 'skipped'],
    ['not-reached', 'not reached'],
  ]);
  return words
    .map(([outcome, word]) => ({
      word,
      count: steps.filter((step) => step.outcome === outcome).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}

/** The steps about one certificate: unfolded where something is wrong. @param {{ report: Report, certificate: number | null, steps: Step[] }} props */
function StepGroup({ report, certificate, steps }) {
  const title = certificate === null ? 'The whole path' : report.certificates[certificate].title;
  const summary = html`<strong><bdi class="cut">${title}</bdi></strong
    ><span class="quiet">${tally(steps)}</span>`;
  return html`<li class="timeline-group">
    <${Fold}
      summary=${summary}
      begin=${steps.some(({ outcome }) => ['fail', 'warn'].includes(outcome))}
      body=${() =>
        html`<ol class="plain">
          ${steps.map((step) => html`<${StepLine} step=${step} report=${report} />`)}
        </ol>`}
    />
  </li>`;
}

/** @param {{ report: Report, path: Path }} props */
export function StepList({ report, path }) {
  return html`<p>${path.steps.length} checks: ${tally(path.steps)}.</p>
    <ol class="plain timeline">
      ${groupsOf(path.steps).map(
        ({ certificate, steps }, index) =>
          html`<${StepGroup}
            key="${index} ${certificate}"
            report=${report}
            certificate=${certificate}
            steps=${steps}
          />`,
      )}
    </ol>`;
}
