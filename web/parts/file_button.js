// A button that lets a person pick files; the pick goes where a drop would go.

import { useRef } from 'preact/hooks';

import { html } from './html.js';
import { Icon } from './icon.js';

/** @import { IconName } from './icon.js' */

/**
 * @param {{ label: string, icon?: IconName, onFiles: (files: File[]) => void, multiple?: boolean, accept?: string,
 *   look?: string, hideLabel?: boolean }} props
 */
export function FileButton({
  label,
  icon = 'open',
  onFiles,
  multiple = true,
  accept,
  look = '',
  hideLabel,
}) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return html`<button
      type="button"
      class="button ${look}"
      title=${hideLabel ? label : undefined}
      onClick=${() => input.current?.click()}
    >
      <${Icon} name=${icon} /><span class=${hideLabel ? 'wide-only' : ''}>${label}</span>
    </button>
    <input
      ref=${input}
      type="file"
      class="hidden-input"
      aria-label=${label}
      tabindex="-1"
      multiple=${multiple}
      accept=${accept}
      onChange=${(/** @type {any} */ event) => {
        onFiles([...event.currentTarget.files]);
        event.currentTarget.value = '';
      }}
    />`;
}

/** A place to drop files, with the button for those who do not drag. @param {{ text: string, label?: string, onFiles: (files: File[]) => void }} props */
export function DropZone({ text, label = 'Choose files', onFiles }) {
  return html`<div class="drop-zone">
    <${Icon} name="drop" large=${true} />
    <p>${text}</p>
    <${FileButton} label=${label} onFiles=${onFiles} />
  </div>`;
}
