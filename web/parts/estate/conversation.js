// One conversation: what each side makes of the other, in its own words, and the smallest change that would help.

import { useSignal } from '@preact/signals';

import { askEstate, changeEstate, nameOf } from '../../app/estate.js';
import { lab } from '../../app/tenant.js';
import { FindingCard } from '../findings.js';
import { Fold } from '../fold.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Section } from '../page.js';
import { Words } from '../report/parties_table.js';
import { ReportView } from '../report/report_view.js';
import { Verdict } from '../report/verdict.js';
import { useAnswer } from '../use_answer.js';
import { HandshakeView } from './handshake.js';

/** @import { EstateConversation, EstateCures, EstateSide } from '../../worker/api' */

/** @param {{ talk: EstateConversation, list: string[] }} props */
function Names({ talk, list }) {
  if (list.length === 0) return html`<span class="quiet">nothing</span>`;
  return list.map(
    (fingerprint, index) =>
      html`${index > 0 && ', '}<bdi
          >${talk.certificates.find((each) => each.fingerprint === fingerprint)?.title ?? fingerprint}</bdi
        >`,
  );
}

/** @param {{ title: string, talk: EstateConversation, side: EstateSide | null, shown: string[], silent: string }} props */
function Side({ title, talk, side, shown, silent }) {
  return html`<article class="card conversation-side stack">
    <h3>${title}</h3>
    <p class="quiet">It is shown: <${Names} talk=${talk} list=${shown} /></p>
    ${
      side === null
        ? html`<p>${silent}</p>`
        : html`<p>
              <span class="badge tone-${side.accepted ? 'pass' : 'error'}"
                ><${Icon} name=${side.accepted ? 'pass' : 'error'} />${
                  side.accepted ? 'Accepts' : 'Refuses'
                }</span
              >
              ${side.party.sentence}
            </p>
            ${side.beyond && html`<${FindingCard} finding=${side.beyond} />`}
            ${
              side.anchor &&
              html`<p data-anchor=${side.anchor}>
                <strong>Trust anchor:</strong> <${Names} talk=${talk} list=${[side.anchor]} />
              </p>`
            }
            ${
              side.fetched.length > 0 &&
              html`<p>Fetched by AIA: <${Names} talk=${talk} list=${side.fetched} /></p>`
            }
            ${!side.accepted && html`<${Words} row=${side.party} />`}
            <${Fold}
              summary="Every step, as ${side.party.title} takes it"
              body=${() => html`<${ReportView} report=${side.report} />`}
            />`
    }
  </article>`;
}

/** @param {{ cures: EstateCures }} props */
function CureList({ cures }) {
  const running = useSignal(false);
  /** @param {EstateCures['cures'][number]} cure */
  const use = async (cure) => {
    running.value = true;
    try {
      const title = cure.map(({ sentence }) => sentence).join('; ');
      await changeEstate(
        cure.map(({ change }) => change),
        title,
      );
    } finally {
      running.value = false;
    }
  };
  return html`<${Section} title="What would help" level=${2}>
    ${
      cures.cures.length > 0 &&
      html`<ul class="plain cure-list">
        ${cures.cures.map(
          (cure) =>
            html`<li class="card cure">
              <span>${cure.map(({ sentence }) => sentence).join('; and ')}.</span>
              <button
                type="button"
                class="button small"
                disabled=${running.value}
                onClick=${() => use(cure)}
              >
                Do that
              </button>
            </li>`,
        )}
      </ul>`
    }
    ${cures.in_the_tenant.map((text) => html`<p class="note tone-notice"><span>${text}.</span></p>`)}
    ${
      cures.cures.length === 0 &&
      cures.in_the_tenant.length === 0 &&
      html`<p>
        No change of the estate was found that helps: the certificates themselves must change.
      </p>`
    }
    <p class="hint">Each was tried: ${cures.tried} sets of changes, the smallest first.</p>
  <//>`;
}

/** @param {{ device: string, service: string }} props ids */
export function ConversationView({ device, service }) {
  const pair = { device, service };
  const talk = useAnswer(
    (abort) => askEstate('estate.conversation', pair, abort),
    [device, service, lab.value.tenant, lab.value.estate],
  );
  const it = /** @type {EstateConversation | null} */ (talk.answer);
  const refused = it !== null && it.outcome !== 'works';
  const cures = useAnswer(
    async (abort) => (refused ? askEstate('estate.cures', pair, abort) : null),
    [it],
  );
  const error = talk.error ?? cures.error;
  return html`<section class="conversation stack" aria-live="polite" data-conversation>
    <h2><bdi>${nameOf(device)}</bdi> and <bdi>${nameOf(service)}</bdi></h2>
    ${error !== null && html`<${FindingCard} finding=${error} />`}
    ${it === null && error === null && html`<p class="quiet">Both sides judge…</p>`}
    ${
      it !== null &&
      html`<${Verdict} accepted=${it.outcome === 'works'} sentence=${it.sentence} />
        <div class="conversation-sides">
          <${Side}
            title="The device judges the server"
            talk=${it}
            side=${it.of_server}
            shown=${it.server_sends}
            silent="The server's certificate is from a public CA, and not judged here."
          />
          <${Side}
            title="The relying party judges the device"
            talk=${it}
            side=${it.of_client}
            shown=${it.device_sends}
            silent=${
              it.talk === 'visit'
                ? 'The site asks nobody for a certificate.'
                : 'The device has no certificate to show.'
            }
          />
        </div>
        ${cures.answer !== null && html`<${CureList} cures=${cures.answer} />`}
        ${refused && cures.answer === null && cures.error === null && html`<p class="quiet">Looking for what would help…</p>`}
        <${HandshakeView} device=${device} service=${service} />`
    }
  </section>`;
}
