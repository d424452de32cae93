// What comes next at the BYOCA desk: the files for the two upload boxes, or how to ask the private CA again.

import { blobOf, copyText, download } from '../../app/files.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { ByocaDesk, ByocaUpload } from '../../worker/api' */

const kBoxes = /** @type {Record<string, string>} */ ({
  'signed-certificate': 'Box “Signed certificate”',
  chain: 'Box “Chain of trust”',
});

/** @param {{ box: string, files: ByocaUpload[], desk: ByocaDesk }} props */
function UploadBox({ box, files, desk }) {
  return html`<div class="upload-box">
    <h3>${kBoxes[box]}</h3>
    <ul class="plain stack">
      ${files.map(
        (file) =>
          html`<li class="button-row">
            <button
              type="button"
              class="button"
              onClick=${() => download(file.name, blobOf(file.data, file.media_type))}
            >
              <${Icon} name="download" />${file.name}
            </button>
            <bdi class="cut quiet">${desk.certificates[file.certificate].title}</bdi>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** @param {{ desk: ByocaDesk }} props */
export function Uploads({ desk }) {
  return html`${['signed-certificate', 'chain'].map((box) => {
    const files = desk.uploads.filter((file) => file.box === box);
    return files.length > 0 && html`<${UploadBox} box=${box} files=${files} desk=${desk} />`;
  })}`;
}

/** @param {{ desk: ByocaDesk }} props */
export function SigningCommands({ desk }) {
  return html`<ul class="plain stack">
    ${desk.commands.map(
      ({ title, text }) =>
        html`<li class="command">
          <p><strong>${title}</strong></p>
          <div class="command-line">
            <pre tabindex="0"><code>${text}</code></pre>
            <button
              type="button"
              class="button icon-button small"
              aria-label="Copy: ${title}"
              title="Copy"
              onClick=${() => copyText(text)}
            >
              <${Icon} name="copy" />
            </button>
          </div>
        </li>`,
    )}
  </ul>`;
}
