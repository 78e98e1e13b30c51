import type { Direction } from './elk-graph.ts';

type Size = { readonly width: number; readonly height: number };
type Corner = { readonly x: number; readonly y: number };

const GAP = 64;

/**
 * Where each track's frame stands: the first at the corner, the others beside it in columns no longer than it is
 * (below it in rows when the procedure runs sideways), so that a change in one track leaves the first where it was.
 */
export function arrangeTracks(
  sizes: ReadonlyMap<string, Size>,
  direction: Direction,
): ReadonlyMap<string, Corner> {
  const isDown = direction === 'DOWN';
  const along = (size: Size) => (isDown ? size.height : size.width);
  const across = (size: Size) => (isDown ? size.width : size.height);
  const [first, ...others] = [...sizes];
  const placed = new Map<string, Corner>();
  if (!first) return placed;
  const put = (id: string, alongAt: number, acrossAt: number) =>
    placed.set(id, isDown ? { x: acrossAt, y: alongAt } : { x: alongAt, y: acrossAt });
  put(first[0], 0, 0);
  const longest = Math.max(along(first[1]), ...others.map(([, size]) => along(size)));
  let [at, column, widest] = [0, across(first[1]) + GAP, 0];
  for (const [id, size] of others) {
    if (at > 0 && at + along(size) > longest) {
      column += widest + GAP;
      [at, widest] = [0, 0];
    }
    put(id, at, column);
    at += along(size) + GAP;
    widest = Math.max(widest, across(size));
  }
  if (direction !== 'LEFT') return placed;
  const right = Math.max(...[...placed].map(([id, { x }]) => x + (sizes.get(id)?.width ?? 0)));
  return new Map(
    [...placed].map(([id, { x, y }]) => [id, { x: right - x - (sizes.get(id)?.width ?? 0), y }]),
  );
}
