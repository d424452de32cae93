// What can be seen of the page, and waiting until something is to be seen.

import { setTimeout as sleep } from 'node:timers/promises';

/** @import { Page } from 'puppeteer-core' */

/** How long anything may take, in milliseconds: RSA-4096 keys on a busy machine are slow. */
export const kPatience = 120_000;

/** Looks at one page of a browser. */
export class Eyes {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} selector */
  text(selector) {
    return this.page.evaluate(
      (query) =>
        [...document.querySelectorAll(query)]
          .map((element) => /** @type {HTMLElement} */ (element).innerText)
          .join('\n'),
      selector,
    );
  }

  /**
   * Waits until the selected elements hold a text.
   *
   * @param {string} words
   * @param {string} [selector]
   */
  async see(words, selector = 'body') {
    const deadline = Date.now() + kPatience;
    let seen = '';
    while (Date.now() < deadline) {
      seen = await this.text(selector);
      if (seen.replaceAll(/\s+/g, ' ').includes(words)) return;
      await sleep(100);
    }
    throw new Error(`"${words}" did not show up in ${selector}; there was:\n${seen}`);
  }

  /**
   * Waits for an element.
   *
   * @param {string} selector
   */
  async wait(selector) {
    try {
      await this.page.waitForSelector(selector, { timeout: kPatience });
    } catch (error) {
      throw new Error(`no ${selector}; there was:\n${await this.text('main')}`, { cause: error });
    }
  }

  /**
   * Waits until something is true in the page. (Puppeteer's own waiting fails with Firefox ESR 140.)
   *
   * @param {(...args: any[]) => unknown} condition
   * @param {...any} args
   * @returns {Promise<any>} what it said
   */
  async until(condition, ...args) {
    const deadline = Date.now() + kPatience;
    for (;;) {
      const said = await this.page.evaluate(condition, ...args);
      if (said) return said;
      if (Date.now() > deadline) {
        throw new Error(`never true: ${condition}\n${await this.text('main')}`);
      }
      await sleep(50);
    }
  }

  /** Waits until the page of the address is in sight. */
  arrive() {
    return this.until(() => {
      const [name = '', id = ''] = location.hash.replace(/^#\/?/, '').split('/');
      const shown = document.querySelector('main')?.dataset.page;
      return shown === `${name || 'workspace'}/${id}`;
    });
  }

  /** Waits until the page is at rest: it has done what it had in mind, asks nothing of the core, and nothing moves. */
  async rest() {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await this.until(async () => {
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
          setTimeout(resolve, 250);
        });
        const { asked = '0' } = document.documentElement.dataset;
        const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
        return asked === '0' && moving.length === 0;
      });
    }
  }

  /**
   * Marks what is there, so that `X:not([data-seen])` finds only what comes after it.
   *
   * @param {string} selector
   */
  async mark(selector) {
    await this.page.$$eval(selector, (all) =>
      all.forEach((node) => node.setAttribute('data-seen', '')),
    );
  }
}
