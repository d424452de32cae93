// Creates a root CA: a certificate that signs itself.

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { profileById, profiles } from '../app/catalogue.js';
import { createRoot } from '../app/make.js';
import { go } from '../app/router.js';
import { say } from '../app/messages.js';
import { Form } from '../parts/form/form.js';
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
const isRoot = (profile) => profile.self_signed;

export function CreateRootPage() {
  const profileId = useSignal(profiles.value.find(isRoot)?.id ?? '');
  const profile = profileById(profileId.value);
  const subject = useMemo(() => subjectState(), []);
  const keySpec = useSignal(profile?.key_spec ?? 'rsa-4096');
  const options = useMemo(() => optionsState(profile), [profileId.value]);
  const action = useAction(async ({ signal, stillHere }) => {
    const wishes = {
      subject: subjectOf(subject),
      keySpec: keySpec.value,
      options: { profile: profileId.value, ...optionsOf(options, profile) },
    };
    const { item } = await createRoot(wishes, signal);
    say('pass', `${item.label} was created. It can sign issuing CAs now.`);
    if (stillHere()) go('item', item.id);
  });

  return html`<${Page}
    title="Create a root CA"
    intro="The root is where trust begins: a certificate that signs itself, and that devices trust because someone installed it there. It usually signs only issuing CAs."
  >
    <${Form}
      action=${action}
      submit="Create the root CA"
      icon="root"
      busy="Creating…"
      label="Root CA"
    >
      <${ProfileField} value=${profileId} legend="What kind of root?" offer=${isRoot} />
      <${SubjectFields} state=${subject} error=${action.error} placeholder="Lab Root CA" />
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
      />
    <//>
  <//>`;
}
