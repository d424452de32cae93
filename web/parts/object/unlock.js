// Opens an encrypted private key with its password.

import { useSignal } from '@preact/signals';

import { say } from '../../app/messages.js';
import { ask } from '../../app/session.js';
import { TextField } from '../form/controls.js';
import { Form } from '../form/form.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';

/** @import { KeyHandle, PrivateKey } from '../../worker/api' */

/**
 * @param {{ handle: string, onOpened: (opened: { key: PrivateKey, private_key: KeyHandle }) => void }} props
 */
export function UnlockForm({ handle, onOpened }) {
  const password = useSignal('');
  const action = useAction(async ({ signal }) => {
    const params = { key: { handle, password: password.value } };
    const opened = await ask('vault.unlock', params, { signal, label: 'Opening the key' });
    say('pass', 'The key is open. It stays open until this page is closed.');
    onOpened(opened);
  });
  return html`<${Form} action=${action} submit="Open the key" icon="unlock" label="Open the key">
    <${TextField}
      label="Password of the key"
      type="password"
      value=${password}
      required=${true}
      autocomplete="off"
      pointer="/params/key"
      error=${action.error}
    />
  <//>`;
}
