import type { DrawingState } from '../drawing-store.ts';
import { findState } from '../log/find-state.ts';

/** Where something new stands when it is asked for at a step (behind it) or at a heading (inside). */
export function placeAfter({ log }: DrawingState, id: string | undefined): { into: string; after?: string } {
  const standing = id === undefined ? undefined : findState(log.pack.machine, id);
  if (id === undefined || !standing) return { into: 'main' };
  const holder = standing.above.at(-1);
  const kind = log.pack.steps[id]?.kind;
  if (!holder || kind === 'stage' || kind === 'track') return { into: id };
  return { into: holder.id, after: id };
}
