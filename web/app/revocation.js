// Revocation lists of the CAs in the workspace: what the last one says, and the next.

import { now } from './clock.js';
import { forest } from './hierarchy.js';
import { issuerOf } from './make.js';
import { ask } from './session.js';
import { add, crls } from './workspace.js';

/** @import { CrlEntry, Finding } from '../worker/api' */
/** @import { Branch } from './hierarchy.js' */
/** @import { CertificateItem, CrlItem } from './workspace.js' */

/** @typedef {{ certificate?: string, serial?: string }} Named a certificate of the workspace (PEM), or a serial number */

/** Decimal, or hexadecimal with 0x. @param {CrlItem} item */
const numberOf = ({ description }) => BigInt(description.number ?? 0);

/**
 * The CRL that a CA issued last, as far as it is here: that with the highest number, whenever it was added.
 *
 * @param {CertificateItem} ca
 * @returns {CrlItem | null}
 */
export function lastCrlOf(ca) {
  const name = ca.description.subject.rfc4514;
  const own = crls.value.filter(({ description }) => description.issuer.rfc4514 === name);
  return own.reduce(
    (last, each) => (last === null || numberOf(each) >= numberOf(last) ? each : last),
    /** @type {CrlItem | null} */ (null),
  );
}

/** @param {Branch[]} branches @param {string} id @returns {Branch | null} */
function branchOf(branches, id) {
  for (const branch of branches) {
    const found = branch.item.id === id ? branch : branchOf(branch.children, id);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The certificates of the workspace that a CA issued to others.
 *
 * @param {CertificateItem} ca
 * @returns {CertificateItem[]}
 */
export function issuedBy(ca) {
  return branchOf(forest.value, ca.id)?.children.map(({ item }) => item) ?? [];
}

/**
 * What a CRL lists of a certificate of its CA.
 *
 * @param {CrlItem | null} crl
 * @param {CertificateItem} item
 * @returns {CrlEntry | null}
 */
export function entryOf(crl, item) {
  const { serial } = item.description;
  return crl?.description.entries.find((entry) => entry.serial === serial) ?? null;
}

/**
 * Issues the next CRL of a CA and puts it in the workspace.
 *
 * @param {CertificateItem} ca
 * @param {{ revoked: (Named & { reason?: string })[], released: Named[], days?: number }} wishes
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ item: CrlItem, findings: Finding[] }>}
 */
export async function publishCrl(ca, wishes, signal) {
  const last = lastCrlOf(ca);
  const params = {
    issuer: issuerOf(ca),
    now: now(),
    ...wishes,
    ...(last === null ? {} : { last: last.description.pem }),
  };
  const { crl, findings } = await ask('crl.issue', params, { signal, label: 'Signing the CRL' });
  const [item] = add(`Publish ${crl.title}`, [{ kind: 'crl', label: crl.title, description: crl }]);
  return { item: /** @type {CrlItem} */ (item), findings };
}
