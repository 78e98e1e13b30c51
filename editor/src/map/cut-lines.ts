import type { MapArrow, MapGraph } from './map-graph.ts';

/** Where a line passes the edge of a frame. */
export type Door = { readonly id: string; readonly way: 'in' | 'out' };

/** The doors of a frame; where their order makes no difference outside, the frame puts them as it likes. */
export type Doors = { readonly all: readonly Door[]; readonly isOrdered: boolean };

/** A piece of a line within one frame, between cards, doors of frames inside it and its own doors. */
export type Piece = {
  readonly id: string;
  readonly frame: string;
  readonly from: string;
  readonly to: string;
  /** The words of a line stand on one piece of it. */
  readonly hasWords: boolean;
};

export type CutLine = { readonly arrow: MapArrow; readonly pieces: readonly Piece[] };

/**
 * The lines of a map cut at the frames they cross. A line runs from its step out of each frame that does not hold its target too,
 * through the frame that holds both, where its words stand, and into each frame around its target.
 */
export function cutLines(graph: MapGraph): readonly CutLine[] {
  const parents = new Map(graph.nodes.map(({ id, parent }) => [id, parent]));
  const around = (id: string): readonly string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [] : [parent, ...around(parent)];
  };
  return graph.arrows.flatMap((arrow): CutLine[] => {
    if (arrow.kind !== 'line') return [];
    const [left, entered] = [around(arrow.source), around(arrow.target)];
    const both = left.find((frame) => entered.includes(frame));
    if (both === undefined) return [];
    const out = left.slice(0, left.indexOf(both));
    const into = entered.slice(0, entered.indexOf(both)).reverse();
    const stops = [arrow.source, ...[...out, ...into].map((frame) => doorOf(arrow, frame)), arrow.target];
    const pieces = [...out, both, ...into].map((frame, index) => ({
      id: `${arrow.id}#${frame}`,
      frame,
      from: stops[index] ?? arrow.source,
      to: stops[index + 1] ?? arrow.target,
      hasWords: frame === both,
    }));
    return [{ arrow, pieces }];
  });
}

const doorOf = (arrow: MapArrow, frame: string) => `${arrow.id}@${frame}`;

/**
 * The doors of each frame in their order: near lines first, so that far lines pass outside them and stand alike on both their frames.
 * Of the lines between two frames those to the first target stand as they are read, the others the other way round: the earlier of
 * two steps then reaches around the later one.
 */
export function doorsOf(graph: MapGraph, lines: readonly CutLine[]): ReadonlyMap<string, Doors> {
  const place = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const at = (id: string) => place.get(id) ?? 0;
  const ends = lines.map(({ arrow, pieces }) => {
    const middle = pieces.findIndex(({ hasWords }) => hasWords);
    const from = pieces[middle - 1]?.frame ?? arrow.source;
    const to = pieces[middle + 1]?.frame ?? arrow.target;
    return { arrow, from, to, left: pieces.slice(0, middle), entered: pieces.slice(middle + 1) };
  });
  const firstTargets = new Map<string, number>();
  for (const { arrow, from, to } of ends) {
    const pair = `${from}>${to}`;
    firstTargets.set(pair, Math.min(firstTargets.get(pair) ?? at(arrow.target), at(arrow.target)));
  }
  type End = (typeof ends)[number];
  const within = (a: End, b: End) => {
    const isFirst = at(a.arrow.target) === firstTargets.get(`${a.from}>${a.to}`);
    return (
      at(a.arrow.target) - at(b.arrow.target) ||
      (at(a.arrow.source) - at(b.arrow.source)) * (isFirst ? 1 : -1)
    );
  };
  const leaving = [...ends].sort((a, b) => at(a.to) - at(b.to) || within(a, b));
  const entering = [...ends].sort((a, b) => at(b.from) - at(a.from) || within(a, b));
  const frames = new Set(lines.flatMap(({ pieces }) => pieces.map(({ frame }) => frame)));
  return new Map(
    [...frames].map((frame) => {
      const isOf = (pieces: readonly Piece[]) => pieces.some((piece) => piece.frame === frame);
      const out = leaving.filter(({ left }) => isOf(left));
      const into = entering.filter(({ entered }) => isOf(entered));
      // All to one step that stands in no frame of its own, from wherever they come: outside any order will do.
      const isFree =
        out.length > 1 &&
        out.every(({ to, entered }) => entered.length === 0 && to === out[0]?.to) &&
        into.every(({ arrow }) => arrow.target === into[0]?.arrow.target);
      const all = [
        ...out.map(({ arrow }) => ({ id: doorOf(arrow, frame), way: 'out' as const })),
        ...into.map(({ arrow }) => ({ id: doorOf(arrow, frame), way: 'in' as const })),
      ];
      return [frame, { all, isOrdered: !isFree }] as const;
    }),
  );
}
