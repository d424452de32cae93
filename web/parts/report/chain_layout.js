// Where the nodes of a chain's graph stand: the target at the foot, issuers above, level by level. What does not fit
// into a level is folded into one node, and so are the middle levels of a very long path.

/** @import { Graph, GraphEdge, GraphNode } from './chain_graph.js' */

export const kBoxHeight = 66;
export const kGapX = 18;
export const kGapY = 46;

/** Room for the frames around anchors, on both sides together. */
const kFrame = 14;
/** Boxes of one picture are this wide at least, unless the window is a phone's, and at most. */
const kBoxWidths = { least: 188, most: 250, phone: 480 };

/** Levels beyond this are folded in the middle, so that both ends stay in sight. */
const kMostLevels = 12;
/** Rows that one level may take before the rest of it is folded. */
const kMostRows = 2;
const kSweeps = 4;

/** @typedef {{ node: GraphNode, x: number, y: number }} Place */
/** @typedef {{ id: string, level: number, members: GraphNode[], x: number, y: number }} Fold several nodes as one */
/** @typedef {GraphEdge & { fromX: number, fromY: number, toX: number, toY: number }} Line */

/**
 * @typedef {object} Layout
 * @property {Place[]} places
 * @property {Fold[]} folds
 * @property {Line[]} lines
 * @property {number} width
 * @property {number} height
 */

/** What is kept in sight when there is no room for all. @param {GraphNode} node */
function weight(node) {
  const worth = { accepted: 3, tried: 2, missing: 1, refused: 0 }[node.standing];
  return (node.chosen ? 10 : 0) + worth;
}

/**
 * Nodes by level, those joined by edges one above the other.
 *
 * @param {Graph} graph
 */
function levelsOf({ nodes, edges }) {
  const height = Math.max(0, ...nodes.map(({ level }) => level)) + 1;
  const levels = Array.from({ length: height }, (_, level) =>
    nodes
      .filter((node) => node.level === level)
      .sort((left, right) => weight(right) - weight(left)),
  );
  /** @type {Map<string, number>} */
  const rank = new Map();
  /** @type {Map<string, string[]>} */
  const near = new Map(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    near.get(from)?.push(to);
    near.get(to)?.push(from);
  }
  const note = (/** @type {GraphNode[]} */ level) =>
    level.forEach(({ id }, index) => rank.set(id, (index + 0.5) / level.length));
  levels.forEach(note);
  /** @param {GraphNode} node */
  const middle = ({ id }) => {
    const ranks = (near.get(id) ?? []).map((each) => rank.get(each) ?? 0.5);
    return ranks.length === 0 ? 0.5 : ranks.reduce((sum, each) => sum + each, 0) / ranks.length;
  };
  for (let sweep = 0; sweep < kSweeps; sweep += 1) {
    for (const level of sweep % 2 === 0 ? levels : [...levels].reverse()) {
      const middles = new Map(level.map((node) => [node, middle(node)]));
      level.sort((left, right) => (middles.get(left) ?? 0) - (middles.get(right) ?? 0));
      note(level);
    }
  }
  return levels;
}

/**
 * Splits a level into those in sight and those that are folded.
 *
 * @param {GraphNode[]} level
 * @param {number} room
 */
function fit(level, room) {
  if (level.length <= room) return { seen: level, folded: [] };
  const kept = new Set(
    [...level].sort((left, right) => weight(right) - weight(left)).slice(0, Math.max(1, room - 1)),
  );
  return {
    seen: level.filter((node) => kept.has(node)),
    folded: level.filter((node) => !kept.has(node)),
  };
}

/**
 * Lays a graph out.
 *
 * @param {Graph} graph
 * @param {{ room: number, boxWidth: number, open: ReadonlySet<string> }} options `room`: how many boxes fit side by
 *   side; `open`: ids of the folds that were opened
 * @returns {Layout}
 */
export function layOut(graph, { room, boxWidth, open }) {
  const levels = levelsOf(graph);
  /** @type {Fold[]} */
  const folds = [];
  /** Rows from the foot to the top. @type {{ nodes: GraphNode[], fold: Fold | null }[]} */
  const rows = [];
  const half = Math.floor(kMostLevels / 2);
  const middleFolded = levels.length > kMostLevels && !open.has('levels');
  levels.forEach((level, index) => {
    if (middleFolded && index >= half && index < levels.length - half) {
      if (index > half) {
        folds[folds.length - 1].members.push(...level);
        return;
      }
      const fold = { id: 'levels', level: index, members: [...level], x: 0, y: 0 };
      folds.push(fold);
      rows.push({ nodes: [], fold });
      return;
    }
    const id = `level${index}`;
    const { seen, folded } = open.has(id)
      ? { seen: level, folded: [] }
      : fit(level, kMostRows * room);
    // In several rows, what matters most stands in the lowest.
    if (seen.length > room) seen.sort((left, right) => weight(right) - weight(left));
    for (let start = 0; start < seen.length; start += room) {
      rows.push({ nodes: seen.slice(start, start + room), fold: null });
    }
    if (folded.length > 0) {
      const fold = { id, level: index, members: folded, x: 0, y: 0 };
      folds.push(fold);
      rows[rows.length - 1].fold = fold;
    }
  });

  const widest = Math.max(...rows.map(({ nodes, fold }) => nodes.length + (fold === null ? 0 : 1)));
  const width = widest * (boxWidth + kGapX) - kGapX;
  /** @type {Place[]} */
  const places = [];
  /** @type {Map<string, { x: number, y: number }>} */
  const spots = new Map();
  rows.forEach(({ nodes, fold }, index) => {
    const y = (rows.length - 1 - index) * (kBoxHeight + kGapY);
    const count = nodes.length + (fold === null ? 0 : 1);
    const left = (width - (count * (boxWidth + kGapX) - kGapX)) / 2;
    nodes.forEach((node, place) => {
      const spot = { x: left + place * (boxWidth + kGapX), y };
      places.push({ node, ...spot });
      spots.set(node.id, spot);
    });
    if (fold === null) return;
    Object.assign(fold, { x: left + nodes.length * (boxWidth + kGapX), y });
    for (const { id } of fold.members) spots.set(id, fold);
  });
  const height = rows.length * (kBoxHeight + kGapY) - kGapY;
  return { places, folds, lines: linesOf(graph.edges, spots, boxWidth), width, height };
}

/**
 * @param {GraphEdge[]} edges
 * @param {Map<string, { x: number, y: number }>} spots
 * @param {number} boxWidth
 */
function linesOf(edges, spots, boxWidth) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const edge of edges) {
    const from = spots.get(edge.from);
    const to = spots.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    // Several edges to a fold are drawn as one.
    const key = `${from.x},${from.y}>${to.x},${to.y}`;
    const known = lines.get(key);
    if (known !== undefined && !(edge.chosen && !known.chosen)) continue;
    const upwards = to.y < from.y;
    lines.set(key, {
      ...edge,
      fromX: from.x + boxWidth / 2,
      fromY: upwards ? from.y : from.y + kBoxHeight,
      toX: to.x + boxWidth / 2,
      toY: upwards ? to.y + kBoxHeight : to.y,
    });
  }
  // What is chosen is drawn last, above the rest.
  return [...lines.values()].sort((left, right) => Number(left.chosen) - Number(right.chosen));
}

/**
 * How wide the boxes are: as their names want it, so long as a level still stands in one row.
 *
 * @param {Graph} graph
 * @param {number} width of the picture
 */
export function boxWidthFor({ nodes }, width) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { level } of nodes) counts.set(level, (counts.get(level) ?? 0) + 1);
  const beside = Math.max(1, ...counts.values());
  const fitting = Math.floor((width - kFrame - (beside - 1) * kGapX) / beside);
  // A phone has room for two.
  const least = width < kBoxWidths.phone ? (width - kFrame - kGapX) / 2 : kBoxWidths.least;
  return Math.min(
    kBoxWidths.most,
    Math.max(Math.min(Math.floor(least), kBoxWidths.least), fitting),
  );
}

/**
 * How many boxes fit side by side: two at least.
 *
 * @param {number} boxWidth
 * @param {number} width of the picture
 */
export function roomFor(boxWidth, width) {
  return Math.max(2, Math.floor((width - kFrame + kGapX) / (boxWidth + kGapX)));
}
