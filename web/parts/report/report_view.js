// A report of a chain check: why, the picture of all paths, who accepts, every step, and how the search went.

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';

import { FindingList } from '../findings.js';
import { html } from '../html.js';
import { Section } from '../page.js';
import { ChainPicture } from './chain_picture.js';
import { Fetches } from './fetches.js';
import { NearMisses } from './near_misses.js';
import { PartiesTable } from './parties_table.js';
import { PathChoice, PathPicture } from './path_view.js';
import { PlacedFinding } from './placed_finding.js';
import { headlinePlace } from './places.js';
import { Refusals } from './refusals.js';
import { StepList } from './step_list.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Asked } from '../../app/checking.js' */
/** @import { Report } from '../../worker/api' */

/** @param {{ report: Report }} props */
function NotJudged({ report }) {
  if (report.not_judged.length === 0) return null;
  return html`<p class="quiet">
    <strong>Not judged:</strong> this check did not look at ${report.not_judged.join(', ')}.
  </p>`;
}

/** Why the best path is not accepted. @param {{ report: Report }} props */
function Headline({ report }) {
  const best = report.paths[report.best ?? 0];
  const headline = best?.headline ?? report.headline;
  if (!headline) return null;
  return html`<${PlacedFinding}
    finding=${headline}
    place=${best ? headlinePlace(report, best) : null}
  />`;
}

/** The picture, and the same in characters. @param {{ report: Report, chosen: Signal<number> }} props */
function AllPaths({ report, chosen }) {
  return html`<${Section} title="All paths" level=${3}>
    <${ChainPicture} key=${report.certificates[0]?.sha256} report=${report} chosen=${chosen} />
    ${
      report.picture &&
      html`<details class="more">
        <summary>The same in characters</summary>
        <pre class="code block" tabindex="0" role="region" aria-label="All paths in characters">
${report.picture}</pre>
      </details>`
    }
    ${report.paths.length > 1 && html`<${PathChoice} report=${report} chosen=${chosen} />`}
  <//>`;
}

/** @param {{ report: Report, parties?: Asked | null }} props */
export function ReportView({ report, parties = null }) {
  const chosen = useSignal(report.best ?? 0);
  useLayoutEffect(() => {
    chosen.value = report.best ?? 0;
  }, [report]);
  // The table is long, and another verdict does not change it: it waits for the relying parties.
  const others = useMemo(() => html`<${PartiesTable} parties=${parties} />`, [parties]);
  const path = report.paths[chosen.value] ?? report.paths[0];
  return html`<div class="report">
    <${Headline} report=${report} />
    <${NearMisses} report=${report} />
    <${NotJudged} report=${report} />
    <${FindingList} findings=${report.findings ?? []} />
    ${
      path &&
      html`<${Section}
        title=${report.paths.length > 1 ? `Path ${report.paths.indexOf(path) + 1}` : 'The path'}
        level=${3}
      >
        <${PathPicture} report=${report} path=${path} />
      <//>`
    }
    <${AllPaths} report=${report} chosen=${chosen} />
    ${others}
    <${Fetches} report=${report} />
    <div class="report screen-only">
      ${
        path &&
        html`<${Section} title="Step by step" level=${3}>
          <${StepList} report=${report} path=${path} />
        <//>`
      }
      <${Refusals} report=${report} />
    </div>
  </div>`;
}
