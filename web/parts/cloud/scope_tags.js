// The scope tags of a CA: the one thing about it that can be changed.

import { useSignal } from '@preact/signals';

import { act } from '../../app/tenant.js';
import { TextField } from '../form/controls.js';
import { Form, MoreSettings } from '../form/form.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';

/** @import { CaView } from '../../worker/api' */

/** @param {{ ca: CaView }} props */
function ScopeTagForm({ ca }) {
  const tags = useSignal(ca.scope_tags.join(', '));
  const action = useAction(({ signal }) => {
    const list = tags.value
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    const params = { ca: ca.id, scope_tags: list };
    return act('tenant.ca.scope_tags', params, `Tag ${ca.title}`, signal);
  });
  return html`<${Form} action=${action} submit="Save the tags" icon="save" label="Scope tags">
    <${TextField}
      label="Scope tags"
      value=${tags}
      hint="Separated by commas. They decide which administrators see the CA."
    />
  <//>`;
}

/** @param {{ ca: CaView }} props */
export function ScopeTags({ ca }) {
  return html`<${MoreSettings} title="Change the scope tags">
    <${ScopeTagForm} key=${ca.scope_tags.join()} ca=${ca} />
  <//>`;
}
