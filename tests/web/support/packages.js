// The tests' packages live in web/node_modules, where the tests themselves cannot see them.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../../web/package.json', import.meta.url));

/** @type {typeof import('puppeteer-core').default} */
export const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')).href))
  .default;

/** The path of axe's script, to be put into a page. */
export const axeScript = require.resolve('axe-core/axe.min.js');

/**
 * @typedef {((data: unknown) => boolean) & { errors?: unknown[] | null }} Validate
 * @type {new (options: object) => { compile(schema: object): Validate }}
 * The JSON Schema validator, for draft 2020-12.
 */
export const Ajv = require('ajv/dist/2020').default;

/** Takes a zip archive apart. @type {(archive: Uint8Array) => Record<string, Uint8Array>} */
export const unzipSync = (await import(pathToFileURL(require.resolve('fflate')).href)).unzipSync;
