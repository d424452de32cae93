// The files of an object.

import { useSignal } from '@preact/signals';

import { blobOf, download } from '../../app/files.js';
import { lineOf } from '../../app/hierarchy.js';
import { say } from '../../app/messages.js';
import { ask } from '../../app/session.js';
import { findingOf } from '../../worker/errors.js';
import { Dialog } from '../dialog.js';
import { CheckField, TextField } from '../form/controls.js';
import { Form } from '../form/form.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { useAction } from '../use_action.js';

/** @import { CertificateItem, CrlItem, KeyItem, RequestItem } from '../../app/workspace.js' */

/** @param {{ label: string, title: string, onClick: () => void }} props */
function DownloadButton({ label, title, onClick }) {
  return html`<button type="button" class="button" title=${title} onClick=${onClick}>
    <${Icon} name="download" />${label}
  </button>`;
}

/**
 * Saves a chain as one file.
 *
 * @param {CertificateItem} item
 * @param {'p7b' | 'pem'} format
 */
async function downloadChain(item, format) {
  try {
    const line = lineOf(item.id);
    const certificates = (line.length > 0 ? line : [item]).map(
      ({ description }) => description.pem,
    );
    const params = { certificates, format, order: 'leaf-first' };
    const bundle = await ask('bundle.write', params, { label: 'Writing the bundle' });
    download(bundle.file_name, blobOf(bundle.data, bundle.media_type));
  } catch (error) {
    const finding = findingOf(error);
    say('error', finding.summary, finding.cure);
  }
}

/** @param {{ item: CertificateItem }} props */
export function CertificateDownloads({ item }) {
  const { pem, der, file_stem: stem } = item.description;
  const hasChain = lineOf(item.id).length > 1;
  return html`<div class="button-row">
    <${DownloadButton}
      label="PEM"
      title="Text, for most programs (.pem)"
      onClick=${() => download(`${stem}.pem`, new Blob([pem], { type: 'application/x-pem-file' }))}
    />
    <${DownloadButton}
      label="DER"
      title="Binary, opens on Windows (.cer)"
      onClick=${() => download(`${stem}.cer`, blobOf(der, 'application/pkix-cert'))}
    />
    ${
      hasChain &&
      html`<${DownloadButton}
          label="Chain, PEM"
          title="This certificate and those above it, as text"
          onClick=${() => downloadChain(item, 'pem')}
        />
        <${DownloadButton}
          label="Chain, P7B"
          title="This certificate and those above it, as PKCS #7"
          onClick=${() => downloadChain(item, 'p7b')}
        />`
    }
  </div>`;
}

/** @param {{ item: RequestItem }} props */
export function RequestDownloads({ item }) {
  const { pem, der, file_stem: stem } = item.description;
  return html`<div class="button-row">
    <${DownloadButton}
      label="Request (.req)"
      title="PEM text, as CAs take it"
      onClick=${() => download(`${stem}.req`, new Blob([pem], { type: 'application/pkcs10' }))}
    />
    <${DownloadButton}
      label="DER"
      title="Binary (.der)"
      onClick=${() => download(`${stem}.der`, blobOf(der, 'application/pkcs10'))}
    />
  </div>`;
}

/** @param {{ item: CrlItem }} props */
export function CrlDownloads({ item }) {
  const { pem, der, file_stem: stem } = item.description;
  return html`<div class="button-row">
    <${DownloadButton}
      label="DER (.crl)"
      title="Binary, as it is published at the URL in certificates"
      onClick=${() => download(`${stem}.crl`, blobOf(der, 'application/pkix-crl'))}
    />
    <${DownloadButton}
      label="PEM"
      title="Text, for OpenSSL and most servers (.pem)"
      onClick=${() => download(`${stem}.pem`, new Blob([pem], { type: 'application/x-pem-file' }))}
    />
  </div>`;
}

/** @param {{ item: KeyItem, onClose: () => void }} props */
function ExportDialog({ item, onClose }) {
  const password = useSignal('');
  const plain = useSignal(false);
  const action = useAction(async ({ signal }) => {
    const options = plain.value ? {} : { password: password.value };
    const params = { key: { handle: item.handle }, ...options };
    const { file } = await ask('key.export', params, { signal, label: 'Writing the key' });
    download(`${item.label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.key.pem`, file);
    say(
      'pass',
      plain.value ? 'The key was saved without a password.' : 'The encrypted key was saved.',
    );
    onClose();
  });
  return html`<${Dialog} title="Download the private key" onClose=${onClose}>
    <p>
      Whoever has this key can act as its owner. With a password the file is encrypted (PKCS #8).
    </p>
    <${Form} action=${action} submit="Download" icon="download" label="Private key">
      <${TextField}
        label="Password"
        type="password"
        value=${password}
        autocomplete="new-password"
        required=${!plain.value}
        disabled=${plain.value}
        pointer="/params/password"
        error=${action.error}
      />
      <${CheckField} label="Without a password: the file holds the bare key" value=${plain} />
    <//>
  <//>`;
}

/** @param {{ item: KeyItem }} props */
export function KeyDownloads({ item }) {
  const open = useSignal(false);
  return html`<div class="button-row">
    <${DownloadButton}
      label="Private key…"
      title="As a file, with or without a password"
      onClick=${() => (open.value = true)}
    />
    ${open.value && html`<${ExportDialog} item=${item} onClose=${() => (open.value = false)} />`}
  </div>`;
}
