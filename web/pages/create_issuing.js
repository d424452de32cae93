// Creates an issuing CA: signed by a CA of the workspace, or elsewhere (bring your own CA).

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { profileById, profiles } from '../app/catalogue.js';
import { createRequest, issue } from '../app/make.js';
import { say } from '../app/messages.js';
import { usableCas } from '../app/relations.js';
import { go } from '../app/router.js';
import { ChoiceCards } from '../parts/form/controls.js';
import { Form } from '../parts/form/form.js';
import { IssuerField } from '../parts/form/issuer_field.js';
import { KeyField } from '../parts/form/key_fields.js';
import { ProfileField } from '../parts/form/leaf_fields.js';
import {
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
const isSubordinate = (profile) => profile.ca && !profile.self_signed;

export function CreateIssuingPage() {
  const profileId = useSignal(
    profileById('issuing-ca')?.id ?? profiles.value.find(isSubordinate)?.id ?? '',
  );
  const profile = profileById(profileId.value);
  const none = usableCas.value.length === 0;
  const way = useSignal(none ? 'elsewhere' : 'here');
  const issuer = useSignal(usableCas.value[0]?.id ?? '');
  const subject = useMemo(() => subjectState(), []);
  const keySpec = useSignal(profile?.key_spec ?? 'rsa-4096');
  const options = useMemo(() => optionsState(profile), [profileId.value]);
  const here = way.value === 'here';

  const action = useAction(async ({ signal, stillHere }) => {
    const wishes = {
      profile: profileId.value,
      subject: subjectOf(subject),
      keySpec: keySpec.value,
    };
    if (!here) {
      const request = await createRequest(wishes, signal);
      say('pass', `The request for ${request.label} was created. Download it and have it signed.`);
      if (stillHere()) go('item', request.id);
      return;
    }
    const ca = usableCas.value.find(({ id }) => id === issuer.value) ?? usableCas.value[0];
    const chosen = optionsOf(options, profile, { clip: true });
    const { item } = await issue({ ...wishes, ca, options: chosen }, signal);
    say('pass', `${item.label} was created. It can issue certificates now.`);
    if (stillHere()) go('item', item.id);
  });

  const ways = [
    {
      value: 'here',
      label: 'By a CA in this workspace',
      hint: none
        ? 'There is none yet: create a root CA first.'
        : 'Makes the key and the certificate at once.',
      disabled: none,
    },
    {
      value: 'elsewhere',
      label: 'Elsewhere, by your own CA',
      hint: 'Makes a key and a request file (.req). Drop the signed certificate here when it comes back.',
    },
  ];
  return html`<${Page}
    title="Create an issuing CA"
    intro="The issuing CA signs certificates for people, devices and servers, so that the root can stay locked away."
  >
    <${Form}
      action=${action}
      submit=${here ? 'Create the issuing CA' : 'Create the request'}
      icon=${here ? 'issuing' : 'request'}
      busy="Creating…"
      label="Issuing CA"
    >
      <${ChoiceCards} legend="Who signs it?" value=${way} choices=${ways} />
      ${here && html`<${IssuerField} value=${issuer} error=${action.error} />`}
      <${ProfileField} value=${profileId} legend="What kind of CA?" offer=${isSubordinate} />
      <${SubjectFields} state=${subject} error=${action.error} placeholder="Lab Issuing CA" />
      <fieldset class="group">
        <legend>${here ? 'Key and validity' : 'Key'}</legend>
        <div class="field-grid">
          <${KeyField} value=${keySpec} profile=${profile} error=${action.error} />
          ${here && html`<${ValidityFields} state=${options} error=${action.error} />`}
        </div>
      </fieldset>
      ${
        here &&
        html`<${MoreOptions}
          key=${profileId.value}
          state=${options}
          profile=${profile}
          error=${action.error}
          clip=${true}
        />`
      }
    <//>
  <//>`;
}
