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
 * @param {(value: unknown, key: string) => unknown} replace
 * @param {string} [key] the member's name
 * @returns {any}
 */
function rewrite(value, replace, key = '') {
  const replaced = replace(value, key);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((member) => rewrite(member, replace));
  if (!isObject(value) || value instanceof Blob) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, rewrite(member, replace, name)]),
  );
}

/**
 * The values inside `value` that `wanted` picks; it does not look inside those.
 *
 * @param {unknown} value
 * @param {(value: unknown, key: string) => boolean} wanted
 * @param {string} [key]
 * @param {unknown[]} [found]
 * @returns {any[]}
 */
function collect(value, wanted, key = '', found = []) {
  if (wanted(value, key)) found.push(value);
  else if (Array.isArray(value)) for (const member of value) collect(member, wanted, '', found);
  else if (isObject(value) && !(value instanceof Blob)) {
    for (const [name, member] of Object.entries(value)) collect(member, wanted, name, found);
  }
  return found;
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
export async function readFiles(params) {
  const isText = (/** @type {unknown} */ value) => isObject(value) && value.textOf instanceof Blob;
  const files = collect(params, (value) => value instanceof Blob || isText(value));
  if (files.length === 0) return params;
  const read = new Map();
  for (const file of files) {
    if (isText(file)) read.set(file, await file.textOf.text());
    else
      read.set(file, { name: 'name' in file ? String(file.name) : '', data: await base64Of(file) });
  }
  return rewrite(params, (value) => read.get(value));
}

/**
 * Puts the keys in for their handles: {handle} becomes the PEM text, {handle, password} becomes {pem, password}.
 *
 * @param {object} params
 * @param {(handle: string) => string} keyOf throws for an unknown handle
 * @returns {object}
 */
export function putKeysIn(params, keyOf) {
  return rewrite(params, (value) => {
    if (!isObject(value) || typeof value.handle !== 'string') return undefined;
    const pem = keyOf(value.handle);
    return value.password === undefined ? pem : { pem, password: value.password };
  });
}

/**
 * Takes every private key out of a result and leaves its handle.
 *
 * @param {unknown} result
 * @param {(pem: string) => Promise<string>} keep stores a key and returns its handle
 * @returns {Promise<any>}
 */
export async function takeKeysOut(result, keep) {
  const isKey = (/** @type {unknown} */ value, /** @type {string} */ key) =>
    key === 'private_key' && typeof value === 'string';
  const keys = [...new Set(collect(result, isKey))];
  if (keys.length === 0) return result;
  const kept = await Promise.all(keys.map(async (pem) => [pem, { handle: await keep(pem) }]));
  const handles = new Map(/** @type {[string, object][]} */ (kept));
  return rewrite(result, (value, key) =>
    isKey(value, key) ? handles.get(/** @type {string} */ (value)) : undefined,
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

/**
 * The same without any private key or handle of one: for work that needs none, so that any worker can do it.
 *
 * @template T
 * @param {T} params
 * @returns {T}
 */
export function withoutKeys(params) {
  return rewrite(params, (_, key) => (key === 'private_key' ? null : undefined));
}
