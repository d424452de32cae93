import assert from 'node:assert/strict';
import { test } from 'node:test';

import { UnknownKey, Vault } from '../../../web/worker/vault.js';
import { FakeCore } from '../support/fake_workers.js';

test('the same key keeps its handle, and a handle says nothing about its key', () => {
  const vault = new Vault();
  const handle = vault.keep('SECRET');
  assert.equal(vault.keep('SECRET'), handle);
  assert.notEqual(vault.keep('OTHER'), handle);
  assert.ok(!handle.includes('SECRET'));
});

test('keys that are not retained are forgotten', async () => {
  const vault = new Vault();
  const [first, second] = [vault.keep('A'), vault.keep('B')];
  await vault.call(new FakeCore({}), 'vault.retain', { handles: [second] });
  assert.equal(vault.keyOf(second), 'B');
  assert.throws(() => vault.keyOf(first), UnknownKey);
});

test('an exported key and a workspace file leave the vault as files, not as text', async () => {
  const vault = new Vault();
  const core = new FakeCore({
    'key.export': ({ key, password }) => ({
      pem: `${key} ${password}`,
      encrypted: true,
    }),
    'workspace.write': ({ items }) => ({ text: items[0].data }),
  });
  const key = { handle: vault.keep('SECRET') };
  const exported = /** @type {any} */ (
    await vault.call(core, 'key.export', { key, password: 'p' })
  );
  assert.equal(exported.result.pem, undefined);
  assert.equal(await exported.result.file.text(), 'SECRET p');
  const items = [{ kind: 'private-key', data: key }];
  const saved = /** @type {any} */ (await vault.call(core, 'workspace.write', { items }));
  assert.equal(saved.result.text, undefined);
  assert.equal(await saved.result.file.text(), 'SECRET');
});

test('a key that is unlocked once can be used without its password', async () => {
  const vault = new Vault();
  const core = new FakeCore({
    'key.export': ({ key }) => ({
      pem: key.password === 'right' ? 'PLAIN' : 'no',
      encrypted: false,
    }),
    'key.inspect': () => ({ key: { kind: 'private-key', encrypted: false } }),
    sign: ({ key }) => ({ with: key }),
  });
  const key = { handle: vault.keep('LOCKED'), password: 'right' };
  const opened = /** @type {any} */ (await vault.call(core, 'vault.unlock', { key }));
  assert.equal(opened.result.key.encrypted, false);
  const signed = await vault.call(core, 'sign', {
    key: opened.result.private_key,
  });
  assert.deepEqual(signed, { ok: true, result: { with: 'PLAIN' } });
});
