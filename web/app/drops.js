// Files that are dropped or picked, wherever: the page in sight takes them, else the Inspect page does.

import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

import { inspectFiles } from './inspection.js';
import { openWorkspaceFile } from './files.js';
import { go } from './router.js';

/** @typedef {(files: File[]) => void} DropHandler */

/** True while something is dragged over the page. */
export const dragging = signal(false);

/** @type {DropHandler | null} */
let handler = null;

/** What workspace files are called. */
export const kWorkspaceEnding = '.pkiwb';

/**
 * Takes drops while the calling component is in sight, from the moment that it is: a drop that comes before the browser
 * has painted it goes nowhere else.
 *
 * @param {DropHandler} take
 */
export function useDrops(take) {
  useLayoutEffect(() => {
    handler = take;
    return () => {
      if (handler === take) handler = null;
    };
  });
}

/**
 * Gives files to whoever takes them. A workspace file is opened.
 *
 * @param {File[]} files
 */
export function receive(files) {
  if (files.length === 0) return;
  const workspace = files.find((file) => file.name.endsWith(kWorkspaceEnding));
  if (workspace !== undefined) {
    openWorkspaceFile(workspace);
  } else if (handler !== null) {
    handler(files);
  } else {
    go('inspect');
    inspectFiles(files);
  }
}

/** Listens for drags and drops on the whole page. */
export function startDrops() {
  let depth = 0;
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    dragging.value = true;
  });
  addEventListener('dragleave', (event) => {
    if (!carriesFiles(event)) return;
    depth -= 1;
    dragging.value = depth > 0;
  });
  addEventListener('dragover', (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    dragging.value = false;
    receive([...(event.dataTransfer?.files ?? [])]);
  });
}
