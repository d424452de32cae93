// Long work can be cancelled; a fault of the core costs nothing but the work that it hit.

import assert from 'node:assert/strict';

import { createIssuing, createRoot } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */
/** @import { Ui } from '../support/ui.js' */

/**
 * Has an RSA-4096 key made, and cancels that. Some are found before anybody could: those are taken back, and another is
 * made.
 *
 * @param {Ui} ui
 */
async function cancelKey(ui) {
  for (let cancelled = false; !cancelled;) {
    await ui.go('create-root');
    await ui.fill('Common name', 'Never');
    await ui.choose('Key', 'rsa-4096');
    await ui.click('button', 'Create the root CA');
    // In one go: between a look and a press, the key may be found.
    const how = await ui.until(() => {
      const tasks = document.querySelector('.tasks')?.textContent ?? '';
      if (tasks.includes('Making a key, RSA 4096')) {
        const buttons = [...document.querySelectorAll('main .form-buttons button')];
        const cancel = buttons.find((each) => each.textContent?.trim() === 'Cancel');
        /** @type {HTMLElement | undefined} */ (cancel)?.click();
        return cancel !== undefined && 'cancelled';
      }
      return document.querySelector('h1')?.textContent === 'Never' && 'made';
    });
    cancelled = how === 'cancelled';
    if (!cancelled) await ui.click('button', 'Undo: Create Never');
  }
}

/** @param {Session} session */
async function playCancel({ ui, note }) {
  await createRoot(ui, 'Before', 'p-256');
  await cancelKey(ui);
  const began = Date.now();
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
    await ui.mark('.finding');
    await ui.click('button', 'Crash the core');
    await ui.wait('.finding[data-rule="worker.internal"]:not([data-seen])');
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
