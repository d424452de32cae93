// Cloud PKI in the page: both models, the BYOCA round with a wrong and a right answer, ten devices, a revoked leaf, eight
// days, a renewal.

import assert from 'node:assert/strict';

import { createCloudCa, kMistake, signRightly, signWrongly } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */
/** @import { Ui } from '../support/ui.js' */

/** @param {Ui} ui @param {string} name */
async function openCa(ui, name) {
  await ui.go('cloud');
  await ui.click('link', name);
  await ui.see(name, 'h1');
}

/** @param {Session} session */
async function playTenant({ ui, openssl, note }) {
  await ui.go('cloud');
  await ui.see('Cloud PKI', 'h1');
  await ui.click('button', 'Create the tenant');
  await ui.see('Cloud PKI: Contoso', 'h1');
  await createCloudCa(ui, { kind: 'Root CA', name: 'Cloud Root', key: 'rsa-2048' });
  await createCloudCa(ui, { kind: 'Issuing CA, root CA source Intune', name: 'Cloud Issuing' });
  await createCloudCa(ui, { kind: 'Issuing CA, bring', name: 'BYOCA Issuing', key: 'rsa-2048' });
  await ui.see('Signing required', 'main');
  note('a root, an issuing CA under it, and a BYOCA that waits to be signed');

  const request = await ui.download(() => ui.click('button', 'Download CSR'));
  openssl.write('byoca.req', request.content);
  assert.match(openssl.run('req', '-in', 'byoca.req', '-noout', '-subject'), /BYOCA Issuing/);
  await ui.click('button', 'Create the private PKI');
  await signWrongly(ui);
  await ui.wait('[data-check="byoca.purposes_kept"][data-outcome="fail"]');
  note('an answer without its extended key usage is refused, with the reason');
  await ui.click('control', kMistake);
  await signRightly(ui);
  note('the right answer makes it active');

  await ui.go('cloud-devices');
  await ui.click('button', 'Enrol the sample devices');
  await ui.see('LAPTOP-ANN', 'main');
  await ui.click('button', 'Make the profiles');
  await ui.see('SCEP certificate profiles', 'main');
  await ui.click('button', 'Let all devices check in');
  await ui.wait('[data-device="LAPTOP-ANN"] .tone-pass');
  note('devices check in and enrol');
  await ui.click('button', 'LAPTOP-ANN SCEP');
  await ui.click('button', 'Open it');
  await ui.see('What was checked', 'main');
  await ui.see('ann@corp.example', '[data-scep]');
  note('a SCEP message is opened, down to the CSR inside');

  await openCa(ui, 'Cloud Issuing');
  await ui.see('9 active', 'main');
  await ui.click('button', 'Revoke CN=');
  await ui.see('8 active, 1 revoked', 'main');
  await ui.see('until then it may accept the certificate', 'main');
  note('a leaf is revoked, and the page says for how long a cached CRL may be used');
  await ui.click('button', '+ 8 days');
  await ui.see('What happened meanwhile', 'main');
  await ui.see('published', '.event-list');
  await ui.click('button', '+ 5 years');
  await ui.see('it can be renewed', 'main');
  await ui.click('button', 'Renew');
  await ui.see('Staged', 'main');
  await ui.click('button', 'Activate');
  await ui.see('Cloud Issuing (V2.0)', 'h1');
  note('the clock moves on, and the issuing CA is renewed');
  await ui.click('button', 'Undo');
  await ui.see('Staged', 'main');
  note('and undone');
  await ui.resize({ width: 360, height: 740 });
  const wide = await ui.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `${wide} wide on a phone`);
  await ui.resize({ width: 1280, height: 800 });
}

/** @type {Journey[]} */
export const cloud = [
  { name: 'a tenant of Cloud PKI, from its first CA to a renewal', play: playTenant },
];
