// What is known of one certificate of the picture: what it is, why it was refused, and what may stand below it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { readable } from '../../app/clock.js';
import { html } from '../html.js';
import { BytesPanel } from './bytes_panel.js';
import { PlacedFinding } from './placed_finding.js';

/** @import { Path, Report } from '../../worker/api' */
/** @import { GraphNode } from './chain_graph.js' */

const kSources = /** @type {Record<string, string>} */ ({
  target: 'the certificate that is checked',
  pool: 'at hand',
  fetched: 'fetched from an address',
  anchor: 'a trust anchor',
});

/** @param {{ report: Report, node: GraphNode }} props */
function Facts({ report, node }) {
  if (node.certificate === null) return null;
  const { subject, issuer, role, source, not_after: end } = report.certificates[node.certificate];
  return html`<dl class="node-facts">
    <div>
      <dt>What</dt>
      <dd>${role}, ${kSources[source]}</dd>
    </div>
    <div>
      <dt>Subject</dt>
      <dd><bdi class="cut">${subject || '(empty)'}</bdi></dd>
    </div>
    <div>
      <dt>Issuer</dt>
      <dd><bdi class="cut">${issuer}</bdi></dd>
    </div>
    ${
      end !== null &&
      html`<div>
        <dt>Until</dt>
        <dd>${readable(end)}</dd>
      </div>`
    }
  </dl>`;
}

/** @param {{ report: Report, node: GraphNode, path: Path | undefined }} props `path`: the one that is shown */
export function NodeDetails({ report, node, path }) {
  const bytes = useSignal(false);
  useEffect(() => {
    bytes.value = false;
  }, [node.id, report]);
  const certificate = node.certificate === null ? null : report.certificates[node.certificate];
  const budget = path?.budgets?.find((each) => each.certificate === node.certificate);
  return html`<section
    class="node-details"
    aria-live="polite"
    aria-label="The certificate that was picked"
  >
    <h4><bdi class="cut">${certificate?.title ?? 'The issuer is missing'}</bdi></h4>
    <${Facts} report=${report} node=${node} />
    ${certificate !== null && budget && html`<p class="budget"><strong>Below it:</strong> ${budget.text}</p>`}
    ${node.reasons.map(({ finding, text }) =>
      finding ? html`<${PlacedFinding} finding=${finding} place=${null} />` : html`<p>${text}</p>`,
    )}
    ${
      certificate !== null &&
      html`<button
          type="button"
          class="button small"
          aria-expanded=${bytes.value ? 'true' : 'false'}
          onClick=${() => (bytes.value = !bytes.value)}
        >
          ${bytes.value ? 'Hide its fields and bytes' : 'Show its fields and bytes'}
        </button>
        ${bytes.value && html`<${BytesPanel} der=${certificate.der} range=${null} title=${certificate.title} />`}`
    }
  </section>`;
}
