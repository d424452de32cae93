// Input that is empty, huge, wrong or mean gets a clear finding; text never becomes markup.

import assert from 'node:assert/strict';

import { createRoot } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** @param {Session} session @param {string} name @param {Uint8Array} content */
async function inspectFinds({ ui, note }, name, content) {
  await ui.go('inspect');
  const before = Date.now();
  await ui.drop({ name, content });
  await ui.see(name, '.section h2');
  await ui.wait('.finding, .card[data-kind]');
  const said = (await ui.text('.finding-summary, .card-title')).replaceAll(/\s+/g, ' ').trim();
  note(`${name}: ${said} (${Date.now() - before} ms)`);
  return said;
}

/** @param {Session} session */
async function playGarbage(session) {
  const { ui } = session;
  await inspectFinds(session, 'empty.cer', new Uint8Array(0));
  await inspectFinds(session, 'zeros.der', new Uint8Array(1_000_000));
  await inspectFinds(
    session,
    'noise.txt',
    new TextEncoder().encode('hello, this is no certificate'),
  );
  await inspectFinds(session, 'cut.der', Uint8Array.of(0x30, 0x82, 0x05, 0x00, 0x30));
  await createRoot(ui, 'Still works', 'p-256');
}

/** @param {Session} session */
async function playKeyForCertificate(session) {
  const { ui, openssl, note } = session;
  openssl.run(
    'genpkey',
    '-algorithm',
    'EC',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-out',
    'secret.key',
  );
  const key = { name: 'secret.key', content: openssl.read('secret.key') };
  await ui.go('check');
  await ui.drop(key);
  await ui.see(
    'Nothing in it can be used for a check: no certificate, no CRL. 1 other thing was left aside.',
    '.message.tone-error',
  );
  note('a private key dropped on the chain check is left aside, and said so until it is dismissed');
  await ui.click('button', 'Dismiss');
  await ui.page.waitForFunction(() => document.querySelector('.message') === null);
  await ui.go('inspect');
  await ui.drop(key);
  await ui.see('This is a private key. It was handed to the key worker');
  const body = key.content.toString().split('\n')[1];
  const page = await ui.page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!page.includes(body));
  note('a private key that is inspected shows its public half, and no byte of it is in the page');
}

/** @param {Session} session */
async function playMarkup(session) {
  const { ui, openssl, errors, note } = session;
  const name = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  openssl.run(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'x.key',
    '-out',
    'x.pem',
    '-subj',
    `/CN=${name.replaceAll('/', '\\/')}`,
    '-days',
    '9',
  );
  await ui.go('inspect');
  await ui.drop({ name: 'x.pem', content: openssl.read('x.pem') });
  await ui.see(name, 'h3');
  await ui.click('button', 'Add to the workspace');
  await ui.see(name, 'h1');
  assert.equal(await ui.page.$$eval('main img, main script', (all) => all.length), 0);
  await ui.go('');
  await ui.see('<script>', '.tree');
  assert.deepEqual(errors, []);
  note('a name full of markup is shown as the text that it is, and nothing ran');
}

/** @type {Journey[]} */
export const hostile = [
  {
    name: 'empty, huge and senseless files get a clear answer',
    play: playGarbage,
  },
  {
    name: 'a private key where a certificate is wanted is told and not shown',
    play: playKeyForCertificate,
  },
  { name: 'markup in a name stays text', play: playMarkup },
];
