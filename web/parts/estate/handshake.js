// A conversation played as a TLS handshake: flight by flight, with what each message carries.

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { askEstate, nameOf } from '../../app/estate.js';
import { FindingCard, FindingList } from '../findings.js';
import { Fold } from '../fold.js';
import { bytesOf, HexView } from '../hex_view.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';
import { ObjectView } from '../object/object_view.js';
import { Section } from '../page.js';
import { useAction } from '../use_action.js';

/** @import { EstateHandshake, Handshake, HandshakeMessage, Range } from '../../worker/api' */

/** How a message travels, in words. */
const kProtections = /** @type {Record<HandshakeMessage['protection'], string>} */ ({
  none: 'readable by all',
  encrypted: 'encrypted, shown opened',
  sealed: 'encrypted',
});

const kCertainties = /** @type {Record<EstateHandshake['manner']['certainty'], string>} */ ({
  measured: 'measured',
  documented: 'documented',
  assumed: 'assumed, not verified',
});

/** What a message carries, in a few words. @param {{ message: HandshakeMessage, handshake: Handshake }} props */
function Gist({ message, handshake }) {
  if (message.alert) {
    return html`<strong>${message.alert.name}</strong> (${message.alert.number})`;
  }
  if (message.certificates) {
    const titles = message.certificates.map((index) => handshake.certificates[index].title);
    return titles.length === 0
      ? 'no certificate'
      : titles.map((title, index) => html`${index > 0 && ', '}<bdi>${title}</bdi>`);
  }
  if (message.server_name) return html`asks for <bdi>${message.server_name}</bdi>`;
  return null;
}

/** @param {{ message: HandshakeMessage }} props */
function Facts({ message }) {
  const rows = [
    ['How it travels', kProtections[message.protection]],
    ['Octets', String(message.octets)],
    ['CAs announced', message.authorities?.join('; ')],
    ['Cipher suites', message.cipher_suites?.join(', ')],
    ['Signature schemes', message.signature_schemes?.join(', ')],
    ['Group', message.group],
  ];
  return html`<dl class="facts">
    ${rows
      .filter(([, value]) => value)
      .map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd><bdi class="cut">${value}</bdi></dd>
          </div>`,
      )}
  </dl>`;
}

/** @param {{ message: HandshakeMessage, handshake: Handshake }} props */
function Inside({ message, handshake }) {
  const bytes = useMemo(() => bytesOf(message.data), [message.data]);
  const lit = useSignal(/** @type {Range} */ (null));
  return html`<div class="more-body stack">
    <${Facts} message=${message} />
    <${FindingList} findings=${message.findings} />
    ${(message.certificates ?? []).map((index) => {
      const certificate = handshake.certificates[index];
      return html`<${Fold}
        look="more"
        summary=${html`<bdi>${certificate.title}</bdi>`}
        body=${() =>
          html`<div class="more-body"><${ObjectView} description=${certificate} /></div>`}
      />`;
    })}
    <${HexView} bytes=${bytes} lit=${lit} />
  </div>`;
}

/** @param {{ message: HandshakeMessage, handshake: Handshake }} props */
function MessageRow({ message, handshake }) {
  const tone = message.alert && 'tone-error';
  return html`<li class=${classes('flight-message', tone)} data-message=${message.name}>
    <${Fold}
      summary=${html`${message.alert && html`<${Icon} name="error" />`}<span class="message-name"
          >${message.name}</span
        >
        <span class="quiet message-gist"
          ><${Gist} message=${message} handshake=${handshake} />${
            message.protection !== 'none' && html`<span class="chip">encrypted</span>`
          }</span
        >`}
      body=${() => html`<${Inside} message=${message} handshake=${handshake} />`}
    />
  </li>`;
}

/** @param {{ played: EstateHandshake, device: string, service: string }} props names */
function Flights({ played, device, service }) {
  const { handshake } = played;
  const names = { client: device, server: service };
  return html`<ol class="plain flights" aria-label="Flights">
    ${handshake.flights.map(({ sender, messages }) => {
      const receiver = sender === 'client' ? 'server' : 'client';
      return html`<li class=${classes('card', 'flight', `from-${sender}`)}>
        <h3>
          <bdi>${names[sender]}</bdi>
          <span class="quiet"
            ><span aria-hidden="true">→</span> to <bdi>${names[receiver]}</bdi></span
          >
        </h3>
        <ul class="plain">
          ${messages.map(
            (message) => html`<${MessageRow} message=${message} handshake=${handshake} />`,
          )}
        </ul>
      </li>`;
    })}
  </ol>`;
}

/** How the service tells that it refuses, and how that is known. @param {{ played: EstateHandshake }} props */
function MannerNote({ played }) {
  const { manner } = played;
  const words =
    manner.telling === 'alert'
      ? 'A service of this kind refuses a certificate with a TLS alert'
      : 'A service of this kind finishes the handshake, and refuses in the answer to the first request';
  return html`<p class="hint">
    ${words} (${kCertainties[manner.certainty]}${manner.source !== '' && `: ${manner.source}`}).
    ${
      played.talk === 'eap' &&
      ' EAP-TLS carries these flights in EAP packets (RFC 5216, RFC 9190); its end is an Access-Accept or an Access-Reject of RADIUS.'
    }
  </p>`;
}

/** @param {{ device: string, service: string }} props ids */
export function HandshakeView({ device, service }) {
  const version = useSignal('1.3');
  const played = useSignal(/** @type {EstateHandshake | null} */ (null));
  const action = useAction(async ({ signal }) => {
    const params = { device, service, version: version.value };
    // The one before is not taken for the one that is played now.
    played.value = null;
    played.value = await askEstate('estate.handshake', params, signal);
  });
  /** @param {string} wanted */
  const play = (wanted) => {
    version.value = wanted;
    action.run();
  };
  const it = played.value;
  const works = it !== null && it.outcome === 'works';
  return html`<${Section} title="As a TLS handshake" level=${2}>
    <p class="hint">
      Both sides are played in this tab, with the certificates that each sends and fresh keys for
      the session.
    </p>
    <div class="button-row">
      ${['1.3', '1.2'].map(
        (each) =>
          html`<button
            type="button"
            class="button"
            disabled=${action.running.value}
            onClick=${() => play(each)}
          >
            Play it in TLS ${each}
          </button>`,
      )}
    </div>
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
    ${
      it !== null &&
      html`<div data-handshake class="stack" aria-live="polite">
        <p class=${classes('note', works ? 'tone-pass' : 'tone-error')}>
          <${Icon} name=${works ? 'pass' : 'error'} /><span>${it.sentence}</span>
        </p>
        <${Flights} played=${it} device=${nameOf(device)} service=${nameOf(service)} />
        <${MannerNote} played=${it} />
      </div>`
    }
  <//>`;
}
