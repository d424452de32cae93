// Pictures of Cloud PKI: the tenant, its CAs, a BYOCA round with a wrong answer, devices and profiles, SCEP messages.

import { filesOf, makeRoot } from '../support/issuing.js';
import { OpenSsl } from '../support/openssl.js';
import { createCloudLab } from '../support/steps.js';

/** @import { Camera } from './looks.js' */
/** @import { Ui } from '../support/ui.js' */

/** Unfolds every fold whose words begin so. @param {Ui} ui @param {string} words */
async function unfold(ui, words) {
  await ui.page.$$eval(
    'main details > summary',
    (all, begin) =>
      all
        .filter((node) => (node.textContent ?? '').trim().startsWith(begin))
        .forEach((node) => /** @type {any} */ (node.parentElement).setAttribute('open', '')),
    words,
  );
}

/** The answer of the private CA with two mistakes, refused; then a right one. @param {Camera} camera */
async function takeRound(camera) {
  const { ui } = camera;
  await ui.go('cloud');
  await ui.click('link', 'BYOCA Issuing');
  await ui.see('Signing required', 'h2');
  await camera.shoot('byoca-issuing');
  await ui.page.$$eval('.round .check-list input', (all) =>
    all.slice(0, 2).forEach((node) => /** @type {HTMLElement} */ (node).click()),
  );
  await ui.click('button', 'Sign the CSR');
  await ui.see('The private CA signed', '.round');
  await ui.click('button', 'Upload');
  await ui.wait('.round .verdict');
  await camera.dismissMessages();
  await camera.shoot('byoca-refused');
}

/** @param {Camera} camera */
async function takeDevices(camera) {
  const { ui } = camera;
  await ui.go('cloud-devices');
  await ui.wait('[data-device="LAPTOP-ANN"]');
  await camera.dismissMessages();
  await camera.shoot('devices');
  for (const words of ['Users', 'Enrolled devices', 'Groups']) await unfold(ui, words);
  await camera.shoot('directory');
  for (const words of ['Users', 'Enrolled devices', 'Groups']) await ui.click('button', words);
  await ui.page.$eval('main .card details:has(.summary)', (node) => node.setAttribute('open', ''));
  await ui.click('button', 'Change');
  await ui.wait('[aria-label="What devices get"], main .form .finding');
  await camera.shoot('scep-profile');
  await ui.click('button', 'Close the form');
  await ui.page.$eval('main .card details:has(ol)', (node) => node.setAttribute('open', ''));
  const messages = await ui.page.$$('main .card details[open] ol button');
  for (const button of messages) await button.evaluate((node) => node.click());
  await ui.wait('main .card details[open] ol .browser-tree, main .card details[open] ol .section');
  await camera.shoot('scep-messages');
}

/** The desk with an answer that is no CA's, then with a right one. @param {Camera} camera */
async function takeDesk(camera) {
  const { ui } = camera;
  const openssl = new OpenSsl();
  makeRoot(openssl, 'Root', '/O=Corp/CN=Corp Root CA');
  openssl.run(
    ...['req', '-new', '-nodes', '-newkey', 'rsa:2048', '-keyout', 'desk.key', '-out', 'desk.req'],
    ...['-subj', '/O=Contoso/CN=Contoso BYOCA Issuing CA'],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'extendedKeyUsage=clientAuth'],
  );
  const ids =
    'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nextendedKeyUsage=clientAuth\n';
  const ca = 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n';
  for (const [name, usage] of [
    ['wrong', 'basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature\n'],
    ['right', ca],
  ]) {
    openssl.write(`${name}.ext`, `${usage}${ids}`);
    openssl.run(
      ...[
        'x509',
        '-req',
        '-in',
        'desk.req',
        '-CA',
        'Root.pem',
        '-CAkey',
        'Root.key',
        '-days',
        '365',
      ],
      ...['-extfile', `${name}.ext`, '-out', `${name}.pem`],
    );
  }
  await ui.go('byoca');
  await ui.drop(...filesOf(openssl, 'desk.req', 'wrong.pem', 'Root.pem'));
  await ui.see('Not ready to upload', '.verdict');
  await camera.shoot('desk-wrong');
  await ui.click('button', 'Take wrong.pem off the desk');
  await ui.drop(...filesOf(openssl, 'right.pem'));
  await ui.see('Ready to upload', '.verdict');
  await camera.shoot('desk-right');
}

/** @param {Camera} camera */
export async function takeCloud(camera) {
  const { ui } = camera;
  await ui.go('cloud');
  await ui.see('Create the tenant', 'main');
  await camera.shoot('new-tenant');
  await takeDesk(camera);
  await createCloudLab(ui);
  await takeDevices(camera);
  await ui.go('cloud');
  await ui.see('Certification authorities', 'main');
  await camera.shoot('tenant');
  await ui.page.$$eval('main details.more', (all) =>
    all.forEach((node) => node.setAttribute('open', '')),
  );
  await camera.shoot('settings-and-audit');
  await ui.go('cloud');
  await ui.click('link', 'Cloud Issuing');
  await ui.see('Cloud Issuing', 'h1');
  await unfold(ui, 'Change the scope tags');
  await camera.shoot('cloud-issuing');
  await takeRound(camera);
  await ui.go('cloud-create');
  await ui.see('Create a CA', 'h1');
  await camera.shoot('create');
}
