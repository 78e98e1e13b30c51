import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { MapArrow, MapGraph } from './map-graph.ts';

const CARD = { width: 280, height: 124 } as const;
const SMALL_CARD = { width: 280, height: 64 } as const;
/** A line of words on a card: a jump. */
const JUMP_HEIGHT = 26;

export type Direction = 'DOWN' | 'RIGHT' | 'LEFT';
export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Boxes relative to their parent, arrows and their labels in absolute pixels. */
export type MapLayout = {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<
    string,
    { readonly points: readonly Point[]; readonly label: Box | undefined }
  >;
};

/** Lays boxes inside boxes and routes the arrows between them, off the page's thread. */
export async function layOut(
  graph: MapGraph,
  direction: Direction,
  labelOf: (arrow: MapArrow) => string,
): Promise<MapLayout> {
  const { default: ELK } = await import('elkjs/lib/elk-api.js');
  const elk = new ELK({ workerUrl: elkWorkerUrl });
  try {
    return readLayout(await elk.layout(elkGraph(graph, direction, labelOf)));
  } finally {
    elk.terminateWorker();
  }
}

/** The label stands on its arrow, not beside it. */
const INLINE = { 'elk.edgeLabels.inline': 'true' };

/** Pixels for a label that wraps at 26 letters. */
export function labelSize(text: string): { width: number; height: number } {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 24)), 0);
  const longest = Math.max(...text.split('\n').map((line) => Math.min(line.length, 26)));
  return { width: longest * 7.4 + 34, height: lines * 18 + 8 };
}

/** The jumps told on the card of a step: those that leave it, and those that come to it from a whole stage or track. */
export function jumpsOn(graph: MapGraph, step: string): readonly MapArrow[] {
  const frames = new Set(graph.nodes.filter((node) => node.kind !== 'step').map((node) => node.id));
  return graph.arrows.filter(
    (arrow) =>
      arrow.kind === 'jump' && (arrow.source === step || (arrow.target === step && frames.has(arrow.source))),
  );
}

function elkGraph(graph: MapGraph, direction: Direction, labelOf: (arrow: MapArrow) => string): ElkNode {
  const childrenOf = (parent: string | undefined): ElkNode[] =>
    graph.nodes
      .filter((node) => node.parent === parent)
      .map((node) => {
        if (node.kind === 'step') {
          const { width, height } =
            node.stepKind === 'idle' || node.stepKind === 'choice' ? SMALL_CARD : CARD;
          return { id: node.id, width, height: height + jumpsOn(graph, node.id).length * JUMP_HEIGHT };
        }
        return {
          id: node.id,
          children: childrenOf(node.id),
          layoutOptions: { 'elk.padding': '[top=64,left=28,bottom=28,right=28]' },
        };
      });
  const lines = graph.arrows.filter((arrow) => arrow.kind === 'line');
  const edges: ElkExtendedEdge[] = lines.map((arrow) => {
    const text = labelOf(arrow);
    return {
      id: arrow.id,
      sources: [arrow.source],
      targets: [arrow.target],
      labels:
        text === '' ? [] : [{ id: `${arrow.id}:label`, text, ...labelSize(text), layoutOptions: INLINE }],
    };
  });
  return {
    id: 'root',
    children: childrenOf(undefined),
    edges,
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': direction,
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.edgeLabels.placement': 'CENTER',
      'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.spacing.nodeNodeBetweenLayers': '44',
      'elk.spacing.nodeNode': '36',
      'elk.spacing.edgeNode': '20',
      'elk.spacing.edgeEdge': '14',
      'elk.layered.spacing.edgeNodeBetweenLayers': '18',
      'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
      'elk.spacing.edgeLabel': '4',
      'elk.spacing.componentComponent': '64',
      'org.eclipse.elk.json.edgeCoords': 'ROOT',
      'org.eclipse.elk.json.shapeCoords': 'PARENT',
    },
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
