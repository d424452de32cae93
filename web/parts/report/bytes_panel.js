// The bytes that a finding is about, beside the fields of the object that they belong to.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { now } from '../../app/clock.js';
import { ask } from '../../app/session.js';
import { findingOf } from '../../worker/errors.js';
import { FieldBrowser } from '../field_browser.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';

/** @import { Field, Finding, Range } from '../../worker/api' */

/** @param {{ der: string, range: Range, title: string }} props */
export function BytesPanel({ der, range, title }) {
  const fields = useSignal(/** @type {Field[] | null} */ (null));
  const error = useSignal(/** @type {Finding | null} */ (null));
  const shown = useSignal(range);
  useEffect(() => {
    shown.value = range;
  }, [range?.[0], range?.[1]]);
  useEffect(() => {
    const controller = new AbortController();
    const files = [{ name: '', data: der }];
    const options = { signal: controller.signal, label: 'Reading the fields' };
    ask('inspect', { files, now: now() }, options).then(
      (result) => (fields.value = result.items[0]?.description?.fields ?? []),
      (problem) => {
        if (!controller.signal.aborted) error.value = findingOf(problem);
      },
    );
    return () => controller.abort();
  }, [der]);
  if (error.value) return html`<${FindingCard} finding=${error.value} />`;
  if (fields.value === null) return html`<p class="quiet">Reading…</p>`;
  return html`<div class="bytes-panel">
    <p class="quiet">
      <bdi class="cut">${title}</bdi>${
        range && html`, bytes ${range[0]} to ${range[0] + range[1] - 1}`
      }
    </p>
    <${FieldBrowser} fields=${fields.value} der=${der} shown=${shown} />
  </div>`;
}
