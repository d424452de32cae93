// The page asks nothing of any network, from wherever it is opened.

import assert from 'node:assert/strict';

import { createIssuing, createRoot, issueLeaf } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** @param {Session} session */
async function work({ ui }) {
  await createRoot(ui, 'Quiet Root', 'p-256');
  await createIssuing(ui, 'Quiet Issuing CA', 'p-256');
  await issueLeaf(ui, 'quiet.example', 'p-256');
  for (const page of ['', 'requests', 'inspect', 'check', 'about', 'new-request']) {
    await ui.go(page);
    await ui.wait('h1');
  }
}

/** @param {Session} session */
async function playFile(session) {
  const { requests, errors, origin, note } = session;
  await work(session);
  assert.deepEqual(
    requests.filter((url) => url !== origin),
    [],
  );
  assert.deepEqual(errors, []);
  note('from file://, the main job ran; nothing was asked for but the file itself');
}

/** @param {Session} session */
async function playServed(session) {
  const { requests, errors, origin, note } = session;
  await work(session);
  const foreign = requests.filter((url) => !url.startsWith(origin));
  assert.deepEqual(foreign, []);
  assert.deepEqual(errors, []);
  note(`served: ${requests.length} requests, all to the page's own address`);
}

/** What the policy says, tried. @param {Session} session */
async function playPolicy({ ui, origin, note }) {
  const blocked = await ui.page.evaluate(async (url) => {
    const outcomes = [];
    const attempts = {
      fetch: () => fetch(url),
      websocket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onerror = reject;
          socket.onopen = resolve;
        }),
      // What a fault in the page's code would try to do.
      markup: async () => Reflect.set(document.createElement('div'), 'innerHTML', '<b>x</b>'),
      eval: async () => (0, eval)('1 + 1'),
      // A worker has the policy too.
      worker: () =>
        new Promise((resolve, reject) => {
          const script = `fetch('${url}').then(() => postMessage('reached'), () => postMessage('blocked'))`;
          const worker = new Worker(URL.createObjectURL(new Blob([script])));
          worker.onmessage = ({ data }) => (data === 'reached' ? resolve(data) : reject(data));
          worker.onerror = reject;
        }),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        outcomes.push(`${name} went through`);
      } catch {
        outcomes.push(`${name} blocked`);
      }
    }
    return outcomes;
  }, origin);
  note(blocked.join(', '));
  assert.ok(
    blocked
      .filter((line) => line.endsWith('went through'))
      .every((line) => line.startsWith('markup') || line.startsWith('worker')),
    blocked.join(', '),
  );
}

/** @type {Journey[]} */
export const offline = [
  {
    name: 'opened from a file, the page does its work without a request',
    place: 'file',
    play: playFile,
  },
  {
    name: 'served, the page asks nobody but its own address',
    play: playServed,
  },
  { name: 'the content security policy blocks what it says', play: playPolicy },
];
