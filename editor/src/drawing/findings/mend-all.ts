import type { Finding, Pack } from '@parcours/engine';
import type { DrawingStore } from '../drawing-store.ts';
import { newBurst } from '../log/burst.ts';
import type { Mend } from './mends/mend.ts';
import { doActs, MENDS, mendsOf, saysOf } from './mends.ts';

/** What mends one finding and can be said of many in the same words; removing is said of all of them together. */
const sameWords = (mend: Mend): string => (mend.label === 'remove' ? mend.label : saysOf(mend));

const suggested = (pack: Pack, finding: Finding): readonly Mend[] =>
  (Object.hasOwn(MENDS, finding.code) ? MENDS[finding.code] : undefined)?.(pack, finding) ?? [];

/** Acts that settle each of several findings alike; none for fewer than two. A safeguard is mended by itself, with its story. */
export function sharedMends(pack: Pack, findings: readonly Finding[]): readonly Mend[] {
  const [first, ...others] = findings;
  if (!first || others.length === 0 || first.code.startsWith('safeguard.')) return [];
  const offered = others.map((finding) => new Set(suggested(pack, finding).map(sameWords)));
  return mendsOf(pack, first).filter((mend) => offered.every((words) => words.has(sameWords(mend))));
}

/** Settles each finding by the act shown for all of them: one entry of the log, taken back by one undo. How many were settled. */
export function mendAll(drawing: DrawingStore, findings: readonly Finding[], mend: Mend): number {
  const burst = newBurst();
  const wanted = sameWords(mend);
  let done = 0;
  for (const finding of findings) {
    // What the ones before have made is counted: a new deadline takes a name of its own.
    const own = mendsOf(drawing.get().log.pack, finding).find((each) => sameWords(each) === wanted);
    if (own && doActs(drawing, own.acts, burst)) done += 1;
  }
  return done;
}
