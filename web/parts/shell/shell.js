// The frame around every page.

import { useLayoutEffect, useRef } from 'preact/hooks';

import { about, coreFailure } from '../../app/catalogue.js';
import { dragging } from '../../app/drops.js';
import { route } from '../../app/router.js';
import { FindingCard } from '../findings.js';
import { html } from '../html.js';
import { Icon } from '../icon.js';
import { Header } from './header.js';
import { Navigation } from './navigation.js';
import { Status } from './status.js';
import { useKeptFocus } from './use_kept_focus.js';

/** What shows instead of a page while the core starts, or when it cannot. */
function Starting() {
  const failure = coreFailure.value;
  if (failure === null) return html`<p class="page quiet" role="status">Starting the core…</p>`;
  return html`<div class="page" role="alert">
    <h1>The core did not start</h1>
    <p>
      The workbench's core is WebAssembly, and this browser did not run it. A current Chromium,
      Firefox or Safari does; a policy of your organisation may forbid WebAssembly.
    </p>
    <${FindingCard} finding=${failure} />
  </div>`;
}

/** @param {{ pages: Record<string, () => unknown> }} props what to show, by the page's name */
export function Shell({ pages }) {
  const main = useRef(/** @type {HTMLElement | null} */ (null));
  const first = useRef(true);
  const { page, id } = route.value;
  // A new page: begin at its top, and tell screen readers where they are. Before the browser paints: a person who is quick
  // has the focus elsewhere already.
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    /** @type {HTMLElement | null | undefined} */ (main.current?.querySelector('h1'))?.focus();
  }, [page, id]);
  useKeptFocus(main);

  const Current = pages[page] ?? pages.missing;
  return html`<div class="shell">
    <a
      class="skip"
      href="#main"
      onClick=${(/** @type {Event} */ event) => {
        event.preventDefault();
        main.current?.focus();
      }}
      >Skip to the content</a
    >
    <${Header} />
    <${Navigation} />
    <main
      id="main"
      tabindex="-1"
      ref=${main}
      data-page=${about.value === null ? null : `${page}/${id}`}
    >
      ${about.value === null ? html`<${Starting} />` : html`<${Current} key="${page}/${id}" />`}
    </main>
    <${Status} />
    ${
      dragging.value &&
      html`<div class="drop-veil" aria-hidden="true">
        <${Icon} name="drop" large=${true} />Drop it anywhere
      </div>`
    }
  </div>`;
}
