// The graph of a report: every certificate that the search looked at, who was tried as whose issuer, and what came of
// it. All of it is told by the core; here it is only put together.

/** @import { Finding, Path, Report } from '../../worker/api' */

/**
 * @typedef {object} Reason why something went no further
 * @property {string} text
 * @property {Finding | null} finding
 */

/**
 * @typedef {'accepted' | 'tried' | 'refused' | 'missing'} Standing of a node or an edge, from the best to the worst;
 *   "missing": there is no such certificate at hand
 */

/**
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {number | null} certificate index into the report's certificates; null for one that is missing
 * @property {number} level 0 for the target, growing towards the anchors
 * @property {Standing} standing
 * @property {boolean} chosen whether it is on the path that is shown
 * @property {boolean} [failed] whether a path is refused for a check of this certificate
 * @property {Reason[]} reasons for which it was refused, or for which the search ended here
 * @property {number[]} paths indexes of the paths that it is on
 */

/** @typedef {{ from: string, to: string, standing: Standing, chosen: boolean }} GraphEdge from a certificate to its issuer */
/** @typedef {{ nodes: GraphNode[], edges: GraphEdge[], unseen: number }} Graph `unseen`: certificates never looked at */

/** Ends at which an issuer is missing; other ends are the last certificate's own fault. */
const kMissingRules = new Set(['path.build.no_issuer', 'path.build.issuer_key_differs']);

/**
 * Why a path ends without a trust anchor, and whether an issuer is missing there; null for one that does not.
 *
 * @param {Path} path
 * @returns {{ finding: Finding | null, text: string, missing: boolean } | null}
 */
export function endOf(path) {
  if (path.complete) return null;
  const build = path.steps.find(({ check }) => check === 'path.build');
  const finding = build?.findings[0] ?? path.headline;
  const text = finding?.summary ?? build?.text ?? 'The path ends here.';
  return { finding, text, missing: finding === null || kMissingRules.has(finding.rule) };
}

const kWorth = /** @type {Record<Standing, number>} */ ({
  accepted: 3,
  tried: 2,
  refused: 1,
  missing: 0,
});

/** @param {Standing} left @param {Standing} right */
const better = (left, right) => (kWorth[left] >= kWorth[right] ? left : right);

/** Builds a graph; a node or an edge that comes twice is one. */
class GraphMaker {
  /** @type {Map<string, GraphNode>} */
  nodes = new Map();
  /** @type {Map<string, GraphEdge>} */
  edges = new Map();

  /** @param {number} certificate @param {number} level @param {Standing} standing */
  node(certificate, level, standing) {
    const id = `c${certificate}`;
    const known = this.nodes.get(id);
    if (known !== undefined) {
      known.standing = better(known.standing, standing);
      return known;
    }
    /** @type {GraphNode} */
    const node = { id, certificate, level, standing, chosen: false, reasons: [], paths: [] };
    this.nodes.set(id, node);
    return node;
  }

  /** @param {number} certificate on a path already */
  fail(certificate) {
    const node = this.nodes.get(`c${certificate}`);
    if (node !== undefined) node.failed = true;
  }

  /** @param {GraphNode} child @param {Reason} reason */
  missing(child, reason) {
    const id = `m${child.id}`;
    if (!this.nodes.has(id)) {
      this.nodes.set(id, {
        id,
        certificate: null,
        level: child.level + 1,
        standing: 'missing',
        chosen: false,
        reasons: [reason],
        paths: [],
      });
    }
    this.edge(child, /** @type {GraphNode} */ (this.nodes.get(id)), 'missing');
    return /** @type {GraphNode} */ (this.nodes.get(id));
  }

  /** @param {GraphNode} from @param {GraphNode} to @param {Standing} standing */
  edge(from, to, standing) {
    const key = `${from.id}>${to.id}`;
    const known = this.edges.get(key);
    if (known !== undefined) {
      known.standing = better(known.standing, standing);
      return known;
    }
    const edge = { from: from.id, to: to.id, standing, chosen: false };
    this.edges.set(key, edge);
    return edge;
  }
}

/** Each certificate's level: the farthest from the target that it stands in any path. @param {Report} report */
function levelsOf(report) {
  /** @type {Map<number, number>} */
  const levels = new Map();
  for (const { certificates } of report.paths) {
    certificates.forEach((index, position) => {
      levels.set(index, Math.max(levels.get(index) ?? 0, position));
    });
  }
  return levels;
}

/** @param {GraphNode} node @param {Finding | null} finding @param {string} text */
function addReason(node, finding, text) {
  const known = node.reasons.some((each) => each.text === text);
  if (!known) node.reasons.push({ finding, text });
}

/** @param {GraphMaker} maker @param {Path} path @param {number} place @param {Map<number, number>} levels @param {boolean} chosen */
function addPath(maker, path, place, levels, chosen) {
  const standing = path.accepted ? 'accepted' : 'tried';
  const nodes = path.certificates.map((index, position) =>
    maker.node(index, levels.get(index) ?? position, standing),
  );
  nodes.forEach((node, position) => {
    node.paths.push(place);
    node.chosen ||= chosen;
    if (position === 0) return;
    const edge = maker.edge(nodes[position - 1], node, standing);
    edge.chosen ||= chosen;
  });
  for (const { certificate, outcome } of path.steps) {
    if (certificate !== null && outcome === 'fail') maker.fail(certificate);
  }
  const last = nodes.at(-1);
  const ended = endOf(path);
  if (ended === null || last === undefined) return;
  const { finding, text } = ended;
  if (!ended.missing) {
    addReason(last, finding, text);
    return;
  }
  const end = maker.missing(last, { finding, text });
  end.chosen ||= chosen;
  const edge = maker.edge(last, end, 'missing');
  edge.chosen ||= chosen;
}

/**
 * The graph of a report.
 *
 * @param {Report} report
 * @param {number} chosen index of the path that is shown
 * @returns {Graph}
 */
export function graphOf(report, chosen) {
  const maker = new GraphMaker();
  const levels = levelsOf(report);
  report.paths.forEach((path, index) => addPath(maker, path, index, levels, index === chosen));
  for (const { kind, child, candidate, finding, text } of report.events) {
    if (child === null || candidate === null || kind !== 'refused') continue;
    const below = maker.nodes.get(`c${child}`);
    if (below === undefined) continue;
    const above = maker.node(candidate, levels.get(candidate) ?? below.level + 1, 'refused');
    if (above === below || maker.edges.has(`${below.id}>${above.id}`)) continue;
    addReason(above, finding, finding?.summary ?? text);
    maker.edge(below, above, 'refused');
  }
  const nodes = [...maker.nodes.values()];
  const seen = nodes.filter(({ certificate }) => certificate !== null).length;
  return {
    nodes,
    edges: [...maker.edges.values()],
    unseen: report.certificates.length - seen,
  };
}
