// Files that a browser saves: seen when they are complete.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How browsers call what is not complete. */
const kUnfinished = /^\.|\.(crdownload|part|tmp)$/;

/** How often a file is looked at that may grow still, in milliseconds. */
const kLook = 100;

/**
 * Does something that saves one file, and waits until that is complete: nothing is under another name any more, and it has
 * not grown since it was looked at before.
 *
 * @param {string} folder
 * @param {() => Promise<unknown>} act
 * @param {number} patience in milliseconds
 * @returns {Promise<{ name: string, path: string, content: Buffer }>}
 */
export async function saved(folder, act, patience) {
  const before = new Set(readdirSync(folder));
  await act();
  const deadline = Date.now() + patience;
  let size = 0;
  while (Date.now() < deadline) {
    const added = readdirSync(folder).filter((entry) => !before.has(entry));
    const name = added.find((entry) => !kUnfinished.test(entry));
    const file = path.join(folder, name ?? '');
    const now = name === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    if (name !== undefined && now > 0 && now === size && added.length === 1) {
      return { name, path: file, content: readFileSync(file) };
    }
    size = now;
    await sleep(kLook);
  }
  throw new Error('the download did not come');
}
