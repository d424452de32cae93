// The content security policy of the page: it runs exactly its own script and style, and opens no connection.

import { createHash } from 'node:crypto';

/**
 * @param {string} text
 * @returns {string} SHA-256, base64
 */
export function hashOf(text) {
  return createHash('sha256').update(text).digest('base64');
}

/**
 * @param {{ script: string, style: string }} parts the exact text of the two inline elements
 * @returns {string}
 */
export function contentSecurityPolicy({ script, style }) {
  return [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}' 'wasm-unsafe-eval'`,
    `style-src 'sha256-${hashOf(style)}'`,
    // blob: for the workers, which inherit this policy; 'self' only for the service worker.
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "img-src 'self' data: blob:",
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types pki',
  ].join('; ');
}
