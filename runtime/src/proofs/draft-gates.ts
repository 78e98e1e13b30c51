import { canonicalJson, type Pack, sha256Hex } from '@parcours/engine';
import type { GateReport } from './gate-report.ts';
import type { Prover } from './proof-tasks.ts';
import { type Base, filesOf } from './read-again.ts';

/** A committee looks at the same text again and again; so many reports are kept. */
const MOST_KEPT = 24;
/** The longest that a proof of every safeguard, or the analysis of the rules, may take. */
const PROOF_MS = 120_000;
const ANALYSIS_MS = 30_000;

/** A text to be looked at, and for an adaptation the base it lies over. `reviewed` is the hash that it must have. */
export type GateSubject = { readonly pack: Pack; readonly reviewed?: string; readonly base?: Base };

/** The name of a text. */
export const hashOf = (pack: Pack): string => sha256Hex(canonicalJson(pack));

/** The reports of the gate, each made once for a text. */
export interface DraftGates {
  /** The report, made now when nobody has asked for it. */
  report(subject: GateSubject): Promise<GateReport>;
}

/** Keeps the newest reports in memory: they can be made again. */
export function draftGates(prover: Prover): DraftGates {
  const kept = new Map<string, Promise<GateReport>>();
  return {
    report: ({ pack, reviewed, base }) => {
      const key = `${hashOf(pack)} ${base?.hash ?? ''} ${reviewed ?? ''}`;
      const known = kept.get(key);
      if (known) return known;
      const report = prover.ask('gate', {
        files: filesOf(pack, base),
        ...(reviewed !== undefined && { hash: reviewed }),
        ...(base && { base }),
        proofMs: PROOF_MS,
        analysisMs: ANALYSIS_MS,
      });
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(key, report);
      report.catch(() => kept.delete(key));
      return report;
    },
  };
}
