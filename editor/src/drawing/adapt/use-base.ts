import type { Pack } from '@parcours/engine';
import { useDrawingState } from '../drawing-context.tsx';
import { inheritedBase } from './inherited-base.ts';

/** What the draft around inherits; undefined for a procedure that lies over none. */
export function useBase(): Pack | undefined {
  return useDrawingState(({ base, log }) => base && inheritedBase(base, log.pack));
}
