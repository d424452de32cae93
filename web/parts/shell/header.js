// The bar at the top: the name, undo and redo, open and save, the clock, the look.

import { useSignal } from '@preact/signals';

import { readable, setTime } from '../../app/clock.js';
import { kWorkspaceEnding } from '../../app/drops.js';
import { openWorkspaceFile } from '../../app/files.js';
import { hrefOf } from '../../app/router.js';
import { switchTheme, theme } from '../../app/theme.js';
import { items, redo, redoTitle, undo, undoTitle, unsaved } from '../../app/workspace.js';
import { SearchField } from '../faults/search_field.js';
import { FileButton } from '../file_button.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { ClockDialog } from './clock_dialog.js';
import { SaveDialog } from './save_dialog.js';

/** @import { IconName } from '../icon.js' */

/** @param {{ icon: IconName, label: string, disabled?: boolean, onClick: () => void }} props */
function IconButton({ icon, label, disabled, onClick }) {
  return html`<button
    type="button"
    class="button icon-button"
    aria-label=${label}
    title=${label}
    disabled=${disabled}
    onClick=${onClick}
  >
    <${Icon} name=${icon} />
  </button>`;
}

/** Undo and redo; their names say what they would change. */
function HistoryButtons() {
  const undoes = undoTitle.value;
  const redoes = redoTitle.value;
  return html`<${IconButton}
      icon="undo"
      label=${undoes === null ? 'Nothing to undo' : `Undo: ${undoes}`}
      disabled=${undoes === null}
      onClick=${undo}
    /><${IconButton}
      icon="redo"
      label=${redoes === null ? 'Nothing to redo' : `Redo: ${redoes}`}
      disabled=${redoes === null}
      onClick=${redo}
    />`;
}

/** The top bar. */
export function Header() {
  const dialog = useSignal(/** @type {'save' | 'clock' | null} */ (null));
  const close = () => (dialog.value = null);
  const time = setTime.value;
  return html`<header class="top">
    <a class="brand" href=${hrefOf('workspace')} aria-label="PKI Workbench: workspace">
      <${Icon} name="root" /><span class="wide-only">PKI Workbench</span>
    </a>
    <${SearchField} look="search-top" />
    <div class="top-tools">
      <a
        class="button icon-button phone-only"
        href=${hrefOf('faults')}
        aria-label="Look up an error message"
        title="Look up an error message"
      >
        <${Icon} name="inspect" />
      </a>
      <${HistoryButtons} />
      <${FileButton}
        label="Open"
        icon="open"
        multiple=${false}
        accept=${kWorkspaceEnding}
        look="quiet-button"
        hideLabel=${true}
        onFiles=${(/** @type {File[]} */ [file]) => file && openWorkspaceFile(file)}
      />
      <button
        type="button"
        class="button quiet-button"
        title="Save the workspace to a file"
        disabled=${items.value.length === 0}
        onClick=${() => (dialog.value = 'save')}
      >
        <${Icon} name="save" /><span class="wide-only">Save</span>${
          unsaved.value &&
          html`<span class="unsaved"><span class="unsaved-word">unsaved</span></span>`
        }
      </button>
      <button
        type="button"
        class=${time === null ? 'button quiet-button' : 'button clock-set'}
        title="The time that the workbench works at"
        aria-label=${time === null ? 'Clock: now' : `Clock: set to ${readable(time)}`}
        onClick=${() => (dialog.value = 'clock')}
      >
        <${Icon} name="clock" /><span class=${time === null ? 'wide-only' : ''}
          >${time === null ? 'Now' : time.slice(0, 10)}</span
        >
      </button>
      <${IconButton}
        icon=${theme.value === 'light' ? 'moon' : 'sun'}
        label=${theme.value === 'light' ? 'Dark colours' : 'Light colours'}
        onClick=${switchTheme}
      />
      <a
        class="button icon-button phone-only"
        href=${hrefOf('about')}
        aria-label="About"
        title="About"
      >
        <${Icon} name="about" />
      </a>
    </div>
    ${dialog.value === 'save' && html`<${SaveDialog} onClose=${close} />`}
    ${dialog.value === 'clock' && html`<${ClockDialog} onClose=${close} />`}
  </header>`;
}
