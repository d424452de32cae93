// The whole story of an estate in the BYOCA model: a tenant, the round with a wrong and a right answer of the private CA,
// the fleet, the matrix, six questions that the page alone answers, one broken thing and its cure, what-ifs, the deploy
// pack.

import assert from 'node:assert/strict';

import { expectClean, loadAxe } from '../support/axe.js';
import { unzipSync } from '../support/packages.js';
import { createByoca, enrolSamples } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */
/** @import { Ui } from '../support/ui.js' */

const kRadius = 'Wi-Fi with FreeRADIUS';
const kNps = 'Wi-Fi with NPS';

/**
 * The plan of somebody.
 *
 * @param {Ui} ui
 * @param {string} who
 * @returns {Promise<Map<string, string>>} the text of the row of each part
 */
async function planOf(ui, who) {
  const rows = await ui.page.evaluate((wanted) => {
    const groups = [...document.querySelectorAll('.plan-group')];
    const group = groups.find((each) => each.querySelector('h2')?.textContent?.includes(wanted));
    const found = [...(group?.querySelectorAll('[data-part]') ?? [])];
    return found.map((row) => ({
      part: row.getAttribute('data-part') ?? '',
      text: (row.textContent ?? '').replaceAll(/\s+/g, ' '),
    }));
  }, who);
  return new Map(rows.map(({ part, text }) => [part, text]));
}

/** The anchor of the device's judgement, and of the service's. @param {Ui} ui @param {string} cell */
async function anchorsOf(ui, cell) {
  await ui.click('button', cell);
  await ui.see(cell.replace(' with ', ' and '), '[data-conversation] h2');
  await ui.wait('[data-conversation] [data-anchor]');
  return ui.page.$$eval('[data-conversation] [data-anchor] bdi', (all) =>
    all.map((each) => each.textContent),
  );
}

/** @param {Session} session */
async function askTheSixQuestions({ ui, note }) {
  await ui.click('button', 'Who must be given what');
  await ui.wait('[data-part="private-root"]');
  const android = await planOf(ui, 'Android Enterprise');
  assert.match(android.get('private-root') ?? '', /Corp Root CA.*required/);
  assert.match(android.get('private-issuing') ?? '', /recommended/);
  assert.match(android.get('byoca-issuing') ?? '', /recommended/);
  assert.ok(!android.has('cloud-root'), 'no root of Cloud PKI in the BYOCA model');
  note('1. which certificates an Android device needs in the BYOCA model: a table says so');
  const radius = await planOf(ui, kRadius);
  assert.match(radius.get('private-root') ?? '', /by hand/);
  const nps = await planOf(ui, kNps);
  assert.match(nps.get('private-root') ?? '', /group policy/i);
  note('2. how a relying party gets them: by group policy in the domain, by hand outside');

  await ui.click('button', 'Who can talk to whom');
  await ui.click('button', kRadius);
  await ui.click('button', `Take out BYOCA Issuing, which ${kRadius} holds`);
  await ui.see('2 stopped working: Pixel of Cleo', '[data-summary]');
  await ui.click('button', `Pixel of Cleo with ${kRadius}`);
  await ui.see('Put «BYOCA Issuing»', '[data-conversation]');
  note('3. a RADIUS server outside the domain without the issuing CA: only Android notices');
  await ui.click('button', 'Do that');
  await ui.see('2 work now', '[data-summary]');

  assert.deepEqual(await anchorsOf(ui, `LAPTOP-ANN with ${kNps}`), [
    'Corp Root CA',
    'Corp Root CA',
  ]);
  assert.deepEqual(await anchorsOf(ui, `LAPTOP-ANN with ${kRadius}`), [
    'Corp Root CA',
    'BYOCA Issuing',
  ]);
  note(
    '4. where the trust anchor of a conversation is: at the private root, but for FreeRADIUS, which takes all in its file',
  );

  await ui.click('button', 'Trust anchors');
  await ui.see('Corp Root CA', '.anchor-list');
  await ui.see('conversations would stop', '.anchor-list');
  note('5. who relies on the private root, and what would stop without it');

  await ui.click('button', 'Who can talk to whom');
  await ui.click('button', kNps);
  await ui.click('control', 'Reaches the CRLs (CDP)');
  await ui.see('stopped working', '[data-summary]');
  await ui.click('button', `LAPTOP-ANN with ${kNps}`);
  await ui.see('0x80092013', '[data-conversation]');
  note('6. a NPS server that reaches no CRL: refused, in the words of its event log');
  await ui.click('button', 'Undo');
  await ui.see('work now', '[data-summary]');
}

/** @param {Session} session */
async function askWhatIf(session) {
  const { ui, note } = session;
  await ui.click('button', 'What if');
  await ui.wait('[data-what-if]');
  await loadAxe(session);
  await expectClean(session, 'the what-ifs');
  await ui.click('button', 'Unassign Corp Root CA for windows');
  await ui.see('stopped working: LAPTOP-ANN', '[data-summary]');
  note('a profile is unassigned: the device loses its trust in the servers');
  await ui.click('button', 'Undo');
  await ui.see('work now', '[data-summary]');
  await ui.page.$eval('[data-crl*="ca1"] button', (button) => /** @type {any} */ (button).click());
  await ui.see('lapsed', '[data-crl*="ca1"]');
  await ui.see('stopped working', '[data-summary]');
  note('a CRL lapses: who demands revocation refuses');
  await ui.click('button', 'Undo');
  await ui.see('work now', '[data-summary]');
  const laptop = await ui.page.$$eval('[data-what-if] option', (all) =>
    all.find((each) => each.textContent?.trim() === 'LAPTOP-ANN')?.getAttribute('value'),
  );
  await ui.choose('Device', laptop ?? '');
  await ui.click('button', 'Revoke its certificates');
  await ui.see('stopped working: LAPTOP-ANN', '[data-summary]');
  note('a device is lost: its certificates are revoked, and servers refuse it');
  await ui.click('button', 'Undo');
  await ui.see('work now', '[data-summary]');
}

/** @param {Session} session */
async function takeThePack(session) {
  const { ui, openssl, note } = session;
  await ui.click('button', 'Deploy pack');
  await ui.click('button', 'Make the deploy pack');
  await ui.see('README.md', '[data-pack]');
  await expectClean(session, 'the deploy pack');
  const saved = await ui.download(() => ui.click('button', 'Save the deploy pack (zip)'));
  const files = unzipSync(new Uint8Array(saved.content));
  const names = Object.keys(files);
  assert.ok(names.includes('README.md'));
  assert.ok(!names.some((name) => name.endsWith('.key')), 'no private key unasked');
  const root = names.find((name) => /^certificates\/.*Root.*\.cer$/i.test(name)) ?? '';
  openssl.write('root.cer', Buffer.from(files[root]));
  const text = openssl.run('x509', '-inform', 'der', '-in', 'root.cer', '-noout', '-subject');
  assert.match(text, /Corp Root CA/);
  const bundle = names.find((name) => /freeradius.*\/anchors\.pem$/i.test(name)) ?? '';
  openssl.write('anchors.pem', Buffer.from(files[bundle]));
  assert.match(openssl.run('x509', '-in', 'anchors.pem', '-noout', '-subject'), /Corp Root CA/);
  note(`the deploy pack: ${names.length} files, read by OpenSSL`);
  await ui.click('control', 'With the private keys of the services');
  await ui.click('button', 'Make the deploy pack');
  await ui.wait('[data-pack] [data-file$="/server.key"]');
  const html = await ui.page.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!html.includes('PRIVATE KEY'), 'a key goes from the vault into the file');
}

/** @param {Session} session */
async function playStory(session) {
  const { ui, note } = session;
  await createByoca(ui, { wrongFirst: true });
  note('a BYOCA, signed by a private CA: first wrongly, and refused, then rightly');
  await enrolSamples(ui);
  await ui.go('estate');
  await ui.click('button', 'Make the estate');
  await ui.see('72 of 80 conversations work', '[data-summary]');
  note('the estate: its servers have their certificates from the same private PKI');
  await askTheSixQuestions(session);
  await askWhatIf(session);
  await takeThePack(session);
}

/** Where NPS anchors the certificate of a device. @param {Ui} ui @param {string} device */
async function serverAnchorOf(ui, device) {
  const anchors = await anchorsOf(ui, `${device} with ${kNps}`);
  return anchors.at(-1);
}

/** @param {Session} session */
async function playReadyLab(session) {
  const { ui, note } = session;
  await ui.go('estate');
  await ui.see('An estate needs a tenant first', 'main');
  await loadAxe(session);
  await expectClean(session, 'the ready labs');
  await ui.click('button', 'Both in one tenant');
  await ui.see('72 of 80 conversations work', '[data-summary]');
  note('a ready lab with both models, from one click');
  assert.equal(await serverAnchorOf(ui, 'LAPTOP-ANN'), 'Cloud Root');
  assert.equal(await serverAnchorOf(ui, 'Pixel of Cleo'), 'Corp Root CA');
  note('the laptop is anchored in the cloud, the phone at the private root');
  await ui.click('button', 'What if');
  await ui.click('button', 'Enrol all devices with it: Cloud Issuing');
  await ui.see('Enrol all devices with Cloud Issuing', '.told');
  await ui.wait('[data-work]');
  await ui.click('button', 'Who can talk to whom');
  await ui.wait('[data-work]');
  assert.equal(await serverAnchorOf(ui, 'Pixel of Cleo'), 'Cloud Root');
  note('the model is changed: the phone is anchored in the cloud as well');
  await ui.click('button', 'Undo');
  assert.equal(await serverAnchorOf(ui, 'Pixel of Cleo'), 'Corp Root CA');
}

/** @type {Journey[]} */
export const estateStory = [
  { name: 'a ready lab with both models, and the model changed', play: playReadyLab },
  {
    name: 'the whole story: BYOCA, fleet, matrix, six questions, a cure, the deploy pack',
    play: playStory,
  },
];
