// The estate: the tenant's devices and the relying parties that they talk to, with the matrix of who can talk to whom.
// What the core decided is kept by what it depends on, so that a change decides anew only what it touches.

import { computed, signal } from '@preact/signals';

import { withoutKeys } from '../worker/secrets.js';
import { ask } from './session.js';
import { amend, become, byFingerprint, lab } from './tenant.js';
import { inTurn } from './turns.js';

/** @import { EstateCell, EstateChange, EstateVerdict } from '../worker/api' */

export const estateView = computed(() => lab.value.estateView);
export const certificates = computed(() => lab.value.certificates);

/**
 * @typedef {object} Matrix
 * @property {object | null} tenant what it was decided for
 * @property {object | null} estate
 * @property {Map<string, EstateCell>} cells by cellKey()
 * @property {EstateVerdict[]} verdicts that the cells name by their places
 * @property {number} working
 */

/** The matrix as it was decided last; null before. */
export const matrix = signal(/** @type {Matrix | null} */ (null));
/** Whether it is the matrix of the lab as it is. */
export const decided = computed(() => {
  const { tenant, estate, estateViewOf } = lab.value;
  const last = matrix.value;
  return last?.tenant === tenant && last?.estate === estate && estateViewOf === tenant;
});
/** How much of it is decided, from 0 to 1; null while nothing is. */
export const progress = signal(/** @type {number | null} */ (null));
/** How many verdicts were made for the matrix, and how many were known. */
export const work = signal({ judged: 0, sides: 0 });
/** What the last change of the matrix was, as sentences; empty where nothing changed. */
export const differences = signal(/** @type {string[]} */ ([]));
/** @param {string} device @param {string} service */
export function cellKey(device, service) {
  return `${device} ${service}`;
}

/** The verdict of a side of a cell; null where it does not judge. @param {number | undefined} place */
export function verdictOf(place) {
  return place === undefined ? null : (matrix.value?.verdicts[place] ?? null);
}

/** The name of a device or a service. @param {string} id */
export function nameOf(id) {
  const view = estateView.value;
  const all = view === null ? [] : [...view.devices, ...view.services];
  return all.find((each) => each.id === id)?.name ?? id;
}

/** What a certificate is called. @param {string} fingerprint */
export function titleOf(fingerprint) {
  return certificates.value[fingerprint]?.title ?? fingerprint.slice(0, 16);
}

const both = () => ({ tenant: lab.value.tenant, estate: lab.value.estate });

/** Fleets without the keys of their devices: of many devices these are most of it, and hardly a question needs them. */
const keyless = /** @type {WeakMap<object, object>} */ (new WeakMap());

/** The same as both(), for questions that need no key of a device. */
function bothWithoutKeys() {
  const { tenant, estate } = lab.value;
  const fleet = /** @type {{ fleet?: object } | null} */ (tenant)?.fleet;
  if (fleet === undefined) return { tenant, estate };
  const known = keyless.get(fleet) ?? withoutKeys(fleet);
  keyless.set(fleet, known);
  return { tenant: { ...tenant, fleet: known }, estate };
}

/**
 * @param {string} method
 * @param {object} params
 * @param {string} title for undo
 * @param {AbortSignal} [abort]
 */
async function change(method, params, title, abort) {
  const { tenant } = lab.value;
  const options = { signal: abort, label: title };
  const result = await ask(method, { ...bothWithoutKeys(), ...params }, options);
  const { estate, view, certificates: list } = result;
  become(
    title,
    { estate, estateView: view, estateViewOf: tenant, certificates: byFingerprint(list) },
    [],
  );
}

/**
 * Makes an estate around the tenant, and lets its devices check in, so that they trust the servers.
 *
 * @param {{ withPki: boolean }} wishes `withPki`: the servers' certificates come from the private PKI of the lab
 * @param {AbortSignal} abort
 */
export const createEstate = (wishes, abort) => inTurn(() => makeEstate(wishes, abort));

/** @param {{ withPki: boolean }} wishes @param {AbortSignal} abort */
async function makeEstate({ withPki }, abort) {
  const { tenant, pki } = lab.value;
  const params = withPki && pki !== null ? { private_pki: pki } : {};
  const options = { signal: abort, label: 'Making the estate' };
  const made = await ask('estate.create', { tenant, ...params }, options);
  const label = 'Devices check in';
  const visited = await ask('fleet.check_in', { tenant: made.tenant }, { signal: abort, label });
  const shown = await ask(
    'estate.show',
    { tenant: visited.tenant, estate: made.estate },
    { signal: abort, label },
  );
  become(
    'Make the estate',
    {
      tenant: visited.tenant,
      view: visited.view,
      estate: made.estate,
      estateView: shown.view,
      estateViewOf: visited.tenant,
      certificates: byFingerprint(shown.certificates),
    },
    [],
  );
}

/** Shows the estate anew, where the tenant has changed. @param {AbortSignal} abort */
async function refreshEstate(abort) {
  const { tenant, estate, estateViewOf } = lab.value;
  if (estate === null || estateViewOf === tenant) return;
  const shown = await ask('estate.show', bothWithoutKeys(), { signal: abort });
  if (lab.value.tenant !== tenant || lab.value.estate !== estate) return;
  amend({
    estateView: shown.view,
    estateViewOf: tenant,
    certificates: byFingerprint(shown.certificates),
  });
}

/**
 * Changes stores, routes and settings.
 *
 * @param {EstateChange[]} changes
 * @param {string} title for undo
 * @param {AbortSignal} [abort]
 */
export const changeEstate = (changes, title, abort) =>
  inTurn(() => change('estate.change', { changes }, title, abort));

/**
 * Adds, removes or edits a service.
 *
 * @param {'estate.add_service' | 'estate.remove_service' | 'estate.edit_service'} method
 * @param {object} params
 * @param {string} title
 * @param {AbortSignal} [abort]
 */
export const actOnServices = (method, params, title, abort) =>
  inTurn(() => change(method, params, title, abort));

/**
 * Asks something about the estate without changing it.
 *
 * @param {string} method
 * @param {object} [params]
 * @param {AbortSignal} [abort]
 */
export function askEstate(method, params = {}, abort = undefined) {
  const given = method === 'estate.handshake' ? both() : bothWithoutKeys();
  return ask(method, { ...given, ...params }, { signal: abort });
}

/**
 * The deploy pack: the files with which the estate is built in reality, as a zip archive to be saved.
 *
 * @param {{ withKeys: boolean, directory: string }} wishes `withKeys`: the private keys of the services are in it;
 *   `directory`: the folder of a service's files on its machine, if that is not Windows; empty: the usual one
 * @param {AbortSignal} abort
 * @returns {Promise<{ file: Blob, files: { path: string, kind: string, text: string | null }[] }>}
 */
export function makePack({ withKeys, directory }, abort) {
  const params = { with_keys: withKeys, ...(directory !== '' && { directory }) };
  const options = { signal: abort, label: 'Writing the deploy pack' };
  return ask('estate.pack', { ...bothWithoutKeys(), ...params }, options);
}

/** What differs between two matrices, in words. @param {Matrix} before @param {Matrix} after */
function compare(before, after) {
  /** @type {EstateCell[]} */
  const stopped = [];
  /** @type {EstateCell[]} */
  const started = [];
  for (const [key, cell] of after.cells) {
    const was = before.cells.get(key);
    if (was === undefined || (was.outcome === 'works') === (cell.outcome === 'works')) continue;
    (cell.outcome === 'works' ? started : stopped).push(cell);
  }
  /** @param {EstateCell[]} cells */
  const list = (cells) => {
    const names = cells.slice(0, 3).map((c) => `${nameOf(c.device)} with ${nameOf(c.service)}`);
    const more = cells.length > 3 ? `, and ${cells.length - 3} more` : '';
    return names.join('; ') + more;
  };
  const words = [];
  if (stopped.length > 0) words.push(`${stopped.length} stopped working: ${list(stopped)}.`);
  if (started.length > 0) words.push(`${started.length} work now: ${list(started)}.`);
  if (words.length === 0) words.push('Nobody notices: every conversation ends as before.');
  return words;
}

/** Decides the matrix for the lab as it is. @param {AbortSignal} abort */
async function decideMatrix(abort) {
  const { tenant, estate, estateView: shown } = lab.value;
  if (estate === null || shown === null) return;
  const before = matrix.value;
  progress.value = 0;
  try {
    const result = await ask(
      'estate.matrix',
      { ...bothWithoutKeys(), known: before?.verdicts ?? [] },
      {
        signal: abort,
        label: 'Deciding who can talk to whom',
        onProgress: (part) => (progress.value = part),
      },
    );
    const cells = new Map(
      result.cells.map((/** @type {EstateCell} */ cell) => [
        cellKey(cell.device, cell.service),
        cell,
      ]),
    );
    const { verdicts, working, judged } = result;
    matrix.value = { tenant, estate, cells, verdicts, working };
    work.value = { judged, sides: verdicts.length };
    differences.value = before === null ? [] : compare(before, matrix.value);
  } finally {
    progress.value = null;
  }
}

/** Shows the estate and decides its matrix, again where the lab was changed meanwhile. @param {AbortSignal} abort */
export async function followLab(abort) {
  while (lab.value.estate !== null && !decided.value) {
    await refreshEstate(abort);
    if (lab.value.estateViewOf === lab.value.tenant) await decideMatrix(abort);
  }
}
