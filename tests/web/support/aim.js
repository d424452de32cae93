// A click of the mouse as a person makes it: when what is clicked stands still, is enabled and lies open.

import { setTimeout as sleep } from 'node:timers/promises';

/** @import { ElementHandle, Page } from 'puppeteer-core' */

/** How long the page may take to hear of a click, in milliseconds. */
const kHearing = 10_000;

/**
 * In the page: brings an element into sight and says where its middle is, or why it cannot be clicked now.
 *
 * @param {HTMLElement} node
 * @returns {Promise<{ x: number, y: number } | string>}
 */
async function aimAt(node) {
  // A window that is not drawn has no frames.
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 250);
    });
  const middle = () => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, width, height };
  };
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = middle();
  await frame();
  await frame();
  const here = middle();
  if (!node.isConnected || here.width === 0 || here.height === 0) return 'is gone';
  if (node.matches(':disabled')) return 'stays disabled';
  if (Object.entries(here).some(([name, value]) => value !== Reflect.get(before, name))) {
    return 'does not stand still';
  }
  /** Whether it is the element, something in it, or a label of it. @param {any} target */
  const isIt = (target) =>
    node.contains(target) ||
    [.../** @type {any} */ (/** @type {any} */ (node).labels ?? [])].some((label) =>
      label.contains(target),
    );
  const [x, y] = [Math.round(here.x), Math.round(here.y)];
  const top = document.elementFromPoint(x, y);
  if (!isIt(top))
    return `is covered by ${top?.outerHTML.slice(0, 200) ?? 'nothing: it is out of sight'}`;
  const heard = /** @type {any} */ (globalThis);
  heard.clickHeard = null;
  addEventListener(
    'click',
    ({ target }) => {
      heard.clickHeard = isIt(target)
        ? 'hit'
        : /** @type {Element} */ (target).outerHTML.slice(0, 200);
    },
    { capture: true, once: true },
  );
  return { x, y };
}

/**
 * Clicks an element, and waits until the page has heard it.
 *
 * @param {Page} page
 * @param {ElementHandle<HTMLElement>} element
 * @returns {Promise<string | null>} why it could not be clicked; null when it was
 */
export async function clickOn(page, element) {
  const aim = await element.evaluate(aimAt);
  if (typeof aim === 'string') return aim;
  await page.mouse.click(aim.x, aim.y);
  const deadline = Date.now() + kHearing;
  for (;;) {
    const heard = await page.evaluate(() => /** @type {any} */ (globalThis).clickHeard);
    if (heard === 'hit') return null;
    if (heard !== null) throw new Error(`the click went to ${heard}`);
    if (Date.now() > deadline) throw new Error('the page did not hear the click');
    await sleep(20);
  }
}
