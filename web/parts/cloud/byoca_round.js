// The BYOCA round in three steps: download the CSR, have it signed (by a private CA of one's own, or by the simulated
// one), upload what came back.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { blobOf, download } from '../../app/files.js';
import { act, createPrivatePki, lab, signPrivately } from '../../app/tenant.js';
import { ask } from '../../app/session.js';
import { DeskRows } from '../byoca/desk_rows.js';
import { FileButton } from '../file_button.js';
import { FindingCard, FindingList } from '../findings.js';
import { CheckList, SelectField, TextField } from '../form/controls.js';
import { Form } from '../form/form.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Verdict } from '../report/verdict.js';
import { useAction } from '../use_action.js';
import { GroundMark } from './ground_mark.js';

/** @import { Signal } from '@preact/signals' */
/** @import { ByocaDesk, CaView, Finding } from '../../worker/api' */

/** @typedef {(File | { name: string, data: string })[]} Box what lies in an upload box */

/** The simulated private PKI: made first, then it signs. @param {{ request: string, onAsk: () => void, onAnswer: (answer: any) => void }} props */
function PrivateCa({ request, onAsk, onAnswer }) {
  const tiers = useSignal('2');
  const name = useSignal('Corp');
  const pointers = useSignal('http');
  const tier = useSignal('');
  const mistakes = useSignal(/** @type {string[]} */ ([]));
  const offered = useSignal(/** @type {{ name: string, title: string }[]} */ ([]));
  useEffect(() => {
    ask('private_pki.mistakes', {}, { label: 'Looking up mistakes' }).then((result) => {
      offered.value = result.mistakes;
    });
  }, []);
  const make = useAction(({ signal }) =>
    createPrivatePki(
      { name: name.value, tiers: Number(tiers.value), settings: { pointers: pointers.value } },
      signal,
    ),
  );
  const sign = useAction(async ({ signal }) => {
    onAsk();
    const cas = lab.value.pkiView?.cas.length ?? 1;
    onAnswer(
      await signPrivately(
        request,
        { mistakes: mistakes.value, tier: Number(tier.value || cas), encoding: 'base64' },
        signal,
      ),
    );
  });
  if (lab.value.pkiView === null) {
    return html`<${Form}
      action=${make}
      submit="Create the private PKI"
      icon="root"
      busy="Making keys…"
      label="Private PKI"
    >
      <div class="field-grid">
        <${TextField} label="Organization" value=${name} />
        <${SelectField}
          label="Tiers"
          value=${tiers}
          choices=${[
            { value: '1', label: '1: a root CA that issues' },
            { value: '2', label: '2: root and issuing CA' },
            { value: '3', label: '3: root, policy and issuing CA' },
          ]}
        />
        <${SelectField}
          label="AIA and CDP"
          value=${pointers}
          choices=${[
            { value: 'http', label: 'http' },
            { value: 'ldap', label: 'ldap, as AD CS has it by default' },
            { value: 'both', label: 'both' },
            { value: 'none', label: 'none' },
          ]}
        />
      </div>
    <//>`;
  }
  return html`<${Form}
    action=${sign}
    submit="Sign the CSR"
    icon="pass"
    busy="Signing…"
    label="Sign the CSR"
  >
    <${SelectField}
      label="Signed by"
      value=${{
        get value() {
          return tier.value || String(lab.value.pkiView?.cas.length ?? 1);
        },
        set value(chosen) {
          tier.value = chosen;
        },
      }}
      choices=${lab.value.pkiView.cas
        .map((ca, index) => ({ value: String(index + 1), label: ca.name }))
        .reverse()}
    />
    <${CheckList}
      legend="Mistakes to make on purpose"
      chosen=${mistakes}
      hint="None: it is signed as it should be."
      choices=${offered.value.map((each) => ({ value: each.name, label: each.title }))}
    />
  <//>`;
}

/** @param {{ label: string, box: Signal<Box>, multiple: boolean }} props */
function UploadBox({ label, box, multiple }) {
  return html`<div class="upload-box">
    <h4>${label}</h4>
    <${FileButton}
      label=${`Choose: ${label}`}
      multiple=${multiple}
      onFiles=${(/** @type {File[]} */ files) => (box.value = files)}
    />
    <ul class="plain">
      ${box.value.map((file) => html`<li><${Icon} name="leaf" /> <bdi>${file.name}</bdi></li>`)}
    </ul>
  </div>`;
}

/** @param {{ ca: CaView }} props */
export function ByocaRound({ ca }) {
  const version = ca.versions.find(({ status }) => status === 'Signing required');
  const signedBox = useSignal(/** @type {Box} */ ([]));
  const chainBox = useSignal(/** @type {Box} */ ([]));
  const answer = useSignal(/** @type {{ findings: Finding[] } | null} */ (null));
  const refused = useSignal(/** @type {ByocaDesk | null} */ (null));
  const request = version?.request ?? '';

  const upload = useAction(async ({ signal }) => {
    refused.value = null;
    const params = { ca: ca.id, signed_certificate: signedBox.value, chain: chainBox.value };
    const result = await act('tenant.ca.upload', params, `Upload to ${ca.title}`, signal);
    if (!result.accepted) refused.value = result.desk;
  });
  const getRequest = useAction(async ({ signal }) => {
    const result = await act(
      'tenant.ca.request',
      { ca: ca.id },
      `Download the CSR of ${ca.title}`,
      signal,
    );
    download(result.file_name, new Blob([result.request], { type: 'application/pkcs10' }));
  });

  // What came back before is not taken for what is asked for now.
  const putAway = () => {
    answer.value = null;
    signedBox.value = [];
    chainBox.value = [];
    refused.value = null;
  };
  /** @param {any} result */
  const take = (result) => {
    answer.value = result;
    signedBox.value = result.signed_certificate;
    chainBox.value = result.chain;
    refused.value = null;
  };
  return html`<ol class="round">
    <li>
      <h3>Download the CSR <${GroundMark} fact="byoca.signing_required" /></h3>
      <p>The request of this issuing CA: its subject, its public key, what it may be used for.</p>
      <button type="button" class="button" onClick=${getRequest.run}>
        <${Icon} name="download" />Download CSR
      </button>
    </li>
    <li>
      <h3>Have it signed by your private CA</h3>
      <p>
        With a CA of your own outside, or here with a simulated one that behaves like AD CS
        (Microsoft’s certification authority).
      </p>
      <${PrivateCa} request=${request} onAsk=${putAway} onAnswer=${take} />
      ${
        answer.value !== null &&
        html`<div role="status">
          <p>The private CA signed. Its files lie in the boxes below.</p>
          <${FindingList} findings=${answer.value.findings} />
          <div class="button-row">
            ${[...signedBox.value, ...chainBox.value].map(
              (file) =>
                'data' in file &&
                html`<button
                  type="button"
                  class="button small"
                  onClick=${() =>
                    download(file.name, blobOf(file.data, 'application/octet-stream'))}
                >
                  <${Icon} name="download" />${file.name}
                </button>`,
            )}
          </div>
        </div>`
      }
    </li>
    <li>
      <h3>Upload the signed certificate and its chain <${GroundMark} fact="byoca.two_boxes" /></h3>
      <div class="field-grid">
        <${UploadBox}
          label="Signed certificate (.cer, .crt, .pem)"
          box=${signedBox}
          multiple=${false}
        />
        <${UploadBox} label="Chain of trust (also .p7b)" box=${chainBox} multiple=${true} />
      </div>
      <button
        type="button"
        class="button primary"
        disabled=${signedBox.value.length === 0 || upload.running.value}
        onClick=${upload.run}
      >
        <${Icon} name="drop" />Upload
      </button>
      ${upload.error.value && html`<${FindingCard} finding=${upload.error.value} />`}
      ${
        refused.value !== null &&
        html`<${Verdict} accepted=${false} sentence=${refused.value.sentence}><//>
          <${DeskRows} desk=${refused.value} />`
      }
    </li>
  </ol>`;
}
