// Pictures of the pages of the workbench, with the sample lab in it.

import { setTimeout as sleep } from 'node:timers/promises';

import { loadSampleLab } from '../support/steps.js';

/** @import { Camera } from './looks.js' */

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

/**
 * @param {Camera} camera
 * @param {string[]} only pages that are wanted; all where it is empty
 */
export async function takeWorkbench(camera, only) {
  const { ui } = camera;
  for (const name of only) {
    await ui.go(name);
    await camera.shoot(name.replace('/', '-'));
  }
  if (only.length > 0) return;
  await camera.shoot('welcome');
  await loadSampleLab(ui);
  await sleep(500);
  await camera.shoot('workspace');
  await ui.click('button', 'Picture');
  await camera.shoot('picture');
  for (const name of kPages) {
    await ui.go(name);
    await camera.shoot(name.replace('/', '-'));
  }
  await ui.go('check');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict');
  await camera.shoot('check');
  await ui.go('');
  await ui.wait('.table-box a');
  await ui.click('link', 'mail.sample.example');
  await ui.wait('.summary');
  await camera.shoot('request');
  await ui.click('link', 'Sign it');
  await ui.wait('.review');
  await camera.shoot('sign');
  await ui.go('');
  await ui.wait('.tree');
  await ui.click('link', 'Sample Issuing CA');
  await ui.wait('.browser [role=treeitem]');
  await ui.page.focus('.browser [role=treeitem]');
  await camera.shoot('certificate');
}
