import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Pack } from '../procedure/pack.ts';
import { type ProofBudget, proveSafeguards } from '../prove/prove-safeguards.ts';
import type { SafeguardVerdict } from '../prove/verdict.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { errorsFirst, readStructure } from './check-structure.ts';
import { safeguardFindings } from './safeguard-findings.ts';

/** What is known of a safeguard, with the states and assumptions it took. */
export type Verdict = SafeguardVerdict;

/** How far to go, and what the caller brings. */
export type VerifyOptions = ProofBudget & {
  /** The pack compiled, when the caller has it. */
  readonly pathway?: Pathway;
};

export type Verification = {
  /** What is wrong with how the pack is built, and what its safeguards show; errors first. */
  readonly findings: readonly Finding[];
  /** One for each safeguard, in the order of the pack. */
  readonly verdicts: readonly Verdict[];
};

/**
 * Checks how a pack is built and decides its safeguards on every path. Pure and synchronous: the caller says when to stop and may
 * time each verdict. While an error leaves open which paths there are, every safeguard stays `unchecked`.
 */
export function verify(pack: Pack, options: VerifyOptions = {}): Verification {
  const { findings, walkable } = readStructure(pack);
  const pathway = walkable ? (options.pathway ?? compiled(pack)) : undefined;
  if (!pathway || pathway instanceof EngineError) {
    const why = pathway ? `the pack cannot run: ${pathway.message}` : 'the pack has errors that come first';
    const verdicts = uncheckedVerdicts(pack, why);
    for (const verdict of verdicts) options.onVerdict?.(verdict);
    return { findings: pathway ? errorsFirst([...findings, unsound(pathway)]) : findings, verdicts };
  }
  const verdicts = proveSafeguards(pathway, options);
  return { findings: errorsFirst([...findings, ...safeguardFindings(pack, verdicts)]), verdicts };
}

/** Every safeguard of a pack as not looked at yet, with the reason. */
export function uncheckedVerdicts(pack: Pack, why: string): readonly Verdict[] {
  return Object.keys(pack.safeguards).map((id) => ({
    id,
    verdict: 'unchecked',
    states: 0,
    statesInAll: 0,
    rounds: 0,
    remembered: [],
    tracks: [],
    reductions: [],
    assumptions: [],
    why,
  }));
}

function compiled(pack: Pack): Pathway | EngineError {
  try {
    return compile(pack);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'pack.unsound') throw error;
    return error;
  }
}

function unsound({ code, parameters, message }: EngineError): Finding {
  return { code, severity: 'error', path: 'machine', parameters, message };
}
