// The estate: who must be given what, who can talk to whom, and what breaks when something is missing.

import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

import {
  actOnServices,
  decided,
  differences,
  estateView,
  followLab,
  matrix,
  progress,
  work,
} from '../app/estate.js';
import { changing } from '../app/turns.js';
import { lab, redo, redoTenant, undo, undoTenant } from '../app/tenant.js';
import { AnchorList } from '../parts/estate/anchors.js';
import { Begin } from '../parts/estate/begin.js';
import { ConversationView } from '../parts/estate/conversation.js';
import { HolderView } from '../parts/estate/holder.js';
import { MatrixTable } from '../parts/estate/matrix_table.js';
import { DeployPack } from '../parts/estate/pack.js';
import { PlanTables } from '../parts/estate/plan.js';
import { WhatIf } from '../parts/estate/what_if.js';
import { FindingCard } from '../parts/findings.js';
import { classes, html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';
import { Tabs } from '../parts/tabs.js';
import { useAction } from '../parts/use_action.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Chosen } from '../parts/estate/matrix_table.js' */

const kIntro =
  'Managed devices on one side, relying parties on the other: what each must be given, where its trust is anchored, and what breaks when something is missing.';

const kKinds = [
  ['nps', 'Wi-Fi with NPS'],
  ['freeradius', 'Wi-Fi with FreeRADIUS'],
  ['vpn', 'VPN gateway'],
  ['iis', 'IIS'],
  ['nginx', 'nginx'],
  ['apache', 'Apache'],
  ['entra-cba', 'Microsoft Entra CBA'],
  ['website', 'TLS site'],
];

function UndoRow() {
  return html`<div class="button-row">
    <button
      type="button"
      class="button small"
      disabled=${undoTenant.value === null || changing.value}
      onClick=${undo}
    >
      <${Icon} name="undo" />Undo${undoTenant.value ? `: ${undoTenant.value}` : ''}
    </button>
    <button
      type="button"
      class="button small"
      disabled=${redoTenant.value === null || changing.value}
      onClick=${redo}
    >
      <${Icon} name="redo" />Redo
    </button>
  </div>`;
}

/**
 * What was decided last stays in sight while it is decided anew, so that nothing below it moves.
 *
 * @param {{ running: boolean }} props
 */
function Summary({ running }) {
  const now = matrix.value;
  const { judged, sides } = work.value;
  return html`<div class="estate-summary">
    ${
      now !== null &&
      html`<div role="status" data-summary class=${classes(!decided.value && 'quiet')}>
        <p><strong>${now.working} of ${now.cells.size} conversations work.</strong></p>
        ${differences.value.map((each) => html`<p>${each}</p>`)}
      </div>`
    }
    ${
      running
        ? html`<p class="hint">
            <progress
              max="1"
              value=${progress.value ?? 0}
              aria-label="Deciding who can talk to whom"
            ></progress>
          </p>`
        : now !== null &&
          (decided.value
            ? html`<p class="hint" data-work>
                ${judged === 0 ? 'Nothing had to be decided anew' : `${judged} judgements were made`};
                ${sides - judged} of ${sides} were known.
              </p>`
            : html`<p class="hint">That was decided before the last change.</p>`)
    }
  </div>`;
}

/** @param {{ chosen: Signal<Chosen>, search: Signal<string> }} props */
function MatrixTab({ chosen, search }) {
  const { device, service } = chosen.value;
  return html`<div class="stack">
    <label class="field estate-search"
      ><span class="field-label">Search devices</span
      ><input
        class="input"
        type="search"
        value=${search.value}
        onInput=${(/** @type {any} */ event) => (search.value = event.currentTarget.value)}
    /></label>
    <${MatrixTable} chosen=${chosen} search=${search.value} />
    <p class="hint">
      Choose a cell for the reason and the cure; choose a name to see what it holds, and to take
      something away.
    </p>
    ${device !== null && service !== null && html`<${ConversationView} device=${device} service=${service} />`}
    ${device !== null && html`<${HolderView} key=${device} id=${device} />`}
    ${service !== null && html`<${HolderView} key=${service} id=${service} />`}
  </div>`;
}

function AddService() {
  const kind = useSignal(kKinds[0][0]);
  const add = useAction(({ signal }) =>
    actOnServices('estate.add_service', { kind: kind.value }, 'Add a relying party', signal),
  );
  return html`<${Section} title="Add a relying party">
    <div class="button-row">
      <select
        class="input"
        aria-label="Kind"
        value=${kind.value}
        onChange=${(/** @type {any} */ event) => (kind.value = event.currentTarget.value)}
      >
        ${kKinds.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
      </select>
      <button type="button" class="button" disabled=${add.running.value} onClick=${add.run}>
        Add
      </button>
    </div>
    ${add.error.value && html`<${FindingCard} finding=${add.error.value} />`}
  <//>`;
}

export function EstatePage() {
  const chosen = useSignal(/** @type {Chosen} */ ({ device: null, service: null }));
  const search = useSignal('');
  const refresh = useAction(({ signal }) => followLab(signal));
  // Before the browser paints: what was decided for another lab is not shown as if it were for this one.
  useLayoutEffect(() => {
    refresh.run();
  }, [lab.value.tenant, lab.value.estate]);
  if (estateView.value === null) {
    return html`<${Page} title="Estate" intro=${kIntro}><${Begin} /><//>`;
  }
  return html`<${Page} title="Estate" intro=${kIntro} actions=${html`<${UndoRow} />`}>
    ${refresh.error.value && html`<${FindingCard} finding=${refresh.error.value} />`}
    <${Summary} running=${refresh.running.value} />
    <${Tabs}
      label="The estate"
      tabs=${[
        {
          id: 'matrix',
          label: 'Who can talk to whom',
          body: () => html`<${MatrixTab} chosen=${chosen} search=${search} />`,
        },
        { id: 'what-if', label: 'What if', body: () => html`<${WhatIf} />` },
        { id: 'plan', label: 'Who must be given what', body: () => html`<${PlanTables} />` },
        { id: 'anchors', label: 'Trust anchors', body: () => html`<${AnchorList} />` },
        { id: 'pack', label: 'Deploy pack', body: () => html`<${DeployPack} />` },
      ]}
    />
    <${AddService} />
  <//>`;
}
