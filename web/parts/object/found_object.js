// One object of an inspection: what it is, what can be done with it, and its details on demand.

import { useSignal } from '@preact/signals';

import { draftOf, keep } from '../../app/inspection.js';
import { say } from '../../app/messages.js';
import { go } from '../../app/router.js';
import { Asn1Browser } from '../asn1_browser.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { ObjectView } from './object_view.js';
import { iconOf, kindOf, ValidityBadge } from './state_badge.js';

/** @import { InspectedItem } from '../../worker/api' */

/** @param {InspectedItem} item */
function titleOf(item) {
  const description = /** @type {any} */ (item.description);
  return description?.title ?? description?.public_key?.title ?? item.name ?? '';
}

/** @param {{ item: InspectedItem }} props */
function Actions({ item }) {
  if (draftOf(item) === null) return null;
  /** @param {string} page */
  const keepAndGo = (page) => {
    const [kept] = keep([item]);
    say('pass', `${kept.label} is in the workspace.`);
    go(page, kept.id);
  };
  return html`<div class="button-row">
    <button type="button" class="button" onClick=${() => keepAndGo('item')}>
      <${Icon} name="add" />Add to the workspace
    </button>
    ${
      item.kind === 'csr' &&
      html`<button type="button" class="button primary" onClick=${() => keepAndGo('sign')}>
        <${Icon} name="pass" />Sign it
      </button>`
    }
    ${
      item.kind === 'certificate' &&
      html`<button type="button" class="button" onClick=${() => keepAndGo('check')}>
        <${Icon} name="chain" />Check its chain
      </button>`
    }
  </div>`;
}

/** @param {{ item: InspectedItem }} props */
function Details({ item }) {
  const description = /** @type {any} */ (item.description);
  const half = description?.kind === 'private-key' ? description.public_key : description;
  if (half?.fields) return html`<${ObjectView} description=${half} der=${item.der} />`;
  if (item.der) return html`<${Asn1Browser} source=${{ data: item.der, name: item.name }} />`;
  return html`<p class="quiet">
    It is locked with a password. Add it to the workspace to open it there.
  </p>`;
}

/** @param {{ item: InspectedItem, only: boolean }} props `only`: the one object found, shown in full */
export function FoundObject({ item, only }) {
  const open = useSignal(only);
  const description = /** @type {any} */ (item.description);
  const isKey = item.private_key !== undefined;
  return html`<article class="card" data-kind=${item.kind}>
    <header class="card-head">
      <${Icon} name=${iconOf(item)} large=${true} />
      <div class="card-title">
        <h3>${titleOf(item)}</h3>
        <p class="quiet">${kindOf(item)}${item.file && html` · ${item.file}`}</p>
      </div>
      ${item.kind === 'certificate' && html`<${ValidityBadge} certificate=${description} />`}
    </header>
    ${description?.sentence && html`<p>${description.sentence}</p>`}
    ${
      isKey &&
      html`<p class="note tone-warning">
        <${Icon} name="warning" /><span
          >This is a private key. It was handed to the key worker; only its public half is shown
          here.</span
        >
      </p>`
    }
    <${Actions} item=${item} />
    <details
      class="more"
      open=${open.value}
      onToggle=${(/** @type {any} */ event) => (open.value = event.currentTarget.open)}
    >
      <summary>Details</summary>
      ${open.value && html`<div class="more-body"><${Details} item=${item} /></div>`}
    </details>
  </article>`;
}
