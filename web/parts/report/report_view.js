// A report of a chain check: the paths that were tried, their steps, and which issuers were refused.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { FindingCard, FindingList } from '../findings.js';
import { html } from '../html.js';
import { Section } from '../page.js';
import { PathChoice, PathPicture } from './path_view.js';
import { Refusals } from './refusals.js';
import { StepList } from './step_list.js';

/** @import { Report } from '../../worker/api' */

/** @param {{ report: Report }} props */
function NotJudged({ report }) {
  if (report.not_judged.length === 0) return null;
  return html`<${Section} title="Not judged" level=${3}>
    <p>This check did not look at: ${report.not_judged.join(', ')}.</p>
  <//>`;
}

/** @param {{ report: Report }} props */
export function ReportView({ report }) {
  const chosen = useSignal(report.best ?? 0);
  useEffect(() => {
    chosen.value = report.best ?? 0;
  }, [report]);
  const path = report.paths[chosen.value] ?? report.paths[0];
  const headline = path?.headline ?? report.headline;
  return html`<div class="report">
    ${headline && html`<${FindingCard} finding=${headline} />`}
    <${FindingList} findings=${report.findings ?? []} />
    ${report.paths.length > 1 && html`<${PathChoice} report=${report} chosen=${chosen} />`}
    ${
      path &&
      html`<${Section} title="The path" level=${3}>
          <${PathPicture} report=${report} path=${path} />
        <//>
        <${Section} title="Step by step" level=${3}>
          <${StepList} report=${report} path=${path} />
        <//>`
    }
    <${Refusals} report=${report} />
    <${NotJudged} report=${report} />
  </div>`;
}
