import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { MapArrow, MapGraph, MapNode } from './map-graph.ts';

const CARD = { width: 280, height: 124 } as const;
const SMALL_CARD = { width: 280, height: 64 } as const;
/** A line of words on a card: a jump. */
const JUMP_HEIGHT = 26;

export type Direction = 'DOWN' | 'RIGHT' | 'LEFT';

/** The label stands on its arrow, not beside it. */
const INLINE = { 'elk.edgeLabels.inline': 'true' };

const OPTIONS = {
  'elk.algorithm': 'layered',
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
} as const;

/** Pixels for a label that wraps at 26 letters. */
export function labelSize(text: string): { width: number; height: number } {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 24)), 0);
  const longest = Math.max(...text.split('\n').map((line) => Math.min(line.length, 26)));
  return { width: longest * 7.4 + 34, height: lines * 18 + 8 };
}

/** The jumps told on the card of each step: those that leave it, and those that come to it from a whole stage or track. */
export function jumpsByStep(graph: MapGraph): ReadonlyMap<string, readonly MapArrow[]> {
  const steps = new Set(graph.nodes.filter((node) => node.kind === 'step').map((node) => node.id));
  const found = new Map<string, MapArrow[]>();
  const tell = (step: string, arrow: MapArrow) => {
    const told = found.get(step);
    if (told) told.push(arrow);
    else found.set(step, [arrow]);
  };
  for (const arrow of graph.arrows) {
    if (arrow.kind !== 'jump') continue;
    if (steps.has(arrow.source)) tell(arrow.source, arrow);
    if (arrow.target !== arrow.source && steps.has(arrow.target) && !steps.has(arrow.source))
      tell(arrow.target, arrow);
  }
  return found;
}

/** One track for ELK: its boxes inside boxes and its lines. No arrow leaves a track, so each is laid out by itself. */
export function elkGraph(
  graph: MapGraph,
  track: string,
  direction: Direction,
  labelOf: (arrow: MapArrow) => string,
  jumps: ReadonlyMap<string, readonly MapArrow[]>,
): ElkNode {
  const nodes = graph.nodes.filter((node) => node.track === track);
  const children = new Map<string, MapNode[]>();
  for (const node of nodes)
    children.set(node.parent ?? '', [...(children.get(node.parent ?? '') ?? []), node]);
  const boxOf = (node: MapNode): ElkNode => {
    if (node.kind === 'step') {
      const { width, height } = node.stepKind === 'idle' || node.stepKind === 'choice' ? SMALL_CARD : CARD;
      return { id: node.id, width, height: height + (jumps.get(node.id)?.length ?? 0) * JUMP_HEIGHT };
    }
    return {
      id: node.id,
      children: (children.get(node.id) ?? []).map(boxOf),
      layoutOptions: { 'elk.padding': '[top=64,left=28,bottom=28,right=28]' },
    };
  };
  const here = new Set(nodes.map(({ id }) => id));
  const lines = graph.arrows.filter((arrow) => arrow.kind === 'line' && here.has(arrow.source));
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
    children: (children.get('') ?? []).map(boxOf),
    edges,
    layoutOptions: { ...OPTIONS, 'elk.direction': direction },
  };
}
