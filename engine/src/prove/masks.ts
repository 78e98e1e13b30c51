import type { Search } from './explore.ts';
import type { Manner } from './turn.ts';
import type { View } from './view.ts';

/** Masks are exact for what is remembered. */
export function mannerOf({ ground }: View, remembered: Iterable<number>): Manner {
  const exact = new Uint8Array(ground.space.variables.length);
  for (const index of remembered) exact[index] = 1;
  return { variables: ground.space.variables, exact };
}

/** Facts not remembered are free. */
export function loadMasks(
  start: Int32Array,
  masks: Int32Array,
  { view, remembered }: Pick<Search, 'view' | 'remembered'>,
): void {
  for (const { index, full } of view.ground.space.variables) start[index] = full;
  remembered.forEach((variable, place) => {
    start[variable] = masks[place] as number;
  });
}
