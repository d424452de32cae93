// Which CA signs: those of the workspace whose key is here.

import { readable } from '../../app/clock.js';
import { hrefOf } from '../../app/router.js';
import { usableCas } from '../../app/relations.js';
import { html } from '../html.js';
import { SelectField } from './controls.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding } from '../../worker/api' */

/** @param {{ value: Signal<string>, error: Signal<Finding | null>, label?: string }} props the chosen item's id */
export function IssuerField({ value, error, label = 'Signed by' }) {
  const choices = usableCas.value.map(({ id, label: name, description }) => ({
    value: id,
    label: `${name} (${description.role}, until ${readable(description.not_after).slice(0, 10)})`,
  }));
  return html`<${SelectField}
    label=${label}
    value=${value}
    choices=${choices}
    pointer="/params/issuer"
    error=${error}
    wide=${true}
  />`;
}

/** What a page says that needs a CA when there is none. @param {{ what: string }} props */
export function NoCaYet({ what }) {
  return html`<div class="empty">
    <h2>First a CA, then ${what}</h2>
    <p>
      Signing needs a certification authority whose private key is in this workspace. Create one
      here, or drop a CA's certificate and its private key on this page.
    </p>
    <p class="form-buttons">
      <a class="button primary" href=${hrefOf('create-root')}>Create a root CA</a>
      <a class="button" href=${hrefOf('create-issuing')}>Create an issuing CA</a>
    </p>
  </div>`;
}
