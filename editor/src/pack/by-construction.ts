import type { Pack } from '@parcours/engine';
import type { State } from './states.ts';

/** The stages and the step in which every case of a procedure begins. */
function beginning(pack: Pack): ReadonlySet<string> {
  const found = new Set<string>();
  let state: State | undefined = pack.machine.states['main'];
  while (state?.states && state.initial !== undefined) {
    const { initial } = state;
    state = state.states[initial];
    found.add(`${state?.states ? 'stage' : 'step'}:${initial}`);
  }
  return found;
}

/** True of a sentence that no drawing could break: that what every case begins with happens, or comes before something else. */
export function isByConstruction(pack: Pack, property: Pack['safeguards'][string]['property']): boolean {
  if ('happens' in property) return beginning(pack).has(property.happens.a);
  if (!('precedes' in property) || property.precedes.since !== undefined) return false;
  return beginning(pack).has(property.precedes.a);
}
