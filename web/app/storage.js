// The few settings that the page keeps between visits: never anything of the workspace, never a key.

/** @returns {Storage | null} where the browser allows it */
function store() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @returns {string | null}
 */
export function readSetting(name) {
  try {
    return store()?.getItem(`pki-workbench.${name}`) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writeSetting(name, value) {
  try {
    store()?.setItem(`pki-workbench.${name}`, value);
  } catch {
    // Full or forbidden: the setting lasts for this visit.
  }
}
