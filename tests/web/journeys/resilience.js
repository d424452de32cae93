// Long work can be cancelled; a fault of the core costs nothing but the work that it hit.

import assert from 'node:assert/strict';

import { createIssuing, createRoot } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** @param {Session} session */
async function playCancel({ ui, note }) {
  await createRoot(ui, 'Before', 'p-256');
  await ui.go('create-root');
  await ui.fill('Common name', 'Never');
  await ui.choose('Key', 'rsa-4096');
  await ui.click('button', 'Create the root CA');
  await ui.see('Making a key, RSA 4096', '.tasks');
  const began = Date.now();
  await ui.click('button', 'Cancel');
  await ui.see('Cancelled. Nothing was changed.');
  note(`RSA-4096 was cancelled within ${Date.now() - began} ms`);
  await ui.go('');
  assert.ok(!(await ui.text('.tree')).includes('Never'));
  await createIssuing(ui, 'After', 'p-256');
  note('the key made before it is still there, and signs');
}

/** @param {Session} session */
async function playTrap({ ui, note }) {
  await createRoot(ui, 'Survivor', 'p-256');
  await ui.go('about');
  for (let round = 1; round <= 3; round += 1) {
    await ui.click('button', 'Crash the core');
    await ui.wait('.finding[data-rule="worker.internal"]');
  }
  note(`three traps: ${(await ui.text('.finding-summary')).trim()}`);
  await ui.click('button', 'Ask the core');
  await ui.see('The core answers');
  await createIssuing(ui, 'Still here', 'p-256');
  note('the core answers, and the key in the vault signs');
}

/** @type {Journey[]} */
export const resilience = [
  {
    name: 'making an RSA-4096 key is cancelled, and other keys stay',
    play: playCancel,
  },
  { name: 'the core recovers from a trap, and keys stay', play: playTrap },
];
