// Candidate paths, and one of them as a row of certificates from the target to the trust anchor.

import { readable } from '../../app/clock.js';
import { Badge } from '../findings.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';
import { endOf } from './chain_graph.js';
import { pathTitle } from './places.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Path, Report } from '../../worker/api' */
/** @import { IconName } from '../icon.js' */

/** @param {{ path: Path }} props */
function PathBadge({ path }) {
  if (path.accepted) return html`<${Badge} tone="pass" icon="pass">Accepted<//>`;
  if (!path.complete) return html`<${Badge} tone="error" icon="error">Incomplete<//>`;
  if (path.near_miss) return html`<${Badge} tone="warning" icon="warning">Near miss<//>`;
  return html`<${Badge} tone="error" icon="error">Refused<//>`;
}

/** @param {{ report: Report, chosen: Signal<number> }} props */
export function PathChoice({ report, chosen }) {
  return html`<fieldset class="cards paths">
    <legend>${report.paths.length} paths were tried</legend>
    ${report.paths.map(
      (path, index) =>
        html`<label class="choice">
          <input
            type="radio"
            name="path"
            checked=${chosen.value === index}
            onChange=${() => (chosen.value = index)}
          />
          <span class="choice-text">
            <span class="choice-label">
              Path ${index + 1} <${PathBadge} path=${path} />
              ${report.best === index && html`<span class="quiet">the best</span>`}
            </span>
            <span class="hint">
              <bdi>${pathTitle(report, path)}</bdi
              >${path.headline && html`: ${path.headline.summary}`}
            </span>
          </span>
        </label>`,
    )}
  </fieldset>`;
}

/** What may still stand below a certificate of the path. @param {{ path: Path, position: number }} props */
function BudgetNote({ path, position }) {
  const budget = path.budgets?.find((each) => each.position === position);
  return budget ? html`<p class="budget">${budget.text}</p>` : null;
}

/** The worst that happened at a place of the path. @param {Path} path @param {number} position */
function outcomeAt(path, position) {
  const outcomes = path.steps
    .filter((step) => step.position === position)
    .map((step) => step.outcome);
  return (
    ['fail', 'warn', 'pass'].find((outcome) => outcomes.some((each) => each === outcome)) ??
    'skipped'
  );
}

const kLooks = /** @type {Record<string, { icon: IconName, tone: string, word: string }>} */ ({
  fail: { icon: 'error', tone: 'error', word: 'Refused here' },
  warn: { icon: 'warning', tone: 'warning', word: 'With a warning' },
  pass: { icon: 'pass', tone: 'pass', word: 'In order' },
  skipped: { icon: 'skipped', tone: 'plain', word: 'Not checked' },
});

/** Where a path ends although no issuer is missing: at a self-signed certificate that nobody trusts, for one. */
const kEnd = { icon: /** @type {const} */ ('error'), tone: 'error', word: 'The path ends here' };

const kSources = /** @type {Record<string, string>} */ ({
  target: 'the certificate that is checked',
  pool: 'at hand',
  fetched: 'fetched from an address',
  anchor: 'trust anchor',
});

/** A name that may go on in the next line after a dot. @param {string} title */
const broken = (title) =>
  title.split(/(?<=\.)/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`));

/** @param {{ report: Report, path: Path }} props */
export function PathPicture({ report, path }) {
  const end = endOf(path);
  return html`<ol class="plain path">
    ${path.certificates.map((index, position) => {
      const certificate = report.certificates[index];
      const ends = end !== null && !end.missing && position === path.certificates.length - 1;
      const look = ends ? kEnd : kLooks[outcomeAt(path, position)];
      return html`<li class=${classes('path-node', `tone-${look.tone}`)}>
        <p class="path-title">
          <${Icon} name=${look.icon} /><strong
            ><bdi class="cut">${broken(certificate.title)}</bdi></strong
          >
        </p>
        <p class="quiet">
          ${certificate.role}, ${kSources[certificate.source] ?? certificate.source}
        </p>
        ${
          certificate.not_after !== null &&
          html`<p class="quiet">until ${readable(certificate.not_after).slice(0, 10)}</p>`
        }
        <p>${look.word}</p>
        <${BudgetNote} path=${path} position=${position} />
      </li>`;
    })}
    ${
      end?.missing &&
      html`<li class="path-node path-missing">
        <p class="path-title"><${Icon} name="error" /><strong>The issuer is missing</strong></p>
        <p class="quiet">No certificate at hand continues the path to a trust anchor.</p>
      </li>`
    }
  </ol>`;
}
