/** What the checker says of a safeguard. */
export type Verdict = {
  readonly verdict: 'unchecked' | 'proved' | 'bounded' | 'broken';
  /** Acts up to which it was looked at. */
  readonly bound?: number;
  /** Parameters without a value, for want of which it says nothing, or cannot be checked. */
  readonly awaits?: readonly string[];
  /** Why it says nothing: what it speaks of never happens. */
  readonly vacuous?: string;
};

/** How a safeguard stands. One that is kept only because what it speaks of never happens is `silent`: it promises nothing yet. */
export type Standing = Verdict['verdict'] | 'waiting' | 'silent';

export function standingOf(found: Verdict | undefined): Standing {
  if (found?.vacuous !== undefined && found.verdict !== 'broken') return 'silent';
  if (found?.verdict === 'unchecked' && (found.awaits ?? []).length > 0) return 'waiting';
  return found?.verdict ?? 'unchecked';
}
