// Makes certificates and requests: a new key where one is wanted (in a compute worker, so that it can be cancelled),
// then the signature (in the vault, where the keys are), then the results go into the workspace.

import { now } from './clock.js';
import { keyFor } from './relations.js';
import { ask } from './session.js';
import { add } from './workspace.js';

/** @import { CertificateRequest, Issued, KeyHandle, PublicKey } from '../worker/api' */
/** @import { CertificateItem, Draft, KeyItem, RequestItem } from './workspace.js' */

/** @typedef {{ private_key: KeyHandle, public_key: PublicKey }} NewKey */
/** @typedef {Record<string, unknown>} Options IssueOptions of docs/api.md */

/**
 * @param {string} spec "rsa-4096"
 * @param {AbortSignal} [signal]
 * @returns {Promise<NewKey>}
 */
export function makeKey(spec, signal) {
  const label = `Making a key, ${spec.toUpperCase().replace('-', ' ')}`;
  return ask('key.generate', { spec }, { signal, label });
}

/**
 * @param {NewKey} key
 * @param {string} owner
 * @returns {Omit<KeyItem, 'id'>}
 */
function keyDraft({ private_key: { handle }, public_key: half }, owner) {
  return {
    kind: 'private-key',
    label: `Key of ${owner}`,
    handle,
    description: { kind: 'private-key', encrypted: false, public_key: half },
  };
}

/**
 * @param {string} title
 * @param {Issued} issued
 * @param {NewKey | null} key
 */
function place(title, issued, key) {
  const { certificate } = issued;
  const label = certificate.title;
  /** @type {Draft[]} */
  const drafts = [{ kind: 'certificate', label, description: certificate }];
  if (key !== null) drafts.push(keyDraft(key, label));
  const [item] = add(`${title} ${label}`, drafts);
  return { item: /** @type {CertificateItem} */ (item), findings: issued.findings };
}

/**
 * A CA of the workspace as `issuer` wants it.
 *
 * @param {CertificateItem} ca
 */
export function issuerOf(ca) {
  return { certificate: ca.description.pem, key: { handle: keyFor(ca)?.handle } };
}

/**
 * Makes a self-signed CA.
 *
 * @param {{ subject: unknown, keySpec: string, options: Options }} wishes
 * @param {AbortSignal} [signal]
 */
export async function createRoot({ subject, keySpec, options }, signal) {
  const key = await makeKey(keySpec, signal);
  const params = { subject, now: now(), key: key.private_key, ...options };
  const issued = await ask('ca.create', params, { signal, label: 'Signing the root certificate' });
  return place('Create', issued, key);
}

/**
 * Issues a certificate with a new key.
 *
 * @param {{ ca: CertificateItem, profile: string, subject: unknown, san?: string[], keySpec: string, options: Options }} wishes
 * @param {AbortSignal} [signal]
 */
export async function issue({ ca, profile, subject, san, keySpec, options }, signal) {
  const key = await makeKey(keySpec, signal);
  const params = {
    issuer: issuerOf(ca),
    profile,
    subject,
    now: now(),
    key: key.private_key,
    ...(san ? { san } : {}),
    ...options,
  };
  const issued = await ask('certificate.issue', params, {
    signal,
    label: 'Signing the certificate',
  });
  return place('Issue', issued, key);
}

/**
 * Makes a certificate signing request with a new key.
 *
 * @param {{ profile: string, subject: unknown, san?: string[], keySpec: string, options?: Options }} wishes
 * @param {AbortSignal} [signal]
 * @returns {Promise<RequestItem>}
 */
export async function createRequest({ profile, subject, san, keySpec, options }, signal) {
  const key = await makeKey(keySpec, signal);
  const params = { profile, subject, key: key.private_key, ...(san ? { san } : {}), ...options };
  const result = await ask('csr.create', params, { signal, label: 'Signing the request' });
  const request = /** @type {CertificateRequest} */ (result.csr);
  const [item] = add(`Create request ${request.title}`, [
    { kind: 'csr', label: request.title, description: request },
    keyDraft(key, request.title),
  ]);
  return /** @type {RequestItem} */ (item);
}

/**
 * Signs a request, taking from it exactly what `choices` says.
 *
 * @param {{ ca: CertificateItem, request: RequestItem, profile: string, choices: Record<string, string>,
 *   subject?: unknown, options: Options }} wishes
 * @param {AbortSignal} [signal]
 */
export async function signRequest({ ca, request, profile, choices, subject, options }, signal) {
  const params = {
    csr: request.description.pem,
    profile,
    issuer: issuerOf(ca),
    now: now(),
    choices,
    ...(subject ? { subject } : {}),
    ...options,
  };
  const issued = await ask('csr.sign', params, { signal, label: 'Signing the request' });
  return { ...place('Sign', issued, null), provenance: issued.provenance ?? [] };
}
