// The workspace goes to a file and comes back, with its keys; changes can be taken back.

import assert from 'node:assert/strict';

import { createRoot, issueLeaf, loadSampleLab } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */

/** @param {Session} session */
async function playRoundTrip({ ui, note }) {
  await createRoot(ui, 'Kept Root', 'p-256');
  await ui.click('button', 'Save');
  await ui.see('not encrypted', 'dialog');
  const file = await ui.download(() => ui.click('button', 'Save to a file'));
  assert.match(file.name, /\.pkiwb$/);
  assert.match(file.content.toString(), /PRIVATE KEY/);
  note(`saved ${file.name}, ${file.content.length} bytes`);

  await ui.page.reload();
  await ui.see('Welcome to PKI Workbench', 'h1');
  await ui.drop({ name: file.name, content: file.content });
  await ui.see('Kept Root', '.tree');
  note('after a reload the workspace was empty; the file brought it back');
  await issueLeaf(ui, 'kept.example', 'p-256');
  note('and its CA can sign');
}

/** @param {Session} session */
async function playUndo({ ui, note }) {
  await loadSampleLab(ui);
  await ui.click('button', 'Undo: Load the sample lab');
  await ui.see('Welcome to PKI Workbench', 'h1');
  await ui.click('button', 'Redo: Load the sample lab');
  await ui.see('Sample Issuing CA', '.tree');
  await issueLeaf(ui, 'after.example', 'p-256');
  note('undo emptied the workspace, redo filled it again, and the CA still signs');

  await ui.click('button', 'Rename');
  await ui.fill('Label', 'My leaf');
  await ui.click('button', 'Rename');
  await ui.see('My leaf', 'h1');
  await ui.click('button', 'Remove');
  await ui.see('Workspace', 'h1');
  assert.ok(!(await ui.text('.tree')).includes('My leaf'));
  await ui.click('button', 'Undo: Remove My leaf');
  await ui.see('My leaf', '.tree');
  note('renamed, removed, and taken back');
}

/** @param {Session} session */
async function playKeyExport({ ui, openssl, note }) {
  await createRoot(ui, 'Export Root', 'p-256');
  await ui.click('link', 'Key of Export Root');
  await ui.click('button', 'Private key…');
  await ui.fill('Password', 'correct horse');
  const file = await ui.download(() => ui.click('button', 'Download'));
  openssl.write('key.pem', file.content);
  assert.match(file.content.toString(), /BEGIN ENCRYPTED PRIVATE KEY/);
  openssl.run('pkey', '-in', 'key.pem', '-passin', 'pass:correct horse', '-noout', '-check');
  note(`downloaded ${file.name}; OpenSSL opens it with the password`);

  await ui.page.reload();
  await ui.see('Welcome to PKI Workbench', 'h1');
  await ui.drop({ name: file.name, content: file.content });
  await ui.see('Encrypted private key');
  await ui.click('button', 'Add to the workspace');
  await ui.fill('Password of the key', 'wrong');
  await ui.click('button', 'Open the key');
  await ui.wait('.finding.tone-error');
  await ui.fill('Password of the key', 'correct horse');
  await ui.click('button', 'Open the key');
  await ui.see('The key is open');
  note('dropped it again: the wrong password is refused, the right one opens it');
}

/** @type {Journey[]} */
export const workspaceFile = [
  {
    name: 'the workspace is saved to a file and opened again',
    play: playRoundTrip,
  },
  { name: 'changes are undone and redone', play: playUndo },
  {
    name: 'a private key is downloaded with a password and opened again',
    play: playKeyExport,
  },
];
