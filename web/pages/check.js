// Checks a chain: which certificate, whom to trust, when and for what; then the verdict and its reasons. Once checked,
// the verdict follows every change, and says what the change did.

import { signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { examples } from '../app/catalogue.js';
import { addToCheck, chooseTarget, clearQuestion, loadExample } from '../app/chain.js';
import {
  cancelCheck,
  checked,
  checkError,
  checking,
  checkNow,
  forgetReport,
  isStale,
  parties,
  questionKey,
} from '../app/checking.js';
import { receive, useDrops } from '../app/drops.js';
import { say } from '../app/messages.js';
import { atHand, question, settle, wasTyped } from '../app/question.js';
import { hrefOf, route } from '../app/router.js';
import { wantedExample } from '../app/wanted.js';
import { itemById } from '../app/workspace.js';
import { findingOf } from '../worker/errors.js';
import { CertificateTable, StatusTable } from '../parts/check/certificate_table.js';
import { ExampleCard } from '../parts/check/example_card.js';
import { ExamplesDialog } from '../parts/check/examples_dialog.js';
import { MoreOptions } from '../parts/check/more_options.js';
import { QuestionFields } from '../parts/check/question_fields.js';
import { DropZone } from '../parts/file_button.js';
import { FindingCard, FindingList } from '../parts/findings.js';
import { Form } from '../parts/form/form.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';
import { OutcomeNotes } from '../parts/report/outcome_notes.js';
import { Changes, QuestionHistory } from '../parts/report/changes.js';
import { ReportView } from '../parts/report/report_view.js';
import { PrintedQuestion } from '../parts/report/printed_question.js';
import { SaveReport } from '../parts/report/save_report.js';
import { Verdict } from '../parts/report/verdict.js';
import { useAction } from '../parts/use_action.js';

/** @import { Finding } from '../worker/api' */

/** How long a check waits for the next letter, in milliseconds. */
const kTyping = 250;

/** As many certificates are a pile rather than a chain. */
const kPile = 12;

/** What was wrong with what was dropped last. */
const dropFindings = signal(/** @type {Finding[]} */ ([]));

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {File[]} files */
async function takeFiles(files) {
  try {
    const { certificates, status, others, findings } = await addToCheck({ files });
    dropFindings.value = findings;
    const parts = [
      certificates > 0 && counted(certificates, 'certificate was', 'certificates were'),
      status > 0 && counted(status, 'CRL or OCSP response was', 'CRLs and OCSP responses were'),
    ].filter(Boolean);
    const beside =
      others > 0 ? `${counted(others, 'other thing was', 'other things were')} left aside.` : '';
    if (parts.length > 0) say('pass', `${parts.join(', ')} added to the check.`, beside);
    else say('error', 'Nothing in it can be used for a check: no certificate, no CRL.', beside);
  } catch (error) {
    const finding = findingOf(error);
    say('error', finding.summary, finding.cure);
  }
}

/** The verdict and everything under it. */
function Outcome() {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  const last = checked.value;
  // Before the browser paints: nothing moves under the pointer afterwards.
  useLayoutEffect(() => {
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  if (last === null) return null;
  const { params, report } = last;
  return html`<div ref=${place} class="outcome-start"></div>
    <p class="print-only printed-title" aria-hidden="true">Report of a chain check</p>
    <div class="verdict-bar">
      <${Verdict} accepted=${report.accepted} sentence=${report.sentence}>
        <${QuestionHistory} />
      <//>
      <${Changes} />
      ${
        checkError.value !== null &&
        html`<p class="note tone-warning" role="status">
          <${Icon} name="warning" /><span
            >That is the verdict from before: ${checkError.value.summary}</span
          >
        </p>`
      }
    </div>
    <${OutcomeNotes} params=${params} />
    <${PrintedQuestion} params=${params} report=${report} />
    <${Section} title="Why" actions=${html`<${SaveReport} params=${params} report=${report} />`}>
      <${ReportView} report=${report} parties=${parties.value} />
    <//>`;
}

function CheckForm() {
  // From the first moment, there is something to check.
  useLayoutEffect(chooseTarget, [atHand.value]);
  // Before the browser paints: the core works meanwhile.
  useLayoutEffect(() => {
    if (checked.value === null || !isStale()) return undefined;
    if (!wasTyped()) {
      checkNow();
      return undefined;
    }
    const timer = setTimeout(checkNow, kTyping);
    return () => clearTimeout(timer);
  }, [questionKey()]);
  const action = { running: checking, error: checkError, run: checkNow, cancel: cancelCheck };
  return html`<${Form}
    action=${action}
    submit="Check the chain"
    icon="chain"
    busy="Checking…"
    label="Chain check"
    live=${true}
  >
    <${CertificateTable} />
    <${StatusTable} />
    ${
      atHand.value.length > kPile &&
      html`<p class="note tone-notice">
        <${Icon} name="notice" /><span
          >That is a pile. <a href=${hrefOf('pile')}>Sort it</a> to see which chains are in
          it.</span
        >
      </p>`
    }
    <${QuestionFields} error=${checkError} />
    <${MoreOptions} error=${checkError} />
  <//>`;
}

/** What there is to do while there is nothing to check. @param {{ onExamples: () => void }} props */
function Nothing({ onExamples }) {
  return html`<p class="quiet">
    There are no certificates yet. Drop some, take ${' '}<button
      type="button"
      class="link"
      onClick=${onExamples}
    >
      an example</button
    >, or go to the <a href=${hrefOf('workspace')}> workspace</a> and load the sample lab.
  </p>`;
}

/** The item of the address becomes what is checked. */
function takeItem() {
  const item = itemById(route.value.id);
  if (item?.kind === 'certificate') settle({ target: item.description.sha256, workspace: true });
}

export function CheckPage() {
  useDrops(takeFiles);
  useLayoutEffect(takeItem, [route.value.id]);
  const choosing = useSignal(false);
  // The example that is picked last counts.
  const load = useAction(
    async ({ signal: abort }) => {
      choosing.value = false;
      forgetReport();
      await loadExample(wanted.current, abort);
      checkNow();
    },
    { anew: true },
  );
  const wanted = useRef('');
  const pick = (/** @type {string} */ id) => {
    wanted.current = id;
    load.run();
  };
  useEffect(() => {
    if (wantedExample.value === '') return;
    pick(wantedExample.value);
    wantedExample.value = '';
  }, []);
  const clear = () => {
    forgetReport();
    clearQuestion();
  };
  examples();
  const { example } = question.value;
  return html`<${Page}
    title="Check a chain"
    intro="Would a device that trusts these anchors accept this certificate? Every path is tried, and every refusal has its reason."
    actions=${html`<button type="button" class="button" onClick=${() => (choosing.value = true)}>
        <${Icon} name="inspect" />Examples
      </button>
      <a class="button" href=${hrefOf('pile')}><${Icon} name="requests" />Sort a pile</a>
      ${
        (question.value.brought.length > 0 || checked.value !== null) &&
        html`<button type="button" class="button" onClick=${clear}>
          <${Icon} name="remove" />Clear
        </button>`
      }`}
  >
    ${choosing.value && html`<${ExamplesDialog} onPick=${pick} onClose=${() => (choosing.value = false)} />`}
    ${load.running.value && html`<p class="quiet" role="status">Making the example…</p>`}
    ${load.error.value && html`<${FindingCard} finding=${load.error.value} />`}
    ${
      example !== null
        ? html`<${ExampleCard} example=${example} onClose=${() => settle({ example: null })} />`
        : html`<${DropZone}
            text="Drop certificates to check, with those between them and the root; CRLs and OCSP responses too"
            onFiles=${receive}
          />`
    }
    <${FindingList} findings=${dropFindings.value} />
    ${
      atHand.value.length === 0
        ? html`<${Nothing} onExamples=${() => (choosing.value = true)} />`
        : html`<${CheckForm} />`
    }
    ${checked.value !== null && atHand.value.length > 0 && html`<${Outcome} />`}
  <//>`;
}
