// What the last change of the question did to the verdict, in words; and the way back.

import { changed, checking } from '../../app/checking.js';
import { redo, redoQuestion, undo, undoQuestion } from '../../app/question.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** More changes than this are not read at a glance. */
const kAtAGlance = 3;

/** Undo and redo of the question: the buttons stand in the verdict, where their effect is seen. */
export function QuestionHistory() {
  const back = undoQuestion.value;
  const forth = redoQuestion.value;
  return html`<span class="verdict-tools">
    <button
      type="button"
      class="button small"
      disabled=${!back}
      aria-label=${back ? `Take back: ${back}` : 'Nothing to take back'}
      title=${back ? `Take back: ${back}` : undefined}
      onClick=${undo}
    >
      <${Icon} name="undo" /><span class="wide-only">Take back</span>
    </button>
    <button
      type="button"
      class="button small"
      disabled=${forth === null}
      aria-label=${forth === null ? 'Nothing to do again' : `Do again: ${forth}`}
      title=${forth === null ? undefined : `Do again: ${forth}`}
      onClick=${redo}
    >
      <${Icon} name="redo" /><span class="wide-only">Do again</span>
    </button>
    ${checking.value && html`<progress aria-label="Checking"></progress>`}
  </span>`;
}

/** What changed, or nothing where nothing was compared. */
export function Changes() {
  const change = changed.value;
  if (change === null || change.title === '') return null;
  const { title, sentence, changes } = change;
  const first = changes.slice(0, kAtAGlance);
  const rest = changes.slice(kAtAGlance);
  /** @param {{ text: string }[]} list */
  const lines = (list) =>
    html`<ul class="change-list">
      ${list.map(({ text }) => html`<li>${text}</li>`)}
    </ul>`;
  return html`<div class="changes">
    <p role="status"><span class="quiet">What changed (${title}):</span> ${sentence}</p>
    ${first.length > 0 && lines(first)}
    ${
      rest.length > 0 &&
      html`<details class="more">
        <summary>${rest.length} more</summary>
        ${lines(rest)}
      </details>`
    }
  </div>`;
}
