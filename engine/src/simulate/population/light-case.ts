import type { Command } from '../../journal/command.ts';
import type { Place } from '../../pathway/track-place.ts';
import type { Chance } from './chance.ts';
import type { LightRow } from './light-row.ts';
import type { CaseFacts } from './rule-slots.ts';

/** A case as simulation carries it: no journal, no texts, only what decides what can happen next. Everything in it changes. */
export interface LightCase {
  /** In its district, from 0. */
  readonly number: number;
  readonly chance: Chance;
  readonly facts: CaseFacts;
  readonly openedMs: number;
  /** Where it stands, in the order of `pathway.tracks`. */
  readonly standing: Place[];
  /** By key of what deadlines count from, when it last happened: a step left by an event, an event reported. NaN is never. */
  readonly keyMs: Float64Array;
  /** By number of the state, since when it is open; only where deadlines run for each row of a record. */
  readonly openMs: Float64Array | undefined;
  /** By number of the event, who last reported it; only for those that somebody else must not report. */
  readonly reporters: Map<number, string>;
  /** Last outcome of each signal's rule, in the order of `pathway.signals`. */
  readonly signals: Int8Array;
  /** Rows that run or are paused. */
  readonly rows: LightRow[];
  /** Of these, how many a rule meets. */
  metByRule: number;
  /** None of them is to be told before. */
  nextMs: number;
  /** Rows ended that are still looked at: those of acts kept, and those of records. */
  readonly ended: LightRow[];
  /** By number of the deadline, how many rows were armed. */
  readonly armed: Int32Array;
  /** Bits of what deadlines count from and has changed since due instants were last computed. */
  readonly touched: Int32Array;
  /** Version of the facts when signals were last looked at. */
  lastVersion: number;
  closed: boolean;
  /** Acts as commands with their instants, when they are kept for comparison. */
  readonly acts: { readonly atMs: number; readonly command: Command }[] | undefined;
  /** Steps and stages in order of entering, when acts are kept. */
  readonly route: string[];
}
