import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Door, Doors, Piece } from './cut-lines.ts';
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
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  // After the sweeps it found no crossing less on any procedure here (on tangles of 44 one less), and took a twentieth of the time.
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
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

/** A step, as large as what its card says. */
export function cardSize(node: MapNode, jumps: number): { width: number; height: number } {
  const { width, height } = node.stepKind === 'idle' || node.stepKind === 'choice' ? SMALL_CARD : CARD;
  return { width, height: height + jumps * JUMP_HEIGHT };
}

type Size = { readonly width: number; readonly height: number };

/** What stands in a frame: a card, or a frame that was laid out before, with the doors through which lines pass. */
export type Part = Size & { readonly id: string; readonly doors: readonly (Door & Corner)[] };
type Corner = { readonly x: number; readonly y: number };

/** All that stands in a frame, and the pieces of lines between; its own doors have no places yet. */
type Frame = {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly pieces: readonly (Pick<Piece, 'id' | 'from' | 'to'> & { readonly label: Size | undefined })[];
  readonly doors: Doors;
};

const SIDES = {
  DOWN: { in: 'NORTH', out: 'SOUTH' },
  RIGHT: { in: 'WEST', out: 'EAST' },
  LEFT: { in: 'EAST', out: 'WEST' },
} as const;

/** Doors of a side are numbered clockwise. */
const CLOCKWISE = { NORTH: 1, EAST: 1, SOUTH: -1, WEST: -1 } as const;

/** One frame for ELK, by itself: its doors go where its lines want them, those of frames inside stay where they are. */
export function elkGraph({ id, parts, pieces, doors }: Frame, direction: Direction): ElkNode {
  const sides = SIDES[direction];
  const door = ({ id, way }: Door, rank: number) => ({
    id,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': sides[way], 'elk.port.index': String(CLOCKWISE[sides[way]] * rank) },
  });
  const frame: ElkNode = {
    id,
    children: parts.map(({ id, width, height, doors }) => ({
      id,
      width,
      height,
      ...(doors.length > 0 && {
        ports: doors.map((each, rank) => ({ ...door(each, rank), x: each.x, y: each.y })),
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      }),
    })),
    ports: doors.all.map(door),
    edges: pieces.map(({ id, from, to, label }) => ({
      id,
      sources: [from],
      targets: [to],
      // The words are drawn by us: only their room is asked for.
      labels: label ? [{ id: `${id}:label`, text: ' ', ...label, layoutOptions: INLINE }] : [],
    })),
    layoutOptions: {
      ...OPTIONS,
      'elk.direction': direction,
      'elk.portConstraints': doors.isOrdered ? 'FIXED_ORDER' : 'FIXED_SIDE',
      'elk.padding': '[top=64,left=28,bottom=28,right=28]',
    },
  };
  return { id: 'root', children: [frame], layoutOptions: { ...OPTIONS, 'elk.algorithm': 'fixed' } };
}
