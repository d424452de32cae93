// The BYOCA desk: what was dropped on it, and what the core says of it.

import { signal } from '@preact/signals';

import { now } from './clock.js';
import { ask } from './session.js';

/** @import { ByocaDesk } from '../worker/api' */

/** What lies on the desk, in the order in which it came. */
export const deskFiles = signal(/** @type {File[]} */ ([]));
/** Purposes that SCEP profiles are to issue for, as the core names them. */
export const wantedPurposes = signal(/** @type {string[]} */ ([]));
/** The last report; null while there is none. */
export const desk = signal(/** @type {ByocaDesk | null} */ (null));

/** Puts files on the desk; one of a name that lies there already takes its place. @param {File[]} files */
export function putOnDesk(files) {
  const names = new Set(files.map(({ name }) => name));
  deskFiles.value = [...deskFiles.value.filter(({ name }) => !names.has(name)), ...files];
}

/** Puts a text on the desk as if it were a file. @param {string} text */
export function putTextOnDesk(text) {
  deskFiles.value = [
    ...deskFiles.value,
    new File([text], `pasted ${deskFiles.value.length + 1}.pem`),
  ];
}

/** @param {File} file */
export function takeOffDesk(file) {
  deskFiles.value = deskFiles.value.filter((each) => each !== file);
}

export function clearDesk() {
  deskFiles.value = [];
}

/** Has the core judge what lies on the desk; again where that changed meanwhile. @param {AbortSignal} abort */
export async function judgeDesk(abort) {
  let files;
  let purposes;
  do {
    files = deskFiles.value;
    purposes = wantedPurposes.value;
    desk.value =
      files.length === 0
        ? null
        : await ask(
            'byoca.check',
            { files, at: now(), purposes },
            { signal: abort, label: 'Judging the answer' },
          );
  } while (files !== deskFiles.value || purposes !== wantedPurposes.value);
}
