// A pile of certificates is sorted; hostile ones neither run nor break the layout.

import assert from 'node:assert/strict';

import { filesOf, makeIssued, makeRoot, manyRoots } from '../support/issuing.js';

/** @import { Journey, Session } from '../support/session.js' */

/** @param {Session} session */
async function playSort(session) {
  const { ui, openssl, note } = session;
  makeRoot(openssl, 'Root');
  makeIssued(openssl, 'Root', 'Issuing', { ca: true });
  makeIssued(openssl, 'Issuing', 'leaf');
  makeRoot(openssl, 'Gone');
  makeIssued(openssl, 'Gone', 'Lost', { ca: true });
  const address = 'authorityInfoAccess=caIssuers;URI:http://pki.example/lost.cer\n';
  for (let index = 0; index < 20; index += 1) {
    makeIssued(openssl, 'Lost', `stray${index}`, { extensions: address });
  }
  const strays = Array.from({ length: 20 }, (_, index) => `stray${index}.pem`);
  await ui.go('pile');
  await ui.wait('.drop-zone');
  await ui.drop(...filesOf(openssl, ...strays, 'Root.pem', 'leaf.pem', 'Issuing.pem', 'leaf.pem'), {
    name: 'bundle.crt',
    content: manyRoots(openssl, 60),
  });
  await ui.wait('.pile-chain');
  await ui.see('Sorted in');
  note(`${(await ui.text('.sentence')).trim()} ${(await ui.text('.page > .hint')).trim()}`);
  await ui.see('http://pki.example/lost.cer', '.missing-link');
  await ui.see('There more than once: 1');

  const press = (/** @type {string} */ label) => ui.click('button', label, '[data-leaf="leaf"]');
  const full = await ui.download(() => press('Full chain'));
  assert.equal(full.content.toString().match(/BEGIN CERTIFICATE/g)?.length, 3);
  const rootless = await ui.download(() => press('Without root'));
  assert.equal(rootless.content.toString().match(/BEGIN CERTIFICATE/g)?.length, 2);
  openssl.write('rootless.pem', rootless.content);
  const verified = openssl.run(
    ...['verify', '-CAfile', 'Root.pem', '-untrusted', 'rootless.pem', 'leaf.pem'],
  );
  assert.match(verified, /: OK/);
  const p7b = await ui.download(() => press('P7B'));
  openssl.write('chain.p7b', p7b.content);
  note(`wrote ${full.name}, ${rootless.name}, ${p7b.name}; openssl verify: ${verified.trim()}`);
  await press('Check this chain');
  await ui.see('Check a chain', 'h1');
  await ui.wait('.verdict.tone-pass');
  note(`checked it: ${(await ui.text('.verdict p')).trim()}`);
}

/** Replaces octets by as many, wherever they stand; the signature is void then, and the certificate loads all the same. */
function patched(/** @type {Buffer} */ der, /** @type {string} */ from, /** @type {Buffer} */ to) {
  assert.equal(to.length, from.length);
  const copy = Buffer.from(der);
  for (let place = copy.indexOf(from); place >= 0; place = copy.indexOf(from)) to.copy(copy, place);
  assert.ok(!copy.equals(der));
  return copy;
}

/** @param {Session} session */
export function hostileFiles({ openssl }) {
  const markup = '<img src=x onerror=alert(1)><b>bold<\\/b><script>alert(2)<\\/script>';
  makeRoot(openssl, 'markup', `/CN=${markup}/O=${markup}`);
  makeRoot(openssl, 'bidi', '/CN=\u202Eelpmaxe.live\u2066\u200F/O=\u0627\u0644\u0639\u0631\u0628');
  makeRoot(openssl, 'nuls', '/CN=good.exampleNULSevil.example');
  openssl.run('x509', '-in', 'nuls.pem', '-outform', 'DER', '-out', 'nuls.der');
  openssl.write('nuls.der', patched(openssl.read('nuls.der'), 'NULS', Buffer.alloc(4)));
  const long = 'a'.repeat(100_000);
  makeIssued(openssl, 'markup', 'long', {
    extensions: `subjectAltName=URI:http://${long}\nauthorityInfoAccess=caIssuers;URI:javascript:alert(3)//${long.slice(0, 50_000)}\n`,
    subject: `/CN=${'W'.repeat(64)}/O=${'W'.repeat(64)}/OU=${'i'.repeat(64)}`,
  });
  return filesOf(openssl, 'long.pem', 'markup.pem', 'bidi.pem', 'nuls.der');
}

/** @param {Session} session */
async function playHostile(session) {
  const { ui, errors, note } = session;
  const files = hostileFiles(session);
  await ui.page.evaluate(() => {
    /** @type {any} */ (globalThis).alert = () => document.body.setAttribute('data-ran', 'yes');
  });
  for (const width of [1280, 390, 320]) {
    await ui.resize({ width, height: 800 });
    await ui.go('check');
    await ui.wait('.drop-zone');
    await ui.drop(...files);
    await ui.see('evil.example', '.part-table');
    await ui.page.$eval('.form button[type=submit]', (node) => /** @type {any} */ (node).click());
    await ui.wait('.chain-picture');
    await ui.go('pile');
    await ui.wait('.pile-chain');
    for (const page of ['check', 'pile']) {
      await ui.go(page);
      await ui.wait(page === 'check' ? '.chain-picture' : '.pile-chain');
      await ui.rest();
      const wide = await ui.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${page} is ${wide} wide on a screen of ${width}`);
    }
    const text = await ui.text('main');
    assert.ok(!/[\u202A-\u202E\u2066-\u2069\0]/u.test(text), 'controls are shown as what they are');
    await ui.go('check');
    await ui.click('button', 'Clear');
    await ui.until(() => document.querySelector('.part-table') === null);
    await ui.go('pile');
    await ui.click('button', 'Clear');
    await ui.until(() => document.querySelector('.pile-chain') === null);
  }
  const ran = await ui.page.evaluate(() => document.body.hasAttribute('data-ran'));
  assert.equal(ran, false);
  assert.equal(await ui.page.$$eval('main img, main script, main b', (all) => all.length), 0);
  assert.deepEqual(errors, []);
  note(
    'markup, bidirectional controls, NULs and 100 kB of text: nothing ran, nothing was too wide',
  );
}

/** @type {Journey[]} */
export const pile = [
  { name: 'a pile is sorted into chains, and a chain is written and checked', play: playSort },
  { name: 'nothing that a certificate says runs or breaks the layout', play: playHostile },
];
