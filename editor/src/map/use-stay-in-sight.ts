import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { MapHands } from './map-canvas.tsx';
import type { MapGraph } from './map-graph.ts';
import type { MapLayout, Point } from './map-layout.ts';

const NEAR = 3;

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
  const focus = here.join(' ');
  const isDrawn = hands !== undefined;
  const isShown = useRef(false);
  const last = useRef<{ graph: MapGraph; layout: MapLayout }>(undefined);
  const seen = useRef(selected);
  seen.current = selected;
  useEffect(() => {
    if (!ready || !layout) return;
    const before = last.current;
    last.current = { graph, layout };
    if (isDrawn && isShown.current && before) {
      const anchor = seen.current ?? beginning(graph)[0] ?? 'main';
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
    void flow.fitView({ padding: 0.2, maxZoom: 0.85, minZoom: 0.45, nodes: at.map((id) => ({ id })) });
  }, [ready, layout, focus, flow, isDrawn]);

  const revealed = hands?.revealed;
  useEffect(() => {
    if (!ready || revealed === undefined || revealed === 0 || selected === undefined) return;
    const { zoom } = flow.getViewport();
    void flow.fitView({
      nodes: [{ id: selected }],
      duration: 200,
      minZoom: Math.min(zoom, 0.85),
      maxZoom: Math.max(0.6, zoom),
      padding: 0.4,
    });
  }, [revealed, ready]);
}
