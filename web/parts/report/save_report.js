// The report on paper or as a file.

import { download } from '../../app/files.js';
import { ask } from '../../app/session.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAction } from '../use_action.js';

/** @import { CheckParams, Report } from '../../worker/api' */

/** @param {{ params: CheckParams, report: Report }} props */
export function SaveReport({ params, report }) {
  const markdown = useAction(async ({ signal }) => {
    const options = { signal, label: 'Writing the report' };
    const result = await ask('chain.report', { ...params, format: 'markdown' }, options);
    download(result.file_name, new Blob([result.text], { type: result.media_type }));
  });
  const saveJson = () => {
    const text = JSON.stringify({ question: params, report }, null, 1);
    download('chain-report.json', new Blob([text], { type: 'application/json' }));
  };
  return html`<div class="button-row report-tools">
      <button type="button" class="button small" onClick=${() => print()}>
        <${Icon} name="request" />Print
      </button>
      <button type="button" class="button small" onClick=${markdown.run}>
        <${Icon} name="download" />Markdown
      </button>
      <button type="button" class="button small" onClick=${saveJson}>
        <${Icon} name="download" />JSON
      </button>
    </div>
    ${markdown.error.value && html`<${FindingCard} finding=${markdown.error.value} />`}`;
}
