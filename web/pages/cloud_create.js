// Creates a CA in the tenant, step by step as the admin centre does: kind, properties, extended key usages, subject, key.

import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { say } from '../app/messages.js';
import { go, hrefOf } from '../app/router.js';
import { createCa, facts, loadFacts, view } from '../app/tenant.js';
import { GroundMark } from '../parts/cloud/ground_mark.js';
import { CheckList, ChoiceCards, SelectField, TextField } from '../parts/form/controls.js';
import { Form, MoreSettings } from '../parts/form/form.js';
import { html } from '../parts/html.js';
import { Empty, Page } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

/** @import { CaView } from '../worker/api' */

const kKinds = [
  {
    value: 'root',
    label: 'Root CA',
    hint: 'A new trust anchor in the cloud: every device and every relying party must be given it.',
  },
  {
    value: 'issuing',
    label: 'Issuing CA, root CA source Intune',
    hint: 'Signed by a root CA of this tenant. It issues the certificates of devices.',
  },
  {
    value: 'byoca',
    label: 'Issuing CA, bring your own root CA (BYOCA)',
    hint: 'Its CSR is signed by your private CA, whose root is the trust anchor that you have already.',
  },
];

const kSubject = /** @type {[string, string][]} */ ([
  ['organization', 'Organization (O)'],
  ['organizational_unit', 'Organizational unit (OU)'],
  ['country', 'Country (C), two letters'],
  ['state', 'State or province (ST)'],
  ['locality', 'Locality (L)'],
]);

/** @param {CaView[]} roots @param {string} id */
const rootOf = (roots, id) => roots.find((root) => root.id === id) ?? roots[0];

export function CloudCreatePage() {
  useEffect(() => {
    loadFacts();
  }, []);
  const roots = (view.value?.cas ?? []).filter(({ kind }) => kind === 'root');
  const kind = useSignal(roots.length === 0 ? 'root' : 'issuing');
  const name = useSignal('');
  const commonName = useSignal('');
  const root = useSignal(roots[0]?.id ?? '');
  const years = useSignal('');
  const key = useSignal('rsa-4096');
  const purposes = useSignal(['1.3.6.1.5.5.7.3.2']);
  const custom = useSignal('');
  const rest = useSignal(/** @type {Record<string, string>} */ ({}));
  const isRoot = kind.value === 'root';
  const isIssuing = kind.value === 'issuing';
  const allowed =
    (isRoot ? facts.value?.root_validity_years : facts.value?.issuing_validity_years) ?? [];
  const longest = String(allowed.at(-1) ?? '');
  const validity = useComputed(() =>
    allowed.includes(Number(years.value)) ? years.value : longest,
  );
  const under = rootOf(roots, root.value);
  const offered = isIssuing && under ? under.purposes : (facts.value?.purposes ?? []);

  const action = useAction(async ({ signal, stillHere }) => {
    const extra = custom.value.split(/[\s,]+/).filter((oid) => oid !== '');
    const chosen = purposes.value.filter((oid) => offered.some((each) => each.oid === oid));
    const order = {
      kind: kind.value,
      name: name.value,
      common_name: commonName.value === '' ? name.value : commonName.value,
      ...rest.value,
      purposes: [...chosen, ...extra],
      ...(kind.value === 'byoca' ? {} : { validity_years: Number(validity.value || longest) }),
      ...(isIssuing ? { root: under?.id } : { key: key.value }),
    };
    const { ca } = await createCa(order, isIssuing && under ? under.key : key.value, signal);
    say('pass', `${name.value} was created.`);
    if (stillHere()) go('cloud-ca', ca);
  });

  if (view.value === null) {
    return html`<${Page} title="Create a CA in Cloud PKI">
      <${Empty} title="There is no tenant yet">
        <p><a href=${hrefOf('cloud')}>Create a tenant first</a></p>
      <//>
    <//>`;
  }
  return html`<${Page}
    title="Create a CA in Cloud PKI"
    intro=${html`In Intune: <em>Tenant administration › Cloud PKI › Create</em>. Nothing of a CA but
      its scope tags can be changed afterwards. <${GroundMark} fact="tenant.immutable" />`}
  >
    <${Form}
      action=${action}
      submit="Create"
      icon="add"
      busy="Creating…"
      label="CA"
      disabled=${facts.value === null}
    >
      <${ChoiceCards}
        legend="CA type"
        value=${kind}
        choices=${kKinds.map((each) => ({
          ...each,
          disabled: each.value === 'issuing' && roots.length === 0,
          hint:
            each.value === 'issuing' && roots.length === 0
              ? 'Create a root CA first: an issuing CA is signed by one.'
              : each.hint,
        }))}
      />
      <div class="field-grid">
        <${TextField} label="Name" value=${name} required placeholder="Contoso Root CA" />
        <${TextField}
          label="Common name (CN)"
          value=${commonName}
          hint="Left empty: the name."
          placeholder=${name.value}
        />
        ${
          isIssuing &&
          html`<${SelectField}
            label="Root CA"
            value=${root}
            choices=${roots.map(({ id, title }) => ({ value: id, label: title }))}
          />`
        }
        ${
          kind.value === 'byoca'
            ? html`<p class="hint">
                How long it is valid, and the hash, is for your private CA to say.
                <${GroundMark} fact="tenant.byoca_years" />
              </p>`
            : html`<${SelectField}
                label="Validity"
                value=${{
                  get value() {
                    return validity.value;
                  },
                  set value(chosen) {
                    years.value = chosen;
                  },
                }}
                pointer="/params/validity_years"
                error=${action.error}
                choices=${allowed.map((count) => ({ value: String(count), label: `${count} years` }))}
              />`
        }
        ${
          isIssuing
            ? html`<p class="hint">
                Key size and hash follow the root CA: ${under?.key.toUpperCase()}, ${under?.hash}.
                <${GroundMark} fact="tenant.issuing_key" />
              </p>`
            : html`<${SelectField}
                label="Key size and algorithm"
                value=${key}
                choices=${(facts.value?.keys ?? []).map((each) => ({
                  value: each.key,
                  label: `${each.key.toUpperCase()}${isRoot ? ` and ${each.hash}` : ''}`,
                }))}
              />`
        }
      </div>
      <${CheckList}
        legend="Extended key usages"
        chosen=${purposes}
        hint=${
          isIssuing
            ? 'Only those of the root CA can be chosen.'
            : 'What certificates below this CA may be for. Any Purpose is not supported.'
        }
        choices=${offered.map(({ name: label, oid }) => ({ value: oid, label }))}
      />
      ${
        !isIssuing &&
        html`<${TextField}
          label="Custom extended key usages"
          value=${custom}
          hint="Object identifiers, separated by spaces."
          placeholder="1.3.6.1.4.1.311.10.3.4"
        />`
      }
      <${MoreSettings} title="More of the subject">
        <div class="field-grid">
          ${kSubject.map(
            ([id, label]) =>
              html`<${TextField}
                key=${id}
                label=${label}
                value=${{
                  get value() {
                    return rest.value[id] ?? '';
                  },
                  set value(text) {
                    rest.value = { ...rest.value, [id]: text };
                  },
                }}
              />`,
          )}
        </div>
      <//>
    <//>
  <//>`;
}
