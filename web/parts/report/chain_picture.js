// The picture of a check: all candidate paths as one graph, what was refused and where nothing went on.

import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { classes, html } from '../html.js';
import { graphOf } from './chain_graph.js';
import { boxWidthFor, kBoxHeight, layOut, roomFor } from './chain_layout.js';
import { NodeDetails } from './node_details.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Report } from '../../worker/api' */
/** @import { GraphNode, Standing } from './chain_graph.js' */
/** @import { Fold, Layout, Line, Place } from './chain_layout.js' */

/** About how wide a letter is, in pixels. */
const kLetter = { label: 7.8, note: 6.4 };

const kMarks = /** @type {Record<Standing, string>} */ ({
  accepted: '✓ accepted path',
  tried: '· on a refused path',
  refused: '⊘ not taken as issuer',
  missing: '? not at hand',
});

/** @param {string} text @param {number} width @param {keyof typeof kLetter} [size] */
function shortened(text, width, size = 'note') {
  const letters = Math.floor((width - 20) / kLetter[size]);
  const all = [...text];
  return all.length > letters ? `${all.slice(0, letters - 1).join('')}…` : text;
}

/** What a node says in words, for its box and for screen readers. @param {Report} report @param {GraphNode} node */
function wordsOf(report, { certificate, standing, failed, reasons }) {
  if (certificate === null) {
    return {
      title: 'Missing issuer',
      role: 'should stand here',
      mark: kMarks.missing,
    };
  }
  const { title, role, source } = report.certificates[certificate];
  const part = { anchor: ', trust anchor', target: ', checked', pool: '', fetched: ', fetched' }[
    source
  ];
  const ended = standing === 'tried' && reasons.length > 0;
  const refused = standing === 'tried' && failed ? '✕ refused here' : kMarks[standing];
  const mark = ended ? '✕ the path ends here' : refused;
  return { title, role: `${role}${part}`, mark };
}

/** Whether a refusal is this certificate's. @param {GraphNode} node */
const isFault = ({ standing, failed, reasons }) =>
  standing === 'tried' && (failed === true || reasons.length > 0);

/** @param {{ line: Line }} props */
function Edge({ line }) {
  const { fromX, fromY, toX, toY, standing, chosen } = line;
  const bend = Math.max(18, Math.abs(toY - fromY) / 2) * Math.sign(toY - fromY || -1);
  return html`<path
    class=${classes('edge', `edge-${standing}`, chosen && 'edge-chosen')}
    d="M${fromX} ${fromY}C${fromX} ${fromY + bend} ${toX} ${toY - bend} ${toX} ${toY}"
  />`;
}

/**
 * @typedef {object} Focusable
 * @property {string} stop the id that the Tab key reaches
 * @property {(id: string) => void} onFocus
 */

/** @param {{ place: Place, report: Report, boxWidth: number, selected: boolean, focusable: Focusable, onSelect: () => void }} props */
function Box({ place: { node, x, y }, report, boxWidth, selected, focusable, onSelect }) {
  const { title, role, mark } = wordsOf(report, node);
  const anchor =
    node.certificate !== null && report.certificates[node.certificate].source === 'anchor';
  const why = node.reasons.map(({ text }) => text).join('; ');
  const shown = [
    shortened(title, boxWidth, 'label'),
    shortened(role, boxWidth),
    shortened(mark, boxWidth),
  ];
  // What can be seen comes first in the name; what did not fit, and why, after it.
  const full = shown[0] === title && shown[1] === role ? '' : `; ${title}, ${role}`;
  const name = `${shown.join(', ')}${full}${why && `: ${why}`}`;
  return html`<g
    class=${classes('chain-box', `chain-${node.standing}`, isFault(node) && 'chain-fault', node.chosen && 'chain-chosen', selected && 'chain-selected')}
    role="button"
    tabindex=${focusable.stop === node.id ? 0 : -1}
    data-node=${node.id}
    aria-pressed=${selected ? 'true' : 'false'}
    aria-label=${name}
    onClick=${onSelect}
    onFocus=${() => focusable.onFocus(node.id)}
  >
    <title>${title}${why && `: ${why}`}</title>
    ${anchor && html`<rect class="chain-frame" x=${x - 4} y=${y - 4} width=${boxWidth + 8} height=${kBoxHeight + 8} rx="9" />`}
    <rect class="chain-rect" x=${x} y=${y} width=${boxWidth} height=${kBoxHeight} rx="6" />
    <svg x=${x + 10} y=${y} width=${boxWidth - 14} height=${kBoxHeight}>
      <text y="21" class="box-label">${shown[0]}</text>
      <text y="39" class="box-note">${shown[1]}</text>
      <text y="56" class="box-note chain-mark">${shown[2]}</text>
    </svg>
  </g>`;
}

/** @param {{ fold: Fold, boxWidth: number, focusable: Focusable, onOpen: () => void }} props */
function FoldBox({ fold, boxWidth, focusable, onOpen }) {
  const { id, members, x, y } = fold;
  const what =
    id === 'levels' ? `${members.length} certificates between` : `${members.length} more`;
  return html`<g
    class="chain-box chain-fold"
    role="button"
    tabindex=${focusable.stop === id ? 0 : -1}
    data-node=${id}
    aria-label="${what}: show them"
    onClick=${onOpen}
    onFocus=${() => focusable.onFocus(id)}
  >
    <rect class="chain-rect" x=${x} y=${y} width=${boxWidth} height=${kBoxHeight} rx="6" />
    <text x=${x + 10} y=${y + 27} class="box-label">+ ${what}</text>
    <text x=${x + 10} y=${y + 46} class="box-note">Show them</text>
  </g>`;
}

/**
 * The node that an arrow key leads to: up and down to the next row, along the path that is shown where it goes there.
 *
 * @param {Layout} layout
 * @param {string} id where the focus is
 * @param {string} key
 */
export function neighbour({ places, folds }, id, key) {
  const all = [
    ...places.map(({ node, x, y }) => ({ id: node.id, x, y, chosen: node.chosen })),
    ...folds.map((fold) => ({ id: fold.id, x: fold.x, y: fold.y, chosen: false })),
  ];
  const here = all.find((each) => each.id === id) ?? all[0];
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const forwards = key === 'ArrowRight' || key === 'ArrowDown';
  /** @param {typeof here} each how far it is in the direction of the key */
  const along = (each) => (sideways ? each.x - here.x : each.y - here.y) * (forwards ? 1 : -1);
  const ahead = all.filter((each) => along(each) > 0 && (!sideways || each.y === here.y));
  const nearest = Math.min(...ahead.map(along));
  const row = ahead.filter((each) => along(each) === nearest);
  const onPath = here.chosen ? row.find(({ chosen }) => chosen) : undefined;
  row.sort((left, right) => Math.abs(left.x - here.x) - Math.abs(right.x - here.x));
  return (onPath ?? row[0] ?? here).id;
}

/** @param {{ current: HTMLElement | null }} box */
function useWidth(box) {
  const width = useSignal(900);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([{ contentRect }]) => (width.value = contentRect.width));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width.value;
}

/** What the shapes mean, in words. @param {{ unseen: number }} props */
function Legend({ unseen }) {
  return html`<p class="hint legend">
    From the checked certificate at the foot up to the trust anchors, which have a double frame. The
    thick line is the path that is shown above. ✓ accepted, ✕ refused, ⊘ not taken as issuer, ?
    missing.${unseen > 0 && ` Of the certificates at hand, ${unseen} came into no path and are not drawn.`}
  </p>`;
}

/** @param {{ report: Report, chosen: Signal<number> }} props `chosen`: the path that is shown */
export function ChainPicture({ report, chosen }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const width = useWidth(box);
  const open = useSignal(/** @type {ReadonlySet<string>} */ (new Set()));
  const selected = useSignal('c0');
  const focused = useSignal('c0');
  const graph = useMemo(() => graphOf(report, chosen.value), [report, chosen.value]);
  const boxWidth = boxWidthFor(graph, width);
  const room = roomFor(boxWidth, width);
  const layout = useMemo(
    () => layOut(graph, { room, boxWidth, open: open.value }),
    [graph, room, boxWidth, open.value],
  );
  const ids = [...layout.places.map(({ node }) => node.id), ...layout.folds.map(({ id }) => id)];
  const stop = ids.includes(focused.value) ? focused.value : ids[0];
  const focusable = { stop, onFocus: (/** @type {string} */ id) => (focused.value = id) };

  /** @param {GraphNode} node */
  const select = (node) => {
    selected.value = node.id;
    if (node.paths.length > 0 && !node.paths.includes(chosen.value)) chosen.value = node.paths[0];
  };
  /** @param {Fold} fold */
  const unfold = (fold) => {
    open.value = new Set([...open.value, fold.id]);
    focused.value = fold.members[0].id;
  };
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const fold = layout.folds.find(({ id }) => id === stop);
      const place = layout.places.find(({ node }) => node.id === stop);
      if (fold) unfold(fold);
      else if (place) select(place.node);
      return;
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    focused.value = neighbour(layout, stop, event.key);
    /** @type {SVGElement | null | undefined} */ (
      box.current?.querySelector(`[data-node="${focused.value}"]`)
    )?.focus();
  };

  const current = graph.nodes.find(({ id }) => id === selected.value) ?? graph.nodes[0];
  return html`<div class="chain-picture">
    <div class="picture-box" ref=${box}>
      <svg
        class="picture"
        viewBox="-6 -6 ${layout.width + 12} ${layout.height + 12}"
        width=${layout.width + 12}
        height=${layout.height + 12}
        role="group"
        aria-label="Picture of all paths. Arrow keys move between certificates, Enter shows one."
        onKeyDown=${onKeyDown}
      >
        ${layout.lines.map((line) => html`<${Edge} key="${line.from}>${line.to}" line=${line} />`)}
        ${layout.places.map(
          (place) =>
            html`<${Box}
              key=${place.node.id}
              place=${place}
              report=${report}
              boxWidth=${boxWidth}
              selected=${place.node === current}
              focusable=${focusable}
              onSelect=${() => select(place.node)}
            />`,
        )}
        ${layout.folds.map(
          (fold) =>
            html`<${FoldBox}
              key=${fold.id}
              fold=${fold}
              boxWidth=${boxWidth}
              focusable=${focusable}
              onOpen=${() => unfold(fold)}
            />`,
        )}
      </svg>
    </div>
    ${
      open.value.size > 0 &&
      html`<button
        type="button"
        class="button small fold-again"
        onClick=${() => (open.value = new Set())}
      >
        Fold again
      </button>`
    }
    <${NodeDetails} report=${report} node=${current} path=${report.paths[chosen.value]} />
    <${Legend} unseen=${graph.unseen} />
  </div>`;
}
