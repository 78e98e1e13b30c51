import type { Habit } from './habits.ts';
import type { LightCase } from './light-case.ts';
import { count, type GroupTally } from './tally.ts';
import type { Worker } from './turn.ts';
import type { StuckReason } from './why-stuck.ts';

/** Something that waits for its time: a child arrives, work begins or is done, a case is looked at, a thing happens. */
export type Item = {
  readonly kind: 'arrival' | 'work' | 'point' | 'anytime';
  readonly progress: Progress | undefined;
  readonly habit: Habit | undefined;
  /** Of the child that arrives, or of the thing that happens. */
  readonly number: number;
  cancelled: boolean;
  /** Somebody is at it: it is done when its time comes. Nobody yet: it then waits for somebody. */
  worker: Worker | undefined;
};

/** A case on its way through a district. */
export type Progress = {
  readonly found: LightCase;
  /** Work that is to be done, or being done. */
  readonly working: Item[];
  readonly held: string[];
  /** By number of the step: it was entered. */
  readonly reached: Uint8Array;
  readonly stages: string[];
  /** By number of the step, turns in which nothing was possible since the last that was. */
  readonly blocked: Map<number, number>;
  /** By place in the list of needs: it arose; it was met. */
  readonly arisen: Uint8Array;
  readonly met: Uint8Array;
  /** Of the facts when needs were last looked at. */
  version: number;
  events: number;
  pending: number;
  closedMs: number;
  pointMs: number;
  /** The step where nobody found a possible way on, and why; as long as it is not left. */
  stuckAt: string | undefined;
  stuckWhy: readonly StuckReason[];
  late: boolean;
  finished: boolean;
};

/** A case that has just arrived. */
export function newProgress(found: LightCase, steps: number, needs: number): Progress {
  return {
    found,
    working: [],
    held: [],
    reached: new Uint8Array(steps),
    stages: [],
    blocked: new Map(),
    arisen: new Uint8Array(needs),
    met: new Uint8Array(needs),
    version: -1,
    events: 0,
    pending: 0,
    closedMs: Number.NaN,
    pointMs: Number.POSITIVE_INFINITY,
    stuckAt: undefined,
    stuckWhy: [],
    late: false,
    finished: false,
  };
}

type CaseTold = {
  readonly isClosed: boolean;
  readonly progress: Progress;
  readonly needs: readonly string[];
};

/** Counts a case that has ended into a group. */
export function addCase(group: GroupTally, { isClosed, progress, needs }: CaseTold): void {
  group.cases += 1;
  if (isClosed) group.closed += 1;
  else if (progress.stuckAt !== undefined) group.stuck += 1;
  if (progress.late) group.late += 1;
  for (const [place, need] of needs.entries()) {
    if (progress.arisen[place] !== 1) continue;
    count(group.needs, need);
    if (progress.met[place] !== 1) count(group.unmet, need);
  }
}
