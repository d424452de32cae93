// Cloud PKI without a mouse: the BYOCA round, an own user, device and group, a setting, by Tab, Space, arrows and Enter only.

import assert from 'node:assert/strict';

import { kMistake } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */
/** @import { Ui } from '../support/ui.js' */

/** More stops than any page of the journey has. */
const kMostStops = 400;

/** What has the focus, by its words: label, aria-label or text. @param {Ui} ui */
const focused = (ui) =>
  ui.page.evaluate(() => {
    const element = /** @type {any} */ (document.activeElement);
    const words =
      element?.getAttribute('aria-label') ??
      (element?.labels?.length > 0 ? element.labels[0].textContent : element?.textContent);
    return (words ?? '').replace(/\s+/g, ' ').trim();
  });

/**
 * Whether to go back to come to what has these words: it stands before what has the focus. Behind the last stop of the page
 * are those of the browser's own window, from which a driven Firefox does not come back; a person sees which way is shorter.
 *
 * @param {Ui} ui @param {string} words
 */
const isBehind = (ui, words) =>
  ui.page.evaluate((wanted) => {
    const here = document.activeElement;
    if (here === null || here === document.body) return false;
    const stops = [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary'),
    ];
    const found = stops.filter((/** @type {any} */ stop) => {
      const text =
        stop.getAttribute('aria-label') ??
        (stop.labels?.length > 0 ? stop.labels[0].textContent : stop.textContent);
      const shown = stop.getClientRects().length > 0;
      return shown && (text ?? '').replace(/\s+/g, ' ').trim().startsWith(wanted);
    });
    const before = (/** @type {Element} */ stop) =>
      (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return found.length > 0 && found.every(before);
  }, words);

/** Presses Tab until what has these words has the focus, and sees that the focus shows. @param {Ui} ui @param {string} words */
async function tabTo(ui, words) {
  const { keyboard } = ui.page;
  const back = await isBehind(ui, words);
  for (let stop = 0; stop < kMostStops; stop += 1) {
    if (back) await keyboard.down('Shift');
    await keyboard.press('Tab');
    if (back) await keyboard.up('Shift');
    if ((await focused(ui)).startsWith(words)) {
      const ring = await ui.page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        return element.matches(':focus-visible') && getComputedStyle(element).outlineStyle;
      });
      assert.ok(ring && ring !== 'none', `the focus on "${words}" shows`);
      return;
    }
  }
  throw new Error(`Tab does not come to "${words}"\n${await ui.text('main')}`);
}

/** @param {Ui} ui @param {string} words */
async function press(ui, words) {
  await tabTo(ui, words);
  await ui.page.keyboard.press('Enter');
}

/** @param {Ui} ui @param {string} label @param {string} text */
async function type(ui, label, text) {
  await tabTo(ui, label);
  await ui.page.keyboard.type(text);
}

/** @param {Session} session */
async function playByoca({ ui, note }) {
  const { keyboard } = ui.page;
  await ui.go('cloud');
  await ui.see('Cloud PKI', 'h1');
  await press(ui, 'Create the tenant');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await press(ui, 'Create a CA');
  await ui.see('Create a CA in Cloud PKI', 'h1');
  await tabTo(ui, 'Root CA');
  await keyboard.press('ArrowDown');
  await ui.until(() => document.querySelector('[type=radio][value=byoca]:checked') !== null);
  await type(ui, 'Name', 'BYOCA Issuing');
  await ui.wait('option[value=rsa-2048]');
  await tabTo(ui, 'Key size');
  await keyboard.type('RSA-2048');
  await ui.until(() => /** @type {any} */ (document.activeElement)?.value === 'rsa-2048');
  await press(ui, 'Create');
  await ui.see('BYOCA Issuing', 'h1');
  await ui.see('Signing required', 'main');
  note('a BYOCA issuing CA waits to be signed');
  await press(ui, 'Create the private PKI');
  await ui.see(kMistake, 'main');
  await tabTo(ui, kMistake);
  await keyboard.press(' ');
  await press(ui, 'Sign the CSR');
  await ui.see('The private CA signed', 'main');
  await press(ui, 'Upload');
  await ui.see('Not ready to upload', '.verdict');
  note('the wrong answer is refused');
  await tabTo(ui, kMistake);
  await keyboard.press(' ');
  await press(ui, 'Sign the CSR');
  await ui.until(() => document.querySelector('.verdict') === null);
  await ui.see('The private CA signed', 'main');
  await press(ui, 'Upload');
  await ui.see('Active', 'header.page-head');
  note('the right one makes it active');
}

/** @param {Session} session */
async function playFleet(session) {
  const { ui, note } = session;
  const { keyboard } = ui.page;
  await playByoca(session);
  await press(ui, 'All CAs');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await press(ui, 'Devices');
  await ui.see('Devices of Contoso', 'h1');
  await press(ui, 'Enrol the sample devices');
  await ui.see('LAPTOP-ANN', 'main');
  await press(ui, 'Users (5)');
  await press(ui, 'New user');
  await type(ui, 'User principal name', 'zoe@corp.example');
  await press(ui, 'Add the user');
  await ui.wait('[data-record="zoe@corp.example"]');
  await press(ui, 'Enrolled devices (10)');
  await press(ui, 'New device');
  await type(ui, 'Device name', 'LAPTOP-ZOE');
  await tabTo(ui, 'User');
  await keyboard.type('zoe');
  await press(ui, 'Add the device');
  await ui.wait('[data-record="LAPTOP-ZOE"]');
  await ui.see('zoe@corp.example', '[data-record="LAPTOP-ZOE"]');
  await press(ui, 'Groups (');
  await press(ui, 'Change Windows 10 and later users');
  await tabTo(ui, 'zoe@corp.example');
  await keyboard.press(' ');
  await press(ui, 'Save the group');
  await ui.see('4 users', '[data-record="Windows 10 and later users"]');
  note('an own user with a device of hers joins a group');
  await press(ui, 'Make the profiles');
  await ui.see('SCEP certificate profiles', 'main');
  await press(ui, 'Let LAPTOP-ZOE check in');
  await ui.wait('[data-device="LAPTOP-ZOE"] .tone-error, [data-device="LAPTOP-ZOE"] .tone-pass');
  note('and her device checks in');
  await press(ui, 'Remove LAPTOP-ZOE');
  await ui.until(() => document.querySelector('[data-record="LAPTOP-ZOE"]') === null);

  await press(ui, 'All CAs');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await press(ui, 'Cap, licence, URLs in certificates');
  await tabTo(ui, 'Create certificate authorities');
  await keyboard.press(' ');
  await press(ui, 'Save the settings');
  await ui.see('Done: Change the settings', 'main');
  await press(ui, 'Create a CA');
  await ui.see('Create a CA in Cloud PKI', 'h1');
  await type(ui, 'Name', 'Too many');
  await press(ui, 'Create');
  await ui.see('create certificate authorities', '[role=alert]');
  note('a role without the permission is refused');
}

/** @type {Journey[]} */
export const cloudKeyboard = [
  { name: 'Cloud PKI by keyboard alone, with users and devices of one’s own', play: playFleet },
];
