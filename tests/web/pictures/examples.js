// Pictures of the prepared chains, each after its check.

import { loadExample } from '../support/steps.js';

/** @import { Camera } from './looks.js' */

/**
 * @param {Camera} camera
 * @param {string[]} only ids of the examples that are wanted; all where it is empty
 */
export async function takeExamples(camera, only) {
  const { ui } = camera;
  await ui.go('check');
  await ui.click('button', 'Examples');
  await ui.wait('.example');
  const ids = await ui.page.$$eval('.example', (all) =>
    all.map((node) => node.getAttribute('data-example') ?? ''),
  );
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new Error(`no example ${unknown.join(', ')}`);
  if (only.length === 0) await camera.shoot('examples');
  await ui.page.keyboard.press('Escape');
  for (const id of only.length === 0 ? ids : only) {
    await loadExample(ui, id);
    await ui.wait('.parties');
    await camera.shoot(`example-${id}`);
  }
}
