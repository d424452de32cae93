// What comes into a chain check: files, items of the workspace, prepared examples.

import { now } from './clock.js';
import { recognise } from './inspection.js';
import { atHand, change, kNothing, question, settle, startWith } from './question.js';
import { ask } from './session.js';

/** @import { Certificate, CheckParams, Finding, InspectedItem, MadeExample, Source, StatusObject } from '../worker/api' */
/** @import { Question } from './question.js' */

/** @param {InspectedItem[]} items */
function certificatesIn(items) {
  return items
    .filter((item) => item.kind === 'certificate' && item.description !== null)
    .map((item) => /** @type {Certificate} */ (item.description));
}

/** @param {InspectedItem[]} items */
function statusIn(items) {
  return items
    .filter(({ kind, description }) => ['crl', 'ocsp-response'].includes(kind) && description)
    .map((item) => /** @type {StatusObject} */ (item.description));
}

/**
 * @template {{ sha256: string }} T
 * @param {T[]} all
 */
function eachOnce(all) {
  return [...new Map(all.map((each) => [each.sha256, each])).values()];
}

/** @param {Certificate[]} found */
const likelyTarget = (found) => found.find((certificate) => !certificate.ca) ?? found[0];

/**
 * @typedef {object} Taken what was found in something dropped
 * @property {number} certificates
 * @property {number} status CRLs and OCSP responses
 * @property {number} others things that a chain check has no use for
 * @property {Finding[]} findings
 */

/**
 * Adds what is in files to the check. The first leaf among them becomes the one that is checked; with CRLs or OCSP
 * responses, revocation is looked at.
 *
 * @param {{ files: (File | { name: string, data: string })[] } | { text: string }} input
 * @returns {Promise<Taken>}
 */
export async function addToCheck(input) {
  const { items, findings } = await recognise(input);
  const found = certificatesIn(items);
  const status = statusIn(items);
  const { brought, status: known, choices } = question.value;
  if (found.length + status.length > 0) {
    const target = likelyTarget(found);
    const judgesStatus = status.length > 0 && !choices['revocation.mode'];
    const count = found.length + status.length;
    change(`Add ${count === 1 ? [...found, ...status][0].title : `${count} objects`}`, {
      brought: eachOnce([...brought, ...found]),
      status: eachOnce([...known, ...status]),
      ...(target ? { target: target.sha256 } : {}),
      ...(judgesStatus ? { choices: { ...choices, 'revocation.mode': 'soft-fail' } } : {}),
    });
  }
  const others = items.length - found.length - status.length;
  return { certificates: found.length, status: status.length, others, findings };
}

/** Where no certificate is chosen, or one that is not here any more: the first leaf. */
export function chooseTarget() {
  const all = atHand.value;
  if (all.some(({ sha256 }) => sha256 === question.value.target)) return;
  const target = likelyTarget(all)?.sha256 ?? '';
  if (target !== question.value.target) settle({ target });
}

/** @param {Source} source */
const asFile = (source) =>
  typeof source === 'string' ? { data: btoa(source), name: '' } : { name: '', ...source };

/**
 * Options as the form has them: words that have a control, and the rest.
 *
 * @param {Record<string, any>} options
 */
function splitOptions({ policies = [], ...options }) {
  /** @type {Record<string, string>} */
  const choices = {};
  /** @type {Record<string, unknown>} */
  const given = {};
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'string') choices[name] = value;
    else if (name === 'revocation') {
      for (const [inner, word] of Object.entries(value)) choices[`revocation.${inner}`] = word;
    } else given[name] = value;
  }
  return { choices, given, policies: policies.join('\n') };
}

/**
 * The question of a prepared example, or any other that the core has made, as the form has it.
 *
 * @param {CheckParams} params
 * @param {string} [present] the time that counts as now
 * @param {AbortSignal} [abort]
 * @returns {Promise<Partial<Question>>}
 */
export async function questionFrom(params, present = '', abort = undefined) {
  const { target, pool = [], anchors, crls = [], ocsp = [], repository = [] } = params;
  /** @param {Source[]} sources */
  const read = async (sources) =>
    sources.length === 0 ? [] : (await recognise({ files: sources.map(asFile) }, abort)).items;
  const [[checked], others, trusted, status, stored] = await Promise.all([
    read([target]).then(certificatesIn),
    read(pool).then(certificatesIn),
    read(anchors).then(certificatesIn),
    read([...crls, ...ocsp]).then(statusIn),
    Promise.all(repository.map(({ data }) => read([data]))),
  ]);
  const trust = Object.fromEntries([
    ...[checked, ...others].map(({ sha256 }) => [sha256, false]),
    ...trusted.map(({ sha256 }) => [sha256, true]),
  ]);
  return {
    brought: eachOnce([checked, ...others, ...trusted]),
    status: eachOnce(status),
    workspace: false,
    target: checked.sha256,
    trust,
    at: params.at === present ? '' : params.at,
    purpose: params.purpose ?? 'any',
    names: (params.names ?? []).join('\n'),
    party: params.relying_party ?? '',
    ...splitOptions(params.options ?? {}),
    repository: repository.map(({ url, data }, index) => {
      const titles = stored[index].map(({ description }) => description && titleOf(description));
      const text = typeof data === 'string' ? data : data.data;
      return { url, data: text, title: titles.filter(Boolean).join(', '), on: true };
    }),
  };
}

/** @param {object} description @returns {string} */
const titleOf = (description) => /** @type {any} */ (description).title ?? '';

/**
 * Makes a prepared example and puts it in place of what was asked.
 *
 * @param {string} id
 * @param {AbortSignal} signal
 */
export async function loadExample(id, signal) {
  const time = now();
  const options = { signal, label: 'Making the example' };
  const example = /** @type {MadeExample} */ (
    await ask('example.make', { id, now: time }, options)
  );
  const begin = await questionFrom(example.question, time, signal);
  startWith(`Load the example: ${example.title}`, { ...begin, example });
}

/** Begins with an empty question. */
export function clearQuestion() {
  startWith('Clear the check', kNothing);
}
