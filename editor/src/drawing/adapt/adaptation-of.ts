import type { Pack } from '@parcours/engine';
import { type Adaptation, adaptOf } from './adapt-of.ts';

const known = new WeakMap<Pack, { readonly base: Pack; readonly adaptation: Adaptation }>();

/** The projection of a pack over its base, computed once for each. */
export function adaptationOf(base: Pack, pack: Pack): Adaptation {
  const last = known.get(pack);
  if (last?.base === base) return last.adaptation;
  const adaptation = adaptOf(base, pack);
  known.set(pack, { base, adaptation });
  return adaptation;
}
