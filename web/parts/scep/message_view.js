// A SCEP message, opened: what was checked of it, and every layer with its fields and bytes.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { FieldBrowser } from '../field_browser.js';
import { FindingCard, FindingList } from '../findings.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';
import { ObjectView } from '../object/object_view.js';
import { outcomeLook } from '../outcome_look.js';

/** @import { Range, ScepCheck, ScepLayer, ScepMessage } from '../../worker/api' */

/** What each layer is for, in a few words. */
const kLayers = /** @type {Record<ScepLayer['id'], string>} */ ({
  signed: 'What is sent: signed, so that nobody can change it on the way.',
  envelope: 'What is signed: an envelope that only the recipient can open.',
  content: 'What the envelope holds.',
});

/**
 * @typedef {(layer: ScepLayer['id'], range: Range) => void} Show lights up bytes of a layer
 */

/** @param {{ check: ScepCheck, onShow: Show }} props */
function CheckRow({ check, onShow }) {
  const look = outcomeLook(check.outcome);
  return html`<li
    class=${classes('step', `tone-${look.tone}`)}
    data-check=${check.id}
    data-outcome=${check.outcome}
  >
    <span class="step-outcome"><${Icon} name=${look.icon} />${look.word}</span>
    <div class="step-body">
      <p>
        <strong>${check.title}</strong>${' '}
        <span class="quiet">${check.citation}</span>
      </p>
      <p class="quiet">${check.question}</p>
      ${check.note !== '' && html`<p><bdi class="cut">${check.note}</bdi></p>`}
      ${
        check.findings.length > 0 &&
        html`<ul class="plain stack">
          ${check.findings.map(
            (finding) =>
              html`<li>
                <${FindingCard}
                  finding=${finding}
                  onShow=${(/** @type {Range} */ range) => onShow(check.layer, range)}
                />
              </li>`,
          )}
        </ul>`
      }
    </div>
  </li>`;
}

/** @param {{ message: ScepMessage }} props */
function Facts({ message }) {
  const rows = [
    ['Message', message.message_type],
    ['Transaction', message.transaction_id],
    ['Status', message.status],
    ['Failure', message.fail_info],
    ['In words', message.explanation],
    ['Signed by', message.signer?.title],
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

/** @param {{ layer: ScepLayer, message: ScepMessage, shown: import('@preact/signals').Signal<Range> }} props */
function LayerBody({ layer, message, shown }) {
  if (layer.id === 'content' && message.csr) {
    return html`<${ObjectView} description=${message.csr} />`;
  }
  return html`<${FindingList}
      findings=${layer.findings}
      onShow=${(/** @type {Range} */ range) => (shown.value = range)}
    />
    <${FieldBrowser} fields=${layer.fields} der=${layer.der} shown=${shown} />`;
}

/** The layers as steps from the outside in; one is open at a time. @param {{ message: ScepMessage }} props */
export function MessageView({ message }) {
  const current = useSignal(message.layers[message.layers.length - 1].id);
  const shown = useSignal(/** @type {Range} */ (null));
  const layers = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {ScepLayer['id']} id @param {Range} [range] */
  const open = (id, range = null) => {
    current.value = id;
    shown.value = range;
  };
  /** @type {Show} */
  const show = (id, range) => {
    open(id, range);
    layers.current?.scrollIntoView({ block: 'nearest' });
  };
  const layer = message.layers.find(({ id }) => id === current.value) ?? message.layers[0];
  return html`<section data-scep=${message.direction}>
    <p>${message.sentence}</p>
    <${Facts} message=${message} />
    <h3>What was checked</h3>
    <ol class="plain">
      ${message.checks.map(
        (check) => html`<${CheckRow} key=${check.id} check=${check} onShow=${show} />`,
      )}
    </ol>
    <h3>Layer by layer</h3>
    <div ref=${layers}>
      <div class="button-row" role="group" aria-label="Layers, from the outside in">
        ${message.layers.map(
          ({ id, title }) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${id === layer.id ? 'true' : 'false'}
              onClick=${() => open(id)}
            >
              ${title}
            </button>`,
        )}
      </div>
      <p class="quiet">${kLayers[layer.id]}</p>
      <${LayerBody} key=${layer.id} layer=${layer} message=${message} shown=${shown} />
    </div>
    ${message.certificates.map(
      (certificate, index) =>
        html`<details class="more" key=${certificate.sha256}>
          <summary>
            ${certificate.title}${index === message.issued && html` <span class="chip">issued</span>`}
          </summary>
          <div class="more-body"><${ObjectView} description=${certificate} /></div>
        </details>`,
    )}
  </section>`;
}
