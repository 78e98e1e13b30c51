/** Numbers that look like chance and are the same for the same seed. Not for secrets. */
export type Numbers = {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
  /** One of a list; undefined when it is empty. */
  readonly one: <T>(list: readonly T[]) => T | undefined;
};

/** Mulberry32: 32 bits of state, enough to vary stories. */
export function seededNumbers(seed: number): Numbers {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, one: (list) => list[below(list.length)] };
}
