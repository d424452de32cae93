// The BYOCA desk: may this request be signed, may this answer be uploaded to Cloud PKI, and if not, why.

import { useEffect } from 'preact/hooks';

import {
  clearDesk,
  desk,
  deskFiles,
  judgeDesk,
  putOnDesk,
  putTextOnDesk,
  takeOffDesk,
  wantedPurposes,
} from '../app/byoca.js';
import { receive, useDrops } from '../app/drops.js';
import { hrefOf } from '../app/router.js';
import { DeskRows } from '../parts/byoca/desk_rows.js';
import { SigningCommands, Uploads } from '../parts/byoca/next_steps.js';
import { DropZone } from '../parts/file_button.js';
import { FindingCard, FindingList } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';
import { Verdict } from '../parts/report/verdict.js';
import { useAction } from '../parts/use_action.js';

/** Purposes that a SCEP profile may want; custom ones can be asked for on the command line. */
const kPurposes = [
  ['clientAuth', 'Client authentication'],
  ['emailProtection', 'Secure e-mail'],
  ['serverAuth', 'Server authentication'],
  ['codeSigning', 'Code signing'],
  ['smartCardLogon', 'Smart card logon'],
];

function Files() {
  return html`<ul class="plain stack desk-files" aria-label="On the desk">
      ${deskFiles.value.map(
        (file) =>
          html`<li class="button-row">
            <${Icon} name="leaf" /><bdi class="cut">${file.name}</bdi>
            <button
              type="button"
              class="button small"
              aria-label="Take ${file.name} off the desk"
              onClick=${() => takeOffDesk(file)}
            >
              Take off
            </button>
          </li>`,
      )}
    </ul>
    <p>
      <button type="button" class="button" onClick=${clearDesk}>Clear the desk</button>
    </p>`;
}

function Purposes() {
  /** @param {string} id @param {boolean} wanted */
  const set = (id, wanted) => {
    const others = wantedPurposes.value.filter((each) => each !== id);
    wantedPurposes.value = wanted ? [...others, id] : others;
  };
  return html`<fieldset class="check-list">
    <legend>What SCEP profiles shall issue for (optional)</legend>
    <div class="check-grid">
      ${kPurposes.map(
        ([id, title]) =>
          html`<div class="check">
            <input
              type="checkbox"
              id="purpose-${id}"
              checked=${wantedPurposes.value.includes(id)}
              onChange=${(/** @type {any} */ event) => set(id, event.currentTarget.checked)}
            />
            <label for="purpose-${id}">${title}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
}

function Outcome() {
  const report = desk.value;
  if (report === null) return null;
  return html`<${Verdict} accepted=${report.ready} sentence=${report.sentence}><//>
    ${
      report.headline?.cure &&
      html`<p class="note tone-notice">
        <${Icon} name="notice" /><span><strong>What to do:</strong> ${report.headline.cure}</span>
      </p>`
    }
    <${FindingList} findings=${report.findings} />
    ${
      report.others.length > 0 &&
      html`<p class="quiet">
        Left aside: ${report.others.map(({ file, kind }) => `${kind} (${file})`).join(', ')}
      </p>`
    }
    ${
      report.ready &&
      report.uploads.length > 0 &&
      html`<${Section} title="Files to upload"><${Uploads} desk=${report} /><//>`
    }
    <${Section} title="The checks"><${DeskRows} desk=${report} /><//>
    ${
      report.commands.length > 0 &&
      html`<${Section}
        title="How to have the request signed${report.stage === 'answered' ? ' again' : ''}"
      >
        <p class="hint">For the private CA. Save the request as request.req first.</p>
        <${SigningCommands} desk=${report} />
      <//>`
    }`;
}

export function ByocaPage() {
  const action = useAction(async ({ signal }) => judgeDesk(signal));
  useEffect(() => {
    action.run();
  }, [deskFiles.value, wantedPurposes.value]);
  useDrops((files) => putOnDesk(files));
  return html`<${Page}
    title="BYOCA desk"
    intro=${html`Bring your own CA: a private CA signs the request of an issuing CA in Cloud PKI.
      Drop the request (.req), the certificate that came back and its chain, any of them, and see
      whether they may be uploaded. To make such a request in a lab, go to
      <a href=${hrefOf('new-request')}>new request</a>.`}
  >
    <${DropZone}
      text="Drop the request, the signed certificate and the chain here (.req, .cer, .pem, .p7b)"
      onFiles=${receive}
    />
    <details class="more">
      <summary>Paste text instead</summary>
      <form
        class="more-body"
        onSubmit=${(/** @type {any} */ event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('text');
          if (field.value.trim() !== '') putTextOnDesk(field.value);
          field.value = '';
        }}
      >
        <label class="field"
          ><span>PEM text</span><textarea name="text" rows="5" spellcheck=${false}></textarea>
        </label>
        <button type="submit" class="button">Put it on the desk</button>
      </form>
    </details>
    ${deskFiles.value.length > 0 && html`<${Files} /><${Purposes} />`}
    ${action.running.value && html`<p class="quiet" role="status">Judging…</p>`}
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
    <${Outcome} />
  <//>`;
}
