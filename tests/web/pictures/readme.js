// The pictures of the README, under the names that it uses.

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createCloudLab, loadExample } from '../support/steps.js';
import { breakEstate } from './estate.js';

/** @import { Camera } from './looks.js' */

/** @param {Camera} camera @param {string} name */
async function take({ ui, options }, name) {
  await sleep(500);
  await ui.page.screenshot({ path: path.join(options.out, name) });
}

/** A prepared chain after its check: docs/workbench.png. @param {Camera} camera */
export async function takeReadmeWorkbench(camera) {
  await loadExample(camera.ui, 'cross-signed');
  await camera.ui.wait('.parties');
  await take(camera, 'workbench.png');
}

/** The tenant's CAs: docs/cloud-pki.png. @param {Camera} camera */
export async function takeReadmeCloud(camera) {
  await createCloudLab(camera.ui);
  await camera.ui.go('cloud');
  await camera.ui.see('Certification authorities', 'main');
  await camera.dismissMessages();
  await take(camera, 'cloud-pki.png');
}

/** The estate: docs/estate.png. @param {Camera} camera */
export async function takeReadmeEstate(camera) {
  await breakEstate(camera.ui);
  await camera.dismissMessages();
  await camera.ui.resize({ width: 1280, height: 1500 });
  await camera.ui.page.evaluate(() => window.scrollTo(0, 0));
  await take(camera, 'estate.png');
}
