// When, for what and for whom a chain is checked.

import { about, relyingParties } from '../../app/catalogue.js';
import { change, extend, question, textOf } from '../../app/question.js';
import { certificates } from '../../app/workspace.js';
import { SelectField, TextArea, TextField } from '../form/controls.js';
import { html } from '../html.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding } from '../../worker/api' */

/** The time as the browser's control has it: without seconds where there are none, and without the zone. */
const time = {
  get value() {
    return question.value.at.replace(/(:00)?Z$/, '');
  },
  set value(text) {
    const zone = text.length === 16 ? ':00Z' : 'Z';
    extend('Change the time', { at: text === '' ? '' : `${text}${zone}` });
  },
};

/** What is known of the relying party that was chosen. */
function PartyNote() {
  const party = relyingParties().find(({ id }) => id === question.value.party);
  if (party === undefined) return null;
  return html`<details class="more party-note">
    <summary>What ${party.title} asks</summary>
    <div class="more-body">
      <p>${party.description}</p>
      <dl class="summary">
        ${party.settings.map(
          ({ name, text, source, certainty }) =>
            html`<div key=${name}>
              <dt>${name.replaceAll('_', ' ')}</dt>
              <dd>
                <span>${text} <span class="quiet">(${certainty}: ${source})</span></span>
              </dd>
            </div>`,
        )}
      </dl>
      ${party.checked_against && html`<p class="hint">Checked against: ${party.checked_against}</p>`}
    </div>
  </details>`;
}

/** @param {{ error: Signal<Finding | null> }} props */
export function QuestionFields({ error }) {
  const purposes = (about.value?.purposes ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  const parties = relyingParties().map(({ id, title }) => ({ value: id, label: title }));
  return html`<div class="field-grid field-grid-narrow">
      <${SelectField}
        label="Purpose"
        value=${textOf('purpose', 'Change the purpose', 'chosen')}
        choices=${purposes}
        pointer="/params/purpose"
        error=${error}
      />
      <${SelectField}
        label="Relying party"
        value=${textOf('party', 'Change the relying party', 'chosen')}
        choices=${[{ value: '', label: 'Nobody in particular' }, ...parties]}
        pointer="/params/relying_party"
        error=${error}
        hint="With whose eyes the chain is judged. Nobody’s: as RFC 5280 says."
      />
      <${TextField}
        label="At this time, in UTC"
        type="datetime-local"
        value=${time}
        pointer="/params/at"
        error=${error}
        hint="Empty: now."
      />
      <${TextArea}
        label="Names it must be good for"
        rows=${2}
        value=${textOf('names', 'Change the names')}
        pointer="/params/names"
        error=${error}
        placeholder="www.example.com"
        hint="One a line: host names, IP addresses; others as email:, URI:, UPN:, SRV:. Empty: not checked."
      />
    </div>
    <${PartyNote} />
    ${
      !question.value.workspace &&
      certificates.value.length > 0 &&
      html`<p class="hint">
        The certificates of the workspace are left out.
        <button
          type="button"
          class="link"
          onClick=${() => change("Use the workspace's certificates", { workspace: true })}
        >
          Use them too
        </button>
      </p>`
    }`;
}
