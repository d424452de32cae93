// Drives the page as a person does: by what is written on it.

import { setTimeout as sleep } from 'node:timers/promises';

import { clickOn } from './aim.js';
import { saved } from './downloads.js';
import { Eyes, kPatience } from './eyes.js';

/** @import { ElementHandle, Page } from 'puppeteer-core' */

/** What can be found by its words. */
const kSelectors = {
  button: 'button, summary, [role=tab]',
  link: 'a[href]',
  control: 'label',
};

/** One page of a browser, and a person in front of it. */
export class Ui extends Eyes {
  /**
   * @param {Page} page
   * @param {string} downloads the folder where its downloads go
   */
  constructor(page, downloads) {
    super(page);
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

  /**
   * Clicks with the mouse, when what is clicked can be: not while it moves, is disabled or covered.
   *
   * @param {keyof typeof kSelectors} kind
   * @param {string} words
   * @param {string} [within] a selector
   */
  async click(kind, words, within = undefined) {
    const deadline = Date.now() + kPatience;
    for (;;) {
      const element = await this.find(kind, words, within);
      const trouble = await clickOn(this.page, element);
      if (trouble === null) return;
      if (Date.now() > deadline) throw new Error(`${kind} "${words}" ${trouble}`);
      await sleep(50);
    }
  }

  /**
   * Does something to a control in one go, once it is there and ready for it.
   *
   * @param {string} label
   * @param {(control: any, value: string) => boolean} act in the page; false where it is not ready
   * @param {string} value
   */
  async #control(label, act, value) {
    const deadline = Date.now() + kPatience;
    for (;;) {
      const element = await this.find('control', label);
      if (await element.evaluate(act, value)) return;
      if (Date.now() > deadline) throw new Error(`"${label}" does not take "${value}"`);
      await sleep(50);
    }
  }

  /**
   * @param {string} label
   * @param {string} value
   */
  fill(label, value) {
    return this.#control(
      label,
      (control, text) => {
        if (!control.isConnected || control.disabled) return false;
        control.focus();
        control.value = text;
        control.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      },
      value,
    );
  }

  /**
   * @param {string} label
   * @param {string} value of the option
   */
  choose(label, value) {
    return this.#control(
      label,
      (control, wanted) => {
        const options = /** @type {HTMLOptionElement[]} */ ([...control.options]);
        const there = options.some((option) => option.value === wanted && !option.disabled);
        if (!control.isConnected || control.disabled || !there) return false;
        control.focus();
        control.value = wanted;
        for (const type of ['input', 'change']) {
          control.dispatchEvent(new Event(type, { bubbles: true }));
        }
        return true;
      },
      value,
    );
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
    await this.arrive();
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
   */
  download(act) {
    return saved(this.downloads, act, kPatience);
  }
}
