// A tree by the ARIA pattern: arrow keys walk and fold, Home and End jump, Enter opens.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { classes, html } from './html.js';

/**
 * @template T
 * @typedef {object} TreeItem
 * @property {string} id unique in the tree
 * @property {unknown} content what its line shows
 * @property {TreeItem<T>[]} children
 * @property {boolean} [folded] whether it starts folded
 * @property {T} data
 */

/**
 * The lines that can be seen, in order.
 *
 * @template T
 * @param {TreeItem<T>[]} items
 * @param {(item: TreeItem<T>) => boolean} isOpen
 */
function visibleLines(items, isOpen) {
  /** @type {{ item: TreeItem<T>, level: number, parent: TreeItem<T> | null, place: number, size: number }[]} */
  const lines = [];
  /** @param {TreeItem<T>[]} siblings @param {number} level @param {TreeItem<T> | null} parent */
  const walk = (siblings, level, parent) => {
    siblings.forEach((item, index) => {
      lines.push({ item, level, parent, place: index + 1, size: siblings.length });
      if (item.children.length > 0 && isOpen(item)) walk(item.children, level + 1, item);
    });
  };
  walk(items, 1, null);
  return lines;
}

/**
 * @template T
 * @param {{ label: string, items: TreeItem<T>[], onFocus?: (data: T) => void, onHover?: (data: T | null) => void,
 *   onOpen?: (data: T) => void, current?: string | null }} props `current`: the id of a line to mark
 */
export function Tree({ label, items, onFocus, onHover, onOpen, current }) {
  /** Lines that a person has folded or opened, against their start. */
  const turned = useSignal(/** @type {Set<string>} */ (new Set()));
  const focused = useSignal(/** @type {string | null} */ (null));
  const root = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {TreeItem<T>} item */
  const isOpen = (item) => turned.value.has(item.id) === Boolean(item.folded);
  /** @param {TreeItem<T>} item */
  const turn = (item) => {
    const next = new Set(turned.value);
    if (!next.delete(item.id)) next.add(item.id);
    turned.value = next;
  };

  const lines = visibleLines(items, isOpen);
  const stop = lines.find(({ item }) => item.id === focused.value)?.item.id ?? lines[0]?.item.id;

  /** @param {TreeItem<T> | null | undefined} item */
  const focus = (item) => {
    if (!item) return;
    focused.value = item.id;
    const element = root.current?.querySelector(`[data-line="${CSS.escape(item.id)}"]`);
    /** @type {HTMLElement | null | undefined} */ (element)?.focus();
  };

  /** @param {KeyboardEvent} event @param {number} index */
  const onKeyDown = (event, index) => {
    const { item, parent } = lines[index];
    const foldable = item.children.length > 0;
    const actions = /** @type {Record<string, () => void>} */ ({
      ArrowDown: () => focus(lines[index + 1]?.item),
      ArrowUp: () => focus(lines[index - 1]?.item),
      Home: () => focus(lines[0].item),
      End: () => focus(lines.at(-1)?.item),
      ArrowRight: () => (foldable && !isOpen(item) ? turn(item) : focus(item.children[0])),
      ArrowLeft: () => (foldable && isOpen(item) ? turn(item) : focus(parent)),
      Enter: () => (onOpen ? onOpen(item.data) : turn(item)),
      ' ': () => (foldable ? turn(item) : onOpen?.(item.data)),
    });
    const action = actions[event.key];
    if (action === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    action();
  };

  return html`<div
    class="tree"
    role="tree"
    aria-label=${label}
    ref=${root}
    onMouseLeave=${() => onHover?.(null)}
  >
    ${lines.map(
      ({ item, level, place, size }, index) =>
        html`<div
          key=${item.id}
          role="treeitem"
          class=${classes('tree-line', `tree-level-${Math.min(level, 12)}`, item.id === current && 'tree-current')}
          data-line=${item.id}
          aria-level=${level}
          aria-posinset=${place}
          aria-setsize=${size}
          aria-expanded=${item.children.length > 0 ? String(isOpen(item)) : undefined}
          aria-selected=${item.id === current ? 'true' : 'false'}
          tabindex=${item.id === stop ? 0 : -1}
          onKeyDown=${(/** @type {KeyboardEvent} */ event) => onKeyDown(event, index)}
          onFocus=${() => {
            focused.value = item.id;
            onFocus?.(item.data);
          }}
          onMouseEnter=${() => onHover?.(item.data)}
          onClick=${() => focus(item)}
          onDblClick=${() => onOpen?.(item.data)}
        >
          ${
            item.children.length > 0
              ? html`<span
                  class=${classes('tree-fold', isOpen(item) && 'tree-fold-open')}
                  aria-hidden="true"
                  onClick=${() => turn(item)}
                ></span>`
              : html`<span class="tree-leaf" aria-hidden="true"></span>`
          }
          <span class="tree-content">${item.content}</span>
        </div>`,
    )}
  </div>`;
}
