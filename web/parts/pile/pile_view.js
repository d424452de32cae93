// A sorted pile: its chains, the missing links, and what belongs to nothing.

import { useSignal } from '@preact/signals';

import { readable } from '../../app/clock.js';
import { copyText } from '../../app/files.js';
import { checkPileChain, saveChain } from '../../app/pile.js';
import { go } from '../../app/router.js';
import { Badge, FindingCard, FindingList } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { iconOf } from '../object/state_badge.js';
import { Section } from '../page.js';
import { useAction } from '../use_action.js';

/** @import { Pile, PileCertificate, PileChain } from '../../worker/api' */

/** Chains that are shown at once; the others on demand. */
const kAtOnce = 40;

/** @param {{ chain: PileChain, whole: boolean }} props `whole`: it ends at a root, which may be left out */
function ChainButtons({ chain }) {
  const save = useAction(() => saveChain(chain, 'pem', 'keep'));
  const rootless = useAction(() => saveChain(chain, 'pem', 'drop'));
  const p7b = useAction(() => saveChain(chain, 'p7b', 'keep'));
  const check = useAction(async () => {
    await checkPileChain(chain);
    go('check');
  });
  const error =
    save.error.value ?? rootless.error.value ?? p7b.error.value ?? check.error.value ?? null;
  /** @param {string} label @param {string} title @param {() => void} run */
  const button = (label, title, run) =>
    html`<button type="button" class="button small" title=${title} onClick=${run}>
      <${Icon} name="download" />${label}
    </button>`;
  return html`<div class="button-row">
      <button type="button" class="button small primary" onClick=${check.run}>
        <${Icon} name="chain" />Check this chain
      </button>
      ${button('Full chain', 'PEM, leaf first', save.run)}
      ${
        chain.complete &&
        chain.certificates.length > 1 &&
        button('Without root', 'PEM, leaf first, without the self-signed root', rootless.run)
      }
      ${button('P7B', 'PKCS #7, certificates only', p7b.run)}
    </div>
    ${error && html`<${FindingCard} finding=${error} />`}`;
}

/** @param {{ missing: NonNullable<PileChain['missing']> }} props */
function MissingLink({ missing: { issuer, key_id: keyId, aia_urls: urls } }) {
  return html`<div class="missing-link">
    <p>
      <${Icon} name="error" /> <strong>Missing:</strong> the certificate of
      <bdi class="cut">${issuer}</bdi>${keyId && html`, key identifier <code>${keyId}</code>`}.
    </p>
    ${
      urls.length > 0
        ? html`<p>It should be at:</p>
            <ul class="plain">
              ${urls.map(
                (url) =>
                  html`<li>
                    <code>${url}</code>
                    <button
                      type="button"
                      class="button icon-button small"
                      aria-label="Copy the address"
                      title="Copy"
                      onClick=${() => copyText(url)}
                    >
                      <${Icon} name="copy" />
                    </button>
                  </li>`,
              )}
            </ul>`
        : html`<p class="quiet">The certificate names no address for it (no caIssuers).</p>`
    }
  </div>`;
}

/** @param {{ chain: PileChain, certificates: PileCertificate[] }} props */
function Chain({ chain, certificates }) {
  const leaf = certificates[chain.leaf];
  return html`<li
    class="card pile-chain"
    data-complete=${String(chain.complete)}
    data-leaf=${leaf.title}
  >
    <div class="card-head">
      <${Icon} name=${iconOf({ kind: 'certificate', description: leaf })} />
      <h3 class="card-title"><bdi class="cut">${leaf.title}</bdi></h3>
      ${
        chain.complete
          ? html`<${Badge} tone="pass" icon="pass">Complete<//>`
          : html`<${Badge} tone="error" icon="error">A link is missing<//>`
      }
    </div>
    <p>${chain.sentence}</p>
    <ol class="plain pile-links">
      ${chain.certificates.map((index) => {
        const { title, role, not_after: end, trusted } = certificates[index];
        return html`<li>
          <bdi class="cut">${title}</bdi>
          <span class="quiet"
            >${role}${trusted && ', trust anchor'}${end && `, until ${readable(end).slice(0, 10)}`}</span
          >
        </li>`;
      })}
    </ol>
    ${chain.missing && html`<${MissingLink} missing=${chain.missing} />`}
    <${ChainButtons} chain=${chain} />
  </li>`;
}

/** @param {{ title: string, items: { index: number, note: string }[], certificates: PileCertificate[] }} props */
function ShortList({ title, items, certificates }) {
  if (items.length === 0) return null;
  return html`<details class="more" open=${items.length <= 12}>
    <summary>${title}: ${items.length}</summary>
    <ul class="plain stack more-body">
      ${items.map(
        ({ index, note }) =>
          html`<li>
            <bdi class="cut">${certificates[index].title}</bdi> <span class="quiet">${note}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

/** @param {{ pile: Pile }} props */
export function PileView({ pile }) {
  const all = useSignal(false);
  const { certificates, chains, strays, duplicates, others, findings } = pile;
  const shown = all.value ? chains : chains.slice(0, kAtOnce);
  return html`<p class="sentence" role="status">${pile.sentence}</p>
    <${FindingList} findings=${findings} />
    ${
      chains.length > 0 &&
      html`<${Section} title="Chains">
        <ul class="plain pile-chains">
          ${shown.map(
            (chain) =>
              html`<${Chain} key=${chain.leaf} chain=${chain} certificates=${certificates} />`,
          )}
        </ul>
        ${
          shown.length < chains.length &&
          html`<button type="button" class="button" onClick=${() => (all.value = true)}>
            Show all ${chains.length} chains
          </button>`
        }
      <//>`
    }
    <${ShortList}
      title="Strays, which belong to no chain"
      items=${strays.map(({ index, why }) => ({ index, note: why }))}
      certificates=${certificates}
    />
    <${ShortList}
      title="There more than once"
      items=${duplicates.map(({ index, times }) => ({ index, note: `${times} times` }))}
      certificates=${certificates}
    />
    ${
      others.length > 0 &&
      html`<details class="more">
        <summary>Other things in the pile: ${others.length}</summary>
        <ul class="plain stack more-body">
          ${others.map(({ file, kind, text }) => html`<li>${file} <span class="quiet">${kind}</span> ${text}</li>`)}
        </ul>
      </details>`
    }`;
}
