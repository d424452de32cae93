import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changing, inTurn } from '../../../web/app/turns.js';

test('changes begin when those before them have ended, in whatever way', async () => {
  const log = /** @type {string[]} */ ([]);
  let finish = () => {};
  const slow = inTurn(async () => {
    log.push('slow begins');
    await new Promise((resolve) => {
      finish = () => resolve(null);
    });
    log.push('slow ends');
    throw new Error('refused');
  });
  const quick = inTurn(async () => {
    log.push('quick');
    return 7;
  });
  assert.equal(changing.value, true);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(log, ['slow begins']);
  finish();
  await assert.rejects(slow, /refused/);
  assert.equal(await quick, 7);
  assert.deepEqual(log, ['slow begins', 'slow ends', 'quick']);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(changing.value, false);
});
