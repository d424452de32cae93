// A broken chain gets a verdict, the step that failed and the finding; mending it mends the verdict.

import assert from 'node:assert/strict';

import { loadSampleLab } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** An issuing CA whose certificate is no CA certificate, and an expired one. @param {Session} session */
function makeBrokenChain({ openssl }) {
  openssl.run(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-subj',
    '/CN=Broken Root',
    '-days',
    '3650',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  );
  openssl.write('notca.ext', 'basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature');
  openssl.run(
    'req',
    '-new',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'mid.key',
    '-out',
    'mid.csr',
    '-subj',
    '/CN=Not a CA',
  );
  openssl.run(
    'x509',
    '-req',
    '-in',
    'mid.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-days',
    '365',
    '-extfile',
    'notca.ext',
    '-out',
    'mid.pem',
  );
  openssl.run(
    'req',
    '-new',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'leaf.key',
    '-out',
    'leaf.csr',
    '-subj',
    '/CN=broken.example',
  );
  openssl.run(
    'x509',
    '-req',
    '-in',
    'leaf.csr',
    '-CA',
    'mid.pem',
    '-CAkey',
    'mid.key',
    '-days',
    '90',
    '-extfile',
    'notca.ext',
    '-out',
    'leaf.pem',
  );
}

/** @param {Session} session */
async function playBroken(session) {
  const { ui, openssl, note } = session;
  makeBrokenChain(session);
  await ui.go('check');
  await ui.see('Check a chain', 'h1');
  const files = ['leaf.pem', 'mid.pem', 'root.pem'];
  await ui.drop(...files.map((name) => ({ name, content: openssl.read(name) })));
  await ui.see('Broken Root', 'table');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict.tone-error');
  note(`verdict: ${(await ui.text('.verdict p')).trim()}`);
  await ui.wait('.step[data-outcome="fail"]');
  const failed = await ui.page.$$eval('.step[data-outcome="fail"]', (all) =>
    all.map(
      (node) =>
        `${node.getAttribute('data-check')} (${node.querySelector('.finding')?.getAttribute('data-rule')})`,
    ),
  );
  note(`failed steps: ${failed.join(', ')}`);
  assert.ok(
    failed.some((step) => /basic.?constraints|ca/i.test(step)),
    failed.join(),
  );
  await ui.see('RFC 5280', '.report .finding');
}

/** @param {Session} session */
async function playWhatIf({ ui, note }) {
  await loadSampleLab(ui);
  await ui.go('check');
  await ui.see('www.sample.example', 'table');
  await ui.fill('Names it must be good for', 'www.sample.example');
  await ui.click('button', 'Check the chain');
  await ui.wait('.verdict.tone-pass');
  note(`sample lab: ${(await ui.text('.verdict p')).trim()}`);

  await toggle(ui, 'At hand: Sample Issuing CA');
  await ui.wait('.verdict.tone-error');
  note(`without the issuing CA: ${(await ui.text('.verdict p')).trim()}`);
  await toggle(ui, 'At hand: Sample Issuing CA');
  await ui.wait('.verdict.tone-pass');

  await ui.fill('At this time, in UTC', '2099-01-01T00:00');
  await ui.wait('.verdict.tone-error');
  note(`in 2099: ${(await ui.text('.verdict p')).trim()}`);
  await ui.fill('At this time, in UTC', '');
  await ui.wait('.verdict.tone-pass');

  await ui.fill('Names it must be good for', 'other.example');
  await ui.wait('.verdict.tone-error');
  note(`for another host: ${(await ui.text('.verdict p')).trim()}`);
}

/** @param {import('../support/ui.js').Ui} ui @param {string} label */
async function toggle(ui, label) {
  await ui.page.$eval(`input[aria-label="${label}"]`, (node) =>
    /** @type {HTMLInputElement} */ (node).click(),
  );
}

/** @type {Journey[]} */
export const chain = [
  {
    name: 'a broken chain gets a verdict, a failed step and its finding',
    play: playBroken,
  },
  {
    name: 'the verdict follows what is at hand, the time and the names',
    play: playWhatIf,
  },
];
