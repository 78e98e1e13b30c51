import type { Taken } from '../../map/taken-arrows.ts';
import type { Coverage } from './coverage.ts';

/** Of each arrow of the map, how many of the ways along it some story takes. */
export function takenArrows({
  ways,
  missingWays,
}: Pick<Coverage, 'ways' | 'missingWays'>): ReadonlyMap<string, Taken> {
  const arrowOf = ({ from, to }: Coverage['ways'][number]) => `${from}>${to}`;
  const taken = new Map<string, Taken>(ways.map((way) => [arrowOf(way), 'all']));
  for (const way of missingWays) {
    const arrow = arrowOf(way);
    taken.set(arrow, taken.has(arrow) && taken.get(arrow) !== 'none' ? 'some' : 'none');
  }
  return taken;
}
