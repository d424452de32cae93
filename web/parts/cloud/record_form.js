// The form of a user, a device or a group: its fields as a table of data, saved with fleet.put.

import { useSignal } from '@preact/signals';

import { act } from '../../app/tenant.js';
import { CheckList, SelectField, TextField } from '../form/controls.js';
import { Form, MoreSettings } from '../form/form.js';
import { html } from '../html.js';
import { useAction } from '../use_action.js';

/** @import { Choice } from '../form/controls.js' */

/**
 * One field of a record.
 *
 * @typedef {object} RecordField
 * @property {string} name the member's name in the core
 * @property {string} label
 * @property {string} [hint]
 * @property {boolean} [required]
 * @property {boolean} [more] stands among what most people leave alone
 * @property {Choice[]} [choices] a list to choose from; otherwise it is text
 */

/**
 * @param {{ kind: 'user' | 'device' | 'group', what: string, record: Record<string, any>, fields: RecordField[],
 *   members?: Choice[], onDone: () => void }} props `record`: as the core keeps it; without an id it is new. `members`:
 *   who may belong to it
 */
export function RecordForm({ kind, what, record, fields, members, onDone }) {
  const values = useSignal(/** @type {Record<string, any>} */ ({ ...record }));
  const belong = useSignal(/** @type {string[]} */ (record.members ?? []));
  const isNew = record.id === undefined;
  const title = fields[0].name;
  const action = useAction(async ({ signal }) => {
    const edited = { ...values.value, ...(members === undefined ? {} : { members: belong.value }) };
    const verb = isNew ? 'Add' : 'Change';
    await act('fleet.put', { [kind]: edited }, `${verb} ${values.value[title]}`, signal);
    onDone();
  });
  /** @param {RecordField} field */
  const control = ({ name, label, hint, required, choices }) => {
    const value = {
      get value() {
        return values.value[name] ?? '';
      },
      set value(text) {
        values.value = { ...values.value, [name]: text };
      },
    };
    return choices === undefined
      ? html`<${TextField}
          key=${name}
          label=${label}
          hint=${hint}
          required=${required}
          value=${value}
        />`
      : html`<${SelectField}
          key=${name}
          label=${label}
          hint=${hint}
          choices=${choices}
          value=${value}
        />`;
  };
  const more = fields.filter((field) => field.more);
  return html`<${Form}
    action=${action}
    submit=${isNew ? `Add the ${what}` : `Save the ${what}`}
    icon=${isNew ? 'add' : 'save'}
    label=${what}
  >
    <div class="field-grid">${fields.filter((field) => !field.more).map(control)}</div>
    ${
      members !== undefined &&
      html`<${CheckList} legend="Members" chosen=${belong} choices=${members} />`
    }
    ${
      more.length > 0 &&
      html`<${MoreSettings} title="What variables can stand for">
        <div class="field-grid">${more.map(control)}</div>
      <//>`
    }
  <//>`;
}
