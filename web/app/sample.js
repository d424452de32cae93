// The sample lab: a small hierarchy, made anew by the core at each press of the button.

import { now } from './clock.js';
import { makeKey } from './make.js';
import { ask } from './session.js';
import { add } from './workspace.js';

/** @import { Certificate } from '../worker/api' */
/** @import { Draft } from './workspace.js' */
/** @import { NewKey } from './make.js' */

/** @typedef {{ method: 'ca.create' | 'certificate.issue' | 'csr.create', by?: string, params: Record<string, unknown> }} Step */

/** What the lab holds, in the order of making. `by` names the issuer. */
const kLab = /** @type {Record<string, Step>} */ ({
  root: { method: 'ca.create', params: { subject: 'CN=Sample Root CA,O=Sample Lab' } },
  issuing: {
    method: 'certificate.issue',
    by: 'root',
    params: { profile: 'issuing-ca', subject: 'CN=Sample Issuing CA,O=Sample Lab' },
  },
  server: {
    method: 'certificate.issue',
    by: 'issuing',
    params: {
      profile: 'tls-server',
      subject: 'CN=www.sample.example',
      san: ['DNS:www.sample.example', 'DNS:sample.example'],
    },
  },
  client: {
    method: 'certificate.issue',
    by: 'issuing',
    params: {
      profile: 'tls-client',
      subject: 'CN=Robin Sample',
      san: ['email:robin@sample.example'],
    },
  },
  request: {
    method: 'csr.create',
    params: {
      profile: 'tls-server',
      subject: 'CN=mail.sample.example',
      san: ['DNS:mail.sample.example'],
    },
  },
});

/**
 * @param {string} owner
 * @param {NewKey} key
 * @returns {Draft}
 */
function keyDraft(owner, key) {
  return {
    kind: 'private-key',
    label: `Key of ${owner}`,
    handle: key.private_key.handle,
    description: { kind: 'private-key', encrypted: false, public_key: key.public_key },
  };
}

/**
 * Makes the sample lab and puts it into the workspace as one change.
 *
 * @param {AbortSignal} signal
 */
export async function makeSampleLab(signal) {
  /** @type {Map<string, { certificate: Certificate, key: NewKey }>} */
  const made = new Map();
  /** @type {Draft[]} */
  const drafts = [];
  for (const [name, step] of Object.entries(kLab)) {
    const key = await makeKey('p-256', signal);
    const issuer = step.by ? made.get(step.by) : undefined;
    const params = {
      ...step.params,
      now: now(),
      key: key.private_key,
      ...(issuer
        ? { issuer: { certificate: issuer.certificate.pem, key: issuer.key.private_key } }
        : {}),
    };
    if (step.method === 'csr.create') Reflect.deleteProperty(params, 'now');
    const result = await ask(step.method, params, { signal, label: 'Making the sample lab' });
    const description = result.certificate ?? result.csr;
    if (result.certificate) made.set(name, { certificate: result.certificate, key });
    drafts.push({ kind: description.kind, label: description.title, description });
    drafts.push(keyDraft(description.title, key));
  }
  return add('Load the sample lab', drafts);
}
