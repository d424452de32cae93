// What goes on: long work with its cancel button, and short messages.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { dismiss, messages } from '../../app/messages.js';
import { cancelTask, tasks } from '../../app/session.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';

/** Work that takes less than this is not worth a word, in milliseconds. */
const kPatience = 500;

/** @param {{ task: import('../../worker/client.js').Task, time: number }} props */
function TaskLine({ task, time }) {
  const seconds = Math.floor((time - task.since) / 1000);
  return html`<li class="task">
    <progress aria-label=${task.label}></progress>
    <span>${task.label}… <span class="quiet">${seconds} s</span></span>
    <button
      type="button"
      class="button small"
      aria-label="Cancel: ${task.label}"
      onClick=${() => cancelTask(task.id)}
    >
      <${Icon} name="cancel" />Cancel
    </button>
  </li>`;
}

/** Work under way. */
function Tasks() {
  const time = useSignal(Date.now());
  const busy = tasks.value.length > 0;
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => (time.value = Date.now()), 250);
    return () => clearInterval(timer);
  }, [busy]);
  const long = tasks.value.filter((task) => time.value - task.since > kPatience);
  if (long.length === 0) return null;
  return html`<ul class="plain tasks">
    ${long.map((task) => html`<${TaskLine} key=${task.id} task=${task} time=${time.value} />`)}
  </ul>`;
}

/** The corner with work and messages. */
export function Status() {
  return html`<aside class="status" aria-label="Work and messages">
    <${Tasks} />
    <div role="status" aria-live="polite">
      <ul class="plain messages">
        ${messages.value.map(
          (message) =>
            html`<li key=${message.id} class="message tone-${message.tone}">
              <${Icon} name=${message.tone} />
              <span>
                ${message.text}
                ${message.detail && html`<span class="quiet"> ${message.detail}</span>`}
              </span>
              <button
                type="button"
                class="button icon-button small"
                aria-label="Dismiss"
                onClick=${() => dismiss(message.id)}
              >
                <${Icon} name="cancel" />
              </button>
            </li>`,
        )}
      </ul>
    </div>
  </aside>`;
}
