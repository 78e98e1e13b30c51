import type { Scenario } from '../procedure/scenario.ts';

/** A world in which a safeguard was found to hold, from the narrowest to the widest. */
export type World =
  /** Facts are recorded by the forms and needs of the steps, signals by whoever sees what sets them off. */
  | 'as_collected'
  /** Any fact may be corrected or forgotten at any time, and a protective act may be recorded as done outside its door. */
  | 'even_if_corrected';

/** A sound shortening of the work that a verdict rests on. */
export type Reduction =
  /** Only the tracks that the safeguard needs were explored. */
  | 'tracks_apart'
  /** Only the facts that a proof needs were remembered; every other was free at each event. */
  | 'facts_free'
  /** A fact was branched only when a rule first asked it. */
  | 'branched_lazily'
  /** A fact that nothing reads any more was forgotten, in a walk long enough for it to pay. */
  | 'facts_forgotten'
  /** A step of the machine was computed once by XState for each track and remembered. */
  | 'steps_remembered'
  /** No path was explored: the answer stands in the pack itself. */
  | 'read_in_pack';

/** Something a verdict takes for granted, with the names it is about. */
export type Assumption = {
  readonly code: /** Whoever has a deadline acts by its end. */
    | 'deadlines_are_kept'
    /** People do not go round a loop for ever. */
    | 'loops_end'
    /** Tracks that are not explored come to rest, where a way on waits for them. */
    | 'other_tracks_rest'
    /** The length of a deadline is not known: its parameter has no value. */
    | 'length_unknown'
    /** The calendar's worst case was counted for working time. */
    | 'worst_calendar'
    /** Facts are recorded where the procedure asks them, and are not corrected afterwards. */
    | 'as_collected';
  readonly names: readonly string[];
};

/** What is known of one safeguard. The caller times it: the engine has no clock. */
export type SafeguardVerdict = {
  readonly id: string;
  readonly verdict: 'proved' | 'bounded' | 'broken' | 'unchecked';
  /** Distinct states kept in the last round, and in all rounds together. */
  readonly states: number;
  readonly statesInAll: number;
  readonly rounds: number;
  /** Facts that the proof had to remember, and the tracks it had to walk. */
  readonly remembered: readonly string[];
  readonly tracks: readonly string[];
  readonly reductions: readonly Reduction[];
  readonly assumptions: readonly Assumption[];
  /** The widest world in which a proof holds. */
  readonly world?: World;
  /** Why a proof says nothing: what the sentence speaks of never happens. */
  readonly vacuous?: string;
  /** Parameters without a value, for want of which what the sentence speaks of never happens, or it cannot be checked. */
  readonly awaits?: readonly string[];
  /** For `bounded`: no story of at most so many events breaks it. */
  readonly bound?: number;
  /** Why it is not proved, in plain English. */
  readonly why?: string;
  /** Its sentence names what this pack does not have, or says what no pattern can check. */
  readonly unreadable?: true;
  /** The shortest story that breaks it, played on the engine before it is shown. */
  readonly story?: Scenario;
};
