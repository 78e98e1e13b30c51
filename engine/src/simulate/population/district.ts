/** One district on a virtual clock: children arrive, people work at their steps, deadlines pass, until the horizon. */
import FlatQueue from 'flatqueue';
import { chanceOf, drawMeasure } from './chance.ts';
import { districtCounts } from './district-counts.ts';
import { districtWatcher } from './district-watcher.ts';
import { finishCase } from './finish-case.ts';
import type { Habit } from './habits.ts';
import type { LightCase } from './light-case.ts';
import { type Item, newProgress, type Progress } from './progress.ts';
import type { Setting } from './setting.ts';
import { staffOf } from './staff.ts';
import type { Tally } from './tally.ts';
import { whyNotPossible } from './why-stuck.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A case in which more happens turns in a circle. */
const MOST_EVENTS = 3_000;

/** Cases kept with their acts, for comparison with the engine itself. */
export type KeptCase = { readonly found: LightCase; readonly endMs: number };

/** Runs one district from its first arrival on, and counts into the tally; `keep` cases keep their acts. */
export function runDistrict(
  setting: Setting,
  {
    district,
    cases,
    keep = 0,
  }: { readonly district: number; readonly cases: number; readonly keep?: number },
  tally: Tally,
): readonly KeptCase[] {
  const { engine, turns, habits, population, startMs, patience } = setting;
  const { clock } = engine;
  const queue = new FlatQueue<Item>();
  const kept: KeptCase[] = [];
  const live: (Progress | undefined)[] = [];
  const staff = staffOf(population, setting.hours, tally, startMs);
  const counts = districtCounts(engine);
  const arrivals = chanceOf(setting.seed, district, -1);
  const anyTime = population.anyTime ?? [];
  let nowMs = startMs;
  clock.nowMs = startMs;

  const itemOf = (
    kind: Item['kind'],
    progress: Progress | undefined,
    habit: Habit | undefined,
    number: number,
  ): Item => ({
    kind,
    progress,
    habit,
    number,
    cancelled: false,
    worker: undefined,
  });
  const progressOf = (found: LightCase): Progress => {
    const known = live[found.number];
    if (known) return known;
    const progress = newProgress(found, engine.states.ids.length, setting.needs.length);
    live[found.number] = progress;
    return progress;
  };
  const begin = (progress: Progress, habit: Habit | undefined): void => {
    if (!habit || progress.finished) return;
    const item = itemOf('work', progress, habit, 0);
    progress.working.push(item);
    const waitMs = Math.max(0, drawMeasure(habit.waitsHours, progress.found.chance)) * HOUR_MS;
    if (habit.isWait) item.worker = { role: habit.role(progress.found), person: 0 };
    queue.push(item, Math.round(Math.max(clock.nowMs, nowMs) + waitMs));
  };
  engine.watcher = districtWatcher(setting, counts, progressOf, (progress, step) =>
    begin(progress, habits.at(step)),
  );

  const finish = (progress: Progress, outcome: string): void => {
    for (const item of progress.working) item.cancelled = true;
    progress.working.length = 0;
    staff.letGo(progress.held, nowMs);
    const { found } = progress;
    live[found.number] = undefined;
    if (found.acts) kept.push({ found, endMs: nowMs });
    finishCase(setting, tally, counts, { progress, outcome, nowMs });
  };

  /** What every command ends with: closing, or the next point of time. */
  const settle = (progress: Progress): void => {
    if (progress.finished) return;
    const { found } = progress;
    progress.closedMs = found.closed ? (progress.closedMs >= 0 ? progress.closedMs : nowMs) : Number.NaN;
    if (found.closed) {
      if (progress.held.length > 0) staff.letGo(progress.held, nowMs);
      if (progress.working.length === 0 && progress.pending === 0) {
        finish(progress, setting.endOf(found));
        return;
      }
    }
    if (progress.events > MOST_EVENTS) {
      progress.stuckAt = 'too_many_events';
      finish(progress, 'too_many_events');
      return;
    }
    const { nextMs } = found;
    if (nextMs < progress.pointMs) {
      progress.pointMs = nextMs;
      queue.push(itemOf('point', progress, undefined, 0), nextMs);
    }
  };

  const arrive = (number: number): void => {
    const found = engine.open(number, chanceOf(setting.seed, district, number), number < keep);
    const progress = progressOf(found);
    for (const [place, { chance, afterDays }] of anyTime.entries()) {
      if (found.chance.next() >= chance) continue;
      progress.pending += 1;
      const days = Math.max(0, drawMeasure(afterDays, found.chance));
      queue.push(itemOf('anytime', progress, undefined, place), Math.round(nowMs + days * DAY_MS));
    }
    settle(progress);
    if (number + 1 < cases) {
      const gapMs = Math.round((-Math.log(1 - arrivals.next()) / setting.arrivalsPerDay) * DAY_MS);
      queue.push(itemOf('arrival', undefined, undefined, number + 1), nowMs + gapMs);
    }
  };
  const start = (item: Item, role: string, minutes: number, atMs: number): void => {
    const { doneMs, person } = staff.work(role, atMs, minutes);
    item.worker = { role, person };
    queue.push(item, doneMs);
  };
  const hire = (item: Item, progress: Progress, habit: Habit): void => {
    const { held } = progress;
    const role = habit.role(progress.found);
    const minutes = Math.max(0, drawMeasure(habit.takesMinutes, progress.found.chance));
    if (staff.takeOn(role, held)) {
      start(item, role, minutes, nowMs);
      return;
    }
    staff.wait(role, held, nowMs, (atMs) => {
      if (!item.cancelled) start(item, role, minutes, atMs);
      else if (progress.finished) staff.letGo(held, atMs);
    });
  };
  const giveUp = (item: Item, progress: Progress, habit: Habit): void => {
    const step = engine.states.ids[habit.step] as string;
    progress.working.splice(progress.working.indexOf(item), 1);
    if (progress.stuckAt !== undefined) return;
    progress.stuckAt = step;
    const { found } = progress;
    progress.stuckWhy = habit.events.flatMap((event, place) => {
      if (habit.weights[place] === 0) return [];
      const inCase = whyNotPossible(engine, found, event);
      const isAlone =
        inCase.length === 0 &&
        item.worker !== undefined &&
        turns.lacksPeople(found, event, item.worker, staff);
      return isAlone ? [{ event: engine.events.ids[event] as string, why: 'people' as const }] : inCase;
    });
  };
  const done = (item: Item, progress: Progress, habit: Habit): void => {
    const { found, working } = progress;
    engine.fireDue(found);
    if (!item.cancelled && item.worker) {
      if (turns.take(found, habit, item.worker, staff)) progress.blocked.delete(habit.step);
      else {
        counts.blocked(habit.step);
        const blocked = (progress.blocked.get(habit.step) ?? 0) + 1;
        progress.blocked.set(habit.step, blocked);
        if (blocked >= patience && !item.cancelled) giveUp(item, progress, habit);
      }
      const place = working.indexOf(item);
      if (place >= 0) {
        working.splice(place, 1);
        begin(progress, habit);
      }
    }
    settle(progress);
  };
  const anytime = (progress: Progress, place: number): void => {
    const event = anyTime[place]?.event;
    progress.pending -= 1;
    engine.fireDue(progress.found);
    const worker = { role: setting.anybody(event), person: 0 };
    const number = event === undefined ? undefined : engine.events.of(event);
    turns.happen(progress.found, setting.anyTime[place] ?? [], number, worker, staff);
    settle(progress);
  };
  const handle = (item: Item, atMs: number): void => {
    const { progress, habit } = item;
    if (!progress) arrive(item.number);
    else if (item.cancelled || progress.finished) return;
    else if (item.kind === 'anytime') anytime(progress, item.number);
    else if (!habit) {
      if (progress.pointMs !== atMs) return;
      progress.pointMs = Number.POSITIVE_INFINITY;
      engine.fireDue(progress.found);
      settle(progress);
    } else if (item.worker) done(item, progress, habit);
    else hire(item, progress, habit);
  };

  if (cases > 0) queue.push(itemOf('arrival', undefined, undefined, 0), startMs);
  let lastMs = startMs;
  let arrived = 0;
  for (let item = queue.peek(); item !== undefined; item = queue.peek()) {
    const atMs = queue.peekValue() as number;
    if (arrived === cases && atMs > lastMs + setting.horizonMs) break;
    queue.pop();
    nowMs = atMs;
    clock.nowMs = atMs;
    if (item.kind === 'arrival') {
      arrived += 1;
      lastMs = atMs;
    }
    handle(item, atMs);
  }
  nowMs = Math.max(nowMs, lastMs);
  for (const progress of live) {
    if (progress) finish(progress, progress.stuckAt === undefined ? 'open' : 'stuck');
  }
  staff.close(nowMs);
  counts.addTo(tally);
  tally.districts += 1;
  return kept;
}
