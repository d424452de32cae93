// A pile of certificates, in any order and number: sorted into chains.

import { useEffect } from 'preact/hooks';

import { receive, useDrops } from '../app/drops.js';
import { addToPile, clearPile, pile, pileError, sortedIn, sorting } from '../app/pile.js';
import { atHand } from '../app/question.js';
import { DropZone } from '../parts/file_button.js';
import { FindingCard } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page } from '../parts/page.js';
import { PileView } from '../parts/pile/pile_view.js';

/** Comes from the chain check with what was dropped there. */
function takeOver() {
  if (pile.value !== null || atHand.value.length === 0) return;
  addToPile(atHand.value.map(({ pem }) => pem));
}

export function PilePage() {
  useDrops(addToPile);
  useEffect(takeOver, []);
  return html`<${Page}
    title="Sort a pile"
    intro="Drop certificates in any order and number: the leaves are found, the chains put together, strays and missing links named."
    actions=${
      pile.value !== null &&
      html`<button type="button" class="button" onClick=${clearPile}>
        <${Icon} name="remove" />Clear
      </button>`
    }
  >
    <${DropZone} text="Drop certificates, bundles, whole folders of files" onFiles=${receive} />
    ${sorting.value && html`<p class="quiet" role="status">Sorting…</p>`}
    ${pileError.value && html`<${FindingCard} finding=${pileError.value} />`}
    ${
      pile.value !== null &&
      html`<${PileView} pile=${pile.value} />
        <p class="hint">Sorted in ${sortedIn.value} ms.</p>`
    }
  <//>`;
}
