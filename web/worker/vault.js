// The vault: the one place in the page that holds private keys, each behind a handle that says nothing about it.

import { zipOf } from './archive.js';
import { putKeysIn, takeKeysOut } from './secrets.js';

/** @import { Answer, CoreLike } from './protocol' */

/** Results that are secret as a whole: the page gets them as a file that it can save but need not read. */
const kSecretResults = /** @type {Record<string, {member: string, type: string}>} */ ({
  'key.export': { member: 'pem', type: 'application/x-pem-file' },
  'workspace.write': { member: 'text', type: 'application/json' },
  'tenant.write': { member: 'text', type: 'application/json' },
  'lab.write': { member: 'text', type: 'application/json' },
});

/** Keeps private keys for the length of the session. */
export class Vault {
  /** @type {Map<string, string>} */
  #keys = new Map();
  /** The handle of each. @type {Map<string, string>} */
  #handles = new Map();

  /**
   * Stores a key; the same key gets the same handle.
   *
   * @param {string} pem
   * @returns {string} the handle
   */
  keep(pem) {
    const known = this.#handles.get(pem);
    if (known !== undefined) return known;
    const handle = `key-${crypto.randomUUID()}`;
    this.#keys.set(handle, pem);
    this.#handles.set(pem, handle);
    return handle;
  }

  /**
   * @param {string} handle
   * @returns {string} the key's PEM
   */
  keyOf(handle) {
    const pem = this.#keys.get(handle);
    if (pem === undefined) throw new UnknownKey(handle);
    return pem;
  }

  /**
   * Forgets every key that is not listed.
   *
   * @param {string[]} handles
   */
  retain(handles) {
    const wanted = new Set(handles);
    for (const [handle, pem] of [...this.#keys]) {
      if (wanted.has(handle)) continue;
      this.#keys.delete(handle);
      this.#handles.delete(pem);
    }
  }

  /**
   * Does one request that needs keys.
   *
   * @param {CoreLike} core
   * @param {string} method
   * @param {any} params
   * @returns {Promise<Answer>}
   */
  async call(core, method, params) {
    if (method === 'vault.retain') {
      this.retain(params.handles);
      return { ok: true, result: {} };
    }
    if (method === 'vault.unlock') return this.#unlock(core, params.key);
    const answer = await core.call(
      method,
      putKeysIn(params, (handle) => this.keyOf(handle)),
    );
    if (!answer.ok) return answer;
    if (method === 'estate.pack') return { ok: true, result: packed(answer.result) };
    return { ok: true, result: await this.#withoutSecrets(method, answer.result) };
  }

  /**
   * Replaces an encrypted key by its plain form, so that its password is asked for once.
   *
   * @param {CoreLike} core
   * @param {object} key {handle, password}
   * @returns {Promise<Answer>}
   */
  async #unlock(core, key) {
    const params = putKeysIn({ key }, (handle) => this.keyOf(handle));
    const plain = await core.call('key.export', params);
    if (!plain.ok) return plain;
    const described = await core.call('key.inspect', { key: plain.result.pem });
    if (!described.ok) return described;
    const handle = this.keep(plain.result.pem);
    return { ok: true, result: { key: described.result.key, private_key: { handle } } };
  }

  /**
   * @param {string} method
   * @param {any} result
   */
  async #withoutSecrets(method, result) {
    const secret = kSecretResults[method];
    if (secret === undefined) return takeKeysOut(result, async (pem) => this.keep(pem));
    const { [secret.member]: text, ...rest } = result;
    return { ...rest, file: new Blob([text], { type: secret.type }) };
  }
}

/**
 * The deploy pack as an archive, and what of it may be looked at.
 *
 * @param {{ at: string, files: import('./archive.js').PackFile[] }} pack
 */
function packed({ at, files }) {
  const shown = files.map(({ path, kind, text = null }) => ({ path, kind, text }));
  return { file: zipOf(files, at), files: shown };
}

/** A handle that the vault does not know: the key was removed, or belongs to an earlier session. */
export class UnknownKey extends Error {
  /** @param {string} handle */
  constructor(handle) {
    super(`no key ${handle}`);
    this.name = 'UnknownKey';
  }
}
