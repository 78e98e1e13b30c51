/**
 * Safeguards from where a case stands: the same proof as from the opening, begun at the position of the case with the facts
 * recorded there, each sentence knowing what the journal has already told it. Time that a sentence counts is counted from
 * there. A story goes on from there too, and is played on the case before it is shown.
 */
import type { CaseFile } from '../journal/case-file.ts';
import type { IdMap } from '../journal/command.ts';
import type { Entry } from '../journal/entry.ts';
import { requireSamePack } from '../journal/require-same-pack.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { type Ground, layGround } from './ground.ts';
import { happenings } from './happenings.ts';
import { checkableOf, type ProofBudget, proveOn } from './prove-safeguards.ts';
import { monitorAfter, type Start } from './start.ts';
import type { SafeguardVerdict } from './verdict.ts';
import { initialMasks } from './view-of.ts';

/** A case as a version finds it. */
export type CaseStanding = {
  /** A case of that version. */
  readonly caseFile: CaseFile;
  /** Its journal so far; of another version when it is about to migrate. */
  readonly entries: readonly Entry[];
  readonly at: Instant;
  /** What the version renamed since the journal was written. */
  readonly map?: IdMap | undefined;
  /** Only these safeguards; all of them when absent. */
  readonly only?: ReadonlySet<string> | undefined;
};

/** Proves the safeguards of pathways from where cases stand; what was laid out and proved is kept as long as the prover. */
export type ProverFrom = (pathway: Pathway, standing: CaseStanding) => readonly SafeguardVerdict[];

/** A prover for many cases: two that no rule and no sentence can tell apart share one proof. Throws `pack.mismatch` for a case of another version. */
export function proverFrom(budget: ProofBudget = {}): ProverFrom {
  const grounds = new Map<string, Ground>();
  const proofs = new Map<string, SafeguardVerdict>();
  return (pathway, { caseFile, entries, at, map, only }) => {
    requireSamePack(pathway, caseFile);
    const laid = grounds.get(pathway.hash) ?? layGround(pathway);
    grounds.set(pathway.hash, laid);
    const past = happenings(entries, { variables: laid.space.variables, map });
    const start: Start = { caseFile, at, past };
    const ground: Ground = { ...laid, start };
    const ids = Object.keys(pathway.pack.safeguards).filter((id) => only?.has(id) ?? true);
    const place = placeOf(ground, start);
    const keys = new Map(ids.map((id) => [id, `${place} ${id} ${stateOf(ground, id, start)}`]));
    const missing = new Set(ids.filter((id) => !proofs.has(keys.get(id) ?? '')));
    for (const verdict of missing.size > 0 ? proveOn(ground, budget, missing) : [])
      proofs.set(keys.get(verdict.id) ?? '', verdict);
    return ids.flatMap((id) => proofs.get(keys.get(id) ?? '') ?? []);
  };
}

/** Verdicts for the safeguards of a pathway from where one case stands. */
export function proveFrom(
  pathway: Pathway,
  standing: CaseStanding,
  budget: ProofBudget = {},
): readonly SafeguardVerdict[] {
  return proverFrom(budget)(pathway, standing);
}

/** All that a proof reads of a case: where it stands, what the rules see of its facts, the signals it has seen. */
function placeOf(ground: Ground, { caseFile: { position, signals } }: Start): string {
  const { value, history } = position;
  return JSON.stringify([ground.pathway.hash, value, history, signals, [...initialMasks(ground, false)]]);
}

function stateOf(ground: Ground, id: string, { past }: Start): number | undefined {
  const property = ground.pathway.pack.safeguards[id]?.property;
  const checkable = property && checkableOf(ground, property);
  return checkable?.kind === 'walked' ? monitorAfter(checkable.monitor, past) : undefined;
}
