// The BYOCA desk: request, answer and chain are judged before they are uploaded.

import assert from 'node:assert/strict';

import { requestIssuing } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

const kGood = [
  'basicConstraints=critical,CA:TRUE,pathlen:0',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid',
];

/**
 * The private CA's answer to desk.req with these extensions.
 *
 * @param {Session} session
 * @param {string} name
 * @param {string[]} extensions
 */
function sign({ openssl }, name, extensions) {
  openssl.write(`${name}.ext`, extensions.join('\n'));
  const signer = ['-CA', 'desk-root.pem', '-CAkey', 'desk-root.key'];
  const how = ['-days', '365', '-sha256', '-extfile', `${name}.ext`, '-out', `${name}.pem`];
  openssl.run('x509', '-req', '-in', 'desk.req', ...signer, ...how);
}

/** @param {Session} session */
async function playDesk(session) {
  const { ui, openssl, note } = session;
  const files = (/** @type {string[]} */ ...names) =>
    names.map((name) => ({ name, content: openssl.read(name) }));
  await requestIssuing(ui, 'Desk Issuing CA', 'rsa-2048');
  const request = await ui.download(() => ui.click('button', 'Request (.req)'));
  openssl.write('desk.req', request.content);
  openssl.run(
    ...['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-keyout', 'desk-root.key'],
    ...['-out', 'desk-root.pem', '-subj', '/O=Corp/CN=Desk Root', '-days', '3650'],
    ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  );
  sign(session, 'leaf', ['basicConstraints=critical,CA:FALSE', 'keyUsage=digitalSignature']);
  sign(session, 'good', kGood);

  await ui.go('byoca');
  await ui.drop(...files('desk.req'));
  await ui.see('Ready to be signed', '.verdict');
  await ui.see('openssl x509 -req', '.command');
  for (const width of [1280, 360]) {
    await ui.resize({ width, height: 800 });
    await ui.rest();
    const wide = await ui.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `with its commands the desk is ${wide} wide in a window of ${width}`);
  }
  await ui.resize({ width: 1280, height: 800 });
  note('the request alone: ready to be signed, with the commands for it');
  await ui.drop(...files('leaf.pem', 'desk-root.pem'));
  await ui.see('Not ready to upload', '.verdict');
  await ui.wait('[data-check="byoca.ca"][data-outcome="fail"]');
  note(`a leaf instead of a CA: ${(await ui.text('.verdict p')).trim()}`);
  await ui.click('button', 'Take leaf.pem off the desk');
  await ui.drop(...files('good.pem'));
  await ui.see('Ready to upload', '.verdict');
  const signed = await ui.download(() => ui.click('button', 'signed-certificate.cer'));
  const root = await ui.download(() => ui.click('button', 'chain-1-root.cer'));
  openssl.write('signed.cer', signed.content);
  openssl.write('root.cer', root.content);
  assert.match(openssl.run('verify', '-CAfile', 'root.cer', 'signed.cer'), /OK/);
  note('a right answer: the two files to upload hold for OpenSSL');
}

/** @type {Journey[]} */
export const byocaDesk = [
  { name: 'the BYOCA desk judges a request, a wrong answer and a right one', play: playDesk },
];
