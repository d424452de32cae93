// Files of an answer as one zip archive. It is made in the vault, so that a private key among them stays out of the page.

import { strToU8, zipSync } from 'fflate';

/** @typedef {{ path: string, kind: string, text?: string, base64?: string, private_key?: string }} PackFile */

/** @param {PackFile} file @returns {Uint8Array<ArrayBuffer>} */
function octetsOf({ text, base64, private_key: key }) {
  if (base64 !== undefined) return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return strToU8(text ?? key ?? '');
}

/**
 * @param {PackFile[]} files
 * @param {string} modified when the archive says that they were written: YYYY-MM-DDThh:mm:ssZ
 * @returns {Blob}
 */
export function zipOf(files, modified) {
  const mtime = new Date(modified);
  /** @type {import('fflate').Zippable} */
  const tree = {};
  for (const file of files) tree[file.path] = [octetsOf(file), { mtime }];
  return new Blob([zipSync(tree)], { type: 'application/zip' });
}
