import type { Finding, Pack } from '@parcours/engine';
import { COMMANDS } from '../commands/commands.ts';
import type { DrawingStore } from '../drawing-store.ts';
import { newBurst } from '../log/burst.ts';
import type { Command } from '../log/command.ts';
import type { Offer } from './mends/mend.ts';
import { mendsOf, offersOf, possibleOffers, saysOf } from './mends.ts';

/** What mends one finding and can be said of many in the same words; removing is said of all of them together. */
const sameWords = (offer: Offer): string => (offer.label === 'remove' ? offer.label : saysOf(offer));

/** Acts that settle each of several findings alike; none for fewer than two. A safeguard is mended by itself, with its story. */
export function sharedMends(pack: Pack, findings: readonly Finding[]): readonly Offer[] {
  const [first, ...others] = findings;
  if (!first || others.length === 0 || first.code.startsWith('safeguard.')) return [];
  const offered = others.map((finding) => new Set(offersOf(pack, finding).map(sameWords)));
  return possibleOffers(pack, first).filter((one) => offered.every((words) => words.has(sameWords(one))));
}

/** Settles each finding by the act shown for all of them: one entry of the log, taken back by one undo. How many were settled. */
export function mendAll(drawing: DrawingStore, findings: readonly Finding[], offer: Offer): number {
  const burst = newBurst();
  const wanted = sameWords(offer);
  let done = 0;
  for (const finding of findings) {
    const { pack } = drawing.get().log;
    // What the ones before have made is counted: a new deadline takes a name of its own.
    const own = mendsOf(pack, finding).find((each) => sameWords(each) === wanted);
    const can = own?.acts.every(({ command, args }) =>
      drawing.perform(COMMANDS[command] as Command<unknown>, args, burst),
    );
    if (can && drawing.get().log.pack !== pack) done += 1;
  }
  return done;
}
