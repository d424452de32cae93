// The licences of everything that travels in the page, for its About page.

import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** Packages from package-lock.json whose code is in the page. */
const kPackages = ['preact', 'htm', '@preact/signals', '@preact/signals-core', 'fflate'];

/** @param {string} path */
const inWeb = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** @param {string} path */
const read = (path) => readFile(inWeb(path), 'utf8');

/**
 * @param {string} name
 * @returns {Promise<Licence>}
 */
async function licenceOfPackage(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(await read(`${folder}/package.json`));
  return { name, version, licence: license, text: await read(`${folder}/LICENSE`) };
}

/**
 * @param {string} file a text in licences/: three lines of name, version and licence, then the licence
 * @returns {Promise<Licence>}
 */
async function licenceOfLibrary(file) {
  const text = await read(`licences/${file}`);
  const [name, version, licence] = text.split('\n', 3);
  return { name, version, licence, text: text.split('\n').slice(4).join('\n') };
}

/**
 * @param {boolean} withCore whether the core and its libraries are in the page
 * @returns {Promise<Licence[]>}
 */
export async function collectLicences(withCore) {
  const { version } = JSON.parse(await read('package.json'));
  const own = {
    name: 'PKI Workbench',
    version,
    licence: 'Apache-2.0',
    text: await read('../LICENSE'),
  };
  const libraries = withCore
    ? (await readdir(inWeb('licences'))).filter((name) => name.endsWith('.txt')).sort()
    : [];
  return [
    own,
    ...(await Promise.all(libraries.map(licenceOfLibrary))),
    ...(await Promise.all(kPackages.map(licenceOfPackage))),
  ];
}
