// The navigation: at the left of a wide window, at the foot of a phone.

import { kNavigation } from '../../app/navigation.js';
import { hrefOf, route } from '../../app/router.js';
import { classes, html } from '../html.js';
import { Icon } from '../icon.js';

/** @import { Place } from '../../app/navigation.js' */

/** @param {{ place: Place }} props */
function NavLink({ place }) {
  const { page } = route.value;
  const current = page === place.page;
  const inside = current || (place.also ?? []).includes(page);
  return html`<li class=${classes(`nav-${place.where}`)}>
    <a
      href=${hrefOf(place.page)}
      class=${classes('nav-link', inside && 'nav-inside')}
      aria-current=${current ? 'page' : undefined}
    >
      <${Icon} name=${place.icon} />
      <span class="nav-label">${place.label}</span>
      <span class="nav-short" aria-hidden="true">${place.short ?? place.label}</span>
    </a>
  </li>`;
}

/** All places, in groups. */
export function Navigation() {
  return html`<nav class="nav" aria-label="Main">
    ${kNavigation.map(
      (group) =>
        html`<div class="nav-group">
          ${group.title && html`<p class="nav-title">${group.title}</p>`}
          <ul class="plain">
            ${group.places.map((place) => html`<${NavLink} key=${place.page} place=${place} />`)}
          </ul>
        </div>`,
    )}
  </nav>`;
}
