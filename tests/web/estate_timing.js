// How long the page takes to decide who can talk to whom in a large estate, from the click until the answer is painted.
//
//   tests/bench/large_estate.py build/native/cli/pkiwb build/large.tenant.json 500 20
//   node estate_timing.js --lab ../../build/large.tenant.json [--browser chromium|firefox] [--page FILE]
//
// Prints milliseconds; nothing here passes or fails.

import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { startBrowser } from './support/browsers.js';
import { openPage } from './support/session.js';

/** @import { BrowserName } from './support/browsers.js' */
/** @import { Ui } from './support/ui.js' */

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
    lab: { type: 'string' },
    page: { type: 'string' },
  },
});
const built = fileURLToPath(new URL('../../build/web/index.html', import.meta.url));
const page = pathToFileURL(path.resolve(options.page ?? built)).href;
if (!options.lab) throw new Error('--lab FILE: see the beginning of this file');

/**
 * Does something, and waits until the summary of the matrix is another and painted.
 *
 * @param {Ui} ui
 * @param {string | null} clicked a selector; null: goes to the page of the estate
 * @returns {Promise<number>} milliseconds
 */
function untilDecided(ui, clicked) {
  return ui.page.evaluate(
    (selector) =>
      new Promise((resolve) => {
        const text = () => document.querySelector('[data-summary]')?.textContent ?? '';
        const before = text();
        const began = performance.now();
        const observer = new MutationObserver(() => {
          if (text() === before || text() === '') return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        if (selector === null) location.hash = '#/estate';
        else /** @type {HTMLElement} */ (document.querySelector(selector)).click();
      }),
    clicked,
  );
}

/** @param {string} title @param {number} time */
const print = (title, time) => console.log(`${title.padEnd(64)}${time.toFixed(0).padStart(6)}`);

for (const browser of /** @type {BrowserName[]} */ (options.browser)) {
  const started = await startBrowser(browser);
  const session = await openPage(started, page, []);
  const { ui } = session;
  await ui.go('cloud');
  const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
    await ui.page.waitForSelector('input[type=file][accept=".json"]')
  );
  const opening = Date.now();
  await input.uploadFile(path.resolve(options.lab));
  await ui.see('Certification authorities', 'main');
  print(`${browser}: the file is opened`, Date.now() - opening);
  print(`${browser}: the matrix, decided for the first time`, await untilDecided(ui, null));
  console.log(`  ${(await ui.text('.estate-summary')).replaceAll(/\s+/g, ' ').trim()}`);
  await ui.page.click('.matrix thead th:nth-child(3) button');
  const takeOut = 'button[aria-label^="Take out Root,"], button[aria-label*="Take out Root"]';
  await ui.wait(takeOut);
  print(`${browser}: a root is taken out of one store`, await untilDecided(ui, takeOut));
  console.log(`  ${(await ui.text('.estate-summary')).replaceAll(/\s+/g, ' ').trim()}`);
  await session.close();
  await started.browser.close();
}
