import { expect, test } from 'vitest';
import { samplePack } from '../fixtures/sample-pack.ts';
import { mapGraph } from './map-graph.ts';
import { type MapLayout, mirrored } from './map-layout.ts';

test('a layout mirrored twice is the layout, and each box keeps its place inside its frame', () => {
  const graph = mapGraph(samplePack());
  const layout: MapLayout = {
    boxes: new Map(
      graph.nodes.map(({ id, parent }, index) => [
        id,
        { x: index, y: index * 9, width: parent === undefined ? 900 : 300, height: 90 },
      ]),
    ),
    routes: new Map([
      ['receive>meet', { points: [{ x: 3, y: 4 }], label: { x: 5, y: 6, width: 7, height: 8 } }],
    ]),
  };
  const once = mirrored(graph, layout);
  expect(once.boxes.get('receive')).not.toEqual(layout.boxes.get('receive'));
  const offset = Math.min(
    ...[...layout.boxes.values()].filter(({ width }) => width === 900).map(({ x }) => x),
  );
  const twice = mirrored(graph, once);
  expect(twice.boxes.get('receive')).toEqual(layout.boxes.get('receive'));
  expect(twice.routes.get('receive>meet')?.points[0]?.x).toBe(3 - offset);
});
