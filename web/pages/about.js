// What this is, what it is made of, and what it does not do.

import { build, licences } from 'pki:artefact';

import { about } from '../app/catalogue.js';
import { ask } from '../app/session.js';
import { say } from '../app/messages.js';
import { FindingCard } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Page, Section } from '../parts/page.js';
import { useAction } from '../parts/use_action.js';

function Diagnostics() {
  const crash = useAction(() => ask('worker.crash', {}, { label: 'Crashing on purpose' }));
  const alive = useAction(async () => {
    const { version } = await ask('about', {});
    say('pass', `The core answers: version ${version}.`);
  });
  return html`<${Section} title="Diagnostics">
    <p>
      A fault in the core ends one piece of work, not the workbench: the core is started afresh, and
      keys and other work stay. Try it:
    </p>
    <div class="button-row">
      <button type="button" class="button" disabled=${crash.running.value} onClick=${crash.run}>
        Crash the core
      </button>
      <button type="button" class="button" disabled=${alive.running.value} onClick=${alive.run}>
        Ask the core
      </button>
    </div>
    ${crash.error.value && html`<${FindingCard} finding=${crash.error.value} />`}
    ${alive.error.value && html`<${FindingCard} finding=${alive.error.value} />`}
  <//>`;
}

export function AboutPage() {
  return html`<${Page}
    title="About PKI Workbench"
    intro="A workbench for X.509 certificates, certification authorities and certification paths."
  >
    <dl class="summary">
      <div>
        <dt>Version</dt>
        <dd>
          ${about.value?.version ?? build.version}, build <span class="code">${build.id}</span>
        </dd>
      </div>
      <div>
        <dt>Licence</dt>
        <dd>Apache-2.0</dd>
      </div>
    </dl>
    <${Section} title="Privacy">
      <p>
        Everything happens in this browser. The page has no server, opens no connection (its content
        security policy forbids it), sets no cookie, and keeps only your choice of colours between
        visits. Private keys live in a worker of their own and leave it only when you download one
        or save the workspace. Close the page, and all of it is gone.
      </p>
      <p>You can save this page to a disk or a USB stick and open it there, without a network.</p>
    <//>
    <${Section} title="Limits">
      <p>
        It is made for labs, teaching and checking. A CA that people depend on keeps its keys in
        hardware and its records in a database; this page has neither.
      </p>
    <//>
    <${Diagnostics} />
    <${Section} title="Made with">
      ${licences.map(
        ({ name, version, licence, text }) =>
          html`<details class="more" key=${name}>
            <summary>${name} ${version} <span class="quiet">${licence}</span></summary>
            <pre class="licence" tabindex="0" role="region" aria-label="Licence of ${name}">
${text}</pre>
          </details>`,
      )}
    <//>
  <//>`;
}
