// Which kind of key: what the core offers, with a word on each.

import { useLayoutEffect, useRef } from 'preact/hooks';

import { about } from '../../app/catalogue.js';
import { html } from '../html.js';
import { SelectField } from './controls.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding, Profile } from '../../worker/api' */

/** What to know about a key before choosing it. */
const kNotes = /** @type {Record<string, string>} */ ({
  'rsa-2048': 'RSA 2048: widely used, the least that is accepted',
  'rsa-3072': 'RSA 3072',
  'rsa-4096': 'RSA 4096: usual for roots; takes some seconds to make',
  'p-256': 'EC P-256: small and fast, accepted nearly everywhere',
  'p-384': 'EC P-384: usual for EC CAs',
  'p-521': 'EC P-521: not accepted everywhere',
});

/**
 * @param {{ value: Signal<string>, profile: Profile | null, error: Signal<Finding | null> }} props
 */
export function KeyField({ value, profile, error }) {
  const all = about.value?.key_specs ?? [];
  const specs = profile ? all.filter((spec) => profile.key_specs.includes(spec)) : all;
  // Another profile: its own usual key.
  const last = useRef(profile);
  useLayoutEffect(() => {
    if (profile && profile !== last.current) value.value = profile.key_spec;
    last.current = profile;
  }, [profile]);
  return html`<${SelectField}
    label="Key"
    value=${value}
    pointer="/params/spec"
    error=${error}
    choices=${specs.map((spec) => ({ value: spec, label: kNotes[spec] ?? spec }))}
    hint="A new key is made in this browser and stays here."
  />`;
}
