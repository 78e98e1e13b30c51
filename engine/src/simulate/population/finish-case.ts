import type { DistrictCounts } from './district-counts.ts';
import { addCase, type Progress } from './progress.ts';
import type { Setting } from './setting.ts';
import { count, emptyGroup, type GroupTally, noteStuck, type Tally } from './tally.ts';
import { addTime } from './time-counts.ts';

/** Counts a case for which counting stops, at the instant `nowMs`. */
export function finishCase(
  { engine, groups, needIds, workedAt }: Setting,
  tally: Tally,
  counts: DistrictCounts,
  {
    progress,
    outcome,
    nowMs,
  }: { readonly progress: Progress; readonly outcome: string; readonly nowMs: number },
): void {
  const { found } = progress;
  progress.finished = true;
  for (const row of found.rows) {
    const isOverdue = !row.moves && row.dueMs < nowMs;
    counts.unfinished(row.plan.index, isOverdue);
    if (isOverdue) progress.late = true;
  }
  tally.cases += 1;
  if (found.closed) {
    count(tally.closed, outcome);
    addTime(tally.duration, progress.closedMs - found.openedMs);
  } else if (progress.stuckAt !== undefined) {
    count(tally.stuck, progress.stuckAt);
    noteStuck(tally, progress.stuckAt, progress.stuckWhy);
  } else {
    tally.open += 1;
    for (const step of workedAt(found)) count(tally.openAt, step);
  }
  count(tally.routes, `${progress.stages.join(' > ')}: ${outcome}`);
  const told = { isClosed: found.closed, progress, needs: needIds };
  addCase(tally.all, told);
  engine.clock.nowMs = found.openedMs;
  for (const { id, groupOf } of groups) {
    const value = groupOf(found);
    tally.groups[id] ??= {};
    const group = tally.groups[id] as Record<string, GroupTally>;
    group[value] ??= emptyGroup();
    addCase(group[value] as GroupTally, told);
  }
  engine.clock.nowMs = nowMs;
}
