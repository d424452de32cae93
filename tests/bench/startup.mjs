// How long the page takes in Chromium from navigation until the core answers its first request. Opened from the disk, a
// fresh profile each time. Usage: node startup.mjs FILE
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const puppeteer = require('puppeteer-core');

const kRuns = 7;
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds until the page marks itself ready. @param {string} url */
async function measure(url) {
  const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', headless: true, args: flags });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForSelector('html[data-core="ready"]', { timeout: 30000 });
    return await page.evaluate(() => performance.getEntriesByName('core-ready')[0].startTime);
  } finally {
    await browser.close();
  }
}

const times = [];
for (let run = 0; run < kRuns; ++run) times.push(await measure(pathToFileURL(process.argv[2]).href));
times.sort((a, b) => a - b);
const text = [times[0], times[(kRuns - 1) / 2], times[kRuns - 1]].map((ms) => ms.toFixed(0)).join(' / ');
console.log(`start-up in Chromium, file://       ${text} ms until the core has answered (least / median / most of ${kRuns})`);
