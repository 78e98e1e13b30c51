import type { MapGraph } from './map-graph.ts';

export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Route = { readonly points: readonly Point[]; readonly label: Box | undefined };

/** Boxes relative to their parent, arrows and their labels in absolute pixels. */
export type MapLayout = {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, Route>;
};

/** The layout as in a mirror, for those who read from right to left. */
export function mirrored(graph: MapGraph, { boxes, routes }: MapLayout): MapLayout {
  const roots = graph.nodes
    .filter(({ parent }) => parent === undefined)
    .flatMap(({ id }) => boxes.get(id) ?? []);
  const whole = Math.max(0, ...roots.map(({ x, width }) => x + width));
  const turned = graph.nodes.flatMap(({ id, parent }) => {
    const box = boxes.get(id);
    const around = parent === undefined ? whole : (boxes.get(parent)?.width ?? whole);
    return box ? [[id, { ...box, x: around - box.x - box.width }] as const] : [];
  });
  const turnedRoutes = [...routes].map(
    ([id, { points, label }]) =>
      [
        id,
        {
          points: points.map(({ x, y }) => ({ x: whole - x, y })),
          label: label && { ...label, x: whole - label.x - label.width },
        },
      ] as const,
  );
  return { boxes: new Map(turned), routes: new Map(turnedRoutes) };
}

/** The same way of an arrow, elsewhere. */
export function movedRoute({ points, label }: Route, by: Point): Route {
  return {
    points: points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
    label: label && { ...label, x: label.x + by.x, y: label.y + by.y },
  };
}
