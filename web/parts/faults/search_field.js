// The field for words that other programs use.

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { search } from '../../app/lookup.js';
import { html, newId } from '../html.js';
import { Icon } from '../icon.js';

/** @param {{ look?: string, initial?: string, label?: string }} props */
export function SearchField({ look = '', initial = '', label = 'Look up an error message' }) {
  const id = useMemo(newId, []);
  const text = useSignal(initial);
  return html`<form
    class="search ${look}"
    role="search"
    aria-label=${label}
    onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      search(text.value);
    }}
  >
    <label class="away" for=${id}>${label}</label>
    <input
      id=${id}
      type="search"
      value=${text.value}
      maxlength=${200}
      placeholder="800B0109, error 20 …"
      autocomplete="off"
      spellcheck=${false}
      onInput=${(/** @type {any} */ event) => (text.value = event.currentTarget.value)}
    />
    <button type="submit" class="button icon-button" aria-label="Look it up" title="Look it up">
      <${Icon} name="inspect" />
    </button>
  </form>`;
}
