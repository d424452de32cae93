// The two browsers, started without a window and with their own scratch folders.

import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { puppeteer } from './packages.js';

/** @import { Browser } from 'puppeteer-core' */

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {{ name: BrowserName, browser: Browser, downloads: string }} Started */

const kPrograms = {
  chromium: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

const kChromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

/** @param {string} downloads */
const firefoxPreferences = (downloads) => ({
  // As in a profile of a person: puppeteer's own default is laxer.
  'security.fileuri.strict_origin_policy': true,
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.alwaysOpenPanel': false,
  'browser.download.always_ask_before_handling_new_types': false,
  'dom.disable_beforeunload': false,
});

/**
 * The program of a browser; PKI_CHROMIUM and PKI_FIREFOX name another than the installed one.
 *
 * @param {BrowserName} name
 * @returns {string | null} the program, or null where the browser is not installed
 */
export function programOf(name) {
  const named = process.env[`PKI_${name.toUpperCase()}`];
  return [named ?? '', ...kPrograms[name]].find((program) => existsSync(program)) ?? null;
}

/**
 * Starts a browser.
 *
 * @param {BrowserName} name
 * @returns {Promise<Started>}
 */
export async function startBrowser(name) {
  const executablePath = programOf(name);
  if (executablePath === null) throw new Error(`${name} is not installed`);
  const downloads = await mkdtemp(path.join(tmpdir(), `pki-${name}-downloads-`));
  const common = {
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
  };
  const browser =
    name === 'chromium'
      ? await puppeteer.launch({
          ...common,
          browser: 'chrome',
          args: kChromiumArguments,
          downloadBehavior: { policy: 'allow', downloadPath: downloads },
        })
      : await puppeteer.launch({
          ...common,
          browser: 'firefox',
          extraPrefsFirefox: firefoxPreferences(downloads),
        });
  return { name, browser, downloads };
}
