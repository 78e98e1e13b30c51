import type { Pathway } from '../../pathway/pathway.ts';
import type { RememberedSteps } from '../../pathway/remembered-steps.ts';
import type { TrackEvent } from '../../pathway/track-event.ts';
import { YES } from '../../rules/tri.ts';
import type { LightCase } from './light-case.ts';
import type { Numbered } from './numbered.ts';
import type { RuleSlots } from './rule-slots.ts';

/** An event that is sent when its rule turns to yes, by numbers. */
export type LightSignal = {
  readonly event: number;
  readonly rule: number;
  readonly sent: TrackEvent;
  /** The rule counts to now, so that it may turn by itself. */
  readonly isTimed: boolean;
};

export interface LightSignals {
  readonly all: readonly LightSignal[];
  /** What a case knows of its signals before any was decided. */
  open(): Int8Array;
  /** Looks at the rules that may have changed; gives the signals turned to yes, which wait one entry when facts were just forgotten. */
  turned(found: LightCase, isRefreshed: boolean): readonly number[];
}

/** No signal's rule was decided yet. */
const NEVER_DECIDED = 2;
const NONE: readonly number[] = [];

type Parts = { readonly slots: RuleSlots; readonly events: Numbered; readonly table: RememberedSteps };

/** The signals of a pathway, looked at after each entry. */
export function lightSignals(pathway: Pathway, { slots, events, table }: Parts): LightSignals {
  const all = pathway.signals.map(
    ({ event, rule }): LightSignal => ({
      event: events.of(event),
      rule: slots.rules.of(rule),
      sent: table.events.signal(event),
      isTimed: slots.countsToNow(`rule:${rule}`),
    }),
  );
  const anyTimed = all.some(({ isTimed }) => isTimed);
  return {
    all,
    open: () => new Int8Array(all.length).fill(NEVER_DECIDED),
    turned: (found, isRefreshed) => {
      const hasChanged = found.lastVersion !== found.facts.version;
      found.lastVersion = found.facts.version;
      if (!hasChanged && !anyTimed) return NONE;
      let turned: number[] | undefined;
      for (let index = 0; index < all.length; index += 1) {
        const { rule, isTimed } = all[index] as LightSignal;
        if (!hasChanged && !isTimed) continue;
        const tri = slots.decide(found.facts, rule);
        if (tri === found.signals[index]) continue;
        if (isRefreshed && tri === YES) {
          found.lastVersion = -1;
          continue;
        }
        found.signals[index] = tri;
        if (tri === YES) turned = turned === undefined ? [index] : [...turned, index];
      }
      return turned ?? NONE;
    },
  };
}
