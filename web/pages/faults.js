// All faults that a chain can have, and the search for the words in which others tell of them.

import { faults } from '../app/catalogue.js';
import { lookUp } from '../app/lookup.js';
import { hrefOf } from '../app/router.js';
import { SearchField } from '../parts/faults/search_field.js';
import { FindingCard } from '../parts/findings.js';
import { html, sentence } from '../parts/html.js';
import { Page, Section } from '../parts/page.js';

/** @import { LookUp } from '../app/lookup.js' */
/** @import { WordHit } from '../worker/api' */

/** @param {{ hit: WordHit }} props */
function Hit({ hit }) {
  const { word, product, code, fault, certainty } = hit;
  return html`<li class="card">
    <p>
      <code
        >${[code, word].filter((each, index, all) => each && all.indexOf(each) === index).join(' ')}</code
      >
      <span class="quiet">
        ${product}${!['measured', 'documented'].includes(certainty) && ', not verified'}
      </span>
    </p>
    <p><a href=${hrefOf('fault', fault.id)}>${fault.title}</a>: ${sentence(fault.meaning)}</p>
  </li>`;
}

/** @param {{ result: LookUp }} props */
function Results({ result: { query, hits, error } }) {
  if (error !== null) return html`<${FindingCard} finding=${error} />`;
  if (hits === null) return html`<p class="quiet" role="status">Looking…</p>`;
  if (hits.length === 0) {
    return html`<p role="status">
      Nothing is known of <bdi class="cut">${query}</bdi>. Try the number alone, or one word of the
      message.
    </p>`;
  }
  const title = hits.length === 1 ? 'Found once' : `Found ${hits.length} times`;
  return html`<${Section} title="${title}: ${query}">
    <ul class="plain stack">
      ${hits.map((hit) => html`<${Hit} hit=${hit} />`)}
    </ul>
  <//>`;
}

export function FaultsPage() {
  const result = lookUp.value;
  return html`<${Page}
    title="Faults of chains"
    intro="What goes wrong with certification paths, what it means, and what to do. Look up the words in which a program has told you."
  >
    <${SearchField}
      key=${result?.query}
      look="search-large"
      label="Words of another program"
      initial=${result?.query ?? ''}
    />
    ${result !== null && html`<${Results} result=${result} />`}
    <${Section} title="All faults">
      <ul class="plain steps-cards">
        ${faults().map(
          ({ id, title, meaning }) =>
            html`<li key=${id}>
              <a class="card card-link" href=${hrefOf('fault', id)}>
                <h3>${title}</h3>
                <p>${sentence(meaning)}</p>
              </a>
            </li>`,
        )}
      </ul>
    <//>
  <//>`;
}
