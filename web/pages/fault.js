// One fault: what it is, what to do, who enforces it, what others call it, and how to see it here.

import { examples, faults, relyingParties } from '../app/catalogue.js';
import { lookUp } from '../app/lookup.js';
import { go, hrefOf, route } from '../app/router.js';
import { wantedExample } from '../app/wanted.js';
import { html, sentence } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';

/** @import { Fault } from '../worker/api' */

/** The words that led here. @param {{ fault: Fault }} props */
function LedHere({ fault }) {
  const result = lookUp.value;
  const hits = (result?.hits ?? []).filter((hit) => hit.fault.id === fault.id);
  if (!result || hits.length === 0) return null;
  const others = new Map(
    (result.hits ?? [])
      .filter((hit) => hit.match === 'exact' && hit.fault.id !== fault.id)
      .map((hit) => [hit.fault.id, hit.fault.title]),
  );
  const products = [...new Set(hits.map(({ product }) => product))].join(', ');
  return html`<p class="note tone-notice">
    <${Icon} name="notice" /><span
      ><bdi class="cut">${result.query}</bdi> is what ${products} calls it:
      <code>${[...new Set(hits.map(({ word }) => word))].join(', ')}</code>. ${sentence(fault.see)}
      ${
        others.size > 0 &&
        html`${' '}It can also mean:
        ${[...others].map(([id, title]) => html`${' '}<a href=${hrefOf('fault', id)}>${title}</a>`)}`
      }</span
    >
  </p>`;
}

/** @param {{ fault: Fault }} props */
function Words({ fault }) {
  return html`<div class="table-box" tabindex="0" role="region" aria-label="What others call it">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Code</th>
          <th scope="col">Name or message</th>
          <th scope="col" class="wide-cell">How sure</th>
        </tr>
      </thead>
      <tbody>
        ${fault.words.map(
          ({ product, code, name, text, certainty }) =>
            html`<tr>
              <th scope="row">${product}</th>
              <td data-label=${code === '' ? undefined : 'Code'}>
                ${code && html`<code>${code}</code>`}
              </td>
              <td>
                ${name && html`<code>${name}</code>`}
                ${text && html`<span class="quiet"> ${text}</span>`}
              </td>
              <td class="wide-cell" data-label="How sure">${certainty}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** How to make it happen, and how it shows. @param {{ fault: Fault }} props */
function InALab({ fault: { example: id, lab, see } }) {
  const example = examples().find((each) => each.id === id);
  const show = () => {
    wantedExample.value = example?.id ?? '';
    go('check');
  };
  return html`<${Section} title="See it happen">
    <p><strong>In a lab:</strong> ${sentence(lab)}</p>
    <p><strong>Here:</strong> ${sentence(see)}</p>
    ${
      example &&
      html`<p>
        <button type="button" class="button primary" onClick=${show}>
          <${Icon} name="chain" />Load the example «${example.title}» and check it
        </button>
      </p>`
    }
  <//>`;
}

/** @param {{ fault: Fault }} props */
function FaultView({ fault }) {
  const enforcers = relyingParties().filter(({ id }) => fault.enforced_by.includes(id));
  return html`<${Page} title=${fault.title} intro=${sentence(fault.meaning)}>
    <${LedHere} fault=${fault} />
    <${Section} title="What to do"><p>${sentence(fault.cure)}</p><//>
    <${InALab} fault=${fault} />
    <${Section} title="Who enforces it">
      <p>
        ${
          enforcers.length === 0
            ? 'None of the relying parties that are known here.'
            : enforcers.map(({ title }) => title).join(', ')
        }
      </p>
    <//>
    ${
      fault.words.length > 0 &&
      html`<${Section} title="What others call it"><${Words} fault=${fault} /><//>`
    }
    <${Section} title="Rules behind it">
      <ul class="plain links">
        ${fault.rules.map(
          (rule) =>
            html`<li>
              <a href=${hrefOf('rule', rule)}><code>${rule}</code></a>
            </li>`,
        )}
      </ul>
    <//>
    <p><a href=${hrefOf('faults')}>All faults</a></p>
  <//>`;
}

export function FaultPage() {
  const all = faults();
  const fault = all.find(({ id }) => id === route.value.id);
  if (fault !== undefined) return html`<${FaultView} fault=${fault} />`;
  const text = all.length === 0 ? 'Reading the list of faults…' : 'There is no fault of this name.';
  return html`<${Page} title="A fault" intro=${text}>
    <p><a href=${hrefOf('faults')}>All faults</a></p>
  <//>`;
}
