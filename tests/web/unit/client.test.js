import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { CoreClient } from '../../../web/worker/client.js';
import { Cancelled, CoreError } from '../../../web/worker/errors.js';
import { FakeCore, fakeSpawn } from '../support/fake_workers.js';

/** @import { WorkerRole } from '../../../web/worker/protocol' */

/** @type {CoreClient[]} */
const clients = [];
afterEach(() => clients.splice(0).forEach((client) => client.close()));

const kNever = () => new Promise(() => {});

/** @param {Record<string, (params: any) => any>} methods @param {number} [size] */
function setUp(methods, size = 2) {
  const cores = /** @type {{ role: WorkerRole, core: FakeCore }[]} */ ([]);
  const { spawn, spawned } = fakeSpawn((role) => {
    const core = new FakeCore(methods);
    cores.push({ role, core });
    return core;
  });
  const client = new CoreClient({ spawn, size });
  clients.push(client);
  return { client, cores, spawned };
}

test('a call is answered with the result', async () => {
  const { client } = setUp({ echo: (params) => ({ heard: params }) });
  assert.deepEqual(await client.call('echo', { a: 1 }), { heard: { a: 1 } });
});

test('a refusal arrives as a CoreError with its finding', async () => {
  const { client } = setUp({});
  await assert.rejects(client.call('nothing', {}), (error) => {
    assert.ok(error instanceof CoreError);
    return error.finding.rule === 'api.method.unknown';
  });
});

test('more calls than workers wait for their turn and are all answered', async () => {
  const { client, spawned } = setUp({ twice: ({ n }) => 2 * n }, 2);
  const calls = Array.from({ length: 20 }, (_, n) => client.call('twice', { n }));
  assert.deepEqual(
    await Promise.all(calls),
    Array.from({ length: 20 }, (_, n) => 2 * n),
  );
  assert.equal(spawned.filter(({ role }) => role === 'compute').length, 2);
});

test('cancelling a call that computes ends its worker and nothing else', async () => {
  const { client, spawned } = setUp({ stuck: kNever, echo: () => 'here' }, 1);
  const controller = new AbortController();
  const stuck = client.call('stuck', {}, { signal: controller.signal });
  const waiting = client.call('echo', {});
  controller.abort();
  await assert.rejects(stuck, Cancelled);
  assert.equal(await waiting, 'here');
  const compute = spawned.filter(({ role }) => role === 'compute');
  assert.deepEqual(
    compute.map(({ terminated }) => terminated),
    [true, false],
  );
});

test('cancelling a call that waits costs no worker', async () => {
  const { client, spawned } = setUp({ slow: () => 'done' }, 1);
  const controller = new AbortController();
  const running = client.call('slow', {});
  const waiting = client.call('slow', {}, { signal: controller.signal });
  controller.abort();
  await assert.rejects(waiting, Cancelled);
  assert.equal(await running, 'done');
  assert.ok(spawned.every(({ terminated }) => !terminated));
});

test('a call whose signal is aborted already never starts', async () => {
  const { client, cores } = setUp({ echo: () => 1 });
  await assert.rejects(client.call('echo', {}, { signal: AbortSignal.abort() }), Cancelled);
  assert.equal(cores.length, 0);
});

test('cancelling in the vault lets the call go and keeps the vault', async () => {
  const { client, spawned } = setUp({ stuck: kNever });
  const controller = new AbortController();
  const call = client.call('stuck', { key: { handle: 'x' } }, { signal: controller.signal });
  controller.abort();
  await assert.rejects(call, Cancelled);
  assert.deepEqual(
    spawned.map(({ role, terminated }) => [role, terminated]),
    [['vault', false]],
  );
});

test('a key made in a compute worker reaches the vault and the page gets a handle', async () => {
  const { client, cores } = setUp({
    'key.generate': () => ({
      private_key: 'SECRET',
      public_key: { title: 'P' },
    }),
    sign: ({ key }) => ({ signedWith: key.length }),
  });
  const made = await client.call('key.generate', { spec: 'p-256' });
  assert.match(made.private_key.handle, /^key-/);
  assert.ok(!JSON.stringify(made).includes('SECRET'));
  await client.call('sign', { key: made.private_key });
  const vault = cores.find(({ role }) => role === 'vault');
  assert.deepEqual(vault?.core.calls, [{ method: 'sign', params: { key: 'SECRET' } }]);
  const compute = cores.filter(({ role }) => role === 'compute');
  assert.ok(compute.every(({ core }) => core.calls.every(({ method }) => method !== 'sign')));
});

test('keys survive the cancelling of a compute worker', async () => {
  const { client } = setUp({
    'key.generate': ({ spec }) => (spec === 'slow' ? kNever() : { private_key: 'K' }),
    sign: ({ key }) => key,
  });
  const { private_key: key } = await client.call('key.generate', {
    spec: 'fast',
  });
  const controller = new AbortController();
  const slow = client.call('key.generate', { spec: 'slow' }, { signal: controller.signal });
  setImmediate(() => controller.abort());
  await assert.rejects(slow, Cancelled);
  assert.equal(await client.call('sign', { key }), 'K');
});

test('an unknown handle is told as such', async () => {
  const { client } = setUp({ sign: () => 1 });
  await assert.rejects(client.call('sign', { key: { handle: 'gone' } }), (error) => {
    return error instanceof CoreError && error.finding.rule === 'worker.key.unknown';
  });
});

test('an exception inside a worker becomes an internal error, and the worker goes on', async () => {
  const { client } = setUp({
    bad: () => {
      throw new Error('boom');
    },
    echo: () => 'here',
  });
  await assert.rejects(client.call('bad', {}), (error) => {
    return error instanceof CoreError && error.finding.rule === 'worker.internal';
  });
  assert.equal(await client.call('echo', {}), 'here');
});

test('tasks are listed while they run or wait, and not afterwards', async () => {
  const { client } = setUp({ echo: () => 1 }, 1);
  const calls = [
    client.call('echo', {}, { label: 'One' }),
    client.call('echo', {}, { label: 'Two' }),
  ];
  assert.deepEqual(
    client.tasks.map(({ label }) => label),
    ['One', 'Two'],
  );
  await Promise.all(calls);
  assert.deepEqual(client.tasks, []);
});

test('closing ends every worker and everything that runs', async () => {
  const { client, spawned } = setUp({ stuck: kNever }, 1);
  const calls = [client.call('stuck', {}), client.call('stuck', {})];
  client.close();
  for (const call of calls) await assert.rejects(call, Cancelled);
  assert.ok(spawned.every(({ terminated }) => terminated));
});
