// Bring your own CA: the request is made here, OpenSSL plays the private CA, the certificate comes back.

import assert from 'node:assert/strict';

import { downloadPem, issueLeaf, requestIssuing } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

const kCaExtensions = [
  'basicConstraints=critical,CA:TRUE,pathlen:0',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid',
].join('\n');

/**
 * A private CA that OpenSSL runs, and its signature under the request.
 *
 * @param {Session} session
 * @param {Buffer} request
 */
function signAsPrivateCa({ openssl }, request) {
  openssl.write('issuing.req', request);
  openssl.run(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'corp.key',
    '-out',
    'corp.pem',
    '-subj',
    '/O=Corp/CN=Corp Private Root',
    '-days',
    '3650',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  );
  openssl.write('ca.ext', kCaExtensions);
  openssl.run(
    'x509',
    '-req',
    '-in',
    'issuing.req',
    '-CA',
    'corp.pem',
    '-CAkey',
    'corp.key',
    '-days',
    '1825',
    '-sha256',
    '-extfile',
    'ca.ext',
    '-out',
    'issuing.pem',
  );
  openssl.run(
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    'issuing.pem',
    '-certfile',
    'corp.pem',
    '-out',
    'chain.p7b',
  );
}

/** Certificates that must not be taken, and a root of the right name with another key. @param {Session} session */
function makeWrongOnes({ openssl }) {
  openssl.run(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'twin.key',
    '-out',
    'twin.pem',
    '-subj',
    '/O=Corp/CN=Corp Private Root',
    '-days',
    '3650',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  );
  openssl.run(
    'req',
    '-new',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'other.key',
    '-out',
    'other.csr',
    '-subj',
    '/O=Lab/CN=Own Issuing CA',
  );
  openssl.run(
    'x509',
    '-req',
    '-in',
    'other.csr',
    '-CA',
    'corp.pem',
    '-CAkey',
    'corp.key',
    '-days',
    '1825',
    '-extfile',
    'ca.ext',
    '-out',
    'other-key.pem',
  );
  openssl.write('leaf.ext', 'basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature');
  openssl.run(
    'x509',
    '-req',
    '-in',
    'issuing.req',
    '-CA',
    'corp.pem',
    '-CAkey',
    'corp.key',
    '-days',
    '365',
    '-extfile',
    'leaf.ext',
    '-out',
    'not-a-ca.pem',
  );
}

/**
 * @param {Session} session
 * @param {string} name
 * @param {string[]} files
 */
async function refused({ ui, openssl, note }, name, files) {
  await ui.mark('.verdict');
  await ui.drop(...files.map((file) => ({ name: file, content: openssl.read(file) })));
  await ui.wait('.verdict.tone-error:not([data-seen])');
  await ui.wait('.finding[data-rule]');
  const rule = await ui.page.$eval('.finding', (node) => node.getAttribute('data-rule'));
  note(`${name}: refused, ${rule}: ${(await ui.text('.verdict p')).trim()}`);
  const offered = await ui.page.$$eval('button', (all) =>
    all.map((node) => node.textContent ?? ''),
  );
  assert.ok(!offered.some((text) => text.includes('Take it into the workspace')));
}

/** @param {Session} session */
async function play(session) {
  const { ui, openssl, note } = session;
  await requestIssuing(ui, 'Own Issuing CA', 'rsa-2048');
  const request = await ui.download(() => ui.click('button', 'Request (.req)'));
  assert.match(request.name, /\.req$/);
  signAsPrivateCa(session, request.content);
  openssl.run('req', '-in', 'issuing.req', '-noout', '-verify');
  note(`made ${request.name} and signed it with OpenSSL as a private CA`);

  await ui.click('link', 'I have the signed certificate');
  await ui.see('The certificate for', 'h1');
  makeWrongOnes(session);
  await refused(session, 'a certificate with another key', ['other-key.pem', 'corp.pem']);
  await refused(session, 'a certificate that is no CA', ['not-a-ca.pem', 'corp.pem']);
  await refused(session, 'a certificate with a chain that does not hold', [
    'issuing.pem',
    'twin.pem',
  ]);

  const files = ['issuing.pem', 'chain.p7b'].map((name) => ({
    name,
    content: openssl.read(name),
  }));
  await ui.drop(...files);
  await ui.wait('.verdict.tone-pass');
  note(`the right one with its chain: ${(await ui.text('.verdict p')).trim()}`);
  await ui.click('button', 'Take it into the workspace');
  await ui.see('Key here', '.badges');
  await ui.see('Own Issuing CA', 'h1');

  await issueLeaf(ui, 'phone.lab.example', 'p-256');
  const leaf = await downloadPem(ui);
  openssl.write('phone.pem', leaf.content);
  const verified = openssl.run(
    'verify',
    '-x509_strict',
    '-CAfile',
    'corp.pem',
    '-untrusted',
    'issuing.pem',
    'phone.pem',
  );
  assert.match(verified, /: OK/);
  note(`the CA issued a leaf; openssl verify: ${verified.trim()}`);
}

/** @type {Journey[]} */
export const byoca = [
  {
    name: 'a request for an issuing CA is signed elsewhere, comes back and is used',
    play,
  },
];
