// axe: what it finds on a page is a failure.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { axeScript } from './packages.js';

/** @import { Session } from './session.js' */

/** Puts axe into the page, once. @param {Session} session */
export async function loadAxe({ ui }) {
  await ui.page.evaluate(readFileSync(axeScript, 'utf8'));
}

/**
 * @param {Session} session
 * @param {string} where
 */
export async function expectClean({ ui }, where) {
  const violations = await ui.page.evaluate(async () => {
    const { axe } = /** @type {any} */ (globalThis);
    const result = await axe.run(document, { resultTypes: ['violations'] });
    return result.violations.map(
      (/** @type {any} */ each) =>
        `${each.id}: ${each.nodes
          .slice(0, 3)
          .map((/** @type {any} */ node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)
          .join(' | ')}`,
    );
  });
  assert.deepEqual(violations, [], where);
}
