// Every prepared chain is loaded with one press, and its verdict is the one that it was made for.

import assert from 'node:assert/strict';

/** @import { Journey, Session } from '../support/session.js' */

/** @param {Session} session */
async function play({ ui, note, errors }) {
  await ui.go('check');
  await ui.click('button', 'Examples');
  await ui.wait('.example');
  const all = await ui.page.$$eval('.example', (buttons) =>
    buttons.map((button) => ({
      id: button.getAttribute('data-example') ?? '',
      accepted: (button.textContent ?? '').includes('Accepted.'),
    })),
  );
  assert.ok(all.length >= 20, `${all.length} examples`);
  await ui.page.keyboard.press('Escape');
  await ui.until(() => document.querySelector('dialog') === null);
  let right = 0;
  for (const { id, accepted } of all) {
    await ui.click('button', 'Examples');
    await ui.wait(`[data-example="${id}"]`);
    await ui.page.$eval(`[data-example="${id}"]`, (node) => /** @type {any} */ (node).click());
    await ui.until(
      (name) => document.querySelector('.example-card')?.getAttribute('data-example') === name,
      id,
    );
    await ui.wait('.verdict');
    const seen = await ui.page.$eval('.verdict', (node) => node.className.includes('tone-pass'));
    assert.equal(seen, accepted, `${id}: ${await ui.text('.verdict')}`);
    await ui.wait('.chain-picture .chain-box');
    if (!accepted) await ui.wait('.report .finding');
    const wide = await ui.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 1280, `${id} is ${wide} wide`);
    right += 1;
  }
  assert.deepEqual(errors, []);
  note(`${right} examples, each with the verdict that it was made for`);
}

/** @type {Journey[]} */
export const examples = [{ name: 'every example is loaded with one press and checked', play }];
