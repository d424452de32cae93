// The same with OpenSSL, for those who want to do it (or check it) on a command line.

import { copyText } from '../../app/files.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** @typedef {{ title: string, command: string }} Command */

const kCommands = /** @type {Record<string, (stem: string) => Command[]>} */ ({
  certificate: (stem) => [
    { title: 'Show it as text', command: `openssl x509 -in ${stem}.pem -noout -text` },
    {
      title: 'Its SHA-256 fingerprint',
      command: `openssl x509 -in ${stem}.pem -noout -fingerprint -sha256`,
    },
    { title: 'PEM to DER', command: `openssl x509 -in ${stem}.pem -outform DER -out ${stem}.cer` },
    {
      title: 'Check its chain',
      command: `openssl verify -show_chain -CAfile root.pem -untrusted issuing.pem ${stem}.pem`,
    },
    { title: 'The same with Windows', command: `certutil -dump ${stem}.cer` },
  ],
  csr: (stem) => [
    { title: 'Show it as text', command: `openssl req -in ${stem}.req -noout -text` },
    { title: 'Check its signature', command: `openssl req -in ${stem}.req -noout -verify` },
    {
      title: 'Sign it as a private CA, taking its extensions',
      command: `openssl x509 -req -in ${stem}.req -CA ca.pem -CAkey ca.key -days 365 -copy_extensions copy -out ${stem}.pem`,
    },
    { title: 'The same with Windows', command: `certutil -dump ${stem}.req` },
  ],
  crl: (stem) => [
    { title: 'Show it as text', command: `openssl crl -in ${stem}.pem -noout -text` },
    {
      title: 'Check its signature',
      command: `openssl crl -in ${stem}.pem -noout -CAfile issuing.pem`,
    },
    {
      title: 'Check a certificate with it',
      command: `openssl verify -crl_check -CRLfile ${stem}.pem -CAfile root.pem -untrusted issuing.pem www.pem`,
    },
    { title: 'The same with Windows', command: `certutil -dump ${stem}.crl` },
  ],
  'public-key': () => [
    { title: 'Show it as text', command: 'openssl pkey -pubin -in key.pem -noout -text' },
  ],
});

/** @param {{ description: { kind: string, file_stem?: string } }} props */
export function Commands({ description }) {
  const commands = kCommands[description.kind]?.(description.file_stem ?? 'key') ?? [];
  return html`<p class="hint">For the downloaded file, in a terminal.</p>
    <ul class="plain stack">
      ${commands.map(
        ({ title, command }) =>
          html`<li class="command">
            <p>${title}</p>
            <div class="command-line">
              <code>${command}</code>
              <button
                type="button"
                class="button icon-button small"
                aria-label="Copy: ${title}"
                title="Copy"
                onClick=${() => copyText(command)}
              >
                <${Icon} name="copy" />
              </button>
            </div>
          </li>`,
      )}
    </ul>`;
}
