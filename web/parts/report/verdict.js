// The verdict, first and large: a sentence, an icon, a word, a colour.

import { classes, html } from '../html.js';
import { Icon } from '../icon.js';

/** @param {{ accepted: boolean, sentence: string }} props */
export function Verdict({ accepted, sentence }) {
  return html`<div class=${classes('verdict', accepted ? 'tone-pass' : 'tone-error')} role="status">
    <${Icon} name=${accepted ? 'pass' : 'error'} large=${true} />
    <p>${sentence}</p>
  </div>`;
}
