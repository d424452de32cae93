// The report on paper: a usual chain's is one page of A4, with everything that a report must say.

import assert from 'node:assert/strict';

import { filesOf, makeIssued, makeRoot } from '../support/issuing.js';
import { loadExample } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** Prepared chains as they come up most: one that is good, and one for each kind of refusal. */
const kUsual = ['good', 'expired-leaf', 'missing-intermediate', 'revoked-leaf', 'limited-ca'];

/** @param {Uint8Array} pdf @returns {number} how many pages it has */
function pagesOf(pdf) {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}

/** What paper shows of the report: its words without what is hidden there. @param {Session} session */
async function wordsOnPaper({ ui }) {
  await ui.page.emulateMediaType('print');
  const words = await ui.text('main');
  await ui.page.emulateMediaType();
  return words.replaceAll(/\s+/g, ' ');
}

/** @param {Session} session @param {string} what */
async function isOnePage(session, what) {
  const { ui } = session;
  await ui.wait('.parties');
  const pdf = await ui.page.pdf({ format: 'A4', preferCSSPageSize: true });
  assert.equal(pagesOf(pdf), 1, `${what}: pages of A4`);
  const verdict = (await ui.text('.verdict p')).trim();
  const words = await wordsOnPaper(session);
  const fingerprints = /** @type {string[]} */ (words.match(/\b[0-9a-f]{64}\b/g) ?? []);
  assert.ok(words.includes(verdict), `${what}: the verdict is not on paper`);
  assert.ok(fingerprints.length >= 2, `${what}: ${fingerprints.length} fingerprints`);
  assert.match(words, /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/, `${what}: the time used`);
  assert.match(words, /PKI Workbench \d+\.\d+/, `${what}: the version`);
  return { fingerprints };
}

/** @param {Session} session */
async function play(session) {
  const { ui, openssl, note, started } = session;
  if (started.name !== 'chromium') {
    note('skipped: the pages are counted in the PDF of Chromium');
    return;
  }
  for (const id of kUsual) {
    await loadExample(ui, id);
    await isOnePage(session, id);
  }
  note(`one page of A4 each: ${kUsual.join(', ')}`);

  makeRoot(openssl, 'Root');
  makeIssued(openssl, 'Root', 'Issuing', { ca: true });
  makeIssued(openssl, 'Issuing', 'leaf');
  await ui.click('button', 'Clear');
  await ui.wait('.drop-zone');
  await ui.drop(...filesOf(openssl, 'leaf.pem', 'Issuing.pem', 'Root.pem'));
  await ui.wait('.part-table');
  await ui.click('button', 'Check the chain');
  const { fingerprints } = await isOnePage(session, 'a dropped chain');
  for (const name of ['leaf', 'Issuing', 'Root']) {
    const shown = openssl.run('x509', '-in', `${name}.pem`, '-noout', '-fingerprint', '-sha256');
    const digest = shown.split('=')[1].trim().replaceAll(':', '').toLowerCase();
    assert.ok(fingerprints.includes(digest), `${name} is not on paper by its fingerprint`);
  }
  note("a dropped chain's page names all three certificates by OpenSSL's fingerprints");
}

/** @type {Journey[]} */
export const printed = [{ name: 'a usual report is one page of paper', play }];
