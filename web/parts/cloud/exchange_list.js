// The SCEP messages of the last check-in: each can be opened, layer by layer, down to the CSR or the certificate inside.

import { useSignal } from '@preact/signals';

import { ask } from '../../app/session.js';
import { exchanges, view } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { MessageView } from '../scep/message_view.js';
import { useAction } from '../use_action.js';

/** @import { ScepExchange, ScepMessage } from '../../worker/api' */

/** What each operation is for. */
const kOperations = /** @type {Record<string, string>} */ ({
  GetCACaps: 'what the service can do',
  GetCACert: 'the certificate for which requests are encrypted',
  PKCSReq: 'the CSR, encrypted for the CA and signed by the device',
  RenewalReq: 'a new CSR, signed with the certificate that is renewed',
  CertRep: 'the answer: the certificate, encrypted for the device, or why there is none',
});

/** @param {{ message: ScepExchange['messages'][number] }} props */
function Message({ message }) {
  const opened = useSignal(/** @type {ScepMessage | null} */ (null));
  const action = useAction(async ({ signal }) => {
    const params = {
      message: { name: message.operation, data: message.data },
      now: view.value?.clock,
      key: message.private_key ?? undefined,
    };
    opened.value = await ask('scep.open', params, {
      signal,
      label: `Opening ${message.operation}`,
    });
  });
  const canOpen = message.private_key !== null;
  return html`<li>
    <p>
      <strong>${message.operation}</strong>
      <span class="quiet">
        ${message.sender === 'device' ? 'device to service' : 'service to device'}:
        ${kOperations[message.operation]}
      </span>
      ${
        canOpen &&
        opened.value === null &&
        html`<button type="button" class="button small" onClick=${action.run}>Open it</button>`
      }
      ${
        opened.value !== null &&
        html`<button type="button" class="button small" onClick=${() => (opened.value = null)}>
          Close it
        </button>`
      }
    </p>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
    ${opened.value !== null && html`<${MessageView} message=${opened.value} />`}
  </li>`;
}

export function ExchangeList() {
  if (exchanges.value.length === 0) return null;
  return html`<ul class="plain stack">
    ${exchanges.value.map(
      (each) =>
        html`<li class="card" key=${`${each.device} ${each.profile}`}>
          <details>
            <summary>
              <strong><bdi>${each.device}</bdi></strong>
              <span class="quiet"
                ><bdi>${each.profile}</bdi>,
                ${each.issued ? 'a certificate was issued' : 'nothing was issued'}</span
              >
            </summary>
            <ol>
              ${each.messages.map((message) => html`<${Message} message=${message} />`)}
            </ol>
          </details>
        </li>`,
    )}
  </ul>`;
}
