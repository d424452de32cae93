// How a certificate stands in time, and what it is, each as icon and word.

import { html } from '../html.js';
import { Badge } from '../findings.js';

/** @import { Certificate, Crl, InspectedItem } from '../../worker/api' */
/** @import { IconName } from '../icon.js' */
/** @import { Item } from '../../app/workspace.js' */

const kStates = /** @type {Record<string, { tone: string, icon: IconName, word: string }>} */ ({
  valid: { tone: 'pass', icon: 'pass', word: 'Valid' },
  expired: { tone: 'error', icon: 'error', word: 'Expired' },
  'not yet valid': { tone: 'warning', icon: 'clock', word: 'Not yet valid' },
});

/** @param {{ certificate: Certificate }} props */
export function ValidityBadge({ certificate }) {
  const look = kStates[certificate.validity?.state ?? ''];
  if (look === undefined) return null;
  return html`<${Badge} tone=${look.tone} icon=${look.icon}>${look.word}<//>`;
}

/** @param {{ crl: Crl }} props */
export function CrlBadge({ crl }) {
  const late = crl.validity?.state === 'expired';
  const look = kStates[crl.validity?.state ?? ''];
  if (look === undefined) return null;
  return html`<${Badge} tone=${look.tone} icon=${look.icon}>${late ? 'Lapsed' : look.word}<//>`;
}

const kKindIcons = /** @type {Record<string, IconName>} */ ({
  csr: 'request',
  crl: 'error',
  'private-key': 'key',
  'encrypted-private-key': 'key',
  'public-key': 'key',
  'root CA': 'root',
  'intermediate CA': 'issuing',
  'issuing CA': 'issuing',
  leaf: 'leaf',
  certificate: 'certificate',
});

const kKindNames = /** @type {Record<string, string>} */ ({
  certificate: 'Certificate',
  csr: 'Certificate signing request',
  crl: 'Certificate revocation list',
  'public-key': 'Public key',
  'private-key': 'Private key',
  'encrypted-private-key': 'Encrypted private key',
  pkcs7: 'PKCS #7 bundle',
  other: 'Something else',
});

/**
 * @param {{ kind: string, description?: any }} item
 * @returns {IconName}
 */
export function iconOf({ kind, description }) {
  return kKindIcons[description?.role] ?? kKindIcons[kind] ?? 'request';
}

/**
 * @param {Item | InspectedItem} item
 * @returns {string} what kind of thing it is, in words
 */
export function kindOf({ kind, description }) {
  const role = /** @type {any} */ (description)?.role;
  if (kind !== 'certificate' || !role) return kKindNames[kind] ?? kind;
  return role === 'leaf' ? 'Leaf certificate' : `${role[0].toUpperCase()}${role.slice(1)}`;
}
