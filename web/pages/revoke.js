// Revokes certificates of a CA and publishes its next CRL.

import { signal as makeSignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { readable } from '../app/clock.js';
import { say } from '../app/messages.js';
import { usableCas } from '../app/relations.js';
import { entryOf, issuedBy, lastCrlOf, publishCrl } from '../app/revocation.js';
import { go, hrefOf, route } from '../app/router.js';
import { Badge } from '../parts/findings.js';
import { SelectField, TextField } from '../parts/form/controls.js';
import { Form } from '../parts/form/form.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

/** @import { Signal } from '@preact/signals' */
/** @import { CertificateItem } from '../app/workspace.js' */
/** @import { CrlEntry } from '../worker/api' */

const kHold = 'certificateHold';
const kRelease = 'release';

/** RFC 5280 5.3.1, and for whom each is. */
const kReasons = [
  { value: 'unspecified', label: 'Revoke, no reason given' },
  { value: 'keyCompromise', label: 'Revoke: key compromise' },
  { value: 'cACompromise', label: 'Revoke: CA compromise' },
  { value: 'affiliationChanged', label: 'Revoke: affiliation changed' },
  { value: 'superseded', label: 'Revoke: superseded' },
  { value: 'cessationOfOperation', label: 'Revoke: cessation of operation' },
  { value: 'privilegeWithdrawn', label: 'Revoke: privilege withdrawn' },
];

/** @param {CrlEntry | null} entry */
function choicesFor(entry) {
  const onHold = entry?.reason === kHold;
  return [
    { value: '', label: 'Leave as it is' },
    ...(onHold ? [{ value: kRelease, label: 'Take off hold' }] : []),
    ...(entry === null || onHold ? kReasons : []),
    ...(entry === null ? [{ value: kHold, label: 'Put on hold' }] : []),
  ];
}

/** @param {{ entry: CrlEntry | null }} props */
function State({ entry }) {
  if (entry === null) return html`<${Badge} tone="pass" icon="pass">Not revoked<//>`;
  const since = entry.revoked_at === null ? '' : ` since ${readable(entry.revoked_at)}`;
  if (entry.reason === kHold) {
    return html`<${Badge} tone="warning" icon="clock">On hold<//
      ><span class="quiet">${since}</span>`;
  }
  return html`<${Badge} tone="error" icon="error">Revoked<//>
    <span class="quiet">${since}${entry.reason && `, ${entry.reason}`}</span>`;
}

/** @param {{ item: CertificateItem, entry: CrlEntry | null, value: Signal<string> }} props */
function Row({ item, entry, value }) {
  const choices = choicesFor(entry);
  return html`<tr>
    <th scope="row">
      <a href=${hrefOf('item', item.id)}><${Icon} name="leaf" />${item.label}</a>
      <div class="quiet code">${item.description.serial}</div>
    </th>
    <td><${State} entry=${entry} /></td>
    <td>
      ${
        choices.length === 1
          ? html`<span class="quiet">For good: issue a new certificate.</span>`
          : html`<select
              aria-label="What to do with ${item.label}"
              onChange=${(/** @type {any} */ event) => (value.value = event.currentTarget.value)}
            >
              ${choices.map(
                (choice) =>
                  html`<option value=${choice.value} selected=${choice.value === value.value}>
                    ${choice.label}
                  </option>`,
              )}
            </select>`
      }
    </td>
  </tr>`;
}

/** @param {{ ca: CertificateItem }} props */
function Revocation({ ca }) {
  const last = lastCrlOf(ca);
  const issued = issuedBy(ca);
  // One choice for each certificate, also for those that come while the page is open.
  const choices = useMemo(() => new Map(), [ca.id]);
  /** @param {string} id @returns {Signal<string>} */
  const choiceOf = (id) => choices.get(id);
  const serial = useSignal('');
  const serialReason = useSignal('unspecified');
  const days = useSignal('30');

  const action = useAction(async ({ signal, stillHere }) => {
    /** @type {{ certificate?: string, serial?: string, reason?: string }[]} */
    const revoked = [];
    const released = [];
    for (const item of issued) {
      const choice = choiceOf(item.id)?.value ?? '';
      const certificate = item.description.pem;
      if (choice === kRelease) released.push({ certificate });
      else if (choice !== '') revoked.push({ certificate, reason: choice });
    }
    if (serial.value.trim() !== '') {
      revoked.push({ serial: serial.value.trim(), reason: serialReason.value });
    }
    const wishes = { revoked, released, days: Number(days.value) };
    const { item, findings } = await publishCrl(ca, wishes, signal);
    say('pass', `${item.label} was published.`, item.description.sentence);
    for (const finding of findings) say('notice', finding.summary, finding.cure);
    if (stillHere()) go('item', item.id);
  });

  const lines = issued.map((item) => {
    if (!choices.has(item.id)) choices.set(item.id, makeSignal(''));
    return { item, entry: entryOf(last, item), value: choiceOf(item.id) };
  });
  return html`<p class="note tone-notice">
      <${Icon} name="notice" /><span>
        ${
          last === null
            ? 'This CA has published no CRL here yet: whoever asks for one cannot tell whether its certificates still count.'
            : html`The last one is <a href=${hrefOf('item', last.id)}>${last.label}</a>. What it
                lists is carried on. ${last.description.sentence}`
        }
      </span>
    </p>
    <${Form}
      action=${action}
      submit="Publish the next CRL"
      icon="pass"
      busy="Signing…"
      label="Next CRL"
    >
      ${
        lines.length === 0
          ? html`<p class="quiet">No certificate that this CA issued is in the workspace.</p>`
          : html`<div
              class="table-box"
              tabindex="0"
              role="region"
              aria-label="Certificates of this CA"
            >
              <table class="stacked">
                <thead>
                  <tr>
                    <th scope="col">Certificate and serial number</th>
                    <th scope="col">Says the last CRL</th>
                    <th scope="col">In the next</th>
                  </tr>
                </thead>
                <tbody>
                  ${lines.map((line) => html`<${Row} key=${line.item.id} ...${line} />`)}
                </tbody>
              </table>
            </div>`
      }
      <div class="field-grid">
        <${TextField}
          label="Serial number of another certificate"
          hint="In hex, as certificates show it; for one that is not in the workspace."
          value=${serial}
          pointer="/params/revoked"
          error=${action.error}
        />
        <${SelectField}
          label="What happens to it"
          value=${serialReason}
          choices=${[...kReasons, { value: kHold, label: 'Put on hold' }]}
        />
        <${TextField}
          label="Days until the next CRL"
          type="number"
          min=${1}
          max=${36500}
          value=${days}
          pointer="/params/days"
          error=${action.error}
          hint="A CRL past that time does not count: whoever insists on one refuses every certificate then."
        />
      </div>
    <//>`;
}

export function RevokePage() {
  const cas = usableCas.value;
  // Leaves are what is revoked most.
  const usual = cas.find(({ description }) => description.role !== 'root CA') ?? cas[0];
  const ca = cas.find(({ id }) => id === route.value.id) ?? usual;
  if (ca === undefined) {
    return html`<${Page} title="Revoke certificates">
      <p>
        A CA publishes what it has revoked in a certificate revocation list (CRL), and signs that
        with its key. There is no CA with its key in the workspace yet:
        <a href=${hrefOf('create-root')}>create a root CA</a>, or drop the certificate and the key
        of one.
      </p>
    <//>`;
  }
  return html`<${Page}
    title="Revoke certificates of ${ca.label}"
    intro="A revoked certificate stays valid for whoever does not look: it counts only from the CRL on that lists it, for those who fetch it."
  >
    ${
      cas.length > 1 &&
      html`<nav class="button-row" aria-label="Other CAs">
        ${cas
          .filter((other) => other !== ca)
          .map(
            (other) =>
              html`<a class="button small" href=${hrefOf('revoke', other.id)}
                ><${Icon} name="issuing" />${other.label}</a
              >`,
          )}
      </nav>`
    }
    <${Revocation} key=${ca.id} ca=${ca} />
  <//>`;
}
