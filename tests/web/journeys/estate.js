// The estate in the page: a tenant, its devices, who can talk to whom, one broken thing and its cure, the plan, the
// trust anchors.

import assert from 'node:assert/strict';

import { expectClean, loadAxe } from '../support/axe.js';
import { createEstateLab } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

const kWebServer = 'Web server (Apache)';

/** @param {Session} session */
async function playEstate(session) {
  const { ui, note } = session;
  await createEstateLab(ui);
  await ui.see('72 of 80 conversations work', '[data-summary]');
  note(
    'devices have checked in; all can talk but the kiosk, which has no user through whom profiles come',
  );

  await ui.click('button', kWebServer);
  await ui.click('button', `Take out Cloud Root, which ${kWebServer} holds`);
  await ui.see('9 stopped working', '[data-summary]');
  await ui.wait('[data-work]');
  const summary = await ui.page.$eval('[data-work]', (element) => element.textContent ?? '');
  const [, judged, known] = /(\d+) judgements were made; (\d+) of/.exec(summary) ?? [];
  assert.ok(Number(judged) <= 9, `only what the store touches is decided anew: ${summary}`);
  assert.ok(Number(known) > 50);
  note(`a root is taken away: ${judged} judgements were made anew, ${known} were known`);

  await ui.click('button', `Pixel of Cleo with ${kWebServer}`);
  await ui.see('X509_V_ERR', '[data-conversation]');
  await ui.see('48 unknown_ca', '[data-conversation]');
  await ui.see('Put «Cloud Root» among the trusted roots', '[data-conversation]');
  await loadAxe(session);
  await expectClean(session, 'a conversation that fails');
  await ui.click('button', 'Play it in TLS 1.2');
  await ui.see('alert unknown_ca (48)', '[data-handshake]');
  await ui.see('Pixel of Cleo', '[data-handshake] .flight.from-client');
  await ui.click('button', 'Certificate', '[data-handshake] [data-message=Certificate]');
  await ui.wait('[data-handshake] [data-message=Certificate] .hex-row');
  await expectClean(session, 'a handshake');
  await ui.click('button', 'Play it in TLS 1.3');
  await ui.see('the client takes itself for connected', '[data-handshake]');
  note('the same as a handshake, with the alert that ends it');
  await ui.click('button', 'Do that');
  await ui.see('9 work now', '[data-summary]');
  await ui.wait('[data-conversation] .verdict.tone-pass');
  await ui.wait('[data-conversation] [data-anchor]');
  note('the reason in the words of the product, the cure, and the trust anchor of each side');
  await ui.click('button', 'Undo');
  await ui.see('9 stopped working', '[data-summary]');
  await ui.click('button', 'Redo');
  await ui.see('9 work now', '[data-summary]');

  await ui.click('button', 'Who must be given what');
  await ui.see('Android Enterprise', 'main');
  await ui.wait('[data-part="cloud-root"]');
  await ui.see('required', '[data-part="cloud-root"]');
  await ui.see('conversations stop', 'main');
  await expectClean(session, 'the plan');
  note('the plan, with what the documents say and what happens without');
  await ui.click('button', 'Trust anchors');
  await ui.see('conversations would stop', 'main');
  await expectClean(session, 'the trust anchors');
  note('the trust anchors, and what would stop without each');
}

/** @type {Journey[]} */
export const estate = [
  { name: 'an estate: who can talk to whom, what breaks it and what cures it', play: playEstate },
];
