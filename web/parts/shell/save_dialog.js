// Before the workspace goes to a file: what will be in it, and that its keys are not encrypted.

import { contentsText, saveWorkspace } from '../../app/files.js';
import { keys } from '../../app/workspace.js';
import { Dialog } from '../dialog.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @param {{ onClose: () => void }} props */
export function SaveDialog({ onClose }) {
  const save = async () => {
    await saveWorkspace();
    onClose();
  };
  return html`<${Dialog} title="Save the workspace" onClose=${onClose}>
    <p>The file will hold ${contentsText()}. Open it again with “Open”, or drop it on this page.</p>
    ${
      keys.value.length > 0 &&
      html`<p class="note tone-warning">
        <${Icon} name="warning" /><span
          ><strong>The private keys in this file are not encrypted.</strong> Whoever reads the file
          can sign as your CAs. Keep it in a safe place; a workspace with a passphrase is not
          offered yet.</span
        >
      </p>`
    }
    <div class="form-buttons">
      <button type="button" class="button primary" onClick=${save}>
        <${Icon} name="save" />Save to a file
      </button>
      <button type="button" class="button" onClick=${onClose}>Not now</button>
    </div>
  <//>`;
}
