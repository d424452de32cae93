// The openssl program: the other side of every journey.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A scratch folder and the openssl program in it. */
export class OpenSsl {
  /** Where the files are. */
  folder = mkdtempSync(path.join(tmpdir(), 'pki-openssl-'));

  /**
   * Runs openssl; throws with its words if it fails.
   *
   * @param {...string} args
   * @returns {string} what it printed
   */
  run(...args) {
    try {
      return execFileSync('openssl', args, {
        cwd: this.folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      const { stderr } = /** @type {{ stderr: string }} */ (/** @type {unknown} */ (error));
      throw new Error(`openssl ${args.join(' ')}\n${stderr}`, { cause: error });
    }
  }

  /**
   * @param {string} name
   * @returns {string} the full path of a file in the folder
   */
  path(name) {
    return path.join(this.folder, name);
  }

  /**
   * @param {string} name
   * @param {string | Uint8Array} content
   */
  write(name, content) {
    writeFileSync(this.path(name), content);
  }

  /** @param {string} name */
  read(name) {
    return readFileSync(this.path(name));
  }
}
