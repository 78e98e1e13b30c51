import type { Overlay } from './chain.ts';
import { isJsonObject } from './merge-patch.ts';

/** Notes for each element of each section, and each state of the machine, that this overlay touches it. */
export function markOrigins(origin: Record<string, string>, { head, patch }: Overlay): void {
  for (const [section, changes] of Object.entries(patch)) {
    if (!isJsonObject(changes as never)) continue;
    if (section === 'machine') markStates(origin, head.id, (changes as { states?: unknown }).states);
    else for (const id of Object.keys(changes as object)) origin[`${section}/${id}`] = head.id;
  }
}

function markStates(origin: Record<string, string>, overlay: string, states: unknown): void {
  if (!isJsonObject(states as never)) return;
  for (const [id, state] of Object.entries(states as object)) {
    if (!isJsonObject(state)) origin[`machine/${id}`] = overlay;
    else {
      if (Object.keys(state).some((key) => key !== 'states')) origin[`machine/${id}`] = overlay;
      markStates(origin, overlay, state.states);
    }
  }
}
