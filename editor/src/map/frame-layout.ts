import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { type CutLine, cutLines, type Doors, doorsOf } from './cut-lines.ts';
import { cardSize, type Direction, elkGraph, jumpsByStep, labelSize, type Part } from './elk-graph.ts';
import type { MapArrow, MapGraph, MapNode } from './map-graph.ts';
import { type Box, type MapLayout, movedRoute, type Point, type Route } from './map-layout.ts';

/** A frame laid out by itself, everything seen from its corner. */
export type LaidFrame = {
  readonly size: { readonly width: number; readonly height: number };
  /** What stands right in it, by id. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly doors: ReadonlyMap<string, Point>;
  /** By id of piece. */
  readonly pieces: ReadonlyMap<string, Route>;
};

const NO_DOORS: Doors = { all: [], isOrdered: true };
const ORIGIN: Point = { x: 0, y: 0 };

/** The layout of each track, seen from its own corner. */
export type TrackLayouts = readonly (readonly [string, MapLayout])[];

/** The others are begun when who was told is done with what was told, or not at all when that was `enough`. */
type Next = 'enough' | void | Promise<void>;

/** Who is told of a layout in `Laid` before all of it stands. */
export type Told<Laid> = {
  /** The step that is looked at; else the one where the procedure begins. */
  readonly look?: string | undefined;
  /** The stage in which one looks, as it will stand, with nothing around it: only where the first track has it. */
  readonly onSight?: (laid: Laid) => Next;
  /** The first track, as it will stand. */
  readonly onFirst?: (laid: Laid) => Next;
};

/**
 * Each track with all that stands in it, frame by frame from the innermost outwards. `layFrame` lays one frame out, or remembers
 * how it did: where one frame changed, only that one and those around it are asked for anew.
 */
export async function layOutTracks(
  graph: MapGraph,
  direction: Direction,
  labelOf: (arrow: MapArrow) => string,
  layFrame: (asked: ElkNode) => Promise<LaidFrame>,
  { look, onSight, onFirst }: Told<TrackLayouts> = {},
): Promise<TrackLayouts> {
  const jumps = jumpsByStep(graph);
  const lines = cutLines(graph);
  const doors = doorsOf(graph, lines);
  const inside = groupBy(graph.nodes, ({ parent }) => parent);
  const pieces = groupBy(
    lines.flatMap(({ arrow, pieces }) => {
      const text = labelOf(arrow);
      const label = text === '' ? undefined : labelSize(text);
      return pieces.map(({ hasWords, ...piece }) => ({ ...piece, label: hasWords ? label : undefined }));
    }),
    ({ frame }) => frame,
  );
  const frames = new Map<string, LaidFrame>();
  const begun = new Map<string, Promise<LaidFrame>>();
  const lay = (id: string): Promise<LaidFrame> => {
    const laying = begun.get(id) ?? layAnew(id);
    begun.set(id, laying);
    return laying;
  };
  const layAnew = async (id: string): Promise<LaidFrame> => {
    const parts = await Promise.all((inside.get(id) ?? []).map(partOf));
    const asked = { id, parts, pieces: pieces.get(id) ?? [], doors: doors.get(id) ?? NO_DOORS };
    const laid = await layFrame(elkGraph(asked, direction));
    frames.set(id, laid);
    return laid;
  };
  const partOf = async (node: MapNode): Promise<Part> => {
    if (node.kind === 'step')
      return { id: node.id, ...cardSize(node, jumps.get(node.id)?.length ?? 0), doors: [] };
    const { size, doors: at } = await lay(node.id);
    const own = doors.get(node.id)?.all ?? [];
    return { id: node.id, ...size, doors: own.map((door) => ({ ...door, ...(at.get(door.id) ?? ORIGIN) })) };
  };
  const tracks = (inside.get(undefined) ?? []).map(({ id }) => id);
  const [first, ...others] = tracks;
  if (first !== undefined) {
    const sight = onSight && stageAround(graph, first, look);
    if (sight !== undefined) {
      await lay(sight);
      const seen: TrackLayouts = [[first, inSight(graph, first, sight, lines, frames)]];
      if ((await onSight?.(seen)) === 'enough') return seen;
    }
    await lay(first);
    const told = layoutsOf([first], graph, lines, frames);
    if (others.length > 0 && (await onFirst?.(told)) === 'enough') return told;
  }
  await Promise.all(others.map(lay));
  return layoutsOf(tracks, graph, lines, frames);
}

/** The stage right in a track that holds a step, if one does. */
function stageAround({ nodes }: MapGraph, track: string, look: string | undefined): string | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const looked = nodes.find(({ id, kind }) => kind === 'step' && (look === undefined || id === look));
  let around = looked && byId.get(looked.parent ?? '');
  while (around && around.parent !== track) around = byId.get(around.parent ?? '');
  return around?.id;
}

/** So far from the stage in sight that nobody sees the edges of its track, which nobody knows yet. */
const OUT_OF_SIGHT = 4_000;

/** One stage of a track with what stands and runs in it. */
function inSight(
  graph: MapGraph,
  track: string,
  stage: string,
  lines: readonly CutLine[],
  frames: ReadonlyMap<string, LaidFrame>,
): MapLayout {
  const { width, height } = frames.get(stage)?.size ?? { width: 0, height: 0 };
  const all = { x: 0, y: 0, width: width + 2 * OUT_OF_SIGHT, height: height + 2 * OUT_OF_SIGHT };
  const corner = { x: OUT_OF_SIGHT, y: OUT_OF_SIGHT };
  const boxes = new Map<string, Box>([
    [track, all],
    [stage, { ...corner, width, height }],
  ]);
  const corners = new Map<string, Point>([[stage, corner]]);
  for (const { id, parent = '' } of graph.nodes) {
    const [around, box] = [corners.get(parent), frames.get(parent)?.boxes.get(id)];
    if (!around || !box) continue;
    boxes.set(id, box);
    corners.set(id, { x: around.x + box.x, y: around.y + box.y });
  }
  const inside = lines.filter(({ pieces }) => pieces.every(({ frame }) => corners.has(frame)));
  return { boxes, routes: new Map(inside.map((line) => [line.arrow.id, routeOf(line, frames, corners)])) };
}

/** The layouts of these tracks, put together of the frames in them. */
function layoutsOf(
  tracks: readonly string[],
  graph: MapGraph,
  lines: readonly CutLine[],
  frames: ReadonlyMap<string, LaidFrame>,
): TrackLayouts {
  const corners = cornersIn(graph, frames);
  const layouts = new Map(
    tracks.map((id) => {
      const own = { ...ORIGIN, ...(frames.get(id)?.size ?? { width: 0, height: 0 }) };
      return [id, { boxes: new Map<string, Box>([[id, own]]), routes: new Map<string, Route>() }] as const;
    }),
  );
  for (const { id, track, parent } of graph.nodes) {
    const box = frames.get(parent ?? '')?.boxes.get(id);
    if (box) layouts.get(track)?.boxes.set(id, box);
  }
  const trackOf = new Map(graph.nodes.map(({ id, track }) => [id, track]));
  for (const line of lines)
    layouts
      .get(trackOf.get(line.arrow.source) ?? '')
      ?.routes.set(line.arrow.id, routeOf(line, frames, corners));
  return [...layouts];
}

/** The way of a line, of its pieces. */
function routeOf(
  { pieces }: CutLine,
  frames: ReadonlyMap<string, LaidFrame>,
  corners: ReadonlyMap<string, Point>,
): Route {
  return joined(
    pieces.flatMap(({ id, frame }) => {
      const route = frames.get(frame)?.pieces.get(id);
      return route ? [movedRoute(route, corners.get(frame) ?? ORIGIN)] : [];
    }),
  );
}

function groupBy<Key, Each>(
  all: readonly Each[],
  key: (each: Each) => Key,
): ReadonlyMap<Key, readonly Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const known = groups.get(key(each));
    if (known) known.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}

/** The corner of every frame, seen from the corner of its track. */
function cornersIn(graph: MapGraph, frames: ReadonlyMap<string, LaidFrame>): ReadonlyMap<string, Point> {
  const corners = new Map<string, Point>();
  for (const { id, parent, kind } of graph.nodes) {
    if (kind === 'step') continue;
    const around = corners.get(parent ?? '') ?? ORIGIN;
    const own = frames.get(parent ?? '')?.boxes.get(id) ?? ORIGIN;
    corners.set(id, { x: around.x + own.x, y: around.y + own.y });
  }
  return corners;
}

/** One way of its pieces; where two meet in a straight run there is no bend. */
function joined(pieces: readonly Route[]): Route {
  const points: Point[] = [];
  for (const point of pieces.flatMap((piece) => piece.points)) {
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last && isNear(last, point)) continue;
    if (before && last && isStraight(before, last, point)) points.pop();
    points.push(point);
  }
  return { points, label: pieces.find(({ label }) => label)?.label };
}

const isNear = (a: Point, b: Point) => Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
const isStraight = (a: Point, b: Point, c: Point) =>
  (Math.abs(a.x - b.x) < 0.5 && Math.abs(b.x - c.x) < 0.5) ||
  (Math.abs(a.y - b.y) < 0.5 && Math.abs(b.y - c.y) < 0.5);

/** What ELK answered for one frame. */
export function readFrame({ children: [frame] = [] }: ElkNode): LaidFrame {
  const corner = { x: -(frame?.x ?? 0), y: -(frame?.y ?? 0) };
  const box = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({ x, y, width, height });
  const { width, height } = box(frame ?? {});
  return {
    size: { width, height },
    boxes: new Map((frame?.children ?? []).map((part) => [part.id, box(part)])),
    doors: new Map((frame?.ports ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    pieces: new Map(
      (frame?.edges ?? []).map((edge) => {
        const points = (edge.sections ?? []).flatMap((section) => [
          section.startPoint,
          ...(section.bendPoints ?? []),
          section.endPoint,
        ]);
        const label = edge.labels?.[0];
        return [edge.id, movedRoute({ points, label: label && box(label) }, corner)];
      }),
    ),
  };
}
