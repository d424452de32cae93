// The tenant of Cloud PKI that a person works on, and the private PKI beside it: as the core gave them back, with
// undo. Their private keys are in the vault; here stand handles.

import { computed, signal } from '@preact/signals';

import { now } from './clock.js';
import { blobOf, download } from './files.js';
import { History } from './history.js';
import { makeKey } from './make.js';
import { say } from './messages.js';
import { ask } from './session.js';
import { inTurn } from './turns.js';

/** @import { CaView, EstateCertificate, EstateView, Finding, PrivatePkiView, ScepExchange, TenantFacts, TenantView } from '../worker/api' */

/**
 * @typedef {object} Lab
 * @property {object | null} tenant what the core wants back
 * @property {TenantView | null} view what it looks like
 * @property {object | null} pki the private PKI
 * @property {PrivatePkiView | null} pkiView
 * @property {object | null} estate devices and relying parties: what the core wants back
 * @property {EstateView | null} estateView what it looks like
 * @property {object | null} estateViewOf the tenant that it looks like that with
 * @property {Record<string, EstateCertificate>} certificates those of the estate, by their fingerprints
 */

/** @type {Lab} */
const kNothing = {
  tenant: null,
  view: null,
  pki: null,
  pkiView: null,
  estate: null,
  estateView: null,
  estateViewOf: null,
  certificates: {},
};
const history = new History(kNothing);

/** The lab now. */
export const lab = history.current;
export const { undoTitle: undoTenant, redoTitle: redoTenant } = history;
export const view = computed(() => lab.value.view);
/** What the last action told: what happened meanwhile, what to know. */
export const told = signal(/** @type {{ title: string, findings: Finding[] } | null} */ (null));
/** The SCEP messages of the last check-in. */
export const exchanges = signal(/** @type {ScepExchange[]} */ ([]));
/** The facts that the model follows, and what the forms allow; null until they were asked for. */
export const facts = signal(/** @type {TenantFacts | null} */ (null));

export function undo() {
  told.value = null;
  history.undo();
}
export function redo() {
  told.value = null;
  history.redo();
}

/** Asks for the facts, once. */
export async function loadFacts() {
  if (facts.value === null)
    facts.value = await ask('tenant.facts', {}, { label: 'Looking up the facts' });
}

/**
 * @param {string} title
 * @param {Partial<Lab>} changes
 * @param {Finding[]} findings
 */
export function become(title, changes, findings) {
  history.change(title, { ...lab.value, ...changes });
  told.value = { title, findings };
}

/** Puts in what is only worked out of the lab. @param {Partial<Lab>} changes */
export function amend(changes) {
  history.amend({ ...lab.value, ...changes });
}

/** The certificates of an answer about the estate, to be looked up. @param {EstateCertificate[]} list */
export function byFingerprint(list) {
  return Object.fromEntries(list.map((each) => [each.fingerprint, each]));
}

/**
 * Starts a new tenant.
 *
 * @param {{ name: string, settings: object }} wishes
 */
export async function createTenant({ name, settings }) {
  const params = { name, settings, now: now() };
  const made = await ask('tenant.create', params, { label: 'Making the tenant' });
  become(`Create the tenant ${made.view.name}`, { tenant: made.tenant, view: made.view }, []);
}

/**
 * Does something to the tenant.
 *
 * @param {string} method
 * @param {object} params
 * @param {string} title what is done, for undo
 * @param {AbortSignal} [abort]
 * @returns {Promise<any>} the core's answer
 */
export function act(method, params, title, abort) {
  return inTurn(async () => {
    const { tenant } = lab.value;
    const result = await ask(method, { tenant, ...params }, { signal: abort, label: title });
    become(title, { tenant: result.tenant, view: result.view }, result.findings);
    if (result.exchanges !== undefined) exchanges.value = result.exchanges;
    return result;
  });
}

/**
 * Creates a CA: its key first, in a worker that can be cancelled.
 *
 * @param {Record<string, unknown>} order
 * @param {string} keySpec
 * @param {AbortSignal} abort
 */
export async function createCa(order, keySpec, abort) {
  const key = await makeKey(keySpec, abort);
  return act(
    'tenant.ca.create',
    { ...order, made_key: key.private_key },
    `Create ${order.name}`,
    abort,
  );
}

/**
 * Renews a CA, likewise.
 *
 * @param {CaView} ca
 * @param {AbortSignal} abort
 */
export async function renewCa(ca, abort) {
  const key = await makeKey(ca.key, abort);
  return act(
    'tenant.ca.renew',
    { ca: ca.id, made_key: key.private_key },
    `Renew ${ca.title}`,
    abort,
  );
}

/**
 * Asks something about the tenant without changing it.
 *
 * @param {string} method
 * @param {object} params
 * @param {AbortSignal} [abort]
 */
export function askTenant(method, params, abort) {
  return ask(method, { tenant: lab.value.tenant, ...params }, { signal: abort });
}

/** @param {string} id */
export function caById(id) {
  return view.value?.cas.find((ca) => ca.id === id) ?? null;
}

/** The version of a CA that stands for it: the active one, else the last. @param {CaView} ca */
export function mainVersion(ca) {
  return (
    ca.versions.find(({ status }) => status === 'Active' || status === 'Paused') ?? ca.versions[0]
  );
}

// --- The private PKI -------------------------------------------------------------------------------------------------

/**
 * @param {{ name: string, tiers: number, settings: object }} wishes
 * @param {AbortSignal} abort
 */
export async function createPrivatePki(wishes, abort) {
  const params = { ...wishes, now: view.value?.clock ?? now() };
  const made = await ask('private_pki.create', params, {
    signal: abort,
    label: 'Making the private PKI',
  });
  become(
    `Create the private PKI ${wishes.name}`,
    { pki: made.private_pki, pkiView: made.view },
    [],
  );
}

/**
 * Has the private CA sign a request.
 *
 * @param {string} csr
 * @param {{ mistakes: string[], tier: number, encoding: string }} order
 * @param {AbortSignal} abort
 */
export function signPrivately(csr, order, abort) {
  const params = { private_pki: lab.value.pki, csr, now: view.value?.clock ?? now(), ...order };
  return ask('private_pki.sign', params, { signal: abort, label: 'The private CA signs' });
}

// --- The file --------------------------------------------------------------------------------------------------------

/** Saves the tenant; the keys in the file are not encrypted. */
export async function saveTenant() {
  const { tenant, pki, estate } = lab.value;
  const params = { tenant, ...(pki && { private_pki: pki }), ...(estate && { estate }) };
  const { file } = await ask('lab.write', params, { label: 'Writing the file' });
  const name = (view.value?.name ?? 'tenant').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  download(`${name}.tenant.json`, file);
  say('notice', 'The file holds the private keys of the lab, not encrypted.');
}

/** A lab as the core gave it. @param {any} opened @returns {Lab} */
function labOf(opened) {
  return {
    tenant: opened.tenant,
    view: opened.view,
    pki: opened.private_pki,
    pkiView: opened.private_pki_view,
    estate: opened.estate,
    estateView: opened.estate_view,
    estateViewOf: opened.tenant,
    certificates: byFingerprint(opened.certificates),
  };
}

/** Opens what saveTenant() wrote, or a tenant's own file of the command line. @param {File} file */
export async function openTenant(file) {
  const params = { text: { textOf: file } };
  await inTurn(async () => {
    const opened = await ask('lab.open', params, { label: 'Opening the tenant' });
    become(`Open ${file.name}`, labOf(opened), []);
  });
}

/**
 * Makes a ready lab, whose devices have checked in.
 *
 * @param {'cloud-root' | 'byoca' | 'both'} model
 * @param {string} title
 * @param {AbortSignal} abort
 */
export async function makeReadyLab(model, title, abort) {
  const made = await ask(
    'lab.sample',
    { model, now: now() },
    { signal: abort, label: 'Making the lab' },
  );
  const visited = await ask(
    'fleet.check_in',
    { tenant: made.tenant },
    { signal: abort, label: 'Devices check in' },
  );
  // The view is of the estate before the devices checked in: the page of the estate makes it anew.
  become(title, { ...labOf(made), tenant: visited.tenant, view: visited.view }, []);
}

/**
 * @param {{ der: string, file_name: string }} object
 * @param {string} [type]
 */
export function saveDer({ der, file_name: name }, type = 'application/pkix-cert') {
  download(name, blobOf(der, type));
}
