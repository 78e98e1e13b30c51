import { useDrawingState } from '../drawing-context.tsx';
import { inheritedBase } from './inherited-base.ts';
import { type Mark, markAt } from './mark-at.ts';

/** The mark of one element of the draft around (`steps/visit`); undefined for a procedure that lies over none. */
export function useMark(place: string): Mark | undefined {
  return useDrawingState(({ base, log }) => base && markAt(inheritedBase(base, log.pack), log.pack, place));
}
