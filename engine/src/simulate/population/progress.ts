import type { Habit } from './habits.ts';
import type { LightCase } from './light-case.ts';
import { count, type GroupTally } from './tally.ts';
import type { Worker } from './turn.ts';

/** Work that somebody is to do at a step of a case. */
export type Activity = {
  readonly habit: Habit;
  readonly progress: Progress;
  cancelled: boolean;
  worker: Worker | undefined;
};

/** A case on its way through a district. */
export type Progress = {
  readonly found: LightCase;
  readonly working: Map<string, Activity>;
  readonly held: string[];
  readonly reached: Set<string>;
  readonly stages: string[];
  readonly blocked: Map<string, number>;
  /** Needs that arose and that were met, by place in the list of needs. */
  readonly arisen: Set<number>;
  readonly met: Set<number>;
  /** Of the facts when needs were last looked at. */
  version: number;
  pending: number;
  closedMs: number;
  pointMs: number;
  stuckAt: string | undefined;
  late: boolean;
  finished: boolean;
};

/** A case that has just arrived. */
export function newProgress(found: LightCase): Progress {
  return {
    found,
    working: new Map(),
    held: [],
    reached: new Set(),
    stages: [],
    blocked: new Map(),
    arisen: new Set(),
    met: new Set(),
    version: -1,
    pending: 0,
    closedMs: Number.NaN,
    pointMs: Number.POSITIVE_INFINITY,
    stuckAt: undefined,
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
  for (const place of progress.arisen) {
    const need = needs[place] as string;
    count(group.needs, need);
    if (!progress.met.has(place)) count(group.unmet, need);
  }
}
