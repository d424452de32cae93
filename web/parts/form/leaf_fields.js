// What a leaf and a request have in common: a profile, a name, alternative names.

import { profiles } from '../../app/catalogue.js';
import { html } from '../html.js';
import { ChoiceCards, TextArea } from './controls.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding, Profile } from '../../worker/api' */

/** @param {{ value: Signal<string>, legend: string, offer: (profile: Profile) => boolean }} props */
export function ProfileField({ value, legend, offer }) {
  const choices = profiles.value
    .filter(offer)
    .map(({ id, title, description }) => ({ value: id, label: title, hint: description }));
  return html`<${ChoiceCards} legend=${legend} value=${value} choices=${choices} />`;
}

/** @param {{ value: Signal<string>, profile: Profile | null, error: Signal<Finding | null> }} props one name a line */
export function SanField({ value, profile, error }) {
  if (profile?.san === 'none') return null;
  return html`<${TextArea}
    label="Alternative names"
    value=${value}
    required=${profile?.san === 'required'}
    pointer="/params/san"
    error=${error}
    wide=${true}
    placeholder=${'www.example.com\n192.0.2.1'}
    hint="One a line: host names, IP addresses, e-mail addresses, URIs. Or with a prefix: DNS:, IP:, email:, URI:, UPN:, dirName:."
  />`;
}
