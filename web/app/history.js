// A value with undo and redo.

import { computed, signal } from '@preact/signals';

/** How many steps can be taken back. */
const kDepth = 50;

/**
 * @template T
 * @typedef {{ title: string, value: T }} Version a value, and the name of the change that led to it
 */

/**
 * @template T
 */
export class History {
  #past = signal(/** @type {Version<T>[]} */ ([]));
  #future = signal(/** @type {Version<T>[]} */ ([]));
  #present;

  /** @param {T} initial */
  constructor(initial) {
    this.#present = signal({ title: '', value: initial });
    /** The value now. */
    this.current = computed(() => this.#present.value.value);
    /** The name of the change that undo would take back, or null. */
    this.undoTitle = computed(() =>
      this.#past.value.length > 0 ? this.#present.value.title : null,
    );
    /** The name of the change that redo would make again, or null. */
    this.redoTitle = computed(() => this.#future.value.at(-1)?.title ?? null);
  }

  /**
   * Makes a change that can be taken back.
   *
   * @param {string} title
   * @param {T} value
   */
  change(title, value) {
    this.#past.value = [...this.#past.value, this.#present.value].slice(-kDepth);
    this.#future.value = [];
    this.#present.value = { title, value };
  }

  /**
   * Puts in what is only worked out of the value: no step to take back.
   *
   * @param {T} value
   */
  amend(value) {
    this.#present.value = { title: this.#present.value.title, value };
  }

  /**
   * Goes on with a change: what is typed letter by letter is one step to take back.
   *
   * @param {string} title
   * @param {T} value
   */
  extend(title, value) {
    if (this.#present.value.title !== title) this.change(title, value);
    else {
      this.#future.value = [];
      this.#present.value = { title, value };
    }
  }

  /**
   * Begins anew with a value: nothing can be taken back.
   *
   * @param {T} value
   */
  reset(value) {
    this.#past.value = [];
    this.#future.value = [];
    this.#present.value = { title: '', value };
  }

  /**
   * Rewrites every version: for what is derived from the value and must not show up as a change.
   *
   * @param {(value: T) => T} rewrite
   */
  rewrite(rewrite) {
    /** @param {Version<T>} version */
    const renew = (version) => ({ ...version, value: rewrite(version.value) });
    this.#past.value = this.#past.value.map(renew);
    this.#future.value = this.#future.value.map(renew);
    this.#present.value = renew(this.#present.value);
  }

  /** Takes the last change back. */
  undo() {
    const previous = this.#past.value.at(-1);
    if (previous === undefined) return;
    this.#future.value = [...this.#future.value, this.#present.value];
    this.#past.value = this.#past.value.slice(0, -1);
    this.#present.value = previous;
  }

  /** Makes the last change that was taken back again. */
  redo() {
    const next = this.#future.value.at(-1);
    if (next === undefined) return;
    this.#past.value = [...this.#past.value, this.#present.value];
    this.#future.value = this.#future.value.slice(0, -1);
    this.#present.value = next;
  }

  /** @returns {T[]} every version that can still be reached */
  get reachable() {
    return [...this.#past.value, this.#present.value, ...this.#future.value].map(
      (version) => version.value,
    );
  }
}
