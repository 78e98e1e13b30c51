import type { Pack } from '@parcours/engine';
import { useDrawingState } from '../drawing-context.tsx';
import { type Adaptation, adaptationAt, adaptOf, type ElementAdaptation } from './adapt-of.ts';

const known = new WeakMap<Pack, { readonly base: Pack; readonly adaptation: Adaptation }>();

/** The projection of a pack over its base, computed once for each. */
export function adaptationOf(base: Pack, pack: Pack): Adaptation {
  const last = known.get(pack);
  if (last?.base === base) return last.adaptation;
  const adaptation = adaptOf(base, pack);
  known.set(pack, { base, adaptation });
  return adaptation;
}

/** What the draft around made of one element of its base (`steps/visit`); undefined for a procedure that lies over none. */
export function useAdaptation(place: string): ElementAdaptation | undefined {
  const base = useDrawingState((state) => state.base);
  const pack = useDrawingState(({ log }) => log.pack);
  return base && adaptationAt(adaptationOf(base, pack), base, pack, place);
}
