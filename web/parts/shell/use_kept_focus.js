// Keeps the keyboard's place in the page when what has the focus goes away: a row that was removed, a form that was sent.

import { useEffect } from 'preact/hooks';

/**
 * Where to go on when what had the focus is gone: the heading of the nearest section around it that is still there, else
 * the page's.
 *
 * @param {HTMLElement} main
 * @param {HTMLElement[]} around what had the focus and what it stood in, from the inside out
 */
function goOn(main, around) {
  const room = around.find((element) => element.isConnected && element.matches('section')) ?? main;
  /** @type {HTMLElement | null} */
  const heading = room.querySelector('h1, h2, h3') ?? main.querySelector('h1');
  if (heading === null) return;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * Browsers put the focus on the document when its element is removed or disabled; then Tab begins anywhere, and Firefox
 * may leave the page. From now on it goes to the nearest heading instead, and back to a button that was disabled for a
 * while.
 *
 * @param {{ current: HTMLElement | null }} main the element whose inside changes
 */
export function useKeptFocus(main) {
  useEffect(() => {
    const element = main.current;
    if (element === null) return undefined;
    let around = /** @type {HTMLElement[]} */ ([]);
    const remember = (/** @type {FocusEvent} */ event) => {
      around = [];
      let node = /** @type {HTMLElement | null} */ (event.target);
      for (; node !== null && node !== element; node = node.parentElement) around.push(node);
    };
    // The person went elsewhere, so there is nothing to keep.
    const forget = (/** @type {FocusEvent} */ event) => {
      const left = /** @type {HTMLElement} */ (event.target);
      if (left.isConnected && !left.matches(':disabled')) around = [];
    };
    const observer = new MutationObserver(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (!lost || around.length === 0) return;
      if (!around[0].isConnected) goOn(element, around);
      else if (!around[0].matches(':disabled')) around[0].focus({ preventScroll: true });
    });
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    observer.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, [main]);
}
