// How long a certificate is valid, and the settings that most people leave to the profile.

import { signal } from '@preact/signals';

import { about } from '../../app/catalogue.js';
import { html } from '../html.js';
import { CheckField, CheckList, SelectField, TextArea, TextField } from './controls.js';
import { MoreSettings } from './form.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Duration, Finding, Profile } from '../../worker/api' */

const kUnits = [
  { value: 'years', label: 'years' },
  { value: 'months', label: 'months' },
  { value: 'days', label: 'days' },
];

const kKeyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

const kHashes = [
  { value: '', label: 'As fits the key' },
  { value: 'sha256', label: 'SHA-256' },
  { value: 'sha384', label: 'SHA-384' },
  { value: 'sha512', label: 'SHA-512' },
];

/**
 * @typedef {object} OptionsState
 * @property {Signal<string>} amount of validity
 * @property {Signal<string>} unit
 * @property {Signal<string>} hash
 * @property {Signal<boolean>} pss
 * @property {Signal<string>} pathLength "" for none
 * @property {Signal<boolean>} clip
 * @property {Signal<string[]>} keyUsage
 * @property {Signal<string[]>} purposes
 * @property {Signal<string>} otherPurposes
 * @property {Signal<string>} crl
 * @property {Signal<string>} aia
 * @property {Signal<string>} ocsp
 * @property {Signal<string>} permitted
 * @property {Signal<string>} excluded
 */

/** @param {Duration} validity */
function splitDuration(validity) {
  const [unit, amount] = Object.entries(validity ?? {})[0] ?? ['years', 1];
  return { unit, amount: String(amount) };
}

/**
 * The settings as the profile has them.
 *
 * @param {Profile | null} profile
 * @returns {OptionsState}
 */
export function optionsState(profile) {
  const { unit, amount } = splitDuration(profile?.validity ?? { years: 1 });
  return {
    amount: signal(amount),
    unit: signal(unit),
    hash: signal(''),
    pss: signal(false),
    pathLength: signal(String(profile?.path_length ?? '')),
    clip: signal(true),
    keyUsage: signal(profile?.key_usage ?? []),
    purposes: signal(profile?.extended_key_usage ?? []),
    otherPurposes: signal(''),
    crl: signal(''),
    aia: signal(''),
    ocsp: signal(''),
    permitted: signal(''),
    excluded: signal(''),
  };
}

/** @param {string} text one entry a line */
export function linesOf(text) {
  return text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * @param {string[]} left
 * @param {string[]} right
 */
function sameSet(left, right) {
  return left.length === right.length && left.every((entry) => right.includes(entry));
}

/**
 * Only what differs from the profile, as IssueOptions of the API.
 *
 * @param {OptionsState} state
 * @param {Profile | null} profile
 * @param {{ clip?: boolean }} [context] `clip`: there is an issuer whose end can be the limit
 */
export function optionsOf(state, profile, { clip = false } = {}) {
  const purposes = [...state.purposes.value, ...linesOf(state.otherPurposes.value)];
  const pathLength = state.pathLength.value === '' ? null : Number(state.pathLength.value);
  /** @type {Record<string, unknown>} */
  const options = { validity: { [state.unit.value]: Number(state.amount.value) } };
  if (clip && state.clip.value) options.clip_to_issuer = true;
  if (state.hash.value !== '') options.hash = state.hash.value;
  if (state.pss.value) options.pss = true;
  if (profile?.ca && pathLength !== profile.path_length) options.path_length = pathLength;
  if (!sameSet(state.keyUsage.value, profile?.key_usage ?? []))
    options.key_usage = state.keyUsage.value;
  if (!sameSet(purposes, profile?.extended_key_usage ?? [])) options.extended_key_usage = purposes;
  const lists = {
    crl_urls: state.crl,
    aia_urls: state.aia,
    ocsp_urls: state.ocsp,
    permitted: state.permitted,
    excluded: state.excluded,
  };
  for (const [name, text] of Object.entries(lists)) {
    const lines = linesOf(text.value);
    if (lines.length > 0) options[name] = lines;
  }
  return options;
}

/**
 * The purposes that the core knows by name, and those that the profile has besides.
 *
 * @param {Profile | null} profile
 */
function purposeChoices(profile) {
  const known = (about.value?.purposes ?? []).flatMap(({ name, title, oid }) =>
    name ? [{ value: name, label: `${title} (${oid})` }] : [],
  );
  const others = (profile?.extended_key_usage ?? [])
    .filter((name) => !known.some(({ value }) => value === name))
    .map((name) => ({ value: name, label: name }));
  return [...known, ...others];
}

/** @param {{ state: OptionsState, error: Signal<Finding | null> }} props */
export function ValidityFields({ state, error }) {
  return html`<div class="field-row">
    <${TextField}
      label="Valid for"
      type="number"
      min=${1}
      required=${true}
      value=${state.amount}
      pointer="/params/validity"
      error=${error}
    />
    <${SelectField} label="Unit" value=${state.unit} choices=${kUnits} />
  </div>`;
}

/** @param {{ state: OptionsState, profile: Profile | null, error: Signal<Finding | null>, rsa?: boolean, clip?: boolean }} props */
export function MoreOptions({ state, profile, error, clip = false }) {
  return html`<${MoreSettings} title="More settings: usage, addresses, algorithms">
    ${
      profile?.ca &&
      html`<${TextField}
        label="Path length"
        type="number"
        min=${0}
        value=${state.pathLength}
        pointer="/params/path_length"
        error=${error}
        hint="How many CAs may follow below this one; empty for any number. 0: it may only issue leaves."
      />`
    }
    ${
      clip &&
      html`<${CheckField}
        label="End no later than the issuer does"
        value=${state.clip}
        hint="A certificate that outlives its issuer cannot be checked after the issuer's end."
      />`
    }
    <${CheckList}
      legend="Key usage"
      chosen=${state.keyUsage}
      choices=${kKeyUsages.map((usage) => ({ value: usage, label: usage }))}
    />
    <${CheckList}
      legend="Purposes (extended key usage)"
      chosen=${state.purposes}
      hint=${profile?.ca ? 'On a CA these limit what may be issued below it. None: no limit.' : undefined}
      choices=${purposeChoices(profile)}
    />
    <${TextArea}
      label="Other purposes"
      rows=${2}
      value=${state.otherPurposes}
      pointer="/params/extended_key_usage"
      error=${error}
      hint="Dotted OIDs, one a line."
    />
    <div class="field-grid">
      <${SelectField}
        label="Hash"
        value=${state.hash}
        choices=${kHashes}
        pointer="/params/hash"
        error=${error}
      />
      <${CheckField}
        label="RSA-PSS padding"
        value=${state.pss}
        hint="RSA keys only; not every device accepts it."
      />
    </div>
    <${TextArea}
      label="CRL addresses"
      rows=${2}
      value=${state.crl}
      pointer="/params/crl_urls"
      error=${error}
      placeholder="http://pki.example/root.crl"
      hint="Where the list of revoked certificates can be fetched, one a line."
    />
    <${TextArea}
      label="Issuer certificate addresses"
      rows=${2}
      value=${state.aia}
      pointer="/params/aia_urls"
      error=${error}
      placeholder="http://pki.example/root.cer"
    />
    <${TextArea}
      label="OCSP addresses"
      rows=${2}
      value=${state.ocsp}
      pointer="/params/ocsp_urls"
      error=${error}
    />
    ${
      profile?.ca &&
      html`<${TextArea}
          label="Permitted names"
          rows=${2}
          value=${state.permitted}
          pointer="/params/permitted"
          error=${error}
          placeholder="DNS:example.com"
          hint="Names below this CA must lie within these, one a line."
        />
        <${TextArea}
          label="Excluded names"
          rows=${2}
          value=${state.excluded}
          pointer="/params/excluded"
          error=${error}
        />`
    }
  <//>`;
}
