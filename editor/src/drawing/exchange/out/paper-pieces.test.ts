import { expect, test } from 'vitest';
import { samplePack } from '../../../fixtures/sample-pack.ts';
import { mapGraph } from '../../../map/map-graph.ts';
import { paperPieces } from './paper-pieces.ts';

test('every step stands in one piece, and no line leads from one piece to another', () => {
  const graph = mapGraph(samplePack());
  const { nodes, arrows } = paperPieces(graph);
  expect(nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
  const piece = new Map(nodes.map(({ id, track }) => [id, track]));
  const pieces = new Set(nodes.flatMap(({ id, kind }) => (kind === 'track' ? [id] : [])));
  expect(pieces.size).toBeGreaterThan(graph.nodes.filter(({ kind }) => kind === 'track').length);
  for (const { track } of nodes) expect(pieces).toContain(track);
  for (const { kind, source, target } of arrows)
    if (kind === 'line') expect(piece.get(source)).toBe(piece.get(target));
  expect(arrows.map(({ id }) => id)).toEqual(graph.arrows.map(({ id }) => id));
});
