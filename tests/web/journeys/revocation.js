// Revoking in the page: a CRL is published, a chain check sees it, a hold ends, OpenSSL agrees, undo.

import assert from 'node:assert/strict';

import { createIssuing, createRoot, issueLeaf } from '../support/steps.js';

/** @import { Journey, Session } from '../support/session.js' */
/** @import { Ui } from '../support/ui.js' */

/**
 * Publishes the next CRL of the issuing CA and ends on its page.
 *
 * @param {Ui} ui
 * @param {number} number that it must have
 * @param {Record<string, string>} wishes what to do with which certificate
 */
async function publish(ui, number, wishes) {
  await ui.click('link', 'Revocation list');
  await ui.see('Revoke certificates of', 'h1');
  if (!(await ui.text('h1')).includes('Issuing')) await ui.click('link', 'Issuing');
  await ui.see('Revoke certificates of Issuing', 'h1');
  for (const [name, value] of Object.entries(wishes)) {
    const select = `select[aria-label="What to do with ${name}"]`;
    await ui.wait(select);
    await ui.page.select(select, value);
  }
  await ui.click('button', 'Publish the next CRL');
  await ui.see(`CRL ${number}`, 'h1');
}

/** @param {Session} session @param {string} stem */
function opensslSays({ openssl }, stem) {
  return openssl.run(
    ...['verify', '-crl_check', '-CAfile', 'root.pem', '-untrusted', 'issuing.pem'],
    ...['-CRLfile', 'list.pem', `${stem}.pem`],
  );
}

/** @param {Session} session */
async function playRevocation(session) {
  const { ui, openssl, note } = session;
  /** @param {string} name */
  const saved = async (name) => {
    const { content } = await ui.download(() => ui.click('button', 'PEM'));
    openssl.write(`${name}.pem`, content);
  };
  await createRoot(ui, 'Root', 'p-256');
  await saved('root');
  await createIssuing(ui, 'Issuing', 'p-256');
  await saved('issuing');
  await issueLeaf(ui, 'www.lab.example', 'p-256');
  await saved('www');
  await issueLeaf(ui, 'mail.lab.example', 'p-256');
  await saved('mail');

  await publish(ui, 1, {
    'www.lab.example': 'keyCompromise',
    'mail.lab.example': 'certificateHold',
  });
  await ui.see('keyCompromise', 'table');
  await saved('list');
  assert.throws(() => opensslSays(session, 'www'), /certificate revoked/);
  assert.throws(() => opensslSays(session, 'mail'), /certificate revoked/);
  note('the first CRL revokes one and puts one on hold; OpenSSL refuses both');

  await ui.click('button', 'Check a chain with it');
  await ui.see('Check a chain', 'h1');
  await ui.click('button', 'Check the chain');
  await ui.see('was revoked at', '.verdict');
  note(`the check of a chain: ${(await ui.text('.verdict p')).trim()}`);

  await publish(ui, 2, { 'mail.lab.example': 'release' });
  await saved('list');
  assert.match(opensslSays(session, 'mail'), /mail\.pem: OK/);
  assert.throws(() => opensslSays(session, 'www'), /certificate revoked/);
  note('the second CRL ends the hold and keeps the other; OpenSSL agrees');
  await ui.click('link', 'Revocation list');
  await ui.see('Revoke certificates of Issuing', 'h1');
  await ui.see('For good: issue a new certificate.', 'table');

  await ui.go('workspace');
  await ui.see('CRL 2', 'main');
  await ui.click('button', 'Undo');
  await ui.until(() => !document.querySelector('main')?.textContent?.includes('CRL 2'));
  await ui.see('CRL 1', 'main');
  note('and it can be undone');
}

/** @type {Journey[]} */
export const revocation = [
  { name: 'a certificate is revoked, and a CRL published', play: playRevocation },
];
