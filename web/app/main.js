// The page's entry: starts the core, the router and the shell.

import { render } from 'preact';

import { html } from '../parts/html.js';
import { Shell } from '../parts/shell/shell.js';
import { kPages } from '../pages/pages.js';
import { registerServiceWorker } from './boot.js';
import { loadCatalogue } from './catalogue.js';
import { startDrops } from './drops.js';
import { startHierarchy } from './hierarchy.js';
import { startRouter } from './router.js';
import { startTheme } from './theme.js';
import { unsaved } from './workspace.js';

startTheme();
startRouter();
startDrops();
startHierarchy();
registerServiceWorker();
loadCatalogue();

addEventListener('beforeunload', (event) => {
  if (unsaved.value) event.preventDefault();
});

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
root.replaceChildren();
render(html`<${Shell} pages=${kPages} />`, root);
