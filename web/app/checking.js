// The check itself: it runs, follows every change of the question, and tells what each change did.

import { batch, signal } from '@preact/signals';

import { Cancelled, findingOf } from '../worker/errors.js';
import { setTime } from './clock.js';
import { checkParams, lastAction, question } from './question.js';
import { ask } from './session.js';

/** @import { CheckParams, Finding, Parties, Report, WhatIf } from '../worker/api' */

/**
 * @typedef {object} Checked
 * @property {CheckParams} params
 * @property {Report} report
 */

/** The last check. @type {import('@preact/signals').Signal<Checked | null>} */
export const checked = signal(/** @type {Checked | null} */ (null));
/** What the last change of the question did; null where nothing was compared. */
export const changed = signal(
  /** @type {{ title: string, sentence: string, changes: WhatIf['changes'] } | null} */ (null),
);
/** @typedef {Parties & { verdict: string }} Asked `verdict`: the sentence of the check beside which they were asked */

/** Who else accepts; null while it is not known. */
export const parties = signal(/** @type {Asked | null} */ (null));
export const checkError = signal(/** @type {Finding | null} */ (null));
export const checking = signal(false);

/** @type {{ params: CheckParams, title: string } | null} */
let next = null;
/** The question that was checked last; "now" is another second each time, and the question is the same. */
let lastKey = '';
let controller = new AbortController();

/** Two questions are the same if they differ in nothing but the second at which they are asked. */
const same = (/** @type {CheckParams} */ left, /** @type {CheckParams} */ right) =>
  JSON.stringify(left) === JSON.stringify(right);

/**
 * @param {CheckParams} params
 * @param {string} title what was changed since the last check
 */
async function checkOnce(params, title) {
  const last = checked.value;
  const options = { signal: controller.signal, label: 'Checking the chain' };
  if (last === null || same(last.params, params)) {
    const { report } = await ask('chain.check', params, options);
    batch(() => {
      checked.value = { params, report };
      changed.value = null;
    });
    return;
  }
  /** @type {WhatIf} */
  const result = await ask('chain.what_if', { before: last.params, after: params }, options);
  batch(() => {
    checked.value = { params, report: result.after };
    changed.value = { title, sentence: result.sentence, changes: result.changes };
  });
}

/** @param {CheckParams} params */
async function askParties(params) {
  const options = { signal: controller.signal, label: 'Asking the relying parties' };
  try {
    // Each relying party in turn, whichever was chosen.
    const everybody = { ...params, relying_party: undefined };
    const result = await ask('chain.relying_parties', everybody, options);
    if (checked.value?.params !== params) return;
    parties.value = { ...result, verdict: checked.value.report.sentence };
  } catch {
    // The check itself stands; the table stays away.
    if (checked.value?.params === params) parties.value = null;
  }
}

/** A comparison holds two questions; the fields of the page are those of the later one. @param {Finding} finding */
const ofQuestion = (finding) =>
  finding.pointer === undefined
    ? finding
    : { ...finding, pointer: finding.pointer.replace(/^\/params\/after\//, '/params/') };

/** Runs what waits, the newest question only. */
async function drain() {
  if (checking.value) return;
  checking.value = true;
  while (next !== null) {
    const { params, title } = next;
    next = null;
    try {
      await checkOnce(params, title);
      checkError.value = null;
      if (next === null) askParties(params);
    } catch (error) {
      if (!(error instanceof Cancelled)) checkError.value = ofQuestion(findingOf(error));
    }
  }
  checking.value = false;
}

/** @returns {string} what tells one question from another */
export function questionKey() {
  return JSON.stringify([{ ...checkParams(), at: question.value.at }, setTime.value]);
}

/** Whether the question has changed since the last check. */
export function isStale() {
  return lastKey !== questionKey();
}

/** Checks. While a check runs, the newest question waits for its turn and older ones are let go. */
export function checkNow() {
  const params = checkParams();
  if (params === null) return Promise.resolve();
  next = { params, title: isStale() ? lastAction() : '' };
  lastKey = questionKey();
  return drain();
}

/** Ends what runs. */
export function cancelCheck() {
  next = null;
  controller.abort();
  controller = new AbortController();
}

/** Forgets the last report, and one that is on its way: the question is another one. */
export function forgetReport() {
  cancelCheck();
  batch(() => {
    checked.value = null;
    changed.value = null;
    parties.value = null;
    checkError.value = null;
  });
}
