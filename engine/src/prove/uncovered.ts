import type { Cell } from './explore.ts';

/**
 * A cell of a box that none of some cubes covers, or undefined when together they cover it. Boxes and cubes are masks by variable;
 * a cube says nothing of a variable that it lets be whatever the box lets it be.
 */
export function uncovered(box: Int32Array, cubes: readonly Int32Array[]): Int32Array | undefined {
  const [cube, ...others] = cubes.filter((candidate) => meets(box, candidate));
  if (!cube) return box;
  let inside = box;
  for (let index = 0; index < box.length; index += 1) {
    const outside = (inside[index] as number) & ~(cube[index] as number);
    if (outside === 0) continue;
    const rest = inside.slice();
    rest[index] = outside;
    const found = uncovered(rest, others);
    if (found) return found;
    inside = inside.slice();
    inside[index] = (inside[index] as number) & (cube[index] as number);
  }
  return undefined;
}

/** What a cell says beyond a box, by variable. */
export function narrower(cell: Int32Array, box: Int32Array): Cell {
  const narrowed = new Map<number, number>();
  cell.forEach((mask, index) => {
    if (mask !== box[index]) narrowed.set(index, mask);
  });
  return narrowed;
}

function meets(box: Int32Array, cube: Int32Array): boolean {
  return box.every((mask, index) => (mask & (cube[index] as number)) !== 0);
}
