import type { Pack } from '../procedure/pack.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Check, Material } from './check.ts';
import { CHECKS } from './checks.ts';
import { outline } from './outline.ts';
import { usesOf } from './uses.ts';

/** What is known of a safeguard: `unchecked` until a checker can tell. */
export type Verdict = {
  readonly id: string;
  readonly verdict: 'unchecked' | 'proved' | 'bounded' | 'broken';
};

/** Everything wrong with a whole pack, errors first, and one verdict for each safeguard. */
export function verify(pack: Pack): {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
} {
  const laidOut = outline(pack);
  const material: Material = { ...laidOut, uses: [...usesOf(laidOut)] };
  const checks: readonly Check[] = Object.values(CHECKS);
  const findings = checks.flatMap((check) => [...check(material)]);
  const rank = { error: 0, warning: 1, info: 2 };
  findings.sort((a, b) => rank[a.severity] - rank[b.severity]);
  const verdicts = Object.keys(pack.safeguards).map((id): Verdict => ({ id, verdict: 'unchecked' }));
  return { findings, verdicts };
}
