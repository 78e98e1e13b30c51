import type { Outcome } from '../../journal/case-file.ts';
import type { Command } from '../../journal/command.ts';
import type { Place } from '../../pathway/track-place.ts';
import type { Chance } from './chance.ts';
import type { LightRow } from './light-ledger.ts';
import type { CaseFacts } from './rule-slots.ts';

/** A case as simulation carries it: no journal, no texts, only what decides what can happen next. Everything in it changes. */
export interface LightCase {
  readonly number: number;
  readonly chance: Chance;
  readonly facts: CaseFacts;
  readonly openedMs: number;
  /** Where it stands, in the order of `pathway.tracks`. */
  readonly standing: Place[];
  /** When each step was last left by an event, and each event last reported. */
  readonly done: Map<string, number>;
  readonly reported: Map<string, number>;
  /** Who last reported the events that somebody else must not report. */
  readonly reporters: Map<string, string>;
  /** Last outcome of each signal's rule, in the order of `pathway.signals`. */
  readonly signals: Outcome[];
  /** Rows that run or are paused. */
  rows: LightRow[];
  /** Rows ended, kept only while acts are kept. */
  readonly ended: LightRow[];
  /** How many rows of each deadline were armed. */
  readonly armed: Map<string, number>;
  /** What deadlines count from and has changed since due instants were last computed. */
  readonly touched: Set<string>;
  /** Version of the facts when signals were last looked at. */
  lastVersion: number;
  closed: boolean;
  /** Acts as commands with their instants, when they are kept for comparison. */
  readonly acts: { readonly atMs: number; readonly command: Command }[] | undefined;
  /** Steps and stages in order of entering, when acts are kept. */
  readonly route: string[];
}
