// Takes pictures of the pages, for people to look at: build/screenshots/<browser>-<look>-<page>.png, or .pdf on paper
//
//   node screenshots.js [--browser NAME]... [--look NAME]... [--of WHAT] [--only ID]... [--window] [--page FILE] [--out FOLDER]
//
// --of: workbench (the usual), examples (every prepared chain after its check), cloud, estate, readme. --only: these
// pages of the workbench, these examples. --look: light, dark, phone, phone-dark, zoom (1280 x 800 at 400%), paper. --window: what the window shows
// instead of the whole page. The README's pictures: node screenshots.js --of readme --out ../../docs

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { takeCloud } from './pictures/cloud.js';
import { takeEstate } from './pictures/estate.js';
import { takeExamples } from './pictures/examples.js';
import { Camera, kUsualLooks, lookOf } from './pictures/looks.js';
import { takeReadmeCloud, takeReadmeEstate, takeReadmeWorkbench } from './pictures/readme.js';
import { takeWorkbench } from './pictures/workbench.js';
import { startBrowser } from './support/browsers.js';
import { openPage } from './support/session.js';

/** @import { BrowserName } from './support/browsers.js' */

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true, default: [] },
    look: { type: 'string', multiple: true, default: [] },
    of: { type: 'string', default: 'workbench' },
    only: { type: 'string', multiple: true, default: [] },
    window: { type: 'boolean', default: false },
    page: { type: 'string' },
    out: { type: 'string' },
  },
});

/** What can be taken: each in a page of its own. @type {Record<string, ((camera: Camera) => Promise<void>)[]>} */
const kSubjects = {
  workbench: [(camera) => takeWorkbench(camera, options.only)],
  examples: [(camera) => takeExamples(camera, options.only)],
  cloud: [takeCloud],
  estate: [takeEstate],
  readme: [takeReadmeWorkbench, takeReadmeCloud, takeReadmeEstate],
};

/** @param {string} name */
const inBuild = (name) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));

/** @param {string[]} wanted @param {string[]} usual */
const orUsual = (wanted, usual) => (wanted.length === 0 ? usual : wanted);

const subject = kSubjects[options.of];
if (subject === undefined) throw new Error(`--of ${Object.keys(kSubjects).join(' | ')}`);
const page = pathToFileURL(path.resolve(options.page ?? inBuild('web/index.html'))).href;
const out = options.out ?? inBuild('screenshots');
await mkdir(out, { recursive: true });

const readme = options.of === 'readme';
const browsers = orUsual(options.browser, readme ? ['chromium'] : ['chromium', 'firefox']);
const looks = orUsual(options.look, readme ? ['light'] : kUsualLooks).map(lookOf);
for (const name of /** @type {BrowserName[]} */ (browsers)) {
  const started = await startBrowser(name);
  for (const look of looks) {
    for (const take of subject) {
      const session = await openPage(started, page, []);
      const prefix = `${name}-${look.name}`;
      const camera = new Camera(session.ui, look, { out, prefix, window: options.window });
      await camera.prepare();
      await take(camera);
      await session.close();
    }
  }
  await started.browser.close();
}
console.log(`the pictures are in ${out}`);
