// One CA of the tenant: its properties, versions and URLs, what can be done, its certificates.

import { useEffect } from 'preact/hooks';

import { go, hrefOf, route } from '../app/router.js';
import { act, caById, loadFacts, renewCa } from '../app/tenant.js';
import { ByocaRound } from '../parts/cloud/byoca_round.js';
import { CaProperties } from '../parts/cloud/ca_properties.js';
import { ClockBar } from '../parts/cloud/clock_bar.js';
import { LeafList } from '../parts/cloud/leaf_list.js';
import { ScopeTags } from '../parts/cloud/scope_tags.js';
import { StatusChip } from '../parts/cloud/status_chip.js';
import { Versions } from '../parts/cloud/versions.js';
import { FindingCard } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Empty, Page, Section } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

/** @import { CaView } from '../worker/api' */

const kWords = /** @type {Record<string, string>} */ ({
  pause: 'Pause',
  resume: 'Resume',
  revoke: 'Revoke',
  renew: 'Renew',
  delete: 'Delete',
});

/** @param {{ ca: CaView, entry: CaView['actions'][number] }} props */
function ActionButton({ ca, entry }) {
  const word = kWords[entry.action];
  const action = useAction(async ({ signal }) => {
    if (entry.action === 'renew') await renewCa(ca, signal);
    else await act(`tenant.ca.${entry.action}`, { ca: ca.id }, `${word} ${ca.title}`, signal);
    if (entry.action === 'delete') go('cloud');
  });
  return html`<li class="ca-action">
    <button
      type="button"
      class="button"
      disabled=${!entry.possible || action.running.value}
      aria-describedby=${entry.possible ? undefined : `why-${entry.action}`}
      onClick=${action.run}
    >
      ${word}
    </button>
    ${
      entry.why_not &&
      html`<span class="hint" id="why-${entry.action}">${entry.why_not.summary}</span>`
    }
    ${action.error.value && html`<${FindingCard} finding=${action.error.value} />`}
  </li>`;
}

/** @param {{ ca: CaView }} props */
function Actions({ ca }) {
  return html`<ul class="plain stack">
    ${ca.actions.map(
      (entry) => html`<${ActionButton} key=${entry.action} ca=${ca} entry=${entry} />`,
    )}
  </ul>`;
}

export function CloudCaPage() {
  useEffect(() => {
    loadFacts();
  }, []);
  const ca = caById(route.value.id);
  if (ca === null) {
    return html`<${Page} title="No such CA">
      <${Empty} title="This CA is not in the tenant">
        <p><a href=${hrefOf('cloud')}>To the list</a></p>
      <//>
    <//>`;
  }
  const waits = ca.versions.some(({ status }) => status === 'Signing required');
  return html`<${Page}
    title=${ca.title}
    intro=${html`<a href=${hrefOf('cloud')}><${Icon} name="back" />All CAs</a> ·
      <${StatusChip} status=${ca.status} />
      ${ca.renewal !== '' && html`<${StatusChip} status=${ca.renewal} />`}`}
  >
    <${ClockBar} />
    ${
      ca.banner !== null &&
      html`<p class="note tone-warning">
        <${Icon} name="warning" /><span><strong>Renewal:</strong> ${ca.banner}.</span>
      </p>`
    }
    ${waits && html`<${Section} title="Signing required"><${ByocaRound} ca=${ca} /><//>`}
    <${Section} title="Properties"><${CaProperties} ca=${ca} /><${ScopeTags} ca=${ca} /><//>
    <${Section} title="Versions"><${Versions} ca=${ca} /><//>
    ${
      ca.type === 'Issuing' &&
      html`<${Section} title="Certificates"><${LeafList} key=${ca.id} ca=${ca} /><//>`
    }
    <${Section} title="Actions"><${Actions} ca=${ca} /><//>
  <//>`;
}
