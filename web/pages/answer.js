// The signed certificate comes back: drop it with its chain, and the CA becomes usable, or the reason is told.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { judgeAnswer } from '../app/answer.js';
import { receive, useDrops } from '../app/drops.js';
import { say } from '../app/messages.js';
import { keyFor } from '../app/relations.js';
import { go, hrefOf, route } from '../app/router.js';
import { add, itemById } from '../app/workspace.js';
import { DropZone } from '../parts/file_button.js';
import { FindingCard, FindingList } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';
import { ReportView } from '../parts/report/report_view.js';
import { Verdict } from '../parts/report/verdict.js';
import { useAction } from '../parts/use_action.js';

/** @import { Answer } from '../app/answer.js' */
/** @import { Certificate } from '../worker/api' */
/** @import { RequestItem } from '../app/workspace.js' */

/** @param {{ answer: Answer, request: RequestItem }} props */
function Judgement({ answer, request }) {
  const { certificate, chain, match, findings } = answer;
  if (certificate === null || match === null) {
    return html`<${FindingList} findings=${findings} />
      <p class="note tone-warning">
        <${Icon} name="warning" /><span>There is no certificate in what you gave.</span>
      </p>`;
  }
  const accept = () => {
    const all = [
      certificate,
      ...chain.map((item) => /** @type {Certificate} */ (item.description)),
    ];
    const drafts = all.map((description) => ({
      kind: /** @type {const} */ ('certificate'),
      label: description.title,
      description,
    }));
    const [item] = add(`Take the certificate of ${request.label}`, drafts);
    say('pass', `${item.label} is in the workspace${keyFor(request) ? ', with its key' : ''}.`);
    go('item', item.id);
  };
  return html`<${Verdict} accepted=${match.usable} sentence=${match.sentence} />
    <${FindingList} findings=${findings} />
    <${FindingList} findings=${match.findings} />
    ${
      match.usable &&
      html`<p>
        <button type="button" class="button primary" onClick=${accept}>
          <${Icon} name="pass" />Take it into the workspace
        </button>
      </p>`
    }
    ${
      match.chain &&
      html`<details class="more" open=${!match.usable}>
        <summary>How the chain was checked</summary>
        <div class="more-body"><${ReportView} report=${match.chain} /></div>
      </details>`
    }`;
}

/** @param {{ request: RequestItem }} props */
function AnswerForm({ request }) {
  const input = useRef(/** @type {{ files: File[] }} */ ({ files: [] }));
  const answer = useSignal(/** @type {Answer | null} */ (null));
  // What is dropped last counts.
  const action = useAction(
    async ({ signal }) => {
      answer.value = null;
      answer.value = await judgeAnswer(request, input.current, signal);
    },
    { anew: true },
  );
  useDrops((files) => {
    input.current = { files };
    action.run();
  });
  return html`<${DropZone}
      text="Drop the signed certificate here, together with its chain (.cer, .pem, .p7b)"
      onFiles=${receive}
    />
    ${action.running.value && html`<p class="quiet" role="status">Comparing…</p>`}
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
    ${
      answer.value !== null &&
      html`<${Section} title="What came back">
        <${Judgement} answer=${answer.value} request=${request} />
      <//>`
    }`;
}

export function AnswerPage() {
  const request = itemById(route.value.id);
  if (request?.kind !== 'csr') {
    return html`<${Page}
      title="The certificate is back"
      intro="Choose the request that it answers first."
    >
      <p><a href=${hrefOf('requests')}>To the requests</a></p>
    <//>`;
  }
  return html`<${Page}
    title="The certificate for ${request.label}"
    intro="It must carry the key of the request, and its chain must hold. Roots that come with it are taken as trusted for this check."
  >
    <${AnswerForm} request=${request} />
  <//>`;
}
