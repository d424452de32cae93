// Drives the page as a person does: by what is written on it.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** @import { ElementHandle, Page } from 'puppeteer-core' */

/** How long anything may take, in milliseconds: RSA-4096 keys on a busy machine are slow. */
const kPatience = 60_000;

/** What can be found by its words. */
const kSelectors = {
  button: 'button, summary, [role=tab]',
  link: 'a[href]',
  control: 'label',
};

/** One page of a browser. */
export class Ui {
  /**
   * @param {Page} page
   * @param {string} downloads the folder where its downloads go
   */
  constructor(page, downloads) {
    this.page = page;
    this.downloads = downloads;
  }

  /**
   * Waits until an element of a kind with these words is in sight.
   *
   * @param {keyof typeof kSelectors} kind
   * @param {string} words the start of its text, or its aria-label
   * @param {string} [within] a selector
   * @returns {Promise<ElementHandle<HTMLElement>>}
   */
  async find(kind, words, within = 'dialog[open], body') {
    const deadline = Date.now() + kPatience;
    for (;;) {
      const handle = await this.page.evaluateHandle(
        (selector, text, scope) => {
          // An open dialog covers the rest.
          const root =
            document.querySelector(scope.split(', ')[0]) ?? document.querySelector(scope);
          const fits = (/** @type {Element} */ element) => {
            const shown = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
            const named = element.getAttribute('aria-label') ?? '';
            return (
              (shown.startsWith(text) || named.startsWith(text)) &&
              element.getClientRects().length > 0
            );
          };
          const all = [...(root?.querySelectorAll(selector) ?? [])].filter(fits);
          const exact = all.find((element) => (element.textContent ?? '').trim() === text);
          const found = exact ?? all[0] ?? null;
          if (!(found instanceof HTMLLabelElement)) return found;
          return found.control ?? found.querySelector('input');
        },
        kSelectors[kind],
        words,
        within,
      );
      const element = handle.asElement();
      if (element !== null) return /** @type {ElementHandle<HTMLElement>} */ (element);
      if (Date.now() > deadline)
        throw new Error(`no ${kind} "${words}"\n${await this.text('main')}`);
      await sleep(100);
    }
  }

  /** @param {keyof typeof kSelectors} kind @param {string} words */
  async click(kind, words) {
    const element = await this.find(kind, words);
    await element.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await element.click();
  }

  /**
   * @param {string} label
   * @param {string} value
   */
  async fill(label, value) {
    const element = await this.find('control', label);
    await element.evaluate((node, text) => {
      const control = /** @type {HTMLInputElement} */ (node);
      control.focus();
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }, value);
  }

  /**
   * @param {string} label
   * @param {string} value of the option
   */
  async choose(label, value) {
    const element = await this.find('control', label);
    await element.select(value);
  }

  /**
   * Goes to a page, and waits until it is in sight, or another that it sends on to.
   *
   * @param {string} page its name, as in its address
   */
  async go(page) {
    await this.page.evaluate((name) => {
      location.hash = `#/${name}`;
    }, page);
    await this.until(() => {
      const [name = '', id = ''] = location.hash.replace(/^#\/?/, '').split('/');
      const shown = document.querySelector('main')?.dataset.page;
      return shown === `${name || 'workspace'}/${id}`;
    });
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
   */
  async until(condition, ...args) {
    const deadline = Date.now() + kPatience;
    for (;;) {
      if (await this.page.evaluate(condition, ...args)) return;
      if (Date.now() > deadline) {
        throw new Error(`never true: ${condition}\n${await this.text('main')}`);
      }
      await sleep(50);
    }
  }

  /**
   * Makes the window as large as this.
   *
   * @param {{ width: number, height: number }} size
   */
  async resize(size) {
    try {
      await this.page.setViewport(size);
    } catch (error) {
      // Firefox ESR 140 sets the size, and does not know of the orientation that puppeteer wants to set after it.
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    }
    await this.until((wanted) => innerWidth === wanted, size.width);
  }

  /**
   * Drops files on the page.
   *
   * @param {...{ name: string, content: Uint8Array }} files
   */
  async drop(...files) {
    const packed = files.map(({ name, content }) => ({
      name,
      data: Buffer.from(content).toString('base64'),
    }));
    await this.page.evaluate((list) => {
      const transfer = new DataTransfer();
      for (const { name, data } of list) {
        const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(type, {
            dataTransfer: transfer,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
    }, packed);
  }

  /**
   * Does something that downloads a file, and waits for it.
   *
   * @param {() => Promise<unknown>} act
   * @returns {Promise<{ name: string, path: string, content: Buffer }>}
   */
  async download(act) {
    const before = new Set(readdirSync(this.downloads));
    await act();
    const deadline = Date.now() + kPatience;
    while (Date.now() < deadline) {
      const name = readdirSync(this.downloads).find(
        (entry) => !before.has(entry) && !/\.(crdownload|part|tmp)$/.test(entry),
      );
      const file = name && path.join(this.downloads, name);
      // Firefox writes under another name first.
      if (name && file && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) {
        await sleep(100);
        return { name, path: file, content: readFileSync(file) };
      }
      await sleep(50);
    }
    throw new Error('the download did not come');
  }
}
