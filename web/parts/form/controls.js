// Form controls: each binds one signal, has a label, and shows the core's complaint about its parameter.

import { useMemo } from 'preact/hooks';

import { classes, html, newId } from '../html.js';
import { Icon } from '../icon.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding } from '../../worker/api' */

/** @typedef {{ value: string }} TextValue what a control fills: a signal, or a part of something larger */

/**
 * @typedef {object} FieldProps
 * @property {string} label
 * @property {string} [hint] a sentence under the control
 * @property {string} [pointer] the parameter that the control fills, "/params/subject"
 * @property {Signal<Finding | null>} [error] the form's error
 * @property {boolean} [required]
 * @property {boolean} [disabled]
 */

/**
 * The frame of a control: label above, hint and error below.
 *
 * @param {FieldProps & { id: string, children: unknown, wide?: boolean }} props
 */
export function Field({ id, label, hint, pointer, error, required, wide, children }) {
  const finding = complaintAbout(pointer, error);
  return html`<div class=${classes('field', wide && 'field-wide', finding && 'field-bad')}>
    <label for=${id}>
      ${label}${required && html`<span class="required"> (required)</span>`}
    </label>
    ${children} ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${
      finding &&
      html`<p class="field-error" id="${id}-error"><${Icon} name="error" />${finding.summary}</p>`
    }
  </div>`;
}

/**
 * @param {string | undefined} pointer
 * @param {Signal<Finding | null> | undefined} error
 * @returns {Finding | null}
 */
function complaintAbout(pointer, error) {
  const finding = error?.value;
  if (!pointer || !finding?.pointer) return null;
  const matches = finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`);
  return matches ? finding : null;
}

/** @param {FieldProps & { id: string }} props */
function describedBy({ id, hint, pointer, error }) {
  const bad = complaintAbout(pointer, error) !== null;
  return {
    'aria-describedby': classes(hint && `${id}-hint`, bad && `${id}-error`) || undefined,
    'aria-invalid': bad ? 'true' : undefined,
  };
}

/**
 * @param {FieldProps & { value: TextValue, type?: string, placeholder?: string, list?: string[], wide?: boolean,
 *   inputmode?: string, autocomplete?: string, maxlength?: number, min?: number, max?: number }} props
 */
export function TextField(props) {
  const id = useMemo(newId, []);
  const { value, type = 'text', list, autocomplete = 'off' } = props;
  return html`<${Field} ...${props} id=${id}>
    <input
      id=${id}
      type=${type}
      value=${value.value}
      onInput=${(/** @type {any} */ event) => (value.value = event.currentTarget.value)}
      placeholder=${props.placeholder}
      required=${props.required}
      disabled=${props.disabled}
      inputmode=${props.inputmode}
      maxlength=${props.maxlength}
      min=${props.min}
      max=${props.max}
      autocomplete=${autocomplete}
      spellcheck=${false}
      list=${list ? `${id}-list` : undefined}
      ...${describedBy({ ...props, id })}
    />
    ${
      list &&
      html`<datalist id="${id}-list">
        ${list.map((entry) => html`<option value=${entry}></option>`)}
      </datalist>`
    }
  <//>`;
}

/** @param {FieldProps & { value: TextValue, rows?: number, placeholder?: string, wide?: boolean, code?: boolean }} props */
export function TextArea(props) {
  const id = useMemo(newId, []);
  const { value, rows = 3 } = props;
  return html`<${Field} ...${props} id=${id}>
    <textarea
      id=${id}
      class=${props.code ? 'code' : ''}
      rows=${rows}
      value=${value.value}
      onInput=${(/** @type {any} */ event) => (value.value = event.currentTarget.value)}
      placeholder=${props.placeholder}
      required=${props.required}
      spellcheck=${false}
      autocomplete="off"
      ...${describedBy({ ...props, id })}
    ></textarea>
  <//>`;
}

/** @typedef {{ value: string, label: string, hint?: string, disabled?: boolean }} Choice */

/** @param {FieldProps & { value: TextValue, choices: Choice[], wide?: boolean }} props */
export function SelectField(props) {
  const id = useMemo(newId, []);
  const { value, choices } = props;
  return html`<${Field} ...${props} id=${id}>
    <select
      id=${id}
      value=${value.value}
      onChange=${(/** @type {any} */ event) => (value.value = event.currentTarget.value)}
      required=${props.required}
      disabled=${props.disabled}
      ...${describedBy({ ...props, id })}
    >
      ${choices.map(
        (choice) =>
          html`<option
            value=${choice.value}
            disabled=${choice.disabled}
            selected=${choice.value === value.value}
          >
            ${choice.label}
          </option>`,
      )}
    </select>
  <//>`;
}

/** @param {{ label: string, value: Signal<boolean>, hint?: string, disabled?: boolean }} props */
export function CheckField({ label, value, hint, disabled }) {
  const id = useMemo(newId, []);
  return html`<div class="check">
    <input
      id=${id}
      type="checkbox"
      checked=${value.value}
      disabled=${disabled}
      onChange=${(/** @type {any} */ event) => (value.value = event.currentTarget.checked)}
      aria-describedby=${hint ? `${id}-hint` : undefined}
    />
    <label for=${id}>${label}</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`;
}

/** Large choices, one of which is taken. @param {{ legend: string, value: TextValue, choices: Choice[] }} props */
export function ChoiceCards({ legend, value, choices }) {
  const name = useMemo(newId, []);
  return html`<fieldset class="cards">
    <legend>${legend}</legend>
    ${choices.map(
      (choice) =>
        html`<label class=${classes('choice', choice.disabled && 'choice-off')}>
          <input
            type="radio"
            name=${name}
            value=${choice.value}
            checked=${choice.value === value.value}
            disabled=${choice.disabled}
            onChange=${() => (value.value = choice.value)}
          />
          <span class="choice-text">
            <span class="choice-label">${choice.label}</span>
            ${choice.hint && html`<span class="hint">${choice.hint}</span>`}
          </span>
        </label>`,
    )}
  </fieldset>`;
}

/** Several of many. @param {{ legend: string, chosen: Signal<string[]>, choices: Choice[], hint?: string }} props */
export function CheckList({ legend, chosen, choices, hint }) {
  const id = useMemo(newId, []);
  /** @param {string} value @param {boolean} on */
  const set = (value, on) => {
    const others = chosen.value.filter((other) => other !== value);
    chosen.value = on ? [...others, value] : others;
  };
  return html`<fieldset class="check-list">
    <legend>${legend}</legend>
    ${hint && html`<p class="hint">${hint}</p>`}
    <div class="check-grid">
      ${choices.map(
        (choice, index) =>
          html`<div class="check">
            <input
              id="${id}-${index}"
              type="checkbox"
              checked=${chosen.value.includes(choice.value)}
              onChange=${(/** @type {any} */ event) =>
                set(choice.value, event.currentTarget.checked)}
            />
            <label for="${id}-${index}">${choice.label}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
}
