// The deploy pack: what is in it, to be looked at and saved.

import { useSignal } from '@preact/signals';

import { makePack } from '../../app/estate.js';
import { download } from '../../app/files.js';
import { lab, view } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { Fold } from '../fold.js';
import { CheckField, TextField } from '../form/controls.js';
import { Form } from '../form/form.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAction } from '../use_action.js';

/** @typedef {Awaited<ReturnType<typeof makePack>>} Pack */

/** The folder that a file is in, without its own name. @param {string} path */
const folderOf = (path) => path.slice(0, path.lastIndexOf('/') + 1);

/** @param {{ files: Pack['files'] }} props */
function Contents({ files }) {
  const folders = [...new Set(files.map(({ path }) => folderOf(path)))];
  return html`<ul class="plain stack pack-contents">
    ${folders.map((folder) => {
      const own = files.filter(({ path }) => folderOf(path) === folder);
      return html`<li key=${folder} class="card">
        <h3>${folder === '' ? 'First of all' : folder}</h3>
        <ul class="plain">
          ${own.map(({ path, kind, text }) => {
            const name = path.slice(folder.length);
            return html`<li key=${path} data-file=${path}>
              ${
                text === null
                  ? html`<bdi>${name}</bdi> <span class="quiet">${kind}</span>`
                  : html`<${Fold}
                      summary=${html`<bdi>${name}</bdi> <span class="quiet">${kind}</span>`}
                      body=${() =>
                        html`<pre class="code block" tabindex="0" role="region" aria-label=${path}>
${text}</pre>`}
                    />`
              }
            </li>`;
          })}
        </ul>
      </li>`;
    })}
  </ul>`;
}

export function DeployPack() {
  const withKeys = useSignal(false);
  const directory = useSignal('');
  const pack = useSignal(/** @type {Pack | null} */ (null));
  const madeFor = useSignal(/** @type {unknown} */ (null));
  const make = useAction(async ({ signal }) => {
    const now = lab.value;
    // The one before is not taken for the one that is made now.
    pack.value = null;
    pack.value = await makePack(
      { withKeys: withKeys.value, directory: directory.value.trim() },
      signal,
    );
    madeFor.value = now;
  });
  const stale = pack.value !== null && madeFor.value !== lab.value;
  const name = (view.value?.name ?? 'estate').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return html`<div class="stack" data-pack>
    <p>
      Everything with which this estate is built in reality: certificates for every store, bundles
      in the order that each product wants, scripts and group policy steps for Windows, profiles for
      Apple devices and for Intune, settings for FreeRADIUS, nginx, Apache, NPS and IIS, CRLs, and a
      readme with the fingerprints. What the estate lacks, the pack lacks.
    </p>
    <${Form} action=${make} submit="Make the deploy pack" icon="add" label="Deploy pack">
      <${TextField}
        label="Folder on the servers"
        value=${directory}
        placeholder="/etc/pki-workbench"
        hint="Where the files of a service lie on its machine, if that is not Windows."
      />
      <${CheckField}
        label="With the private keys of the services"
        value=${withKeys}
        hint="Not encrypted. Without them, each service needs its own server.key."
      />
    <//>
    ${make.error.value && html`<${FindingCard} finding=${make.error.value} />`}
    ${
      pack.value !== null &&
      html`<section class="stack" aria-live="polite">
        <h2>${pack.value.files.length} files</h2>
        ${
          stale &&
          html`<p class="note tone-notice">
            <${Icon} name="notice" /><span
              >The estate has changed since; make the pack anew to have it as it is now.</span
            >
          </p>`
        }
        <p>
          <button
            type="button"
            class="button primary"
            onClick=${() => download(`${name}-deploy-pack.zip`, /** @type {Pack} */ (pack.value).file)}
          >
            <${Icon} name="save" />Save the deploy pack (zip)
          </button>
        </p>
        <${Contents} files=${pack.value.files} />
      </section>`
    }
  </div>`;
}
