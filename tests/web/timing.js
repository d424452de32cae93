// How long the page takes, from what a person does until the browser has painted the answer.
//
//   node timing.js [--browser chromium|firefox] [--page FILE] [--rounds N]
//
// Times a change of a usual chain (three certificates) to its new verdict, and a pile of 200 certificates to its sorted
// chains; in Chromium also what the page's thread worked for it, which a busy machine changes little. Prints milliseconds
// and the load of the machine; nothing here passes or fails.

import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { startBrowser } from './support/browsers.js';
import { filesOf, makeIssued, makeRoot, manyRoots } from './support/issuing.js';
import { openPage } from './support/session.js';

/** @import { BrowserName } from './support/browsers.js' */
/** @import { Session } from './support/session.js' */
/** @import { Ui } from './support/ui.js' */

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
    page: { type: 'string' },
    rounds: { type: 'string', default: '15' },
  },
});
const built = fileURLToPath(new URL('../../build/web/index.html', import.meta.url));
const page = pathToFileURL(path.resolve(options.page ?? built)).href;
const rounds = Number(options.rounds);

/** Rounds that are not counted: the first ones compile. */
const kWarmUp = 3;
const kPile = 200;

/** @param {string} title @param {number[]} times in milliseconds */
function print(title, times) {
  const sorted = [...times].sort((left, right) => left - right);
  const numbers = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted[sorted.length - 1]];
  const text = numbers.map((time) => time.toFixed(0).padStart(5)).join(' /');
  console.log(`${title.padEnd(64)}${text}`);
}

/**
 * Clicks, and waits until what is watched has changed and the browser has painted it.
 *
 * @param {Ui} ui
 * @param {string} button a selector of what is clicked
 * @param {string} watched a selector: what must read otherwise
 * @returns {Promise<number>} milliseconds
 */
function clickUntilPainted(ui, button, watched) {
  return ui.page.evaluate(
    (clicked, changed) =>
      new Promise((resolve) => {
        const text = () => document.querySelector(changed)?.textContent ?? '';
        const before = text();
        const began = performance.now();
        const observer = new MutationObserver(() => {
          if (text() === before || text() === '') return;
          observer.disconnect();
          // After the next frame was drawn.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        /** @type {HTMLElement} */ (document.querySelector(clicked)).click();
      }),
    button,
    watched,
  );
}

/**
 * What the page's thread has worked so far, in milliseconds of the processor.
 *
 * @param {Ui} ui
 * @param {string} browser only Chromium tells
 * @returns {Promise<() => Promise<number>>}
 */
async function workMeter(ui, browser) {
  if (browser !== 'chromium') return async () => 0;
  const session = await ui.page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}

/** @param {Ui} ui @param {string} browser @param {string} name @param {string} button @param {string} watched */
async function timeChange(ui, browser, name, button, watched) {
  const worked = await workMeter(ui, browser);
  const times = [];
  const work = [];
  for (let round = 0; round < kWarmUp + rounds; round += 1) {
    const before = await worked();
    times.push(await clickUntilPainted(ui, button, watched));
    work.push((await worked()) - before);
    // The table of relying parties follows the verdict; the next change must not wait for it.
    await sleep(400);
  }
  print(`${browser}: ${name}`, times.slice(kWarmUp));
  if (browser === 'chromium') print("  of it the page's thread at work", work.slice(kWarmUp));
}

/** @param {Session} session @param {string} browser */
async function timeChanges({ ui, openssl }, browser) {
  makeRoot(openssl, 'Root');
  makeIssued(openssl, 'Root', 'Issuing', { ca: true });
  makeIssued(openssl, 'Issuing', 'leaf', { extensions: 'subjectAltName=DNS:leaf.example\n' });
  await ui.go('check');
  await ui.wait('.drop-zone');
  await ui.drop(...filesOf(openssl, 'leaf.pem', 'Issuing.pem', 'Root.pem'));
  await ui.wait('.part-table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.parties');
  const verdict = '.verdict p';
  const parties = '.parties tbody';
  const issuing = 'input[aria-label="At hand: Issuing"]';
  const root = 'input[aria-label="Trust: Root"]';
  await timeChange(ui, browser, 'a certificate comes or goes, new verdict', issuing, verdict);
  await timeChange(ui, browser, 'an anchor comes or goes, new verdict', root, verdict);
  await timeChange(ui, browser, 'the same, all relying parties too', root, parties);
}

/** @param {Session} session */
function makePile({ openssl }) {
  const roots = manyRoots(openssl, kPile - 60);
  const count = kPile - roots.toString().split('BEGIN CERTIFICATE').length + 1;
  makeRoot(openssl, 'Gone');
  makeIssued(openssl, 'Gone', 'Lost', { ca: true });
  const names = Array.from({ length: count }, (_, index) => `stray${index}`);
  const address = 'authorityInfoAccess=caIssuers;URI:http://pki.example/lost.cer\n';
  for (const name of names) makeIssued(openssl, 'Lost', name, { extensions: address });
  const strays = Buffer.concat(names.map((name) => openssl.read(`${name}.pem`)));
  return [
    { name: 'roots.crt', content: roots },
    { name: 'strays.crt', content: strays },
  ];
}

/** @param {Session} session @param {string} browser */
async function timePile(session, browser) {
  const { ui } = session;
  const files = makePile(session).map(({ name, content }) => ({
    name,
    text: content.toString('utf8'),
  }));
  await ui.go('pile');
  await ui.wait('.drop-zone');
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const time = await ui.page.evaluate(
      (list) =>
        new Promise((resolve) => {
          const transfer = new DataTransfer();
          for (const { name, text } of list) transfer.items.add(new File([text], name));
          const began = performance.now();
          const observer = new MutationObserver(() => {
            if (document.querySelector('.pile-chain') === null) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          });
          observer.observe(document.body, { subtree: true, childList: true });
          const carried = { dataTransfer: transfer, bubbles: true, cancelable: true };
          for (const type of ['dragenter', 'dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(type, carried));
        }),
      files,
    );
    times.push(time);
    if (round === 0) console.log(`${browser}: ${(await ui.text('.sentence')).trim()}`);
    await ui.click('button', 'Clear');
    await ui.page.waitForFunction(() => document.querySelector('.pile-chain') === null);
  }
  print(`${browser}: a pile of ${kPile}, sorted and drawn`, times);
}

/** How busy the machine is: more than its processors waits. */
const load = () =>
  `load ${loadavg()[0].toFixed(1)} over the last minute, ${cpus().length} processors`;
console.log(`milliseconds: least / median / most; ${load()}`);
for (const browser of /** @type {BrowserName[]} */ (options.browser)) {
  const started = await startBrowser(browser);
  for (const measure of [timeChanges, timePile]) {
    const session = await openPage(started, page, []);
    await measure(session, browser);
    await session.close();
  }
  await started.browser.close();
}
console.log(load());
