// Anything can be dropped or pasted here; the core says what it is.

import { useSignal } from '@preact/signals';

import { useDrops, receive } from '../app/drops.js';
import {
  draftOf,
  inspectFiles,
  inspection,
  inspecting,
  inspectText,
  keep,
} from '../app/inspection.js';
import { say } from '../app/messages.js';
import { go, hrefOf } from '../app/router.js';
import { items } from '../app/workspace.js';
import { DropZone } from '../parts/file_button.js';
import { FindingList } from '../parts/findings.js';
import { TextArea } from '../parts/form/controls.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { FoundObject } from '../parts/object/found_object.js';
import { Page, Section } from '../parts/page.js';

/** @import { Inspection } from '../app/inspection.js' */

/** @param {{ result: Inspection }} props */
function Results({ result }) {
  const keepable = result.items.filter((item) => draftOf(item) !== null);
  const addAll = () => {
    const before = items.value.length;
    keep(keepable);
    const added = items.value.length - before;
    say(
      'pass',
      added === 0 ? 'All of it was in the workspace already.' : `Added ${added} to the workspace.`,
    );
    go('workspace');
  };
  const count = result.items.length;
  const title =
    count === 0 ? `Nothing found in ${result.source}` : `${count} found in ${result.source}`;
  return html`<${Section}
    title=${title}
    actions=${
      keepable.length > 1 &&
      html`<button type="button" class="button primary" onClick=${addAll}>
        <${Icon} name="add" />Add all to the workspace
      </button>`
    }
  >
    <${FindingList} findings=${result.findings} />
    <ul class="plain stack" aria-label="What was found">
      ${result.items.map(
        (item, index) =>
          html`<li key=${index}><${FoundObject} item=${item} only=${count === 1} /></li>`,
      )}
    </ul>
  <//>`;
}

export function InspectPage() {
  const text = useSignal('');
  useDrops(inspectFiles);
  const result = inspection.value;
  return html`<${Page}
    title="Inspect"
    intro="Drop or paste anything: certificates, requests, keys, bundles; PEM, DER, base64 or hex; many at once. Nothing leaves this browser."
  >
    <${DropZone} text="Drop files here" onFiles=${receive} />
    <form
      class="paste"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        inspectText(text.value);
      }}
    >
      <${TextArea}
        label="Or paste text"
        rows=${4}
        code=${true}
        wide=${true}
        value=${text}
        placeholder="-----BEGIN CERTIFICATE-----"
      />
      <button type="submit" class="button" disabled=${inspecting.value || text.value.trim() === ''}>
        <${Icon} name="inspect" />Inspect the text
      </button>
    </form>
    ${inspecting.value && html`<p class="quiet" role="status">Reading…</p>`}
    ${result !== null && html`<${Results} key=${result.source} result=${result} />`}
    ${
      result === null &&
      html`<p class="quiet">
        To check whether a certificate is trusted, go to
        <a href=${hrefOf('check')}>Check a chain</a>.
      </p>`
    }
  <//>`;
}
