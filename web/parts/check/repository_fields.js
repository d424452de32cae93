// The virtual repository: what would be found at the addresses that certificates name. It stands for the network.

import { recognise } from '../../app/inspection.js';
import { say } from '../../app/messages.js';
import { change, choiceOf, extend, question } from '../../app/question.js';
import { CheckField, SelectField, TextField } from '../form/controls.js';
import { FileButton } from '../file_button.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Address } from '../../app/question.js' */
/** @import { Finding } from '../../worker/api' */

const kFetching = [
  { value: '', label: 'As usual: no' },
  { value: 'off', label: 'No' },
  { value: 'issuers', label: 'Issuers (AIA, caIssuers)' },
  { value: 'crls', label: 'CRLs (distribution points)' },
  { value: 'all', label: 'Both' },
];

/** @param {number} index @param {Partial<Address>} changes */
const changed = (index, changes) =>
  question.value.repository.map((each, place) =>
    place === index ? { ...each, ...changes } : each,
  );

/** @param {{ entry: Address, index: number, error: Signal<Finding | null> }} props */
function AddressRow({ entry, index, error }) {
  const url = {
    get value() {
      return entry.url;
    },
    set value(text) {
      extend('Change an address', { repository: changed(index, { url: text }) });
    },
  };
  const on = /** @type {any} */ ({
    get value() {
      return entry.on;
    },
    set value(there) {
      const title = there ? `Put ${entry.url} back` : `Take ${entry.url} away`;
      change(title, { repository: changed(index, { on: there }) });
    },
  });
  return html`<li class="address">
    <${TextField}
      label="Address ${index + 1}"
      value=${url}
      pointer="/params/repository/${index}"
      error=${error}
      placeholder="http://pki.example/issuing.cer"
      hint="Gives: ${entry.title || 'something that could not be read'}"
    />
    <${CheckField} label="It answers" value=${on} />
    <button
      type="button"
      class="button small"
      aria-label="Remove address ${index + 1}"
      onClick=${() =>
        change('Remove an address', {
          repository: question.value.repository.filter((_, place) => place !== index),
        })}
    >
      <${Icon} name="remove" />Remove
    </button>
  </li>`;
}

/** The first address that a certificate at hand names for its issuer is a good guess. @param {File[]} files */
async function addEntries(files) {
  const { items } = await recognise({ files });
  const usable = items.filter((item) => ['certificate', 'crl'].includes(item.kind) && item.der);
  if (usable.length === 0) {
    say('error', 'There is neither a certificate nor a CRL in it.');
    return;
  }
  const added = usable.map((item) => ({
    url: 'http://',
    data: /** @type {string} */ (item.der),
    title: /** @type {any} */ (item.description)?.title ?? item.name,
    on: true,
  }));
  change('Add to the repository', { repository: [...question.value.repository, ...added] });
}

/** @param {{ error: Signal<Finding | null> }} props */
export function RepositoryFields({ error }) {
  const entries = question.value.repository;
  return html`<fieldset class="group">
    <legend>Addresses in certificates</legend>
    <p class="hint">
      Some relying parties fetch missing issuers and CRLs from the addresses that certificates name.
      Nothing is fetched here: what you put below stands for the network.
    </p>
    <div class="field-grid">
      <${SelectField}
        label="Are addresses followed?"
        value=${choiceOf('fetch', 'Follow addresses')}
        choices=${kFetching}
        pointer="/params/options/fetch"
        error=${error}
      />
    </div>
    <ul class="plain stack">
      ${entries.map(
        (entry, index) =>
          html`<${AddressRow} key=${index} entry=${entry} index=${index} error=${error} />`,
      )}
    </ul>
    <${FileButton} label="Add what an address gives" icon="add" onFiles=${addEntries} />
  </fieldset>`;
}
