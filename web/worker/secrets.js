// Where private keys enter and leave a request: handles become keys on the way in, keys become handles on the way out.

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Copies `value`, replacing what `replace` answers for (undefined: leave it and go on inside).
 *
 * @param {unknown} value
 * @param {(value: unknown, key: string) => Promise<unknown>} replace
 * @param {string} [key] the member's name
 * @returns {Promise<any>}
 */
async function rewrite(value, replace, key = '') {
  const replaced = await replace(value, key);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) {
    return Promise.all(value.map((member) => rewrite(member, replace)));
  }
  if (!isObject(value) || value instanceof Blob) return value;
  const entries = Object.entries(value).map(
    async ([name, member]) => /** @type {const} */ ([name, await rewrite(member, replace, name)]),
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** @param {Blob} file */
async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = [];
  for (let offset = 0; offset < bytes.length; offset += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(offset, offset + 0x8000)));
  }
  return btoa(parts.join(''));
}

/**
 * Turns files in `params` into what the API wants: a File becomes a source {name, data}, {textOf: File} its text.
 *
 * @param {object} params
 * @returns {Promise<object>}
 */
export function readFiles(params) {
  return rewrite(params, async (value) => {
    if (value instanceof Blob) {
      const name = 'name' in value ? String(value.name) : '';
      return { name, data: await base64Of(value) };
    }
    if (isObject(value) && value.textOf instanceof Blob) return value.textOf.text();
    return undefined;
  });
}

/**
 * Puts the keys in for their handles: {handle} becomes the PEM text, {handle, password} becomes {pem, password}.
 *
 * @param {object} params
 * @param {(handle: string) => string} keyOf throws for an unknown handle
 * @returns {Promise<object>}
 */
export function putKeysIn(params, keyOf) {
  return rewrite(params, async (value) => {
    if (!isObject(value) || typeof value.handle !== 'string') return undefined;
    const pem = keyOf(value.handle);
    return value.password === undefined ? pem : { pem, password: value.password };
  });
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function holdsKey(value) {
  if (Array.isArray(value)) return value.some(holdsKey);
  return isObject(value) && ('private_key' in value || Object.values(value).some(holdsKey));
}

/**
 * Takes every private key out of a result and leaves its handle.
 *
 * @param {unknown} result
 * @param {(pem: string) => Promise<string>} keep stores a key and returns its handle
 * @returns {Promise<any>}
 */
export async function takeKeysOut(result, keep) {
  if (!holdsKey(result)) return result;
  return rewrite(result, async (value, key) =>
    key === 'private_key' && typeof value === 'string' ? { handle: await keep(value) } : undefined,
  );
}

/**
 * Tells whether `params` names a key by its handle, so that only the vault can do the work.
 *
 * @param {unknown} params
 * @returns {boolean}
 */
export function namesKey(params) {
  if (Array.isArray(params)) return params.some(namesKey);
  if (!isObject(params) || params instanceof Blob) return false;
  return typeof params.handle === 'string' || Object.values(params).some(namesKey);
}
