// The requests of the workspace: made here, or dropped to be signed.

import { useDrops, receive } from '../app/drops.js';
import { draftOf, keep, recognise } from '../app/inspection.js';
import { inspectFiles } from '../app/inspection.js';
import { say } from '../app/messages.js';
import { answersTo, keyFor } from '../app/relations.js';
import { go, hrefOf } from '../app/router.js';
import { requests } from '../app/workspace.js';
import { findingOf } from '../worker/errors.js';
import { DropZone } from '../parts/file_button.js';
import { Badge } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';

/** @import { RequestItem } from '../app/workspace.js' */

/**
 * Takes requests into the workspace; anything else is looked at on the Inspect page.
 *
 * @param {File[]} files
 */
async function takeRequests(files) {
  try {
    const { items } = await recognise({ files });
    const found = items.filter((item) => item.kind === 'csr');
    if (found.length === 0 || found.length < items.filter(draftOf).length) {
      go('inspect');
      inspectFiles(files);
      return;
    }
    const kept = keep(found);
    say(
      'pass',
      kept.length === 1
        ? `${kept[0].label} is in the workspace.`
        : `${kept.length} requests were added.`,
    );
    if (kept.length === 1) go('item', kept[0].id);
  } catch (error) {
    const finding = findingOf(error);
    say('error', finding.summary, finding.cure);
  }
}

/** @param {{ request: RequestItem }} props */
function RequestRow({ request }) {
  const ours = keyFor(request) !== null;
  const answers = answersTo(request);
  const { proof_of_possession: proof, key, subject } = request.description;
  return html`<tr>
    <th scope="row">
      <a href=${hrefOf('item', request.id)}><${Icon} name="request" />${request.label}</a>
      <span class="quiet">${subject.rfc4514}</span>
    </th>
    <td>${key}</td>
    <td>
      ${
        proof.ok
          ? html`<${Badge} tone="pass" icon="pass">Signature holds<//>`
          : html`<${Badge} tone="error" icon="error">Signature fails<//>`
      }
      ${answers.length > 0 && html`<${Badge} tone="pass" icon="certificate">Answered<//>`}
      ${ours && answers.length === 0 && html`<${Badge} tone="notice" icon="clock">Waiting<//>`}
    </td>
    <td class="row-actions">
      <a class="button small" href=${hrefOf('sign', request.id)}>Sign</a>
      ${
        ours &&
        html`<a class="button small" href=${hrefOf('answer', request.id)}>Certificate is back</a>`
      }
    </td>
  </tr>`;
}

/** What a newcomer reads. */
function Explanation() {
  return html`<div class="steps-cards">
    <article class="card">
      <h3><${Icon} name="drop" />Sign a request for others</h3>
      <p>
        Drop the request file (.csr, .req, .p10). Look at what it asks for, choose extension by
        extension what it gets, and sign it with a CA of this workspace.
      </p>
    </article>
    <article class="card">
      <h3><${Icon} name="issuing" />Bring your own CA</h3>
      <p>
        <a href=${hrefOf('create-issuing')}>Create an issuing CA</a> that is signed elsewhere:
        download its request, have it signed, and drop the certificate and its chain when they come
        back.
      </p>
    </article>
  </div>`;
}

export function RequestsPage() {
  useDrops(takeRequests);
  const list = requests.value;
  return html`<${Page}
    title="Requests"
    intro="A certificate signing request carries a public key and the wish for a certificate."
    actions=${html`<a class="button primary" href=${hrefOf('new-request')}><${Icon} name="add" />Create a request</a>`}
  >
    <${DropZone} text="Drop a request here to look at it and sign it" onFiles=${receive} />
    ${
      list.length === 0
        ? html`<${Explanation} />`
        : html`<${Section} title="In the workspace">
            <div class="table-box" tabindex="0" role="region" aria-label="Requests">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Request</th>
                    <th scope="col">Key</th>
                    <th scope="col">State</th>
                    <th scope="col">Next</th>
                  </tr>
                </thead>
                <tbody>
                  ${list.map((request) => html`<${RequestRow} key=${request.id} request=${request} />`)}
                </tbody>
              </table>
            </div>
          <//>`
    }
  <//>`;
}
