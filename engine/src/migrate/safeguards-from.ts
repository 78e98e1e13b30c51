import type { Entry } from '../journal/entry.ts';
import { proverFrom } from '../prove/prove-from.ts';
import type { ProofBudget } from '../prove/prove-safeguards.ts';
import type { ProvedFrom } from './migration-plan.ts';

/**
 * Asks the prover about each case, given its journal by the id of the case. Cases that no rule and no safeguard can tell apart
 * share one proof, so that one of these serves all cases of a version. `maxStates` is 20,000 when absent: what is not proved
 * within is not taken as kept.
 */
export function safeguardsFrom(
  journalOf: (caseId: string) => readonly Entry[],
  budget: ProofBudget = {},
): ProvedFrom {
  const prove = proverFrom({ maxStates: MAX_STATES, ...budget });
  return (pathway, standing) => prove(pathway, { ...standing, entries: journalOf(standing.caseFile.id) });
}

const MAX_STATES = 20_000;
