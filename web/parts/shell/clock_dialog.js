// Sets the time that the workbench works at: what is valid then, what is issued from then on.

import { useSignal } from '@preact/signals';

import { now, readable, setTime } from '../../app/clock.js';
import { redescribeAll } from '../../app/redescribe.js';
import { Dialog } from '../dialog.js';
import { TextField } from '../form/controls.js';
import { html } from '../html.js';

/** @param {{ onClose: () => void }} props */
export function ClockDialog({ onClose }) {
  const value = useSignal(now().slice(0, 16));
  /** @param {string | null} time */
  const set = (time) => {
    setTime.value = time;
    redescribeAll();
    onClose();
  };
  return html`<${Dialog} title="The workbench's clock" onClose=${onClose}>
    <p>
      Everything that depends on the time uses this clock: what counts as expired, the dates of what
      you issue, chain checks. It is now ${readable(now())}.
    </p>
    <form
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        set(`${value.value}:00Z`);
      }}
    >
      <${TextField}
        label="Date and time, in UTC"
        type="datetime-local"
        required=${true}
        value=${value}
      />
      <div class="form-buttons">
        <button class="button primary" type="submit">Set the clock</button>
        <button class="button" type="button" onClick=${() => set(null)}>Use the real time</button>
      </div>
    </form>
  <//>`;
}
