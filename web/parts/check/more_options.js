// What a relying party may ask besides: everything that RFC 5280 leaves to it. The usual is good for most.

import { choiceOf, question, textOf } from '../../app/question.js';
import { SelectField, TextArea } from '../form/controls.js';
import { MoreSettings } from '../form/form.js';
import { html } from '../html.js';
import { RepositoryFields } from './repository_fields.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Finding } from '../../worker/api' */

/** @typedef {{ name: string, label: string, usual: string, words: [string, string][], hint?: string }} Option */

/** @type {[string, string][]} */
const kReactions = [
  ['refuse', 'Refuse'],
  ['warn', 'Warn'],
  ['ignore', 'Do not look'],
];

/** @type {{ title: string, options: Option[] }[]} */
const kGroups = [
  {
    title: 'Revocation',
    options: [
      {
        name: 'revocation.mode',
        label: 'Is it looked at?',
        usual: 'no',
        words: [
          ['off', 'No'],
          ['soft-fail', 'Soft fail: refuse what is revoked, warn where nothing tells'],
          ['hard-fail', 'Hard fail: refuse also where nothing tells'],
        ],
        hint: 'RFC 5280 6.3, with the CRLs and OCSP responses that were dropped here.',
      },
      {
        name: 'revocation.scope',
        label: 'Of which certificates?',
        usual: 'the whole chain',
        words: [
          ['chain', 'The whole chain below the anchor'],
          ['leaf', 'The certificate that is checked only'],
        ],
      },
      {
        name: 'revocation.expired',
        label: 'A CRL past its next update',
        usual: 'does not count',
        words: [
          ['refuse', 'Does not count'],
          ['warn', 'Counts, with a warning'],
          ['ignore', 'Counts'],
        ],
      },
      {
        name: 'revocation.deltas',
        label: 'Delta CRLs',
        usual: 'used',
        words: [
          ['use', 'Used'],
          ['ignore', 'Not used'],
        ],
      },
    ],
  },
  {
    title: 'Certificate policies',
    options: [
      {
        name: 'explicit_policy',
        label: 'Must a policy be valid?',
        usual: 'where a CA demands it',
        words: [
          ['where-demanded', 'Where a CA demands it'],
          ['required', 'Always'],
        ],
        hint: 'initial-explicit-policy of RFC 5280 6.1.1.',
      },
      {
        name: 'policy_mapping',
        label: 'Policy mapping',
        usual: 'allowed',
        words: [
          ['allowed', 'Allowed'],
          ['inhibited', 'Inhibited'],
        ],
      },
      {
        name: 'any_policy',
        label: 'anyPolicy',
        usual: 'allowed',
        words: [
          ['allowed', 'Allowed'],
          ['inhibited', 'Inhibited'],
        ],
      },
    ],
  },
  {
    title: 'Rules and strength',
    options: [
      {
        name: 'issuer_rules',
        label: 'What RFC 5280 asks of issuers',
        usual: 'warn',
        words: kReactions,
        hint: 'Refuse is strict: as OpenSSL with -x509_strict.',
      },
      {
        name: 'web_pki',
        label: 'Rules of the web PKI',
        usual: 'do not look',
        words: kReactions,
        hint: "The CA/Browser Forum's Baseline Requirements, as far as a chain shows them.",
      },
      {
        name: 'weak',
        label: 'Weak keys and signatures',
        usual: 'refuse',
        words: kReactions,
      },
      {
        name: 'strength',
        label: 'What counts as weak',
        usual: "today's measure",
        words: [
          ['default', "Today's measure: RSA from 2048 bits, no SHA-1"],
          ['legacy', 'An old measure: small keys and SHA-1 are accepted'],
        ],
      },
    ],
  },
  {
    title: 'Purposes, names and anchors',
    options: [
      {
        name: 'eku_nesting',
        label: 'Extended key usage of CAs limits what is below',
        usual: 'yes, below the anchor',
        words: [
          ['off', 'No: the letter of RFC 5280'],
          ['intermediates', 'Yes, below the anchor'],
          ['including-anchor', "Yes, the anchor's too"],
        ],
      },
      {
        name: 'common_name',
        label: 'The common name as a host name',
        usual: 'never',
        words: [
          ['never', 'Never'],
          ['without-alternative-names', 'Where there are no alternative names'],
        ],
      },
      {
        name: 'anchor_constraints',
        label: "Limits in the anchor's own certificate",
        usual: 'honoured',
        words: [
          ['honour', 'Honoured (RFC 5937)'],
          ['ignore', 'Ignored: a name and a key'],
        ],
      },
      {
        name: 'anchor_validity',
        label: 'An anchor that is not valid at that time',
        usual: 'refuse',
        words: kReactions,
      },
      {
        name: 'target_anchor',
        label: 'The checked certificate is trusted itself',
        usual: 'good if it is self-signed',
        words: [
          ['self-signed', 'Good if it is self-signed'],
          ['accept', 'Good: a trusted leaf'],
          ['refuse', 'Not enough: an anchor must stand above it'],
        ],
      },
      {
        name: 'search',
        label: 'Search for paths',
        usual: 'all of them',
        words: [
          ['all-paths', 'All of them'],
          ['until-accepted', 'Until one is accepted'],
        ],
      },
    ],
  },
];

/** @param {{ option: Option, error: Signal<Finding | null> }} props */
function OptionField({ option, error }) {
  const usual = question.value.party === '' ? `As usual: ${option.usual}` : 'As the relying party';
  const words = option.words.map(([value, label]) => ({ value, label }));
  return html`<${SelectField}
    label=${option.label}
    value=${choiceOf(option.name, option.label)}
    choices=${[{ value: '', label: usual }, ...words]}
    hint=${option.hint}
    pointer="/params/options/${option.name.replace('.', '/')}"
    error=${error}
  />`;
}

/** @param {{ error: Signal<Finding | null> }} props */
export function MoreOptions({ error }) {
  const { choices, policies } = question.value;
  const changed =
    Object.values(choices).filter((word) => word !== '').length + (policies.trim() === '' ? 0 : 1);
  const note = changed === 0 ? '' : ` (${changed} changed)`;
  return html`<${MoreSettings} title="More that the relying party may ask${note}">
    ${kGroups.map(
      ({ title, options }) =>
        html`<fieldset class="group">
          <legend>${title}</legend>
          <div class="field-grid">
            ${options.map(
              (option) =>
                html`<${OptionField} key=${option.name} option=${option} error=${error} />`,
            )}
            ${
              title === 'Certificate policies' &&
              html`<${TextArea}
                label="Policies that are wanted"
                rows=${2}
                value=${textOf('policies', 'Change the policies that are wanted')}
                pointer="/params/options/policies"
                error=${error}
                placeholder="1.3.6.1.4.1.99999.1"
                hint="Object identifiers, one a line. Empty: any."
              />`
            }
          </div>
        </fieldset>`,
    )}
    <${RepositoryFields} error=${error} />
  <//>`;
}
