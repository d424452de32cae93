import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { endOf, graphOf } from '../../../web/parts/report/chain_graph.js';
import { boxWidthFor, layOut, roomFor } from '../../../web/parts/report/chain_layout.js';

/** @import { Report } from '../../../web/worker/api' */
/** @import { Graph, Standing } from '../../../web/parts/report/chain_graph.js' */

/** @param {string} name @returns {Report} of a golden answer of the core */
function golden(name) {
  const file = new URL(`../../api/golden/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).answer.result.report;
}

/** A graph of levels of so many nodes, each joined to the first of the level below. @param {number[]} sizes @returns {Graph} */
function graphWith(sizes) {
  const nodes = sizes.flatMap((size, level) =>
    Array.from({ length: size }, (_, index) => ({
      id: `${level}.${index}`,
      certificate: 0,
      level,
      standing: /** @type {Standing} */ (index === size - 1 ? 'accepted' : 'refused'),
      chosen: index === size - 1,
      reasons: [],
      paths: [],
    })),
  );
  const edges = nodes
    .filter(({ level }) => level > 0)
    .map(({ id, level, standing, chosen }) => ({
      from: `${level - 1}.${sizes[level - 1] - 1}`,
      to: id,
      standing,
      chosen,
    }));
  return { nodes, edges, unseen: 0 };
}

const kPlain = { room: 4, boxWidth: 100, open: new Set() };

test('an accepted path is a line of accepted nodes, the target at the lowest level', () => {
  const { nodes, edges, unseen } = graphOf(golden('chain-good'), 0);
  assert.deepEqual(
    nodes.map(({ certificate, level, standing }) => [certificate, level, standing]),
    [
      [0, 0, 'accepted'],
      [2, 1, 'accepted'],
      [1, 2, 'accepted'],
    ],
  );
  assert.ok(edges.every(({ chosen, standing }) => chosen && standing === 'accepted'));
  assert.equal(unseen, 0);
});

test('where the issuer is missing, a node of its own says so with the reason', () => {
  const { nodes, edges } = graphOf(golden('chain-no-intermediate'), 0);
  const missing = nodes.find(({ standing }) => standing === 'missing');
  assert.equal(missing?.certificate, null);
  assert.equal(missing?.reasons[0].finding?.rule, 'path.build.no_issuer');
  assert.ok(edges.some(({ to }) => to === missing?.id));
});

test('a root that is not trusted is the end itself, with the reason', () => {
  const { nodes } = graphOf(golden('chain-wrong-anchor'), 0);
  const ended = nodes.filter(({ reasons }) => reasons.length > 0);
  assert.ok(ended.length >= 1);
  assert.ok(ended.every(({ standing }) => standing !== 'accepted'));
});

test('a path that ends at a self-signed certificate misses no issuer; one that breaks off does', () => {
  const wrong = golden('chain-wrong-anchor');
  const broken = golden('chain-no-intermediate');
  assert.equal(endOf(golden('chain-good').paths[0]), null);
  assert.equal(endOf(broken.paths[0])?.missing, true);
  const end = endOf(wrong.paths[wrong.best ?? 0]);
  assert.equal(end?.finding?.rule, 'path.build.anchor_not_trusted');
  assert.equal(end?.missing, false);
});

test('of a refused path only the certificates with a failed check are at fault', () => {
  const { nodes } = graphOf(golden('chain-wrong-name'), 0);
  assert.deepEqual(
    nodes.map(({ failed = false }) => failed),
    nodes.map(({ level }) => level === 0),
  );
});

test('boxes are as wide as a picture lets them be, and a level still stands in one row', () => {
  for (const width of [280, 358, 640, 900]) {
    for (const sizes of [
      [1, 1, 1],
      [1, 2],
      [1, 3, 2],
      [1, 9],
    ]) {
      const boxWidth = boxWidthFor(graphWith(sizes), width);
      const beside = Math.min(roomFor(boxWidth, width), Math.max(...sizes));
      assert.ok(beside * (boxWidth + 18) - 18 <= width, `${sizes} in ${width}: ${boxWidth}`);
      assert.ok(boxWidth <= 250);
    }
  }
});

test('every node and every edge of a small graph has its place, and no two nodes share one', () => {
  const graph = graphWith([1, 3, 2]);
  const { places, folds, lines, width } = layOut(graph, kPlain);
  assert.equal(places.length, 6);
  assert.deepEqual(folds, []);
  assert.equal(lines.length, graph.edges.length);
  assert.equal(new Set(places.map(({ x, y }) => `${x} ${y}`)).size, 6);
  assert.ok(places.every(({ x }) => x >= 0 && x + 100 <= width));
  const heights = new Map(places.map(({ node, y }) => [node.level, y]));
  assert.ok(Number(heights.get(0)) > Number(heights.get(1)));
});

test('of a level with too many nodes the rest is one, and what is chosen stays in sight', () => {
  const { places, folds, width } = layOut(graphWith([1, 200]), kPlain);
  assert.equal(folds.length, 1);
  assert.equal(places.length + folds[0].members.length, 201);
  assert.ok(places.some(({ node }) => node.level === 1 && node.chosen));
  assert.ok(width <= 4 * 118);
  const opened = layOut(graphWith([1, 200]), { ...kPlain, open: new Set([folds[0].id]) });
  assert.equal(opened.places.length, 201);
  assert.ok(opened.width <= 4 * 118);
});

test('of a path of a hundred certificates both ends are in sight and the middle is one', () => {
  const { places, folds, height } = layOut(graphWith(Array(100).fill(1)), kPlain);
  assert.equal(folds.length, 1);
  assert.equal(places.length + folds[0].members.length, 100);
  assert.ok(places.some(({ node }) => node.level === 0));
  assert.ok(places.some(({ node }) => node.level === 99));
  assert.ok(height < 2000);
});
