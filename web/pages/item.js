// One thing of the workspace.

import { useSignal } from '@preact/signals';

import { hrefOf, go, route } from '../app/router.js';
import { lineOf } from '../app/hierarchy.js';
import { answersTo, keyFor, sameKey } from '../app/relations.js';
import { itemById, remove, update } from '../app/workspace.js';
import { Dialog } from '../parts/dialog.js';
import { Badge } from '../parts/findings.js';
import { TextField } from '../parts/form/controls.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { CrlBody } from '../parts/object/crl_body.js';
import { CertificateDownloads, KeyDownloads, RequestDownloads } from '../parts/object/downloads.js';
import { ObjectView } from '../parts/object/object_view.js';
import { iconOf, kindOf, ValidityBadge } from '../parts/object/state_badge.js';
import { UnlockForm } from '../parts/object/unlock.js';
import { Page, Section } from '../parts/page.js';

/** @import { CertificateItem, Item, KeyItem, RequestItem } from '../app/workspace.js' */

/** What one does next with a thing of this kind. @param {{ item: Item }} props */
function NextSteps({ item }) {
  /** @param {string} page @param {string} label @param {import('../parts/icon.js').IconName} icon @param {boolean} [first] */
  const step = (page, label, icon, first = false) =>
    html`<a class=${first ? 'button primary' : 'button'} href=${hrefOf(page, item.id)}>
      <${Icon} name=${icon} />${label}
    </a>`;
  if (item.kind === 'certificate') {
    const canSign = item.description.ca && keyFor(item) !== null;
    return html`<div class="button-row">
      ${
        canSign &&
        item.description.role === 'root CA' &&
        step('create-issuing', 'Create an issuing CA', 'issuing', true)
      }
      ${canSign && step('issue', 'Issue a certificate', 'leaf', item.description.role !== 'root CA')}
      ${canSign && step('revoke', 'Revoke certificates', 'error')}
      ${step('check', 'Check its chain', 'chain', !canSign)}
    </div>`;
  }
  if (item.kind === 'csr') {
    const ours = keyFor(item) !== null;
    return html`<div class="button-row">
      ${ours && step('answer', 'I have the signed certificate', 'drop', true)}
      ${step('sign', 'Sign it with a CA here', 'pass', !ours)}
    </div>`;
  }
  return null;
}

/** Things with the same key. @param {{ item: Item }} props */
function Related({ item }) {
  const line = item.kind === 'certificate' ? lineOf(item.id).slice(1) : [];
  const related = sameKey(item);
  if (line.length === 0 && related.length === 0) return null;
  /** @param {Item} other */
  const link = (other) =>
    html`<a href=${hrefOf('item', other.id)}><${Icon} name=${iconOf(other)} />${other.label}</a>`;
  return html`<${Section} title="Belongs together">
    <dl class="summary">
      ${
        line.length > 0 &&
        html`<div>
          <dt>Signed by</dt>
          <dd class="links">${line.map(link)}</dd>
        </div>`
      }
      ${
        related.length > 0 &&
        html`<div>
          <dt>Same key</dt>
          <dd class="links">${related.map(link)}</dd>
        </div>`
      }
    </dl>
  <//>`;
}

/** @param {{ item: Item, onClose: () => void }} props */
function RenameDialog({ item, onClose }) {
  const label = useSignal(item.label);
  return html`<${Dialog} title="Rename" onClose=${onClose}>
    <p>The label is yours alone; the certificate does not change.</p>
    <form
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        update(`Rename ${item.label}`, item.id, { label: label.value.trim() || item.label });
        onClose();
      }}
    >
      <${TextField} label="Label" value=${label} required=${true} />
      <div class="form-buttons"><button type="submit" class="button primary">Rename</button></div>
    </form>
  <//>`;
}

/** @param {{ item: Item }} props */
function Manage({ item }) {
  const renaming = useSignal(false);
  return html`<button type="button" class="button" onClick=${() => (renaming.value = true)}>
      <${Icon} name="rename" />Rename
    </button>
    <button
      type="button"
      class="button"
      onClick=${() => {
        remove(`Remove ${item.label}`, [item.id]);
        go('workspace');
      }}
    >
      <${Icon} name="remove" />Remove
    </button>
    ${
      renaming.value &&
      html`<${RenameDialog} item=${item} onClose=${() => (renaming.value = false)} />`
    }`;
}

/** @param {{ item: CertificateItem | RequestItem }} props */
function KeyState({ item }) {
  const key = keyFor(item);
  if (key === null) return html`<${Badge} tone="notice" icon="notice">Key not here<//>`;
  return html`<${Badge} tone="pass" icon="key">Key here<//>`;
}

/** @param {{ item: KeyItem }} props */
function KeyBody({ item }) {
  const half = item.description.public_key;
  const opened = (/** @type {any} */ { key, private_key: { handle } }) =>
    update(`Open ${item.label}`, item.id, {
      handle,
      description: { ...key, encrypted: false },
      label: key.public_key ? `${key.public_key.title} key` : item.label,
    });
  return html`<p class="note tone-notice">
      <${Icon} name="key" /><span>
        The private key lives in this page's key worker and is gone when the page is closed, unless
        you save the workspace or download it.</span
      >
    </p>
    <${KeyDownloads} item=${item} />
    ${item.description.encrypted && html`<${UnlockForm} handle=${item.handle} onOpened=${opened} />`}
    ${half && html`<${ObjectView} description=${half} />`}`;
}

/** @param {{ item: Item }} props */
function Body({ item }) {
  if (item.kind === 'private-key') return html`<${KeyBody} item=${item} />`;
  if (item.kind === 'crl') return html`<${CrlBody} item=${item} />`;
  const answered = item.kind === 'csr' && answersTo(item).length > 0;
  return html`<p class="sentence">${item.description.sentence}</p>
    <p class="badges">
      <${Badge} tone="plain" icon=${iconOf(item)}>${kindOf(item)}<//>
      ${item.kind === 'certificate' && html`<${ValidityBadge} certificate=${item.description} />`}
      <${KeyState} item=${item} />
      ${answered && html`<${Badge} tone="pass" icon="pass">Answered<//>`}
    </p>
    <${NextSteps} item=${item} />
    <${Section} title="Download">
      ${
        item.kind === 'certificate'
          ? html`<${CertificateDownloads} item=${item} />`
          : html`<${RequestDownloads} item=${item} />`
      }
    <//>
    <${Related} item=${item} />
    <${Section} title="What it says"><${ObjectView} description=${item.description} /><//>`;
}

export function ItemPage() {
  const item = itemById(route.value.id);
  if (item === null) {
    return html`<${Page}
      title="Not here"
      intro="There is no such thing in the workspace (any more)."
    >
      <p><a href=${hrefOf('workspace')}>Back to the workspace</a></p>
    <//>`;
  }
  return html`<${Page} title=${item.label} actions=${html`<${Manage} item=${item} />`}>
    <${Body} item=${item} />
  <//>`;
}
