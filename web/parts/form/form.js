// A form: its controls, the error that the core answered with, and the buttons.

import { useLayoutEffect, useRef } from 'preact/hooks';

import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { IconName } from '../icon.js' */
/** @import { Action } from '../use_action.js' */

/**
 * @param {{ action: Action, submit: string, icon?: IconName, busy?: string, disabled?: boolean, children: unknown,
 *   label?: string, live?: boolean }} props `busy`: what the button says while the work runs; `live`: it runs by itself
 *   while a person types, so an error must not take the focus
 */
export function Form({ action, submit, icon = 'pass', busy, disabled, label, live, children }) {
  const problem = useRef(/** @type {HTMLElement | null} */ (null));
  const running = action.running.value;
  const error = action.error.value;
  // Before the browser paints: the focus is not taken from what a person turns to next.
  useLayoutEffect(() => {
    if (error && !live) problem.current?.focus();
  }, [error]);
  return html`<form
    class="form"
    aria-label=${label}
    onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      action.run();
    }}
  >
    ${children}
    ${
      error &&
      html`<div ref=${problem} tabindex="-1" role="alert"><${FindingCard} finding=${error} /></div>`
    }
    <div class="form-buttons">
      <button class="button primary" type="submit" disabled=${disabled || running}>
        <${Icon} name=${icon} />${running ? (busy ?? 'Working…') : submit}
      </button>
      ${
        running &&
        html`<button class="button" type="button" onClick=${action.cancel}>
            <${Icon} name="cancel" />Cancel</button
          ><progress aria-label="Working"></progress>`
      }
    </div>
  </form>`;
}

/** Settings that most people leave alone. @param {{ title: string, children: unknown, open?: boolean }} props */
export function MoreSettings({ title, children, open = false }) {
  return html`<details class="more" open=${open}>
    <summary>${title}</summary>
    <div class="more-body">${children}</div>
  </details>`;
}
