// The main job: root, issuing CA, a request from outside signed, a leaf; all of it judged by OpenSSL.

import assert from 'node:assert/strict';

import { createIssuing, createRoot, downloadPem, issueLeaf } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** How OpenSSL makes a key of the kind. @type {Record<string, string[]>} */
const kOpenSslKeys = {
  'rsa-4096': ['-newkey', 'rsa:2048'],
  'p-384': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
};

/**
 * @param {Session} session
 * @param {string} keySpec
 */
async function makeRequest({ openssl }, keySpec) {
  openssl.run(
    'req',
    '-new',
    '-nodes',
    '-keyout',
    'device.key',
    '-out',
    'device.csr',
    ...kOpenSslKeys[keySpec],
    '-subj',
    '/O=Lab/CN=device.lab.example',
    '-addext',
    'subjectAltName=DNS:device.lab.example,IP:192.0.2.7',
    '-addext',
    'keyUsage=critical,digitalSignature',
  );
  return { name: 'device.csr', content: openssl.read('device.csr') };
}

/**
 * @param {Session} session
 * @param {string} keySpec of the CAs
 */
async function play(session, keySpec) {
  const { ui, openssl, note } = session;
  await createRoot(ui, 'Lab Root CA', keySpec);
  const root = await downloadPem(ui);
  openssl.write('root.pem', root.content);
  note(`created a root CA, ${keySpec}: ${root.name}`);

  await createIssuing(ui, 'Lab Issuing CA', keySpec);
  const issuing = await downloadPem(ui);
  openssl.write('issuing.pem', issuing.content);
  assert.match(openssl.run('x509', '-in', 'issuing.pem', '-noout', '-text'), /CA:TRUE, pathlen:0/);
  note(`created an issuing CA below it: ${issuing.name}`);

  await ui.go('requests');
  await ui.see('Drop a request here');
  await ui.drop(await makeRequest(session, keySpec));
  await ui.see('device.lab.example', 'h1');
  await ui.see('DNS:device.lab.example', '.summary');
  await ui.see('holds: signed with the key in it');
  note('dropped a request that OpenSSL made; its fields are shown');

  await ui.click('link', 'Sign it with a CA here');
  await ui.see('Sign:', 'h1');
  await ui.wait('tr[data-oid="2.5.29.17"]');
  await ui.see('DNS:device.lab.example', 'tr[data-oid="2.5.29.17"]');
  await ui.click('button', 'Sign the request');
  await ui.see('device.lab.example was signed');
  await ui.see('Same key');
  const device = await downloadPem(ui);
  openssl.write('device.pem', device.content);
  const text = openssl.run('x509', '-in', 'device.pem', '-noout', '-text');
  assert.match(text, /DNS:device\.lab\.example, IP Address:192\.0\.2\.7/);
  note('signed the request, extension by extension');

  await issueLeaf(ui, 'www.lab.example', 'p-256');
  const leaf = await downloadPem(ui);
  openssl.write('leaf.pem', leaf.content);
  note(`issued a leaf: ${leaf.name}`);

  for (const name of ['device.pem', 'leaf.pem']) {
    const verified = openssl.run(
      'verify',
      '-x509_strict',
      '-CAfile',
      'root.pem',
      '-untrusted',
      'issuing.pem',
      '-purpose',
      'sslserver',
      name,
    );
    assert.match(verified, /: OK/);
    note(`openssl verify -x509_strict: ${verified.trim()}`);
  }
  await checkFiles(session);
}

/** The other forms of a certificate hold the same. @param {Session} session */
async function checkFiles({ ui, openssl, note }) {
  const der = await ui.download(() => ui.click('button', 'DER'));
  openssl.write('leaf.cer', der.content);
  openssl.run('x509', '-inform', 'DER', '-in', 'leaf.cer', '-out', 'again.pem');
  assert.equal(openssl.read('again.pem').toString(), openssl.read('leaf.pem').toString());
  const p7b = await ui.download(() => ui.click('button', 'Chain, P7B'));
  openssl.write('chain.p7b', p7b.content);
  const inform = p7b.content[0] === 0x30 ? 'DER' : 'PEM';
  const chain = openssl.run('pkcs7', '-inform', inform, '-in', 'chain.p7b', '-print_certs');
  assert.equal(chain.match(/BEGIN CERTIFICATE/g)?.length, 3);
  note(`downloaded DER and P7B too: ${der.name}, ${p7b.name} with 3 certificates`);
}

/** @type {Journey[]} */
export const mainJob = [
  {
    name: 'root, issuing CA, request and leaf with RSA-4096 are good for OpenSSL',
    play: (session) => play(session, 'rsa-4096'),
  },
  {
    name: 'root, issuing CA, request and leaf with P-384 are good for OpenSSL, from file://',
    place: 'file',
    play: (session) => play(session, 'p-384'),
  },
];
