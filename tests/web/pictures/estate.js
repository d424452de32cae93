// Pictures of the estate, with one root missing at one relying party.

import { createEstateLab } from '../support/steps.js';

/** @import { Camera } from './looks.js' */
/** @import { Ui } from '../support/ui.js' */

const kWebServer = 'Web server (Apache)';

/** One root is missing at one relying party, and that is looked at. @param {Ui} ui */
export async function breakEstate(ui) {
  await createEstateLab(ui);
  await ui.click('button', kWebServer);
  await ui.click('button', `Take out Cloud Root, which ${kWebServer} holds`);
  await ui.see('stopped working', '[data-summary]');
  await ui.click('button', `Pixel of Cleo with ${kWebServer}`);
  await ui.see('What would help', 'main');
}

/** @param {Camera} camera */
export async function takeEstate(camera) {
  const { ui } = camera;
  await breakEstate(ui);
  await ui.click('button', 'Play it in TLS 1.3');
  await ui.see('alert unknown_ca', '[data-handshake]');
  await camera.dismissMessages();
  await camera.shoot('handshake', '[data-handshake]');
  for (const [what, tab, words] of [
    ['matrix', 'Who can talk to whom', 'What would help'],
    ['plan', 'Who must be given what', 'conversations stop'],
    ['anchors', 'Trust anchors', 'would stop'],
    ['what-if', 'What if', 'A lost device'],
  ]) {
    await ui.click('button', tab);
    await ui.see(words, 'main');
    await camera.shoot(what);
  }
  await ui.click('button', 'Deploy pack');
  await ui.click('button', 'Make the deploy pack');
  await ui.see('README.md', '[data-pack]');
  await camera.shoot('pack');
}
