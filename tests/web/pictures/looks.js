// The ways in which a page is looked at: windows, themes, paper; and taking a picture in one of them.

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** @import { Ui } from '../support/ui.js' */

/**
 * @typedef {object} Look
 * @property {string} name
 * @property {'light' | 'dark'} theme
 * @property {number} width of the window, in CSS pixels
 * @property {number} height
 * @property {boolean} [paper] printed on A4, as a PDF
 */

/**
 * The looks by their names. A window of 1280 x 800 at 400% zoom is one of 320 x 200 CSS pixels; its pictures are taken
 * at scale 1, because a long page at scale 4 is more than a browser draws at once.
 *
 * @type {Look[]}
 */
export const kLooks = [
  { name: 'light', theme: 'light', width: 1280, height: 800 },
  { name: 'dark', theme: 'dark', width: 1280, height: 800 },
  { name: 'phone', theme: 'light', width: 390, height: 844 },
  { name: 'phone-dark', theme: 'dark', width: 390, height: 844 },
  { name: 'zoom', theme: 'light', width: 320, height: 200 },
  { name: 'paper', theme: 'light', width: 1280, height: 800, paper: true },
];

/** What is taken where nothing else is asked for. */
export const kUsualLooks = ['light', 'dark', 'phone'];

/**
 * A look by its name.
 *
 * @param {string} name
 * @returns {Look}
 */
export function lookOf(name) {
  const found = kLooks.find((look) => look.name === name);
  if (found === undefined) {
    throw new Error(`no look "${name}": ${kLooks.map((look) => look.name).join(', ')}`);
  }
  return found;
}

/** Takes pictures of one page in one look. */
export class Camera {
  /**
   * @param {Ui} ui
   * @param {Look} look
   * @param {{ out: string, prefix: string, window: boolean }} options `out`: the folder; `window`: what the window
   *   shows and no more, instead of the whole page
   */
  constructor(ui, look, options) {
    this.ui = ui;
    this.look = look;
    this.options = options;
  }

  /** Makes the window and the theme those of the look. */
  async prepare() {
    await this.ui.resize({ width: this.look.width, height: this.look.height });
    await this.ui.page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, this.look.theme);
  }

  /**
   * Takes one picture: `<prefix>-<name>.png`, or `.pdf` on paper.
   *
   * @param {string} name
   * @param {string} [selector] of the one element that is wanted; everything where it is left out
   */
  async shoot(name, selector) {
    await sleep(400);
    const file = path.join(this.options.out, `${this.options.prefix}-${name}`);
    const { page } = this.ui;
    if (this.look.paper) {
      await page.pdf({ path: `${file}.pdf`, format: 'A4', preferCSSPageSize: true });
      return;
    }
    const target = selector === undefined ? page : await page.$(selector);
    await target?.screenshot({
      path: `${file}.png`,
      ...(selector === undefined ? { fullPage: !this.options.window } : {}),
    });
  }

  /** Messages would cover what is shown. */
  async dismissMessages() {
    await this.ui.page.$$eval('[aria-label="Dismiss"]', (all) =>
      all.forEach((node) => /** @type {HTMLElement} */ (node).click()),
    );
    await sleep(500);
  }
}
