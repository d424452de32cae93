// One journey's page: fresh storage, eyes on the network and on errors.

import { OpenSsl } from './openssl.js';
import { Ui } from './ui.js';

/** @import { Started } from './browsers.js' */

/**
 * @typedef {object} Session
 * @property {Ui} ui
 * @property {OpenSsl} openssl
 * @property {string} origin where the page came from
 * @property {string[]} requests what the page asked of the network, blob: and data: left out
 * @property {string[]} errors what went wrong in the page
 * @property {(line: string) => void} note says what the journey has done
 * @property {() => Promise<void>} close
 * @property {Started} started
 */

/**
 * @typedef {object} Journey
 * @property {string} name a sentence
 * @property {'served' | 'file'} [place] where the page is opened from
 * @property {(session: Session) => Promise<void>} play
 */

/**
 * Opens the page and waits until its core runs.
 *
 * @param {Started} started
 * @param {string} url
 * @param {string[]} log
 * @returns {Promise<Session>}
 */
export async function openPage(started, url, log) {
  const context = await started.browser.createBrowserContext(
    started.name === 'chromium'
      ? {
          downloadBehavior: {
            policy: 'allow',
            downloadPath: started.downloads,
          },
        }
      : {},
  );
  const page = await context.newPage();
  const requests = /** @type {string[]} */ ([]);
  const errors = /** @type {string[]} */ ([]);
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  // "Leave the page?" Yes.
  page.on('dialog', (dialog) => dialog.accept());
  page.on('pageerror', (error) => {
    errors.push(error instanceof Error ? error.message : String(error));
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  const ui = new Ui(page, started.downloads);
  await ui.wait('h1');
  if ((await ui.text('h1')).includes('did not start')) throw new Error(await ui.text('main'));
  return {
    ui,
    openssl: new OpenSsl(),
    origin: url,
    requests,
    errors,
    started,
    note: (line) => log.push(line),
    close: () => context.close(),
  };
}
