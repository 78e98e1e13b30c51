import { type Entry, type ProvedFrom, safeguardsFrom } from '@parcours/engine';

/** A case is not kept waiting longer for its proofs, nor everybody else: what is not proved by then is not taken as kept. */
const LONGEST_PROOF_MS = 8_000;

/** The prover for the migration of one case, or of several with their journals by id, each within its time. */
export function safeguardProofs(journals: ReadonlyMap<string, readonly Entry[]>): ProvedFrom {
  let until = 0;
  const prove = safeguardsFrom((id) => journals.get(id) ?? [], { stop: () => performance.now() > until });
  return (pathway, standing) => {
    until = performance.now() + LONGEST_PROOF_MS;
    return prove(pathway, standing);
  };
}
