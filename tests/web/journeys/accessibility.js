// axe finds nothing on any page, light and dark; the keyboard is enough; nothing is wider than a small phone.

import assert from 'node:assert/strict';

import { expectClean, loadAxe } from '../support/axe.js';
import { loadSampleLab } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

const kPages = [
  '',
  'create',
  'create-root',
  'create-issuing',
  'new-request',
  'issue',
  'requests',
  'inspect',
  'check',
  'pile',
  'cloud',
  'cloud-create',
  'cloud-devices',
  'estate',
  'revoke',
  'byoca',
  'faults',
  'fault/no-issuer',
  'rule/path.build.no_issuer',
  'about',
];

/**
 * All pages that there are with the sample lab, by their address.
 *
 * @param {Session} session
 */
async function allPages({ ui }) {
  const links = await ui.page.$$eval('main a[href^="#/item/"]', (all) =>
    all.map((link) => (link.getAttribute('href') ?? '').slice(2)),
  );
  const ids = [...new Set(links)];
  const request = await ui.page.$eval('.table-box a', (link) =>
    (link.getAttribute('href') ?? '').split('/').at(-1),
  );
  return [...kPages, ids[0], ids[2], ids.at(-1) ?? '', `sign/${request}`, `answer/${request}`];
}

/** Makes the chain check refuse, with everything open. @param {Session} session @param {string} title */
async function checkWithout({ ui }, title) {
  await ui.page.$eval(`input[aria-label="At hand: ${title}"]`, (node) => {
    const box = /** @type {HTMLInputElement} */ (node);
    if (box.checked) box.click();
  });
  await ui.wait('.verdict.tone-error');
  await ui.wait('.chain-missing');
  await ui.rest();
  await ui.page.$$eval('main details', (all) =>
    all.forEach((node) => {
      node.open = true;
    }),
  );
  await ui.rest();
  if ((await ui.page.$('.bytes-panel')) === null) await ui.click('button', 'Show the bytes');
  await ui.wait('.bytes-panel .byte-lit');
  await ui.rest();
}

/** @param {Session} session */
async function playAxe(session) {
  const { ui, note } = session;
  await loadAxe(session);
  await expectClean(session, 'the welcome page');
  await loadSampleLab(ui);
  const pages = await allPages(session);
  for (const theme of ['light', 'dark']) {
    await ui.page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    for (const page of pages) {
      await ui.go(page);
      await ui.wait('h1');
      await ui.rest();
      if (page === 'check') {
        await ui.click('button', 'Check the chain');
        await ui.wait('.parties');
        await ui.rest();
        await ui.click('button', 'More that the relying party may ask');
        await expectClean(session, `the verdict (${theme})`);
        await checkWithout(session, 'Sample Issuing CA');
      }
      await expectClean(session, `${page} (${theme})`);
    }
  }
  note(`axe found nothing on ${pages.length} pages, light and dark`);
}

/** @param {Session} session */
async function playKeyboard({ ui, note }) {
  await loadSampleLab(ui);
  const { keyboard } = ui.page;
  await ui.page.focus('[role=treeitem]');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowRight');
  await ui.until(() => /sample/i.test(document.activeElement?.textContent ?? ''));
  await keyboard.press('Enter');
  await ui.arrive();
  await ui.wait('.browser [role=treeitem]');
  note(`arrow keys walk the tree, Enter opens: ${await ui.text('h1')}`);

  await ui.page.focus('.browser [role=treeitem]');
  await keyboard.press('ArrowDown');
  await ui.wait('.byte-lit');
  note('a field in the tree lights up its bytes');

  await ui.page.reload();
  await ui.wait('h1');
  await ui.arrive();
  await keyboard.press('Tab');
  await ui.until(() => document.activeElement?.textContent?.trim() === 'Skip to the content');
  await keyboard.press('Enter');
  await ui.until(() => document.activeElement?.id === 'main');
  note('the skip link leads past the navigation');
}

/** @param {Session} session */
async function playNarrow(session) {
  const { ui, note } = session;
  await loadSampleLab(ui);
  const pages = await allPages(session);
  for (const width of [360, 320]) {
    await ui.resize({ width, height: 640 });
    for (const page of pages) {
      await ui.go(page);
      await ui.wait('h1');
      if (page === 'check') {
        if (width === 360) await ui.click('button', 'Check the chain');
        await ui.wait('.parties');
      }
      await ui.rest();
      const wide = await ui.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${page} is ${wide} wide on a screen of ${width}`);
    }
  }
  note(`${pages.length} pages fit a screen of 360 and of 320 (1280 at 400%)`);
}

/** @type {Journey[]} */
export const accessibility = [
  { name: 'axe finds nothing on any page, in light and dark', play: playAxe },
  { name: 'the keyboard is enough', play: playKeyboard },
  { name: 'every page fits a phone and a zoom of 400%', play: playNarrow },
];
