import type { PathwayState } from '../pathway/pathway.ts';
import type { Pack } from '../procedure/pack.ts';

/** True for a state that hears an event as the machine has it: a withheld track hears only protective signals. */
export function hears({ events }: Pack, state: PathwayState, event: string): boolean {
  if (!state.on.has(event)) return false;
  const definition = events[event];
  return !state.withheld || Boolean(definition?.when && definition.protective);
}
