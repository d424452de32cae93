import assert from 'node:assert/strict';
import { test } from 'node:test';

import { namesKey, putKeysIn, readFiles, takeKeysOut } from '../../../web/worker/secrets.js';

test('a handle becomes the key, wherever it stands', async () => {
  const params = {
    issuer: { certificate: 'C', key: { handle: 'h' } },
    list: [{ handle: 'h' }],
  };
  assert.deepEqual(await putKeysIn(params, (handle) => `PEM of ${handle}`), {
    issuer: { certificate: 'C', key: 'PEM of h' },
    list: ['PEM of h'],
  });
});

test('a handle with a password becomes the key with its password', async () => {
  const params = { key: { handle: 'h', password: 'p' } };
  assert.deepEqual(await putKeysIn(params, () => 'PEM'), {
    key: { pem: 'PEM', password: 'p' },
  });
});

test('every private key leaves a result, and only private keys do', async () => {
  const result = {
    items: [{ kind: 'private-key', private_key: 'A' }, { pem: 'public' }],
    n: 1,
  };
  const kept = /** @type {string[]} */ ([]);
  const clean = await takeKeysOut(result, async (pem) => `h${kept.push(pem)}`);
  assert.deepEqual(kept, ['A']);
  assert.deepEqual(clean, {
    items: [{ kind: 'private-key', private_key: { handle: 'h1' } }, { pem: 'public' }],
    n: 1,
  });
});

test('a file becomes a source in base64, and {textOf: file} its text', async () => {
  const file = new Blob([Uint8Array.of(0x30, 0x03, 0xff)]);
  const text = new Blob(['{"items": []}']);
  assert.deepEqual(await readFiles({ files: [file], text: { textOf: text } }), {
    files: [{ name: '', data: 'MAP/' }],
    text: '{"items": []}',
  });
});

test('a file of several megabytes is read whole', async () => {
  const file = new Blob([new Uint8Array(3_000_001)]);
  const { data } = /** @type {any} */ (await readFiles({ data: file })).data;
  assert.equal(Buffer.from(data, 'base64').length, 3_000_001);
});

test('parameters that name a key are told from those that do not', () => {
  assert.ok(namesKey({ issuer: { key: { handle: 'h' } } }));
  assert.ok(namesKey([{ a: [{ handle: 'h' }] }]));
  assert.ok(!namesKey({ issuer: { certificate: 'handle' }, file: new Blob(['x']) }));
});
