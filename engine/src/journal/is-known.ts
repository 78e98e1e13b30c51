import type { Pathway } from '../pathway/pathway.ts';
import { factValue } from '../rules/decide-rules.ts';
import type { Decided } from './decide.ts';

/** True when somebody answered: recorded, or derived from what was recorded. What the law presumes in doubt is no answer. */
export function isKnown({ pack, program }: Pathway, { facts, at }: Decided, id: string): boolean {
  if (Object.hasOwn(facts, id)) return true;
  if (Object.hasOwn(pack.facts, id) && pack.facts[id]?.presume !== undefined) return false;
  return factValue(program, id, facts, at) !== undefined;
}
