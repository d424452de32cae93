// What a chain check is about: the certificates at hand, which of them is checked, and which are trusted.

import { computed, signal } from '@preact/signals';

import { now } from './clock.js';
import { recognise } from './inspection.js';
import { ask } from './session.js';
import { certificates } from './workspace.js';

/** @import { Certificate, Finding, Report } from '../worker/api' */

/** Certificates that were dropped on the page, beside those of the workspace. */
export const dropped = signal(/** @type {Certificate[]} */ ([]));
/** What was wrong with what was dropped. */
export const dropFindings = signal(/** @type {Finding[]} */ ([]));

/** Everything that a check may use, each certificate once. */
export const atHand = computed(() => {
  const all = [...dropped.value, ...certificates.value.map((item) => item.description)];
  return [...new Map(all.map((certificate) => [certificate.sha256, certificate])).values()];
});

/** SHA-256 of the certificate that is checked. */
export const target = signal('');
/** What a person has decided against the rule that roots are trusted. */
const trustChoices = signal(/** @type {Map<string, boolean>} */ (new Map()));
/** Certificates that are not at hand for this check. */
export const withheld = signal(/** @type {Set<string>} */ (new Set()));

/** @param {Certificate} certificate */
export function isTrusted(certificate) {
  return trustChoices.value.get(certificate.sha256) ?? certificate.role === 'root CA';
}

/**
 * @param {Certificate} certificate
 * @param {boolean} trusted
 */
export function setTrusted(certificate, trusted) {
  trustChoices.value = new Map(trustChoices.value).set(certificate.sha256, trusted);
}

/**
 * @param {Certificate} certificate
 * @param {boolean} there
 */
export function setAtHand(certificate, there) {
  const next = new Set(withheld.value);
  if (there) next.delete(certificate.sha256);
  else next.add(certificate.sha256);
  withheld.value = next;
}

/**
 * Adds dropped certificates; the first leaf among them becomes the one that is checked.
 *
 * @param {{ files: File[] } | { text: string }} input
 */
export async function addToCheck(input) {
  const { items, findings } = await recognise(input);
  const found = items
    .filter((item) => item.kind === 'certificate')
    .map((item) => /** @type {Certificate} */ (item.description));
  const others = items.length - found.length;
  dropFindings.value = findings;
  dropped.value = [...dropped.value, ...found];
  const leaf = found.find((certificate) => !certificate.ca) ?? found[0];
  if (leaf !== undefined) target.value = leaf.sha256;
  return { found: found.length, others };
}

/**
 * @typedef {object} CheckOptions
 * @property {string} at "" for now
 * @property {string} purpose "" for any
 * @property {string[]} names
 */

/**
 * The parameters of chain.check as the page has them now; null while nothing is chosen.
 *
 * @param {CheckOptions} options
 */
export function checkParams({ at, purpose, names }) {
  const all = atHand.value.filter((certificate) => !withheld.value.has(certificate.sha256));
  const chosen = atHand.value.find((certificate) => certificate.sha256 === target.value);
  if (chosen === undefined) return null;
  return {
    target: chosen.pem,
    pool: all.filter((each) => each !== chosen && !isTrusted(each)).map((each) => each.pem),
    anchors: all.filter(isTrusted).map((each) => each.pem),
    at: at === '' ? now() : at,
    ...(purpose === '' ? {} : { purpose }),
    ...(names.length === 0 ? {} : { names }),
  };
}

/**
 * @param {object} params
 * @param {AbortSignal} abort
 * @returns {Promise<Report>}
 */
export async function check(params, abort) {
  const options = { signal: abort, label: 'Checking the chain' };
  return (await ask('chain.check', params, options)).report;
}
