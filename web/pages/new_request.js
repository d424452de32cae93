// Creates a certificate signing request with a new key.

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { profileById, profiles } from '../app/catalogue.js';
import { createRequest } from '../app/make.js';
import { say } from '../app/messages.js';
import { go } from '../app/router.js';
import { SelectField } from '../parts/form/controls.js';
import { Form } from '../parts/form/form.js';
import { KeyField } from '../parts/form/key_fields.js';
import { ProfileField, SanField } from '../parts/form/leaf_fields.js';
import { linesOf } from '../parts/form/options_fields.js';
import { SubjectFields, subjectOf, subjectState } from '../parts/form/subject_fields.js';
import { html } from '../parts/html.js';
import { Page } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

/** @import { Profile } from '../worker/api' */

/** @param {Profile} profile */
const isNotRoot = (profile) => !profile.self_signed;

const kExtensions = [
  { value: 'as in profile', label: 'Ask for what the profile has (usual)' },
  { value: 'none', label: 'Ask for nothing: the CA decides' },
];

export function NewRequestPage() {
  const first = profiles.value.find((profile) => !profile.ca);
  const profileId = useSignal(first?.id ?? '');
  const profile = profileById(profileId.value);
  const subject = useMemo(() => subjectState(), []);
  const san = useSignal('');
  const keySpec = useSignal(first?.key_spec ?? 'p-256');
  const extensions = useSignal('as in profile');
  const action = useAction(async ({ signal, stillHere }) => {
    const names = linesOf(san.value);
    const wishes = {
      profile: profileId.value,
      subject: subjectOf(subject),
      san: names.length > 0 ? names : undefined,
      keySpec: keySpec.value,
      options: extensions.value === 'none' ? { extensions: 'none' } : {},
    };
    const request = await createRequest(wishes, signal);
    say('pass', `The request for ${request.label} was created.`);
    if (stillHere()) go('item', request.id);
  });

  return html`<${Page}
    title="Create a request"
    intro="A certificate signing request (CSR) says: here is my public key and my name, please certify them. It is signed with the private key, which stays here."
  >
    <${Form}
      action=${action}
      submit="Create the request"
      icon="request"
      busy="Creating…"
      label="Request"
    >
      <${ProfileField}
        value=${profileId}
        legend="What shall the certificate be for?"
        offer=${isNotRoot}
      />
      <${SubjectFields} state=${subject} error=${action.error} placeholder="www.example.com" />
      ${
        profile?.san !== 'none' &&
        html`<fieldset class="group">
          <legend>Names that are checked</legend>
          <${SanField} value=${san} profile=${profile} error=${action.error} />
        </fieldset>`
      }
      <fieldset class="group">
        <legend>Key and extensions</legend>
        <div class="field-grid">
          <${KeyField} value=${keySpec} profile=${profile} error=${action.error} />
          <${SelectField} label="Extensions" value=${extensions} choices=${kExtensions} />
        </div>
      </fieldset>
    <//>
  <//>`;
}
