// The verdict, first and large: an icon, a word, a sentence, a colour.

import { classes, html, wholes } from '../html.js';
import { Icon } from '../icon.js';

/** @param {string} sentence "Not accepted: …" → ["Not accepted", "…"] */
function parted(sentence) {
  const place = sentence.indexOf(': ');
  if (place < 0) return ['', sentence];
  return [sentence.slice(0, place), sentence.slice(place + 2)];
}

/** @param {{ accepted: boolean, sentence: string, children?: unknown }} props */
export function Verdict({ accepted, sentence, children }) {
  const [word, rest] = parted(sentence);
  return html`<div class=${classes('verdict', accepted ? 'tone-pass' : 'tone-error')}>
    <${Icon} name=${accepted ? 'pass' : 'error'} large=${true} />
    <p role="status">
      ${word !== '' && html`<strong>${word}:</strong>${' '}`}<span>${wholes(rest)}</span>
    </p>
    ${children}
  </div>`;
}
