// The name of what is being made: the four usual parts, more on demand, or a whole name as text.

import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { ask } from '../../app/session.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { TextField } from './controls.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding } from '../../worker/api' */

/** Further attributes on offer; any dotted OID can be typed as well. */
const kMoreTypes = ['L', 'ST', 'STREET', 'DC', 'UID', 'serialNumber', 'emailAddress', 'title'];

/**
 * @typedef {object} SubjectState
 * @property {Signal<string>} mode "parts" or "text"
 * @property {Signal<string>} text
 * @property {Record<'CN' | 'O' | 'OU' | 'C', Signal<string>>} parts
 * @property {Signal<{ type: Signal<string>, value: Signal<string> }[]>} more
 */

/**
 * @param {Partial<Record<'CN' | 'O' | 'OU' | 'C', string>>} [initial]
 * @returns {SubjectState}
 */
export function subjectState(initial = {}) {
  const { CN = '', O = '', OU = '', C = '' } = initial;
  return {
    mode: signal('parts'),
    text: signal(''),
    parts: { CN: signal(CN), O: signal(O), OU: signal(OU), C: signal(C) },
    more: signal([]),
  };
}

/**
 * The name as the API takes it, in the order of the encoding: the country first, the common name last.
 *
 * @param {SubjectState} state
 * @returns {string | { type: string, value: string }[]}
 */
export function subjectOf({ mode, text, parts, more }) {
  if (mode.value === 'text') return text.value;
  const extra = more.value.map(({ type, value }) => ({ type: type.value, value: value.value }));
  /** @param {'CN' | 'O' | 'OU' | 'C'} type */
  const part = (type) => ({ type, value: parts[type].value.trim() });
  return [part('C'), ...extra, part('O'), part('OU'), part('CN')].filter(
    ({ value }) => value !== '',
  );
}

/** The name as it will stand in the certificate, by the core. @param {{ state: SubjectState }} props */
function NamePreview({ state }) {
  const preview = useSignal('');
  const subject = JSON.stringify(subjectOf(state));
  useEffect(() => {
    let current = true;
    const show = (/** @type {string} */ text) => {
      if (current) preview.value = text;
    };
    const timer = setTimeout(() => {
      if (subject === '[]' || subject === '""') return show('');
      return ask('name.parse', { text: JSON.parse(subject) }, { label: 'Reading the name' }).then(
        (result) => show(result.name.rfc4514),
        () => show(''),
      );
    }, 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [subject]);
  // It keeps its place while it is empty, so that nothing below moves.
  return html`<p class="hint name-preview">
    As it will read: <code>${preview.value || '…'}</code>
  </p>`;
}

/** @param {{ state: SubjectState }} props */
function MoreAttributes({ state }) {
  const { more } = state;
  return html`${more.value.map(
    (row, index) =>
      html`<div class="field-row" key=${index}>
        <${TextField} label="Attribute" value=${row.type} list=${kMoreTypes} />
        <${TextField} label="Value" value=${row.value} />
        <button
          type="button"
          class="button icon-button row-button"
          aria-label="Remove this attribute"
          onClick=${() => (more.value = more.value.filter((other) => other !== row))}
        >
          <${Icon} name="remove" />
        </button>
      </div>`,
  )}`;
}

/**
 * @param {{ state: SubjectState, error: Signal<Finding | null>, placeholder?: string, legend?: string, optional?: boolean }} props
 */
export function SubjectFields({ state, error, placeholder, legend = 'Name', optional = false }) {
  const asText = state.mode.value === 'text';
  const pointer = '/params/subject';
  const addRow = () => {
    state.more.value = [...state.more.value, { type: signal('L'), value: signal('') }];
  };
  return html`<fieldset class="group">
    <legend>${legend}</legend>
    ${
      asText
        ? html`<${TextField}
            label="The whole name"
            value=${state.text}
            pointer=${pointer}
            error=${error}
            required=${!optional}
            wide=${true}
            placeholder="CN=${placeholder ?? 'Lab Root'},O=Lab,C=DE"
            hint="As in RFC 4514 (CN=…,O=…,C=…) or as OpenSSL writes it (/C=…/O=…/CN=…)."
          />`
        : html`<div class="field-grid field-grid-narrow">
              <${TextField}
                label="Common name"
                value=${state.parts.CN}
                pointer=${pointer}
                error=${error}
                required=${!optional}
                placeholder=${placeholder}
              />
              <${TextField} label="Organisation" value=${state.parts.O} />
              <${TextField} label="Organisational unit" value=${state.parts.OU} />
              <${TextField}
                label="Country"
                value=${state.parts.C}
                maxlength=${2}
                hint="Two letters, such as DE."
              />
            </div>
            <${MoreAttributes} state=${state} />`
    }
    <${NamePreview} state=${state} />
    <div class="button-row">
      ${
        !asText &&
        html`<button type="button" class="button small" onClick=${addRow}>
          <${Icon} name="add" />Another attribute
        </button>`
      }
      <button
        type="button"
        class="link"
        onClick=${() => (state.mode.value = asText ? 'parts' : 'text')}
      >
        ${asText ? 'Fill in the parts instead' : 'Type the whole name instead'}
      </button>
    </div>
  </fieldset>`;
}
