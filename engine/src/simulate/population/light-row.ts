import type { DeadlinePlan } from './deadline-plan.ts';

/** What became of a row, by number. */
export const PHASE = { running: 0, paused: 1, kept: 2, missed: 3, passed: 4, dropped: 5 } as const;
export const PHASES = ['running', 'paused', 'kept', 'missed', 'passed', 'dropped'] as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** A row of the deadline ledger of a light case. */
export type LightRow = {
  readonly plan: DeadlinePlan;
  /** It moves the case when it passes, instead of being met. */
  readonly moves: boolean;
  /** Number of the state that carries it. */
  readonly state: number;
  /** Number of the rule that meets it; -1 when leaving does. */
  readonly met: number;
  readonly task: string | undefined;
  /** Id of the row of records that it stands for. */
  readonly record: string | undefined;
  /** From 1, among the rows of its deadline. */
  readonly number: number;
  readonly armedMs: number;
  fromMs: number;
  /** NaN while the law of its span is not known. */
  dueMs: number;
  told: number;
  /** Infinity when nothing is to be told. */
  nextMs: number;
  phase: Phase;
  pausedSinceMs: number;
  /** Milliseconds (elapsed) or working minutes, as `pausedSpan` gives them. */
  pausedFor: number;
};

/** As the engine names it. */
export function rowId({ plan, number }: LightRow): string {
  return `${plan.id}#${number}`;
}
