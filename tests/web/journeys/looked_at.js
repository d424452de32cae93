// What else was looked at: addresses in certificates, paths that nearly passed, CRLs that did not answer.

import assert from 'node:assert/strict';

import { filesOf, makeIssued, makeRoot } from '../support/issuing.js';
import { loadExample } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

const kUrl = 'http://pki.example/issuing.cer';

/** @param {Session} session @param {string} id */
async function verdictOf({ ui }, id) {
  const row = `.parties tr[data-party="${id}"]`;
  await ui.wait(row);
  return (await ui.text(row)).replaceAll(/\s+/g, ' ').trim();
}

/** @param {Session} session */
async function playAddresses(session) {
  const { ui, openssl, note } = session;
  makeRoot(openssl, 'Root');
  makeIssued(openssl, 'Root', 'Issuing', { ca: true });
  const extensions = `extendedKeyUsage=serverAuth\nauthorityInfoAccess=caIssuers;URI:${kUrl}\n`;
  makeIssued(openssl, 'Issuing', 'leaf', { extensions });
  await ui.go('check');
  await ui.wait('.drop-zone');
  await ui.drop(...filesOf(openssl, 'leaf.pem', 'Root.pem'));
  await ui.wait('.part-table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict.tone-error');
  await ui.click('button', 'More that the relying party may ask');
  const picker = await ui.page.$('input[type=file][aria-label="Add what an address gives"]');
  assert.ok(picker);
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (picker).uploadFile(
    openssl.path('Issuing.pem'),
  );
  await ui.see('Gives: Issuing');
  await ui.fill('Address 1', kUrl);
  await ui.see(`Fetched ${kUrl}`, '.parties tr[data-party="windows"]');
  assert.match(await verdictOf(session, 'windows'), /Accepts/);
  assert.match(await verdictOf(session, 'openssl'), /Refuses/);
  await ui.wait('.verdict.tone-error');
  note(
    'with what stands at the address, Windows accepts and OpenSSL refuses; nobody asked refuses',
  );

  await ui.choose('Relying party', 'windows');
  await ui.wait('.verdict.tone-pass');
  await ui.see('Addresses that would be followed');
  await ui.see('Without following them: Not accepted');
  await ui.wait('.chain-picture [aria-label*=", fetched"]');
  note('as Windows: accepted, with the issuing CA fetched, and what it is without');

  await ui.click('control', 'It answers');
  await ui.wait('.verdict.tone-error');
  await ui.see('nothing stands there');
  await ui.click('button', `Take back: Take ${kUrl} away`);
  await ui.wait('.verdict.tone-pass');
  await ui.choose('Are addresses followed?', 'off');
  await ui.wait('.verdict.tone-error');
  await ui.choose('Are addresses followed?', '');
  await ui.wait('.verdict.tone-pass');
  await ui.fill('Address 1', 'https://pki.example/issuing.cer');
  await ui.wait('.field-bad');
  note(`an address that nobody follows: ${(await ui.text('.field-error')).trim()}`);
  await ui.click('button', 'Remove address 1');
  await ui.wait('.verdict.tone-error');
  assert.equal(await ui.page.$('.address'), null);
}

/** @param {Session} session */
async function playNearMisses(session) {
  const { ui, openssl, note } = session;
  await loadExample(ui, 'expired-leaf');
  await ui.see('A near miss: but for this one thing, the path would be accepted.');
  note('of one path that fails for one thing: but for that it would be accepted');

  makeRoot(openssl, 'Root');
  makeIssued(openssl, 'Root', 'Issuing', { ca: true });
  makeIssued(openssl, 'Issuing', 'leaf');
  // The same CA once more, in a certificate that does not let it issue.
  openssl.write('other.ext', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,cRLSign\n');
  openssl.run(
    ...['x509', '-req', '-in', 'Issuing.csr', '-CA', 'Root.pem', '-CAkey', 'Root.key'],
    ...['-days', '30', '-extfile', 'other.ext', '-out', 'Other.pem'],
  );
  await ui.click('button', 'Clear');
  await ui.wait('.drop-zone');
  await ui.drop(...filesOf(openssl, 'leaf.pem', 'Other.pem', 'Issuing.pem', 'Root.pem'));
  await ui.wait('.part-table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict.tone-pass');
  await ui.see('Near misses');
  await ui.see('would pass but for');
  await ui.wait('.report .finding[data-rule="path.key_usage.no_cert_sign"]');
  note('beside an accepted path: the one that would pass but for keyCertSign');
}

/** @param {Session} session */
async function playConsidered({ ui, note }) {
  await loadExample(ui, 'lapsed-crl');
  await ui.wait('.verdict.tone-error');
  await ui.click('button', 'CRLs and OCSP responses that were considered');
  await ui.wait('.considered[open] .finding');
  const listed = await ui.page.$$eval('.considered[open] .finding', (all) =>
    all.map((node) => node.getAttribute('data-rule')),
  );
  assert.ok(listed.includes('path.revocation.crl_expired'), listed.join());
  await ui.page.$eval('.considered[open] .show-bytes', (node) =>
    /** @type {HTMLElement} */ (node).click(),
  );
  await ui.wait('.considered .byte-lit');
  const lit = await ui.page.$$eval('.considered .hex-bytes .byte-lit', (all) => all.length);
  note(`the CRLs that did not answer say why (${listed.join(', ')}), with ${lit} bytes lit`);
}

/** @type {Journey[]} */
export const lookedAt = [
  {
    name: 'what stands at addresses is put in place, and those who follow look there',
    play: playAddresses,
  },
  { name: 'paths that would pass but for one thing are named', play: playNearMisses },
  { name: 'CRLs that did not answer say why', play: playConsidered },
];
