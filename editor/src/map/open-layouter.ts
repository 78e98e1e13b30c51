import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import { arrangeTracks } from './arrange-tracks.ts';
import type { Direction } from './elk-graph.ts';
import { takeElkWorker } from './elk-worker.ts';
import { type LaidFrame, layOutTracks, readFrame, type Told, type TrackLayouts } from './frame-layout.ts';
import { keepFrames, keptFrames } from './kept-frames.ts';
import type { MapArrow, MapGraph } from './map-graph.ts';
import { type Box, type MapLayout, movedRoute, type Route } from './map-layout.ts';
import { named, nameless } from './nameless.ts';

type LayOut = (
  graph: MapGraph,
  direction: Direction,
  labelOf: (arrow: MapArrow) => string,
  /** Tracks beside the first do not move it; a stage in sight is moved by what comes around it. */
  told?: Told<MapLayout>,
) => Promise<MapLayout>;

export type Layouter = { readonly layOut: LayOut; readonly close: () => void };

/** Frames as they were laid out, by what was asked of ELK without names; the oldest go first. The same question has the same answer. */
const remembered = new Map<string, LaidFrame>();
const MOST_REMEMBERED = 500;

/** What was laid out on earlier visits is remembered before anything is asked. */
let recalled: Promise<void> | undefined;
const recall = async () => {
  for (const [asked, laid] of await keptFrames()) remember(asked, laid);
};

/** A layout is kept for the next visit when there is a pause: while people draw, most are gone with the next key. */
const PAUSE_MS = 2_000;
let pause: ReturnType<typeof setTimeout> | undefined;
function keepLater(frames: ReadonlyMap<string, LaidFrame>): void {
  clearTimeout(pause);
  pause = setTimeout(() => void keepFrames(frames), PAUSE_MS);
}

function remember(asked: string, laid: LaidFrame): LaidFrame {
  remembered.delete(asked);
  remembered.set(asked, laid);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MOST_REMEMBERED) break;
    remembered.delete(oldest);
  }
  return laid;
}

/**
 * Lays boxes inside boxes and routes the arrows between them, in a worker that is made when it is first needed and stays until it is
 * closed. A frame that did not change is not laid out again, so what stands in it keeps still.
 */
export function openLayouter(): Layouter {
  recalled ??= recall();
  let elk: InstanceType<typeof ELK> | undefined;
  const work = () => {
    elk ??= new ELK({ workerFactory: takeElkWorker, algorithms: ['layered'] });
    return elk;
  };
  const underWay = new Map<string, Promise<LaidFrame>>();
  const answerTo = async (asked: string): Promise<LaidFrame> => {
    await recalled;
    const known = remembered.get(asked);
    if (known) return remember(asked, known);
    const working =
      underWay.get(asked) ??
      work()
        .layout(JSON.parse(asked) as ElkNode)
        .then((answer) => remember(asked, readFrame(answer)))
        .finally(() => underWay.delete(asked));
    underWay.set(asked, working);
    return working;
  };
  return {
    layOut: async (graph, direction, labelOf, { look, onSight, onFirst } = {}) => {
      const frames = new Map<string, LaidFrame>();
      const layFrame = async (wanted: ElkNode) => {
        const { asked, names } = nameless(wanted);
        const laid = await answerTo(asked);
        frames.set(asked, laid);
        return named(laid, names);
      };
      const tracks = await layOutTracks(graph, direction, labelOf, layFrame, {
        look,
        ...(onSight && { onSight: (sight: TrackLayouts) => onSight(together(sight, direction)) }),
        ...(onFirst && { onFirst: (first: TrackLayouts) => onFirst(together(first, direction)) }),
      });
      keepLater(frames);
      return together(tracks, direction);
    },
    close: () => elk?.terminateWorker(),
  };
}

let ahead: Layouter | undefined;
let isTaken = false;

/** A layouter for what will be shown, before there is a screen to show it; undefined when a screen has already taken its own. */
export function layouterAhead(): Layouter | undefined {
  if (!isTaken) ahead ??= openLayouter();
  return ahead;
}

/** The layouter that has begun ahead, else a new one; it belongs to who takes it. */
export function takeLayouter(): Layouter {
  const begun = ahead ?? openLayouter();
  ahead = undefined;
  isTaken = true;
  return begun;
}

/** One layout of the layouts of the tracks. */
function together(tracks: TrackLayouts, direction: Direction): MapLayout {
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
