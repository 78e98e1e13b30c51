import type { CaseFile, DeadlineRow } from '../journal/case-file.ts';
import type { Entry, InvalidValue, Refusal } from '../journal/entry.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { Json } from '../vocabulary/json.ts';

/** Where the story went otherwise than its author expects. `path` is that of the expectation, as `acts/2/expect/steps`. */
export type Mismatch = { readonly path: string; readonly expected: Json; readonly got: Json };

/** The newest row of a deadline, by id of the deadline. */
export type PlayedDeadline = {
  readonly id: string;
  readonly due?: Instant;
  readonly state: DeadlineRow['state'];
};

/** The story after one of its acts. */
export type Frame = {
  /** Index of the act. */
  readonly act: number;
  readonly at: Instant;
  readonly caseFile: CaseFile;
  /** What was written since the frame before: deadlines that passed, then the act and what followed from it. */
  readonly entries: readonly Entry[];
  readonly refusal?: Refusal;
  readonly invalid?: readonly InvalidValue[];
};

/** A scenario played to its end. */
export type Playback = {
  /** True when nothing went otherwise than expected. */
  readonly ok: boolean;
  /** Every step entered that is neither idle nor a choice, in order; a step entered again stands again. */
  readonly route: readonly string[];
  readonly deadlines: readonly PlayedDeadline[];
  /** The end step where `main` stands, when it does. */
  readonly outcome?: string;
  readonly mismatches: readonly Mismatch[];
  readonly entries: readonly Entry[];
  readonly caseFile: CaseFile;
  readonly frames: readonly Frame[];
};
