// Issues a leaf: a certificate for a server, a person, a device.

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { profileById, profiles } from '../app/catalogue.js';
import { issue } from '../app/make.js';
import { say } from '../app/messages.js';
import { usableCas } from '../app/relations.js';
import { go } from '../app/router.js';
import { Form } from '../parts/form/form.js';
import { IssuerField, NoCaYet } from '../parts/form/issuer_field.js';
import { KeyField } from '../parts/form/key_fields.js';
import { ProfileField, SanField } from '../parts/form/leaf_fields.js';
import {
  linesOf,
  MoreOptions,
  optionsOf,
  optionsState,
  ValidityFields,
} from '../parts/form/options_fields.js';
import { SubjectFields, subjectOf, subjectState } from '../parts/form/subject_fields.js';
import { html } from '../parts/html.js';
import { Page } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

/** @import { Profile } from '../worker/api' */

/** @param {Profile} profile */
const isLeaf = (profile) => !profile.ca;

/** The CA to begin with: the last one that may issue leaves, which is the lowest made. */
function firstChoice() {
  const cas = usableCas.value;
  return (
    (cas.findLast(({ description }) => description.role !== 'root CA') ?? cas.at(-1))?.id ?? ''
  );
}

function IssueForm() {
  const leaves = profiles.value.filter(isLeaf);
  const profileId = useSignal(leaves[0]?.id ?? '');
  const profile = profileById(profileId.value);
  const issuer = useSignal(firstChoice());
  const subject = useMemo(() => subjectState(), []);
  const san = useSignal('');
  const keySpec = useSignal(profile?.key_spec ?? 'p-256');
  const options = useMemo(() => optionsState(profile), [profileId.value]);

  const action = useAction(async ({ signal, stillHere }) => {
    const ca = usableCas.value.find(({ id }) => id === issuer.value) ?? usableCas.value[0];
    const names = linesOf(san.value);
    const wishes = {
      ca,
      profile: profileId.value,
      subject: subjectOf(subject),
      san: names.length > 0 ? names : undefined,
      keySpec: keySpec.value,
      options: optionsOf(options, profile, { clip: true }),
    };
    const { item } = await issue(wishes, signal);
    say('pass', `${item.label} was issued.`);
    if (stillHere()) go('item', item.id);
  });

  return html`<${Form}
    action=${action}
    submit="Issue the certificate"
    icon="leaf"
    busy="Issuing…"
    label="Certificate"
  >
    <${ProfileField} value=${profileId} legend="What is it for?" offer=${isLeaf} />
    <${IssuerField} value=${issuer} error=${action.error} />
    <${SubjectFields} state=${subject} error=${action.error} placeholder="www.example.com" />
    <fieldset class="group">
      <legend>Names that are checked</legend>
      <${SanField} value=${san} profile=${profile} error=${action.error} />
    </fieldset>
    <fieldset class="group">
      <legend>Key and validity</legend>
      <div class="field-grid">
        <${KeyField} value=${keySpec} profile=${profile} error=${action.error} />
        <${ValidityFields} state=${options} error=${action.error} />
      </div>
    </fieldset>
    <${MoreOptions}
      key=${profileId.value}
      state=${options}
      profile=${profile}
      error=${action.error}
      clip=${true}
    />
  <//>`;
}

export function IssuePage() {
  return html`<${Page}
    title="Issue a certificate"
    intro="A leaf certificate with a new key. If the other side has a key of its own, let it make a request and sign that instead."
  >
    ${
      usableCas.value.length === 0
        ? html`<${NoCaYet} what="certificates" />`
        : html`<${IssueForm} />`
    }
  <//>`;
}
