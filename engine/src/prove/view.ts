import type { Ground } from './ground.ts';
import type { Monitor } from './monitor.ts';
import type { Standing } from './standing.ts';

/** One way of looking at a pathway: for one safeguard, some tracks, and one world. */
export interface View {
  readonly ground: Ground;
  readonly monitor: Monitor;
  /** Signals that the safeguard speaks of, or that an explored track hears, with their rules, in id order. */
  readonly signals: readonly { readonly event: string; readonly rule: string; readonly named: boolean }[];
  /** It reads rules whatever happens, and not only when something it names does. */
  readonly readsRules: boolean;
  /** Deadlines that do not move the case and whose missing it speaks of. */
  readonly misses: ReadonlySet<string>;
  readonly tracks: readonly string[];
  /** Facts that the tracks not explored record or ask again. */
  readonly elsewhere: readonly string[];
  /** Every fact may change with everything that happens. */
  readonly corrected: boolean;
}

/** Where a move leads. */
export type Taken = {
  readonly standing: Standing;
  readonly monitor: number;
  /** Rules that somebody overrode. */
  readonly overridden: readonly string[];
};
