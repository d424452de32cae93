// The BYOCA desk: what was dropped on it, and what the core says of it.

import { batch, signal } from '@preact/signals';

import { now } from './clock.js';
import { ask } from './session.js';

/** @import { ByocaDesk } from '../worker/api' */

/** What lies on the desk, in the order in which it came. */
export const deskFiles = signal(/** @type {File[]} */ ([]));
/** Purposes that SCEP profiles are to issue for, as the core names them. */
export const wantedPurposes = signal(/** @type {string[]} */ ([]));
/** The last report; null while there is none. */
export const desk = signal(/** @type {ByocaDesk | null} */ (null));

/** What was said of other files is no verdict on these. @param {File[]} files */
function lay(files) {
  batch(() => {
    deskFiles.value = files;
    desk.value = null;
  });
}

/** Puts files on the desk; one of a name that lies there already takes its place. @param {File[]} files */
export function putOnDesk(files) {
  const names = new Set(files.map(({ name }) => name));
  lay([...deskFiles.value.filter(({ name }) => !names.has(name)), ...files]);
}

/** Puts a text on the desk as if it were a file. @param {string} text */
export function putTextOnDesk(text) {
  const name = `pasted ${deskFiles.value.length + 1}.pem`;
  lay([...deskFiles.value, new File([text], name)]);
}

/** @param {File} file */
export function takeOffDesk(file) {
  lay(deskFiles.value.filter((each) => each !== file));
}

export function clearDesk() {
  lay([]);
}

/** Has the core judge what lies on the desk; again where that changed meanwhile. @param {AbortSignal} abort */
export async function judgeDesk(abort) {
  for (;;) {
    const files = deskFiles.value;
    const purposes = wantedPurposes.value;
    const options = { signal: abort, label: 'Judging the answer' };
    const report =
      files.length === 0 ? null : await ask('byoca.check', { files, at: now(), purposes }, options);
    if (files === deskFiles.value && purposes === wantedPurposes.value) {
      desk.value = report;
      return;
    }
  }
}
