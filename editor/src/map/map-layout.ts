import type { ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { arrangeTracks } from './arrange-tracks.ts';
import { type Direction, elkGraph, jumpsByStep } from './elk-graph.ts';
import type { MapArrow, MapGraph } from './map-graph.ts';

export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Route = { readonly points: readonly Point[]; readonly label: Box | undefined };

/** Boxes relative to their parent, arrows and their labels in absolute pixels. */
export type MapLayout = {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, Route>;
};

type LayOut = (
  graph: MapGraph,
  direction: Direction,
  labelOf: (arrow: MapArrow) => string,
) => Promise<MapLayout>;

/**
 * Lays boxes inside boxes and routes the arrows between them, in a worker that stays until it is closed. A track that did
 * not change is not laid out again, so its boxes keep still.
 */
export function openLayouter(): { readonly layOut: LayOut; readonly close: () => void } {
  const worker = import('elkjs/lib/elk-api.js').then(
    ({ default: ELK }) => new ELK({ workerUrl: elkWorkerUrl }),
  );
  let known = new Map<string, { readonly asked: string; readonly found: Promise<MapLayout> }>();
  return {
    layOut: async (graph, direction, labelOf) => {
      const elk = await worker;
      const jumps = jumpsByStep(graph);
      const tracks = graph.nodes.filter((node) => node.kind === 'track').map(({ id }) => id);
      const before = known;
      known = new Map(
        tracks.map((track) => {
          const wanted = elkGraph(graph, track, direction, labelOf, jumps);
          const asked = JSON.stringify(wanted);
          const last = before.get(track);
          return [
            track,
            last?.asked === asked ? last : { asked, found: elk.layout(wanted).then(readLayout) },
          ];
        }),
      );
      const found = await Promise.all(
        [...known].map(async ([track, { found }]) => [track, await found] as const),
      );
      return together(found, direction);
    },
    close: () => void worker.then((elk) => elk.terminateWorker()),
  };
}

/** One layout of the layouts of the tracks. */
function together(tracks: readonly (readonly [string, MapLayout])[], direction: Direction): MapLayout {
  const sizes = new Map(
    tracks.map(([track, { boxes }]) => [track, boxes.get(track) ?? { x: 0, y: 0, width: 0, height: 0 }]),
  );
  const corners = arrangeTracks(sizes, direction);
  const boxes = new Map<string, Box>();
  const routes = new Map<string, Route>();
  for (const [track, layout] of tracks) {
    const own = sizes.get(track);
    const corner = corners.get(track) ?? { x: 0, y: 0 };
    const by = { x: corner.x - (own?.x ?? 0), y: corner.y - (own?.y ?? 0) };
    for (const [id, box] of layout.boxes)
      boxes.set(id, id === track ? { ...box, x: box.x + by.x, y: box.y + by.y } : box);
    for (const [id, route] of layout.routes) routes.set(id, movedRoute(route, by));
  }
  return { boxes, routes };
}

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

function readLayout(root: ElkNode): MapLayout {
  const boxes = new Map<string, Box>();
  const visit = (node: ElkNode) => {
    boxes.set(node.id, { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 });
    for (const child of node.children ?? []) visit(child);
  };
  for (const child of root.children ?? []) visit(child);
  const routes = new Map(
    (root.edges ?? []).map((edge) => {
      const label = edge.labels?.[0];
      const points = (edge.sections ?? []).flatMap((section) => [
        section.startPoint,
        ...(section.bendPoints ?? []),
        section.endPoint,
      ]);
      const box = label
        ? { x: label.x ?? 0, y: label.y ?? 0, width: label.width ?? 0, height: label.height ?? 0 }
        : undefined;
      return [edge.id, { points, label: box }] as const;
    }),
  );
  return { boxes, routes };
}
