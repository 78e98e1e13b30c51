import type { Ground } from './ground.ts';
import type { Monitor } from './monitor.ts';
import type { Standing } from './standing.ts';

/** One way of looking at a pathway: for one safeguard, some tracks, and one world. */
export interface View {
  readonly ground: Ground;
  readonly monitor: Monitor;
  /** Signals that the safeguard speaks of, or that an explored track hears, in id order. */
  readonly signals: readonly ViewedSignal[];
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

export type ViewedSignal = {
  readonly event: string;
  readonly rule: string;
  readonly named: boolean;
  /**
   * A bit of `seen` for a signal whose rule may turn to yes because a step asks facts again, which sets nothing off: whether it was
   * seen as a yes then no longer follows from the facts. Zero for every other.
   */
  readonly bit: number;
};

/** Where a move leads. */
export type Taken = {
  readonly standing: Standing;
  readonly monitor: number;
  /** Bits of the signals that were last seen as a yes. */
  readonly seen: number;
  /** Rules that somebody overrode. */
  readonly overridden: readonly string[];
};
