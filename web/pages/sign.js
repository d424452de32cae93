// Signs a request: what it asks for and what the profile has, side by side, and a choice for each extension.

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { profileById, profiles } from '../app/catalogue.js';
import { now } from '../app/clock.js';
import { issuerOf, signRequest } from '../app/make.js';
import { say } from '../app/messages.js';
import { usableCas } from '../app/relations.js';
import { go, hrefOf, route } from '../app/router.js';
import { ask } from '../app/session.js';
import { itemById } from '../app/workspace.js';
import { findingOf } from '../worker/errors.js';
import { FindingList } from '../parts/findings.js';
import { CheckField, SelectField } from '../parts/form/controls.js';
import { Form } from '../parts/form/form.js';
import { IssuerField, NoCaYet } from '../parts/form/issuer_field.js';
import {
  MoreOptions,
  optionsOf,
  optionsState,
  ValidityFields,
} from '../parts/form/options_fields.js';
import { SubjectFields, subjectOf, subjectState } from '../parts/form/subject_fields.js';
import { html } from '../parts/html.js';
import { Page, Section } from '../parts/page.js';
import { ReviewTable } from '../parts/review_table.js';
import { useAction } from '../parts/use_action.js';

/** @import { Finding, Review } from '../worker/api' */
/** @import { RequestItem } from '../app/workspace.js' */

/** The profile to begin with: a CA request gets a CA profile. @param {RequestItem} request */
function likelyProfile(request) {
  const fitting = profiles.value.filter(
    (profile) => !profile.self_signed && profile.ca === request.description.ca,
  );
  return fitting[0]?.id ?? profiles.value[0]?.id ?? '';
}

/**
 * What the core says about signing this request with this profile and issuer.
 *
 * @param {RequestItem} request
 * @param {string} profile
 * @param {string} issuerId
 */
function useReview(request, profile, issuerId) {
  const review = useSignal(/** @type {Review | null} */ (null));
  const error = useSignal(/** @type {Finding | null} */ (null));
  const choices = useSignal(/** @type {Record<string, string>} */ ({}));
  useEffect(() => {
    const controller = new AbortController();
    const ca = usableCas.value.find(({ id }) => id === issuerId);
    const params = {
      csr: request.description.pem,
      profile,
      now: now(),
      ...(ca ? { issuer: { certificate: issuerOf(ca).certificate } } : {}),
    };
    ask('csr.review', params, { signal: controller.signal, label: 'Comparing' }).then(
      (/** @type {Review} */ result) => {
        error.value = null;
        review.value = result;
        choices.value = Object.fromEntries(result.rows.map((row) => [row.oid, row.default]));
      },
      (problem) => {
        if (!controller.signal.aborted) error.value = findingOf(problem);
      },
    );
    return () => controller.abort();
  }, [request, profile, issuerId]);
  return { review, choices, error };
}

/** @param {{ request: RequestItem }} props */
function SignForm({ request }) {
  const profileId = useSignal(useMemo(() => likelyProfile(request), []));
  const profile = profileById(profileId.value);
  const issuer = useSignal(usableCas.value.at(-1)?.id ?? '');
  const options = useMemo(() => optionsState(profile), [profileId.value]);
  const ownName = useSignal(false);
  const subject = useMemo(() => subjectState(), []);
  const { review, choices, error } = useReview(request, profileId.value, issuer.value);

  const action = useAction(async ({ signal, stillHere }) => {
    const ca = usableCas.value.find(({ id }) => id === issuer.value) ?? usableCas.value[0];
    const { item } = await signRequest(
      {
        ca,
        request,
        profile: profileId.value,
        choices: choices.value,
        subject: ownName.value ? subjectOf(subject) : undefined,
        options: optionsOf(options, profile, { clip: true }),
      },
      signal,
    );
    say('pass', `${item.label} was signed.`);
    if (stillHere()) go('item', item.id);
  });

  const choicesOfProfile = profiles.value
    .filter((each) => !each.self_signed)
    .map(({ id, title }) => ({ value: id, label: title }));
  return html`<${Form}
    action=${action}
    submit="Sign the request"
    icon="pass"
    busy="Signing…"
    label="Sign"
  >
    <fieldset class="group">
      <legend>Issuer and profile</legend>
      <div class="field-grid">
        <${IssuerField} value=${issuer} error=${action.error} />
        <${SelectField}
          label="Profile"
          value=${profileId}
          choices=${choicesOfProfile}
          hint=${profile?.description}
        />
        <${ValidityFields} state=${options} error=${action.error} />
      </div>
    </fieldset>
    <${Section} title="Name">
      <p>
        The request asks for <code>${request.description.subject.rfc4514 || '(no name)'}</code>.
      </p>
      <${CheckField} label="Give it another name" value=${ownName} />
      ${ownName.value && html`<${SubjectFields} state=${subject} error=${action.error} legend="The name instead" />`}
    <//>
    <${Section} title="Extensions">
      <p class="hint">
        Nothing is taken over or left out silently: what you choose here is what the certificate
        gets.
      </p>
      ${error.value && html`<${FindingList} findings=${[error.value]} />`}
      ${
        review.value &&
        html`<${FindingList} findings=${review.value.findings} />
          <${ReviewTable} rows=${review.value.rows} choices=${choices} />`
      }
    <//>
    <${MoreOptions}
      key=${profileId.value}
      state=${options}
      profile=${profile}
      error=${action.error}
      clip=${true}
    />
  <//>`;
}

export function SignPage() {
  const request = itemById(route.value.id);
  if (request?.kind !== 'csr') {
    return html`<${Page} title="Sign a request" intro="Choose a request first.">
      <p><a href=${hrefOf('requests')}>To the requests</a></p>
    <//>`;
  }
  return html`<${Page} title="Sign: ${request.label}" intro=${request.description.sentence}>
    ${
      usableCas.value.length === 0
        ? html`<${NoCaYet} what="signatures" />`
        : html`<${SignForm} request=${request} />`
    }
  <//>`;
}
