import { MarkerType, type NodeHandle, Position } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import type { ArrowEdge } from './arrow.tsx';
import { type Direction, jumpsByStep } from './elk-graph.ts';
import type { JumpEdge } from './jump-line.tsx';
import type { MapArrow, MapGraph } from './map-graph.ts';
import type { Box, MapLayout } from './map-layout.ts';
import { useArrowWords, useSpanWords } from './map-words.ts';
import { keepSame } from './same-value.ts';
import type { StageFrameNode } from './stage-frame.tsx';
import type { StepCardNode } from './step-card.tsx';

export type FlowNode = StepCardNode | StageFrameNode;
export type FlowEdge = ArrowEdge | JumpEdge;

const ENDS = {
  DOWN: { sourcePosition: Position.Bottom, targetPosition: Position.Top },
  RIGHT: { sourcePosition: Position.Right, targetPosition: Position.Left },
  LEFT: { sourcePosition: Position.Left, targetPosition: Position.Right },
} as const;

/** The library says "node" and "edge" in English: a card and an arrow are known by their own names. */
export const UNTYPED = { 'aria-roledescription': undefined } as const;

/** Where lines begin and end on a box, known before it is drawn: what is out of sight needs no measuring. */
function handlesOf(
  { width, height }: Box,
  { sourcePosition, targetPosition }: (typeof ENDS)[Direction],
): NodeHandle[] {
  const at = (position: Position) => ({
    position,
    width: 1,
    height: 1,
    x: position === Position.Left ? 0 : position === Position.Right ? width - 1 : width / 2,
    y: position === Position.Top ? 0 : position === Position.Bottom ? height - 1 : height / 2,
  });
  return [
    { type: 'source', ...at(sourcePosition) },
    { type: 'target', ...at(targetPosition) },
  ];
}

type Case = { readonly here: readonly string[]; readonly past: readonly string[] };

/** What each box says, by id; it has nothing to do with where the box stands. */
function useCardWords(graph: MapGraph, { here, past }: Case) {
  const { t, dir } = useWords();
  const pack = usePack();
  const labels = useLabels();
  const arrowWords = useArrowWords();
  const spanWords = useSpanWords();
  return useMemo(() => {
    const jumps = jumpsByStep(graph);
    const steps = new Map<string, StepCardNode['data']>();
    const frames = new Map<string, StageFrameNode['data']>();
    for (const node of graph.nodes) {
      const title = labels.state(node.id);
      if (node.kind !== 'step') {
        const withheld = pack.pack.withheld?.[node.id] !== undefined;
        frames.set(node.id, { title, kind: node.kind, withheld });
        continue;
      }
      steps.set(node.id, {
        node,
        title,
        who: node.roles.map(labels.role).join(dir === 'rtl' ? '، ' : ', '),
        deadline: node.deadlines.map(spanWords).find((words) => words !== '') ?? '',
        jumps: (jumps.get(node.id) ?? []).map((arrow) => {
          const comes = arrow.target === node.id && arrow.source !== node.id;
          const words = arrow.causes.map(arrowWords).join(dir === 'rtl' ? '، ' : ', ');
          return {
            id: arrow.id,
            kind: arrow.causes[0]?.kind ?? 'automatic',
            comes,
            text: comes
              ? t('map.comesFrom', { words, from: labels.state(arrow.source) })
              : t('map.goesTo', { words, to: labels.state(arrow.target) }),
          };
        }),
        place: here.includes(node.id) ? 'here' : past.includes(node.id) ? 'past' : 'none',
      });
    }
    return { steps, frames };
  }, [graph, labels, spanWords, arrowWords, here, past, pack, t, dir]);
}

/** Boxes and words put together as cards and frames; a card that says and stands the same is the same object. */
export function useMapCards(
  graph: MapGraph,
  layout: MapLayout | undefined,
  direction: Direction,
  of: Case,
): readonly FlowNode[] {
  const words = useCardWords(graph, of);
  const before = useRef<readonly FlowNode[]>([]);
  return useMemo(() => {
    if (!layout) return before.current;
    const cards = graph.nodes.flatMap((node): FlowNode[] => {
      const box = layout.boxes.get(node.id);
      if (!box) return [];
      const common = {
        id: node.id,
        domAttributes: UNTYPED,
        position: { x: box.x, y: box.y },
        width: box.width,
        height: box.height,
        // As large as the layout says: a box out of sight is never measured, and is found all the same.
        measured: { width: box.width, height: box.height },
        ...(node.parent === undefined ? {} : { parentId: node.parent }),
      };
      const frame = words.frames.get(node.id);
      if (frame) {
        const fixed = { selectable: false, focusable: false, draggable: false, connectable: false };
        const handles = handlesOf(box, ENDS.DOWN);
        return [{ ...common, ...fixed, handles, type: 'stage', zIndex: 0, data: frame }];
      }
      const data = words.steps.get(node.id);
      if (!data) return [];
      const ends = { ...ENDS[direction], handles: handlesOf(box, ENDS[direction]) };
      return [{ ...common, ...ends, type: 'step', zIndex: 2, ariaLabel: data.title, data }];
    });
    before.current = keepSame(before.current, cards, ({ id }) => id);
    return before.current;
  }, [layout, graph, direction, words]);
}

const HEAD = { type: MarkerType.ArrowClosed, width: 18, height: 18 } as const;

/** The lines of the layout, and the far ways of the step that is looked at. */
export function useMapLines(
  graph: MapGraph,
  layout: MapLayout | undefined,
  looked: string | undefined,
  selected: string | undefined,
): FlowEdge[] {
  const { t } = useWords();
  const arrowWords = useArrowWords();
  const labels = useLabels();
  const before = useRef<readonly FlowEdge[]>([]);
  const commonOf = useCallback(
    (arrow: MapArrow) => {
      const ends = { from: labels.state(arrow.source), to: labels.state(arrow.target) };
      const common = {
        id: arrow.id,
        source: arrow.source,
        target: arrow.target,
        focusable: false,
        ariaLabel: t('map.aria.way', ends),
        domAttributes: UNTYPED,
        markerEnd: HEAD,
        selected: false,
      };
      return { ends, common };
    },
    [labels, t],
  );
  const lines = useMemo(() => {
    const fresh = graph.arrows.flatMap((arrow): FlowEdge[] => {
      const route = arrow.kind === 'line' ? layout?.routes.get(arrow.id) : undefined;
      if (!route) return [];
      const { ends, common } = commonOf(arrow);
      const causes = arrow.causes.map((cause) => ({ kind: cause.kind, text: arrowWords(cause) }));
      return [{ ...common, type: 'arrow', zIndex: 1, data: { ...route, ends, causes } }];
    });
    before.current = keepSame(before.current, fresh, ({ id }) => id);
    return before.current;
  }, [layout, graph, arrowWords, commonOf]);
  return useMemo(() => {
    const jumps = graph.arrows.flatMap((arrow): FlowEdge[] => {
      const isLooked = arrow.source === looked || arrow.target === looked;
      if (!layout || arrow.kind !== 'jump' || !isLooked) return [];
      const { ends, common } = commonOf(arrow);
      return [{ ...common, type: 'jump', className: 'jump', zIndex: 3, data: { ends } }];
    });
    return [...lines, ...jumps].map((line) => (line.id === selected ? { ...line, selected: true } : line));
  }, [lines, layout, graph, looked, selected, commonOf]);
}
