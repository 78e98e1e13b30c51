import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import type { MapHands } from './map-canvas.tsx';
import type { MapGraph } from './map-graph.ts';
import type { MapLayout, Point } from './map-layout.ts';

const NEAR = 2;
/** Between a card and the edge of the map; from right to left its buttons stand there. */
const EDGE_PX = { ltr: 28, rtl: 84 } as const;

/** The first steps of the main track, as many as can be read at once. */
function beginning(graph: MapGraph): readonly string[] {
  return graph.nodes
    .filter((node) => node.kind === 'step' && node.track === 'main')
    .slice(0, NEAR)
    .map((node) => node.id);
}

/** Where a box stands on the whole canvas. */
export function absolutePoint(graph: MapGraph, layout: MapLayout, id: string): Point | undefined {
  const parents = new Map(graph.nodes.map((node) => [node.id, node.parent]));
  let point: Point | undefined;
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
    const box = layout.boxes.get(at);
    if (!box) return undefined;
    point = { x: (point?.x ?? 0) + box.x, y: (point?.y ?? 0) + box.y };
  }
  return point;
}

type Sight = {
  readonly graph: MapGraph;
  readonly layout: MapLayout | undefined;
  readonly ready: boolean;
  readonly here: readonly string[];
  readonly selected: string | undefined;
  readonly hands: MapHands | undefined;
};

/**
 * What is seen of the map: at first where the case stands, else where the procedure begins, near enough to read; after
 * a change of what is drawn, what one looked at stays where it was on the screen.
 */
export function useStayInSight({ graph, layout, ready, here, selected, hands }: Sight): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const focus = here.join(' ');
  const isDrawn = hands !== undefined;
  const isShown = useRef(false);
  const last = useRef<{ graph: MapGraph; layout: MapLayout }>(undefined);
  const seen = useRef<readonly string[]>([]);
  if (selected !== undefined && seen.current[0] !== selected)
    seen.current = [selected, ...seen.current.slice(0, 1)];
  useEffect(() => {
    if (!ready || !layout) return;
    const before = last.current;
    last.current = { graph, layout };
    if (isDrawn && isShown.current && before) {
      // What is new was nowhere before: then what one looked at before it.
      const candidates = [...seen.current, ...beginning(graph), 'main'];
      const anchor = candidates.find((id) => before.layout.boxes.has(id) && layout.boxes.has(id)) ?? 'main';
      const [from, to] = [
        absolutePoint(before.graph, before.layout, anchor),
        absolutePoint(graph, layout, anchor),
      ];
      if (!from || !to || (from.x === to.x && from.y === to.y)) return;
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x - (to.x - from.x) * zoom, y: y - (to.y - from.y) * zoom, zoom });
      return;
    }
    isShown.current = true;
    const at = here.length > 0 ? here.slice(0, 1) : isDrawn && selected ? [selected] : beginning(graph);
    void flow.fitView({ padding: 0.2, maxZoom: 1, minZoom: 0.45, nodes: at.map((id) => ({ id })) });
  }, [ready, layout, focus, flow, isDrawn]);

  // The panel that opens beside the map takes room from it: the card that it is about is not left behind its edge.
  const { dir } = useWords();
  const edge = EDGE_PX[dir];
  const width = useStore((state) => state.width);
  const widthBefore = useRef(width);
  useEffect(() => {
    const before = widthBefore.current;
    widthBefore.current = width;
    const box = selected === undefined ? undefined : layout?.boxes.get(selected);
    if (width >= before || !layout || !box || selected === undefined) return;
    const at = absolutePoint(graph, layout, selected);
    if (!at) return;
    const { x, y, zoom } = flow.getViewport();
    const left = at.x * zoom + x;
    const over = left + box.width * zoom + edge - width;
    const shift = Math.min(over, left - edge);
    if (shift > 0 && left < before) void flow.setViewport({ x: x - shift, y, zoom });
  }, [width]);

  const revealed = hands?.revealed;
  const isPlaced = selected !== undefined && layout?.boxes.has(selected) === true;
  const shown = useRef(0);
  useEffect(() => {
    if (!ready || !layout || !isPlaced || !revealed || shown.current === revealed) return;
    shown.current = revealed;
    const [at, box] = [absolutePoint(graph, layout, selected), layout.boxes.get(selected)];
    if (!at || !box) return;
    const { width, height } = store.getState();
    const { x, y, zoom } = flow.getViewport();
    const left = at.x * zoom + x;
    const top = at.y * zoom + y;
    const isSeen =
      left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
    if (isSeen && zoom >= 0.42) return;
    const center = [at.x + box.width / 2, at.y + box.height / 2] as const;
    void flow.setCenter(...center, { zoom: Math.max(zoom, 0.6), duration: 200 });
  }, [revealed, ready, isPlaced, selected, graph, layout, flow, store]);
}
