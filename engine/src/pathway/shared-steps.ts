import type { Pathway } from './pathway.ts';
import { type RememberedSteps, rememberSteps } from './remembered-steps.ts';

const shared = new WeakMap<Pathway, RememberedSteps>();

/** The one table of a pathway, for all that run it in one thread: what one remembers, the next knows. */
export function sharedSteps(pathway: Pathway): RememberedSteps {
  const known = shared.get(pathway);
  if (known) return known;
  const table = rememberSteps(pathway);
  shared.set(pathway, table);
  return table;
}
