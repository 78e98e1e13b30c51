import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { mapGraph } from '../../map/map-graph.ts';
import type { Box, MapLayout } from '../../map/map-layout.ts';
import { applyPins } from './apply-pins.ts';

const graph = mapGraph(samplePack());
const steps = graph.nodes.filter(({ kind }) => kind === 'step').map(({ id }) => id);

/** Every box below its elder brothers, as a layout would give. */
function stacked(): MapLayout {
  const boxes = new Map<string, Box>();
  const place = (parent: string | undefined): { width: number; height: number } => {
    let y = 64;
    let width = 280;
    for (const node of graph.nodes.filter((each) => each.parent === parent)) {
      const inner = node.kind === 'step' ? { width: 280, height: 124 } : place(node.id);
      boxes.set(node.id, { x: 28, y, ...inner });
      y += inner.height + 44;
      width = Math.max(width, inner.width);
    }
    return { width: width + 56, height: y };
  };
  place(undefined);
  const routes = new Map(
    graph.arrows
      .filter(({ kind }) => kind === 'line')
      .map(({ id }) => [
        id,
        {
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 9 },
          ],
          label: { x: 0, y: 0, width: 50, height: 20 },
        },
      ]),
  );
  return { boxes, routes };
}

const pins = fc.dictionary(
  fc.constantFrom(...steps, 'nobody'),
  fc.record({ x: fc.integer({ min: -300, max: 900 }), y: fc.integer({ min: -300, max: 900 }) }),
);

test('without pins the layout is the one computed', () => {
  const layout = stacked();
  expect(applyPins(graph, layout, {})).toBe(layout);
  expect(applyPins(graph, layout, { nobody: { x: 1, y: 1 } })).toBe(layout);
});

test('a pinned step stands where it was put, when nothing was there', () => {
  const pinned = applyPins(graph, stacked(), { receive: { x: 700, y: 90 } });
  expect(pinned.boxes.get('receive')).toMatchObject({ x: 700, y: 90 });
});

test('wherever steps are put, frames hold them and nothing lies over anything', () => {
  fc.assert(
    fc.property(pins, (put) => {
      const { boxes } = applyPins(graph, stacked(), put);
      for (const a of graph.nodes) {
        const box = boxes.get(a.id);
        const frame = a.parent === undefined ? undefined : boxes.get(a.parent);
        if (!box) throw new Error(a.id);
        if (frame) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.width);
          expect(box.y + box.height).toBeLessThanOrEqual(frame.height);
        }
        for (const b of graph.nodes) {
          const other = boxes.get(b.id);
          if (a.id === b.id || a.parent !== b.parent || !other) continue;
          expect(
            box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y,
          ).toBe(true);
        }
      }
    }),
  );
});

test('an arrow of a moved step ends at its edge', () => {
  const { boxes, routes } = applyPins(graph, stacked(), { receive: { x: 700, y: 90 } });
  const route = routes.get('receive>meet');
  const [stage, track] = [boxes.get('reception'), boxes.get('main')];
  const start = route?.points[0];
  expect(start?.x).toBeGreaterThanOrEqual((stage?.x ?? 0) + (track?.x ?? 0) + 700);
  expect(route?.points.length).toBeGreaterThan(1);
});
