// A small CA that OpenSSL plays: issues what a journey needs, good or bad.

/** @import { OpenSsl } from './openssl.js' */

const kCa = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n';
const kIds = 'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n';

/** @param {OpenSsl} openssl @param {string} name */
function makeKey(openssl, name) {
  openssl.run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', name);
}

/**
 * Makes a self-signed CA: NAME.pem and NAME.key.
 *
 * @param {OpenSsl} openssl
 * @param {string} name
 * @param {string} [subject]
 */
export function makeRoot(openssl, name, subject = `/CN=${name}`) {
  makeKey(openssl, `${name}.key`);
  openssl.run(
    ...['req', '-x509', '-new', '-utf8', '-key', `${name}.key`, '-out', `${name}.pem`],
    ...['-subj', subject, '-days', '3650', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  );
}

/**
 * Makes a certificate that ISSUER signs: NAME.pem and NAME.key.
 *
 * @param {OpenSsl} openssl
 * @param {string} issuer
 * @param {string} name
 * @param {{ ca?: boolean, extensions?: string, subject?: string, days?: string, serial?: string }} [options]
 */
export function makeIssued(openssl, issuer, name, options = {}) {
  const { ca = false, extensions = '', subject = `/CN=${name}`, days = '365', serial } = options;
  makeKey(openssl, `${name}.key`);
  openssl.run(
    ...['req', '-new', '-utf8', '-key', `${name}.key`, '-out', `${name}.csr`, '-subj', subject],
  );
  const usage = ca ? kCa : 'basicConstraints=critical,CA:FALSE\nkeyUsage=digitalSignature\n';
  openssl.write(`${name}.ext`, `${usage}${kIds}${extensions}`);
  openssl.run(
    ...['x509', '-req', '-in', `${name}.csr`, '-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`],
    ...['-days', days, '-extfile', `${name}.ext`, '-out', `${name}.pem`],
    ...(serial ? ['-set_serial', serial] : []),
  );
}

/**
 * Makes a CRL of ISSUER that revokes a certificate: ISSUER.crl.
 *
 * @param {OpenSsl} openssl
 * @param {string} issuer
 * @param {string} revoked the certificate's name
 */
export function makeCrl(openssl, issuer, revoked) {
  openssl.write('index.txt', '');
  openssl.write(
    'ca.cnf',
    '[ca]\ndefault_ca=x\n[x]\ndatabase=index.txt\ndefault_md=sha256\ncrl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid\n',
  );
  const signer = ['-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`];
  openssl.run('ca', '-config', 'ca.cnf', '-revoke', `${revoked}.pem`, ...signer);
  openssl.run(
    ...['ca', '-config', 'ca.cnf', '-gencrl', '-crldays', '30', '-out', `${issuer}.crl`],
    ...signer,
  );
}

/**
 * Files for Ui.drop.
 *
 * @param {OpenSsl} openssl
 * @param {...string} names
 */
export function filesOf(openssl, ...names) {
  return names.map((name) => ({ name, content: openssl.read(name) }));
}
