// The frame of a page: its heading, one sentence about it, and its body.

import { useEffect } from 'preact/hooks';

import { html } from './html.js';

/**
 * @param {{ title: string, intro?: unknown, actions?: unknown, children: unknown }} props
 */
export function Page({ title, intro, actions, children }) {
  useEffect(() => {
    document.title = `${title} · PKI Workbench`;
  }, [title]);
  return html`<div class="page">
    <header class="page-head">
      <div>
        <h1 tabindex="-1" id="page-title">${title}</h1>
        ${intro && html`<p class="intro">${intro}</p>`}
      </div>
      ${actions && html`<div class="page-actions">${actions}</div>`}
    </header>
    ${children}
  </div>`;
}

/** A titled part of a page. @param {{ title: string, actions?: unknown, children: unknown, level?: 2 | 3 }} props */
export function Section({ title, actions, children, level = 2 }) {
  return html`<section class="section">
    <div class="section-head">
      ${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`} ${actions}
    </div>
    ${children}
  </section>`;
}

/** What a page says when there is nothing yet. @param {{ title: string, children: unknown }} props */
export function Empty({ title, children }) {
  return html`<div class="empty">
    <h2>${title}</h2>
    ${children}
  </div>`;
}
