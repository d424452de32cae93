// A verdict is explained: why, the picture, who accepts, what if, the words of others, and a report to take away.

import assert from 'node:assert/strict';

import { filesOf, makeCrl, makeIssued, makeRoot } from '../support/issuing.js';
import { loadSampleLab } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** Checks a leaf below an issuing CA, with or without it. @param {Session} session @param {string[]} names */
async function checkFiles({ ui, openssl }, names) {
  await ui.go('check');
  await ui.wait('.drop-zone');
  await ui.drop(...filesOf(openssl, ...names));
  await ui.wait('.part-table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict');
}

/** @param {Session} session */
function makeChain({ openssl }) {
  makeRoot(openssl, 'Root');
  makeIssued(openssl, 'Root', 'Issuing', { ca: true });
  makeIssued(openssl, 'Issuing', 'leaf', { extensions: 'subjectAltName=DNS:leaf.example\n' });
}

/** @param {Session} session */
async function playRevoked(session) {
  const { ui, openssl, note } = session;
  makeChain(session);
  makeCrl(openssl, 'Issuing', 'leaf');
  await checkFiles(session, ['leaf.pem', 'Issuing.pem', 'Root.pem']);
  await ui.wait('.verdict.tone-pass');
  await ui.drop(...filesOf(openssl, 'Issuing.crl'));
  await ui.wait('.verdict.tone-error');
  note(`a CRL was dropped: ${(await ui.text('.verdict p')).trim()}`);
  await ui.wait('.finding[data-rule^="path.revocation"]');
  await ui.wait('.changes');
  note((await ui.text('.changes')).replaceAll(/\s+/g, ' ').trim());

  await ui.page.$eval('input[aria-label^="At hand: "][aria-label*="CRL"]', (node) =>
    /** @type {HTMLInputElement} */ (node).click(),
  );
  await ui.wait('.verdict.tone-pass');
  await ui.click('button', 'More that the relying party may ask');
  await ui.choose('Is it looked at?', 'hard-fail');
  await ui.wait('.verdict.tone-error');
  note(`without the CRL, hard fail: ${(await ui.text('.verdict p')).trim()}`);
  await ui.choose('Is it looked at?', '');
  await ui.wait('.verdict.tone-pass');
  await ui.fill('Policies that are wanted', 'not an OID');
  await ui.wait('.field-bad');
  await ui.see('That is the verdict from before', '.verdict-bar');
  note(`a policy that is none: ${(await ui.text('.field-error')).trim()}`);
  await ui.fill('Policies that are wanted', '1.3.6.1.4.1.99999.1');
  await ui.choose('Must a policy be valid?', 'required');
  await ui.wait('.verdict.tone-error');
  note(`a policy that is required: ${(await ui.text('.verdict p')).trim()}`);
}

/** @param {Session} session */
async function playReasons(session) {
  const { ui, note } = session;
  makeChain(session);
  await checkFiles(session, ['leaf.pem', 'Root.pem']);
  await ui.wait('.verdict.tone-error');
  await ui.wait('.finding[data-rule="path.build.no_issuer"]');
  await ui.click('button', 'Show the bytes');
  await ui.wait('.bytes-panel .byte-lit');
  const lit = await ui.page.$$eval('.bytes-panel .hex-bytes .byte-lit', (all) => all.length);
  assert.ok(lit > 5, `${lit} bytes are lit`);
  note(`the finding lights up ${lit} bytes of the leaf, its issuer's name`);
  await ui.click('link', 'path.build.no_issuer');
  await ui.see('path.build.no_issuer', 'h1');
  await ui.see('RFC 5280 6.1', 'dl');
  note(`its rule has a page: ${(await ui.text('.summary dd')).split('\n')[0]}`);
}

/** @param {Session} session */
async function playPicture(session) {
  const { ui, openssl, note } = session;
  makeChain(session);
  for (let index = 0; index < 10; index += 1) makeRoot(openssl, `Twin${index}`, '/CN=Issuing');
  const twins = Array.from({ length: 10 }, (_, index) => `Twin${index}.pem`);
  await checkFiles(session, ['leaf.pem', 'Issuing.pem', 'Root.pem', ...twins]);
  await ui.wait('.chain-picture .chain-accepted');
  const { keyboard } = ui.page;
  await ui.page.$eval('.chain-box[data-node="c0"]', (node) => {
    /** @type {any} */ (node).focus();
  });
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await ui.see('Issuing', '.node-details h4');
  await ui.see('Below it:', '.node-details');
  note(`with the keyboard to the issuing CA: ${(await ui.text('.node-details .budget')).trim()}`);
  await ui.wait('.chain-fold');
  const fold = await ui.page.$eval('.chain-fold', (node) => node.getAttribute('aria-label') ?? '');
  await ui.page.$eval('.chain-fold', (node) => /** @type {any} */ (node).focus());
  await keyboard.press('Enter');
  await ui.wait('.fold-again');
  const refused = await ui.page.$$eval('.chain-refused', (all) =>
    all.map((node) => node.getAttribute('aria-label') ?? ''),
  );
  assert.equal(refused.length, 10);
  assert.ok(refused.every((label) => label.includes('refused') || label.includes('not taken')));
  note(`ten CAs of the same name were folded (${fold}) and unfolded`);
  await ui.click('button', 'The same in characters');
  await ui.see('leaf', 'pre');
}

/** @param {Session} session */
async function playParties({ ui, note }) {
  await loadSampleLab(ui);
  await ui.go('check');
  await ui.see('www.sample.example', 'table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.parties');
  const rows = await ui.page.$$eval('.parties tbody tr', (all) => all.length);
  assert.ok(rows >= 10, `${rows} relying parties`);
  await ui.page.$eval('input[aria-label="At hand: Sample Issuing CA"]', (node) =>
    /** @type {HTMLInputElement} */ (node).click(),
  );
  await ui.wait('.verdict.tone-error');
  await ui.see('Refuses', '.parties');
  await ui.see('unable to get local issuer certificate', '.parties');
  note(`${rows} relying parties, each in its words`);
  await ui.page.$eval('.parties button', (node) => /** @type {HTMLElement} */ (node).click());
  await ui.wait('.row-chosen');
  const party = await ui.page.$eval('.row-chosen', (node) => node.getAttribute('data-party'));
  const field = await ui.find('control', 'Relying party');
  assert.equal(await field.evaluate((node) => /** @type {any} */ (node).value), party);
  note(`choosing one sets the profile: ${party}`);
}

/** @param {Session} session */
async function playUndo({ ui, note }) {
  await loadSampleLab(ui);
  await ui.go('check');
  await ui.see('www.sample.example', 'table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict.tone-pass');
  await ui.page.$eval('input[aria-label="Trust: Sample Root CA"]', (node) =>
    /** @type {HTMLInputElement} */ (node).click(),
  );
  await ui.wait('.verdict.tone-error');
  await ui.see('What changed (Trust Sample Root CA no more)', '.changes');
  note((await ui.text('.changes')).replaceAll(/\s+/g, ' ').trim());
  await ui.fill('At this time, in UTC', '2099-01-01T00:00');
  await ui.see('What changed (Change the time)', '.changes');
  await ui.click('button', 'Take back: Change the time');
  await ui.see('What changed (Taken back: Change the time)', '.changes');
  await ui.click('button', 'Take back: Trust Sample Root CA no more');
  await ui.wait('.verdict.tone-pass');
  await ui.click('button', 'Do again: Trust Sample Root CA no more');
  await ui.wait('.verdict.tone-error');
  note('taken back, and done again');
  await ui.click('button', 'Take back: Trust Sample Root CA no more');
  await ui.wait('.verdict.tone-pass');

  const times = [];
  for (let round = 0; round < 6; round += 1) {
    times.push(
      await ui.page.evaluate(
        () =>
          new Promise((resolve) => {
            const bar = /** @type {Element} */ (document.querySelector('.verdict-bar'));
            const tone = bar.querySelector('.verdict')?.className;
            const began = performance.now();
            const observer = new MutationObserver(() => {
              if (bar.querySelector('.verdict')?.className === tone) return;
              observer.disconnect();
              resolve(performance.now() - began);
            });
            observer.observe(bar, { subtree: true, attributes: true, childList: true });
            /** @type {HTMLElement} */ (
              document.querySelector('input[aria-label="At hand: Sample Issuing CA"]')
            ).click();
          }),
      ),
    );
  }
  note(
    `from a tick to the new verdict: ${times.map((time) => Math.round(Number(time))).join(', ')} ms`,
  );
}

/** @param {Session} session */
async function playWords({ ui, note }) {
  for (const [words, fault] of /** @type {const} */ ([
    ['800B0109', 'untrusted-root'],
    ['error 20', 'no-issuer'],
    ['SEC_ERROR_UNKNOWN_ISSUER', 'no-issuer'],
  ])) {
    await ui.go('');
    await ui.fill('Look up an error message', words);
    await ui.page.keyboard.press('Enter');
    await ui.until(() => /#\/fault/.test(location.hash));
    await ui.arrive();
    const { hash } = new URL(ui.page.url());
    const text = await ui.text('main');
    assert.ok(hash === `#/fault/${fault}` || text.length > 0, hash);
    note(`${words}: ${hash} ${(await ui.text('h1')).trim()}`);
    assert.match(hash, /^#\/fault\/./);
    await ui.see(words, 'main');
    if (hash !== `#/fault/${fault}`) await ui.wait(`main a[href="#/fault/${fault}"]`);
  }
  await ui.go('faults');
  await ui.fill('Look up an error message', 'zzzzz');
  await ui.page.keyboard.press('Enter');
  await ui.see('Nothing is known of zzzzz');
  const faults = await ui.page.$$eval('.card-link', (all) => all.length);
  assert.ok(faults >= 20, `${faults} faults`);
  note(`${faults} faults have a page`);
}

/** @param {Session} session */
async function playReport({ ui, started, note }) {
  await loadSampleLab(ui);
  await ui.go('check');
  await ui.see('www.sample.example', 'table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict.tone-pass');
  const markdown = await ui.download(() => ui.click('button', 'Markdown'));
  assert.match(markdown.name, /\.md$/);
  assert.match(markdown.content.toString(), /Accepted/);
  const json = await ui.download(() => ui.click('button', 'JSON'));
  const { report, question } = JSON.parse(json.content.toString());
  assert.equal(report.accepted, true);
  assert.match(question.target, /BEGIN CERTIFICATE/);
  note(`${markdown.name}, ${markdown.content.length} bytes; ${json.name}, ${json.content.length}`);
  if (started.name === 'firefox') {
    note('on paper: only Chromium can be told to look as if it printed');
    return;
  }
  await ui.page.emulateMediaType('print');
  await ui.see('SHA-256', '.print-only');
  assert.equal(await ui.page.$eval('.form', (node) => getComputedStyle(node).display), 'none');
  note('on paper: the fingerprints, the time and the version, and no form');
  const pdf = Buffer.from(await ui.page.pdf({ format: 'A4' })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.equal(pages, 1, `the report of a usual chain takes ${pages} pages`);
  note(`the report of a usual chain takes ${pages} pages`);
}

/** @type {Journey[]} */
export const explained = [
  { name: 'CRLs, policies and what else a relying party may ask are looked at', play: playRevoked },
  { name: 'a refusal shows its bytes and leads to its rule', play: playReasons },
  { name: 'the picture of all paths is read with the keyboard and folds', play: playPicture },
  { name: 'relying parties are seen side by side, and one is chosen', play: playParties },
  { name: 'what a change did is told in words, and taken back', play: playUndo },
  { name: 'the words of other programs lead to the fault', play: playWords },
  { name: 'the report is downloaded and printed', play: playReport },
];
