// Takes pictures of the pages, for people to look at: build/screenshots/<browser>-<look>-<page>.png
//
//   node screenshots.js [--browser NAME] [--page FILE] [--out FOLDER] [--examples | --cloud | --estate | --readme]
//
// With --examples: every prepared chain after its check, whole, instead of the pages. With --cloud: those of Cloud PKI. With
// --readme: the pictures of Cloud PKI and the estate in the README: node tests/web/screenshots.js --readme --browser chromium --out docs

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { startBrowser } from './support/browsers.js';
import { openPage } from './support/session.js';
import { createCloudLab, createEstateLab, loadSampleLab } from './support/steps.js';

/** @import { BrowserName } from './support/browsers.js' */
/** @import { Ui } from './support/ui.js' */

const { values: options } = parseArgs({
  options: {
    browser: {
      type: 'string',
      multiple: true,
      default: ['chromium', 'firefox'],
    },
    page: { type: 'string' },
    out: { type: 'string' },
    examples: { type: 'boolean', default: false },
    cloud: { type: 'boolean', default: false },
    estate: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});
// The picture of Cloud PKI in the README: one browser, one look, a place of its own.
const kReadmePicture = 'cloud-pki.png';
const inBuild = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../build/${name}`, import.meta.url));
const page = pathToFileURL(path.resolve(options.page ?? inBuild('web/index.html'))).href;
const out = options.out ?? inBuild('screenshots');
await mkdir(out, { recursive: true });

const kLooks = /** @type {const} */ ([
  { name: 'light', theme: 'light', width: 1280, height: 800 },
  { name: 'dark', theme: 'dark', width: 1280, height: 800 },
  { name: 'phone', theme: 'light', width: 390, height: 844 },
]);

const kPages = [
  'create',
  'create-root',
  'create-issuing',
  'new-request',
  'issue',
  'requests',
  'inspect',
  'pile',
  'byoca',
  'faults',
  'fault/no-issuer',
  'rule/path.build.no_issuer',
  'about',
];

/** @param {Ui} ui @param {string} prefix */
async function takeExamples(ui, prefix) {
  await ui.go('check');
  await ui.click('button', 'Examples');
  await ui.wait('.example');
  const ids = await ui.page.$$eval('.example', (all) =>
    all.map((node) => node.getAttribute('data-example') ?? ''),
  );
  await ui.page.screenshot({ path: path.join(out, `${prefix}-examples.png`) });
  await ui.page.keyboard.press('Escape');
  for (const id of ids) {
    await ui.click('button', 'Examples');
    await ui.wait(`[data-example="${id}"]`);
    await ui.page.$eval(`[data-example="${id}"]`, (node) => /** @type {any} */ (node).click());
    await ui.wait(`.example-card[data-example="${id}"]`);
    await ui.wait('.parties');
    await sleep(400);
    await ui.page.screenshot({
      path: path.join(out, `${prefix}-example-${id}.png`),
      fullPage: true,
    });
  }
}

/** @param {Ui} ui @param {string} prefix */
async function takeAll(ui, prefix) {
  const shoot = async (/** @type {string} */ name) => {
    await sleep(400);
    await ui.page.screenshot({
      path: path.join(out, `${prefix}-${name}.png`),
      fullPage: true,
    });
  };
  await shoot('welcome');
  await loadSampleLab(ui);
  await sleep(500);
  await shoot('workspace');
  await ui.click('button', 'Picture');
  await shoot('picture');
  for (const name of kPages) {
    await ui.go(name);
    await shoot(name.replace('/', '-'));
  }
  await ui.go('check');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict');
  await shoot('check');
  await ui.go('');
  await ui.wait('.table-box a');
  await ui.click('link', 'mail.sample.example');
  await ui.wait('.summary');
  await shoot('request');
  await ui.click('link', 'Sign it');
  await ui.wait('.review');
  await shoot('sign');
  await ui.go('');
  await ui.wait('.tree');
  await ui.click('link', 'Sample Issuing CA');
  await ui.wait('.browser [role=treeitem]');
  await ui.page.focus('.browser [role=treeitem]');
  await shoot('certificate');
}

/** @param {Ui} ui @param {string} prefix */
async function takeCloud(ui, prefix) {
  /** @param {string} what */
  const shoot = async (what) => {
    await sleep(300);
    await ui.page.screenshot({
      path: /** @type {`${string}.png`} */ (path.join(out, `${prefix}-cloud-${what}.png`)),
      fullPage: true,
    });
  };
  await createCloudLab(ui);
  await shoot('devices');
  await ui.go('cloud');
  await ui.see('Certification authorities', 'main');
  await shoot('tenant');
  for (const name of ['Cloud Issuing', 'BYOCA Issuing']) {
    await ui.go('cloud');
    await ui.click('link', name);
    await ui.see(name, 'h1');
    await shoot(name.toLowerCase().replace(' ', '-'));
  }
  await ui.go('cloud-create');
  await ui.see('Create a CA', 'h1');
  await shoot('create');
}

const kWebServer = 'Web server (Apache)';

/** One root is missing at one relying party, and that is looked at. @param {Ui} ui */
async function breakEstate(ui) {
  await createEstateLab(ui);
  await ui.click('button', kWebServer);
  await ui.click('button', `Take out Cloud Root, which ${kWebServer} holds`);
  await ui.see('stopped working', '[data-summary]');
  await ui.click('button', `Pixel of Cleo with ${kWebServer}`);
  await ui.see('What would help', 'main');
}

/** @param {Ui} ui @param {string} prefix */
async function takeEstate(ui, prefix) {
  await breakEstate(ui);
  await ui.click('button', 'Play it in TLS 1.3');
  await ui.see('alert unknown_ca', '[data-handshake]');
  await dismissMessages(ui);
  const played = await ui.page.$('[data-handshake]');
  await played?.screenshot({
    path: /** @type {`${string}.png`} */ (path.join(out, `${prefix}-estate-handshake.png`)),
  });
  for (const [what, tab, words] of [
    ['matrix', 'Who can talk to whom', 'What would help'],
    ['plan', 'Who must be given what', 'conversations stop'],
    ['anchors', 'Trust anchors', 'would stop'],
  ]) {
    await ui.click('button', tab);
    await ui.see(words, 'main');
    await sleep(300);
    await ui.page.screenshot({
      path: /** @type {`${string}.png`} */ (path.join(out, `${prefix}-estate-${what}.png`)),
      fullPage: true,
    });
  }
}

/** Messages would cover what is shown. @param {Ui} ui */
async function dismissMessages(ui) {
  await ui.page.$$eval('[aria-label="Dismiss"]', (all) =>
    all.forEach((node) => /** @type {HTMLElement} */ (node).click()),
  );
  await sleep(500);
}

/** The picture in the README: the tenant's CAs, in a window that fits them. @param {Ui} ui */
async function takeReadme(ui) {
  await createCloudLab(ui);
  await ui.go('cloud');
  await ui.see('Certification authorities', 'main');
  await dismissMessages(ui);
  await ui.page.screenshot({ path: path.join(out, kReadmePicture) });
}

/** The picture of the estate in the README. @param {Ui} ui */
async function takeReadmeEstate(ui) {
  await breakEstate(ui);
  await dismissMessages(ui);
  await ui.resize({ width: 1280, height: 1500 });
  await ui.page.evaluate(() => window.scrollTo(0, 0));
  await sleep(500);
  await ui.page.screenshot({ path: path.join(out, 'estate.png') });
}

for (const name of /** @type {BrowserName[]} */ (options.browser)) {
  const started = await startBrowser(name);
  for (const look of options.readme ? kLooks.slice(0, 1) : kLooks) {
    const session = await openPage(started, page, []);
    await session.ui.resize({ width: look.width, height: look.height });
    await session.ui.page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, look.theme);
    const take = options.readme
      ? takeReadme
      : options.estate
        ? takeEstate
        : options.cloud
          ? takeCloud
          : options.examples
            ? takeExamples
            : takeAll;
    await take(session.ui, `${name}-${look.name}`);
    await session.close();
    if (options.readme) {
      const second = await openPage(started, page, []);
      await second.ui.resize({ width: look.width, height: look.height });
      await takeReadmeEstate(second.ui);
      await second.close();
    }
  }
  await started.browser.close();
}
console.log(`the pictures are in ${out}`);
