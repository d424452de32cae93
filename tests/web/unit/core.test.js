import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Core } from '../../../web/worker/core.js';

/** A wasm instance of a few lines: answers what it was asked, and traps on demand. */
function fakeInstance() {
  const HEAPU8 = new Uint8Array(65536);
  let size = 0;
  const instance = {
    HEAPU8,
    /** @type {number[]} */
    freed: [],
    _pki_alloc: () => 1024,
    _pki_free: (/** @type {number} */ address) => instance.freed.push(address),
    _pki_answer_size: () => size,
    _pki_handle(/** @type {number} */ address, /** @type {number} */ length) {
      if (address < 0) throw new WebAssembly.RuntimeError('memory access out of bounds');
      const request = JSON.parse(
        new TextDecoder().decode(HEAPU8.subarray(address, address + length)),
      );
      const answer = new TextEncoder().encode(JSON.stringify({ ok: true, result: request }));
      HEAPU8.set(answer, 32768);
      size = answer.length;
      return 32768;
    },
  };
  return instance;
}

test('a request goes through memory as UTF-8 and its memory is wiped and freed', async () => {
  const instance = fakeInstance();
  const core = new Core(async () => instance);
  const answer = await core.call('m', { name: 'Jürgen ✓' });
  assert.deepEqual(answer, {
    ok: true,
    result: { method: 'm', params: { name: 'Jürgen ✓' } },
  });
  assert.deepEqual(instance.freed, [1024]);
  assert.ok(instance.HEAPU8.subarray(1024, 1200).every((byte) => byte === 0));
});

test('a trap becomes an internal error and the next call gets a new instance', async () => {
  let made = 0;
  const core = new Core(async () => {
    made += 1;
    return fakeInstance();
  });
  const answer = await core.crash();
  assert.equal(answer.ok, false);
  assert.equal(!answer.ok && answer.error.rule, 'worker.internal');
  assert.equal((await core.call('m', {})).ok, true);
  assert.equal(made, 2);
});

test('what the core printed before it trapped is told', async () => {
  const core = new Core(async (print) => {
    const instance = fakeInstance();
    instance._pki_handle = () => {
      print('core/x.cpp:12: assertion failed');
      throw new WebAssembly.RuntimeError('unreachable');
    };
    return instance;
  });
  const answer = await core.call('m', {});
  assert.match(String(!answer.ok && answer.error.params?.place), /x\.cpp:12/);
});

test('memory that is full is an internal error too', async () => {
  const core = new Core(async () => ({
    ...fakeInstance(),
    _pki_alloc: () => 0,
  }));
  assert.equal((await core.call('m', {})).ok, false);
});
