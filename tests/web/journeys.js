// Plays the journeys in Chromium and Firefox.
//
//   node journeys.js [--browser chromium|firefox] [--only WORDS] [--page FILE]
//
// The page must have been built. Ends with "N passed, N failed".

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { startServer } from '../../web/bundle/server.js';
import { accessibility } from './journeys/accessibility.js';
import { byoca } from './journeys/byoca.js';
import { byocaDesk } from './journeys/byoca_desk.js';
import { chain } from './journeys/chain.js';
import { cloud } from './journeys/cloud.js';
import { cloudKeyboard } from './journeys/cloud_keyboard.js';
import { estate } from './journeys/estate.js';
import { estateStory } from './journeys/estate_story.js';
import { examples } from './journeys/examples.js';
import { explained } from './journeys/explained.js';
import { hostile } from './journeys/hostile.js';
import { lookedAt } from './journeys/looked_at.js';
import { mainJob } from './journeys/main_job.js';
import { offline } from './journeys/offline.js';
import { printed } from './journeys/printed.js';
import { pile } from './journeys/pile.js';
import { resilience } from './journeys/resilience.js';
import { revocation } from './journeys/revocation.js';
import { workspaceFile } from './journeys/workspace_file.js';
import { programOf, startBrowser } from './support/browsers.js';
import { openPage } from './support/session.js';

/** @import { BrowserName, Started } from './support/browsers.js' */
/** @import { Journey } from './support/session.js' */

/** @type {Journey[]} */
const kJourneys = [
  ...mainJob,
  ...byoca,
  ...revocation,
  ...byocaDesk,
  ...cloud,
  ...cloudKeyboard,
  ...estate,
  ...estateStory,
  ...chain,
  ...explained,
  ...printed,
  ...lookedAt,
  ...examples,
  ...pile,
  ...workspaceFile,
  ...resilience,
  ...hostile,
  ...offline,
  ...accessibility,
];

const { values: options } = parseArgs({
  options: {
    browser: {
      type: 'string',
      multiple: true,
      default: ['chromium', 'firefox'],
    },
    only: { type: 'string', default: '' },
    page: { type: 'string' },
  },
});

const built = path.resolve(
  options.page ?? fileURLToPath(new URL('../../build/web/index.html', import.meta.url)),
);
if (!existsSync(built)) throw new Error(`${built} is not there: build the page first`);
const server = await startServer(path.dirname(built), 0);
const places = { served: server.url, file: pathToFileURL(built).href };
const tally = { passed: 0, failed: 0 };

/** A journey's lines come out together: the browsers play side by side. @param {unknown[]} lines */
const print = (lines) => console.log(lines.join('\n'));

/**
 * @param {Journey} journey
 * @param {Started} started
 */
async function play(journey, started) {
  const began = Date.now();
  const log = /** @type {string[]} */ ([]);
  const session = await openPage(started, places[journey.place ?? 'served'], log);
  const noted = () => log.map((line) => `          ${line}`);
  try {
    await journey.play(session);
    tally.passed += 1;
    print([`ok      ${started.name}: ${journey.name} (${Date.now() - began} ms)`, ...noted()]);
  } catch (error) {
    tally.failed += 1;
    const reason = error instanceof Error ? error.stack : error;
    print([`FAILED  ${started.name}: ${journey.name}`, ...noted(), reason]);
  } finally {
    await session.close();
  }
}

/** @param {BrowserName} name */
async function playAll(name) {
  if (programOf(name) === null) {
    tally.failed += 1;
    console.log(`FAILED  ${name} is not installed`);
    return;
  }
  const started = await startBrowser(name);
  for (const journey of kJourneys) {
    if (journey.name.includes(options.only)) await play(journey, started);
  }
  await started.browser.close();
}

await Promise.all(/** @type {BrowserName[]} */ (options.browser).map(playAll));
server.close();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
