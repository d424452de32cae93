// What core_bench.cpp measures of chains, made by PKI.js and node-forge, which are written in JavaScript. PKI.js lets
// node's Web Crypto check signatures, which is OpenSSL's native code; node-forge computes them itself, and knows RSA alone.
// Usage: node peers.mjs pkijs|forge FOLDER-WITH-CHAINS. Names of operations as in timing.h. Ends with 3 where the package
// is not installed.
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const at = new Date('2027-01-01T00:00:00Z');

/** The package of that name; the process ends where it is not installed. @param {string} name */
async function load(name) {
  try {
    return await import(pathToFileURL(require.resolve(name)).href);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    return process.exit(3);
  }
}

/** Milliseconds of one call: the median of rounds of 20 ms or more, for as many seconds, at least three.
 * @param {number} seconds @param {() => unknown} operation */
async function medianMs(seconds, operation) {
  const rounds = [];
  const start = performance.now();
  while (rounds.length < 3 || performance.now() - start < seconds * 1000) {
    const round = performance.now();
    let calls = 0;
    do {
      await operation();
      ++calls;
    } while (performance.now() - round < 20);
    rounds.push((performance.now() - round) / calls);
  }
  return rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
}

/** A benchmark whose operations fail measures nothing. @param {unknown} holds @param {string} what */
function must(holds, what) {
  if (!holds) throw new Error(`${what} failed`);
}

/** The library's parse(octets), verify(child, issuer) and check(leaf, issuing, root).
 * @param {string} name */
async function library(name) {
  if (name === 'pkijs') {
    const pkijs = await load('pkijs');
    pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto }));
    return {
      parse: (octets) => pkijs.Certificate.fromBER(octets),
      verify: async (child, issuer) => must(await child.verify(issuer), 'verify'),
      check: async (leaf, issuing, root) => {
        const engine = new pkijs.CertificateChainValidationEngine({ trustedCerts: [root], certs: [issuing, leaf], checkDate: at });
        const { result, resultMessage } = await engine.verify();
        must(result, resultMessage);
      },
    };
  }
  const { default: forge } = await load('node-forge');
  return {
    parse: (octets) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(forge.util.createBuffer(octets))),
    verify: (child, issuer) => must(issuer.verify(child), 'verify'),
    check: (leaf, issuing, root) =>
      must(
        forge.pki.verifyCertificateChain(forge.pki.createCaStore([root]), [leaf, issuing], { validityCheckDate: at }),
        'verifyCertificateChain',
      ),
  };
}

const [, , name, folder] = process.argv;
const { parse, verify, check } = await library(name);
for (const chain of name === 'forge' ? ['rsa'] : ['rsa', 'p-256', 'p-384']) {
  const der = ['leaf', 'issuing', 'root'].map((kind) => {
    const file = readFileSync(`${folder}/${chain}-${kind}.der`);
    return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  });
  const parseAll = () => der.map(parse);
  const [leaf, issuing, root] = parseAll();
  const report = (operation, ms) => console.log(`${operation} ${chain}\t${ms.toFixed(6)}`);
  report('parse certificate', await medianMs(1, () => parse(der[0])));
  report('parse chain of three', await medianMs(1, parseAll));
  report('signatures of chain of three', await medianMs(2, async () => {
    await verify(leaf, issuing);
    await verify(issuing, root);
  }));
  report('parse and check chain of three', await medianMs(2, () => check(...parseAll())));
}
