// Home: what there is, and what to do next.

import { receive } from '../app/drops.js';
import { forest } from '../app/hierarchy.js';
import { openRequests, usableCas } from '../app/relations.js';
import { hrefOf } from '../app/router.js';
import { makeSampleLab } from '../app/sample.js';
import { crls, items, keys, requests } from '../app/workspace.js';
import { FileButton } from '../parts/file_button.js';
import { FindingCard } from '../parts/findings.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icon.js';
import { Page, Section } from '../parts/page.js';
import { Tabs } from '../parts/tabs.js';
import { useAction } from '../parts/use_action.js';
import { HierarchyPicture } from '../parts/workspace/hierarchy_picture.js';
import { HierarchyTree } from '../parts/workspace/hierarchy_tree.js';
import { ItemTable } from '../parts/workspace/item_table.js';

/** The first thing that a newcomer sees. */
function Welcome() {
  const lab = useAction(({ signal }) => makeSampleLab(signal));
  return html`<${Page}
    title="Welcome to PKI Workbench"
    intro="Build a small public key infrastructure, or take apart one that exists: certificates, requests, chains. Everything stays in this browser."
  >
    <div class="steps-cards">
      <article class="card">
        <h2><${Icon} name="root" />Start from nothing</h2>
        <p>
          Every hierarchy begins with a root CA. Create one, let it sign an issuing CA, and issue
          certificates below that.
        </p>
        <p><a class="button primary" href=${hrefOf('create-root')}>Create a root CA</a></p>
      </article>
      <article class="card">
        <h2><${Icon} name="issuing" />Look around first</h2>
        <p>
          The sample lab is a root, an issuing CA, a server and a client certificate, and a request
          that waits for its signature. It is made anew, with keys of its own.
        </p>
        <p>
          <button type="button" class="button" disabled=${lab.running.value} onClick=${lab.run}>
            ${lab.running.value ? 'Making it…' : 'Load the sample lab'}
          </button>
        </p>
        ${lab.error.value && html`<${FindingCard} finding=${lab.error.value} />`}
      </article>
      <article class="card">
        <h2><${Icon} name="inspect" />Bring what you have</h2>
        <p>
          Certificates, requests, keys, bundles, in any of their formats, or a workspace that you
          saved before. Not sure what it is? Drop it.
        </p>
        <p><${FileButton} label="Choose files" onFiles=${receive} /></p>
      </article>
    </div>
    <ul class="promises">
      <li>
        <${Icon} name="drop" /><span
          ><strong>Drop anything, anywhere.</strong> Every page takes files; what they are is found
          out.</span
        >
      </li>
      <li>
        <${Icon} name="key" /><span
          ><strong>Nothing leaves this browser.</strong> Keys are made here and gone when you close
          the page, unless you save the workspace to a file.</span
        >
      </li>
      <li>
        <${Icon} name="undo" /><span
          ><strong>Nothing is final.</strong> Every change can be undone.</span
        >
      </li>
    </ul>
  <//>`;
}

/** One line about what would be a good next step. */
function Hint() {
  const cas = usableCas.value;
  const open = openRequests.value.length;
  if (cas.length === 1 && cas[0].description.role === 'root CA') {
    return html`<p class="note tone-notice">
      <${Icon} name="notice" /><span
        >There is a root. Next: <a href=${hrefOf('create-issuing')}>create an issuing CA</a> below
        it.</span
      >
    </p>`;
  }
  if (open > 0) {
    return html`<p class="note tone-notice">
      <${Icon} name="notice" /><span
        >${open === 1 ? 'One request waits' : `${open} requests wait`} for a certificate:
        <a href=${hrefOf('requests')}> see the requests</a>.</span
      >
    </p>`;
  }
  return null;
}

export function WorkspacePage() {
  if (items.value.length === 0) return html`<${Welcome} />`;
  const views = [
    { id: 'tree', label: 'Tree', body: () => html`<${HierarchyTree} forest=${forest.value} />` },
    {
      id: 'picture',
      label: 'Picture',
      body: () => html`<${HierarchyPicture} forest=${forest.value} />`,
    },
  ];
  return html`<${Page}
    title="Workspace"
    actions=${html`<a class="button primary" href=${hrefOf('create')}
        ><${Icon} name="add" />Create</a
      >
      <${FileButton} label="Add files" icon="drop" onFiles=${receive} />`}
  >
    <${Hint} />
    ${
      forest.value.length > 0 &&
      html`<${Section} title="Certificates"
        ><${Tabs} label="View of the hierarchy" tabs=${views}
      /><//>`
    }
    ${
      requests.value.length > 0 &&
      html`<${Section} title="Requests"
        ><${ItemTable} label="Requests" items=${requests.value}
      /><//>`
    }
    ${
      crls.value.length > 0 &&
      html`<${Section} title="Revocation lists"
        ><${ItemTable} label="Revocation lists" items=${crls.value}
      /><//>`
    }
    ${
      keys.value.length > 0 &&
      html`<${Section} title="Private keys"
        ><${ItemTable} label="Private keys" items=${keys.value}
      /><//>`
    }
  <//>`;
}
