// One rule: what it says, where it comes from, what to do, and the fault that it is about.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { faultOfRule } from '../app/catalogue.js';
import { hrefOf, route } from '../app/router.js';
import { ask } from '../app/session.js';
import { findingOf } from '../worker/errors.js';
import { Badge, FindingCard, severityLook } from '../parts/findings.js';
import { html, sentence } from '../parts/html.js';
import { Page, Section } from '../parts/page.js';

/** @import { Finding, RuleEntry } from '../worker/api' */

/** @param {{ entry: RuleEntry }} props */
function RuleView({ entry }) {
  const look = severityLook(entry.severity);
  const fault = faultOfRule(entry.rule);
  return html`<dl class="summary">
      <div>
        <dt>Says</dt>
        <dd>${entry.summary}</dd>
      </div>
      ${
        entry.cure &&
        html`<div>
          <dt>What to do</dt>
          <dd>${entry.cure}</dd>
        </div>`
      }
      <div>
        <dt>Comes from</dt>
        <dd>${entry.citation || 'this program'}</dd>
      </div>
      <div>
        <dt>Weight</dt>
        <dd><${Badge} tone=${look.tone} icon=${look.icon}>${look.word}<//></dd>
      </div>
    </dl>
    <p class="hint">Words in braces stand for what a finding puts in their place.</p>
    ${
      fault &&
      html`<${Section} title="The fault behind it">
        <p><a href=${hrefOf('fault', fault.id)}>${fault.title}</a>: ${sentence(fault.meaning)}</p>
      <//>`
    }`;
}

export function RulePage() {
  const { id } = route.value;
  const entry = useSignal(/** @type {RuleEntry | null | undefined} */ (undefined));
  const error = useSignal(/** @type {Finding | null} */ (null));
  useEffect(() => {
    entry.value = undefined;
    ask('rules', { query: id }).then(
      ({ rules }) =>
        (entry.value = rules.find((/** @type {RuleEntry} */ { rule }) => rule === id) ?? null),
      (problem) => (error.value = findingOf(problem)),
    );
  }, [id]);
  return html`<${Page} title=${id}>
    ${error.value && html`<${FindingCard} finding=${error.value} />`}
    ${entry.value === null && html`<p>There is no rule of this name.</p>`}
    ${entry.value && html`<${RuleView} entry=${entry.value} />`}
    <p><a href=${hrefOf('faults')}>All faults</a></p>
  <//>`;
}
