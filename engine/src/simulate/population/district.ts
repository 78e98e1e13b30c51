/** One district on a virtual clock: children arrive, people work at their steps, deadlines pass, until the horizon. */
import FlatQueue from 'flatqueue';
import { chanceOf, drawMeasure } from './chance.ts';
import type { LightCase } from './light-case.ts';
import type { Watcher } from './light-engine.ts';
import { type Activity, addCase, newProgress, type Progress } from './progress.ts';
import type { Setting } from './setting.ts';
import { staffOf } from './staff.ts';
import { bucketOf, count, emptyGroup, emptyRole, type GroupTally, noCounts, type Tally } from './tally.ts';
import type { TurnResult } from './turn.ts';

type Item =
  | { readonly kind: 'arrival'; readonly number: number }
  | { readonly kind: 'ready' | 'done'; readonly activity: Activity }
  | { readonly kind: 'point'; readonly progress: Progress }
  | { readonly kind: 'anytime'; readonly progress: Progress; readonly place: number };

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
  const { engine, turns, habits, population, startMs } = setting;
  const { clock, slots, ledger } = engine;
  const { patience } = setting;
  const queue = new FlatQueue<Item>();
  const kept: KeptCase[] = [];
  const live = new Map<LightCase, Progress>();
  const staff = staffOf(population, setting.hours, tally, startMs);
  const arrivals = chanceOf(setting.seed, district, -1);
  const events = new Map<LightCase, number>();
  let nowMs = startMs;
  clock.nowMs = startMs;

  const progressOf = (found: LightCase): Progress => {
    const known = live.get(found);
    if (known) return known;
    const progress = newProgress(found);
    live.set(found, progress);
    return progress;
  };
  const begin = (progress: Progress, step: string): void => {
    const habit = habits.at(step);
    if (!habit || progress.finished) return;
    const activity: Activity = { habit, progress, cancelled: false, worker: undefined };
    progress.working.set(step, activity);
    const waitMs = Math.max(0, drawMeasure(habit.waitsHours, progress.found.chance)) * HOUR_MS;
    queue.push({ kind: 'ready', activity }, Math.round(Math.max(clock.nowMs, nowMs) + waitMs));
  };

  setting.watch({
    entered: (found, step) => {
      const progress = progressOf(found);
      count(tally.entries, step);
      if (!progress.reached.has(step)) {
        progress.reached.add(step);
        count(tally.reached, step);
        tally.milestones[step] ??= noCounts();
        count(tally.milestones[step] as Record<string, number>, bucketOf(clock.nowMs - found.openedMs));
        if (setting.isStage(step)) progress.stages.push(step);
      }
      begin(progress, step);
    },
    left: (found, step) => {
      const progress = progressOf(found);
      for (const place of setting.needsMetBy.get(`step:${step}`) ?? []) progress.met.add(place);
      const activity = progress.working.get(step);
      if (activity) activity.cancelled = true;
      progress.working.delete(step);
    },
    event: (found, kind, name) => {
      tally.events += 1;
      count(tally.byKind, kind);
      events.set(found, (events.get(found) ?? 0) + 1);
      for (const place of setting.needsMetBy.get(`event:${name}`) ?? []) progressOf(found).met.add(place);
    },
    armed: (_, { plan }) => {
      tally.deadlines[plan.id] ??= noCounts();
      count(tally.deadlines[plan.id] as Record<string, number>, 'armed');
    },
    ended: (found, { plan, phase }) => {
      tally.deadlines[plan.id] ??= noCounts();
      count(tally.deadlines[plan.id] as Record<string, number>, phase);
      if (phase === 'missed') progressOf(found).late = true;
    },
    told: (_, __, to) => {
      if (to === undefined) return;
      tally.roles[to] ??= emptyRole();
      (tally.roles[to] as { told: number }).told += 1;
    },
    after: (found, version) => {
      if (setting.needs.length === 0) return;
      const progress = progressOf(found);
      if (progress.version === version) return;
      progress.version = version;
      for (const [place, { when, rule }] of setting.needs.entries()) {
        if (!progress.arisen.has(place) && slots.outcome(found.facts, when) === 'yes')
          progress.arisen.add(place);
        if (rule !== undefined && slots.outcome(found.facts, rule) === 'yes') progress.met.add(place);
      }
    },
  } satisfies Watcher);

  const finish = (progress: Progress, outcome: string): void => {
    progress.finished = true;
    for (const activity of progress.working.values()) activity.cancelled = true;
    progress.working.clear();
    staff.letGo(progress.held, nowMs);
    const { found } = progress;
    live.delete(found);
    events.delete(found);
    if (found.acts) kept.push({ found, endMs: nowMs });
    for (const row of found.rows) {
      const isLate = row.kind === 'meet' && row.dueMs < nowMs;
      tally.deadlines[row.plan.id] ??= noCounts();
      count(tally.deadlines[row.plan.id] as Record<string, number>, isLate ? 'overdue' : 'running');
      if (isLate) progress.late = true;
    }
    tally.cases += 1;
    const isClosed = found.closed;
    if (isClosed) {
      count(tally.closed, outcome);
      count(tally.duration, bucketOf(progress.closedMs - found.openedMs));
    } else if (progress.stuckAt !== undefined) count(tally.stuck, progress.stuckAt);
    else tally.open += 1;
    count(tally.routes, `${progress.stages.join(' > ')}: ${outcome}`);
    const told = { isClosed, progress, needs: setting.needIds };
    addCase(tally.all, told);
    clock.nowMs = found.openedMs;
    for (const { id, groupOf } of setting.groups) {
      const value = groupOf(found);
      tally.groups[id] ??= {};
      const group = tally.groups[id] as Record<string, GroupTally>;
      group[value] ??= emptyGroup();
      addCase(group[value] as GroupTally, told);
    }
    clock.nowMs = nowMs;
  };

  /** What every command ends with: closing, or the next point of time. */
  const settle = (progress: Progress): void => {
    if (progress.finished) return;
    const { found } = progress;
    progress.closedMs = found.closed ? (progress.closedMs >= 0 ? progress.closedMs : nowMs) : Number.NaN;
    if (found.closed) {
      staff.letGo(progress.held, nowMs);
      if (progress.working.size === 0 && progress.pending === 0) {
        finish(progress, setting.endOf(found));
        return;
      }
    }
    if ((events.get(found) ?? 0) > MOST_EVENTS) {
      progress.stuckAt = 'too_many_events';
      finish(progress, 'too_many_events');
      return;
    }
    const nextMs = ledger.nextMs(found);
    if (nextMs < progress.pointMs) {
      progress.pointMs = nextMs;
      queue.push({ kind: 'point', progress }, nextMs);
    }
  };

  const arrive = (number: number): void => {
    const found = engine.open(number, chanceOf(setting.seed, district, number), number < keep);
    const progress = progressOf(found);
    for (const [place, { chance, afterDays }] of (population.anyTime ?? []).entries()) {
      if (found.chance.next() >= chance) continue;
      progress.pending += 1;
      const days = Math.max(0, drawMeasure(afterDays, found.chance));
      queue.push({ kind: 'anytime', progress, place }, Math.round(nowMs + days * DAY_MS));
    }
    settle(progress);
    if (number + 1 < cases) {
      const gapMs = Math.round((-Math.log(1 - arrivals.next()) / setting.arrivalsPerDay) * DAY_MS);
      queue.push({ kind: 'arrival', number: number + 1 }, nowMs + gapMs);
    }
  };
  const ready = (activity: Activity): void => {
    const { progress, habit } = activity;
    const role = habit.role(progress.found);
    const { takesMinutes, isWait } = habit;
    const minutes = Math.max(0, drawMeasure(takesMinutes, progress.found.chance));
    if (isWait) {
      activity.worker = { role, person: 0 };
      queue.push({ kind: 'done', activity }, nowMs);
      return;
    }
    const start = (atMs: number): void => {
      if (activity.cancelled) {
        if (progress.finished) staff.letGo(progress.held, atMs);
        return;
      }
      const { doneMs, person } = staff.work(role, atMs, minutes);
      activity.worker = { role, person };
      queue.push({ kind: 'done', activity }, doneMs);
    };
    if (staff.takeOn(progress.found, role, progress.held, nowMs, start)) start(nowMs);
  };
  const done = (activity: Activity): void => {
    const { progress, habit, worker } = activity;
    const { found } = progress;
    engine.fireDue(found);
    if (!activity.cancelled && worker) {
      const told: TurnResult = turns.take(found, habit, worker, staff);
      if ('blocked' in told) {
        count(tally.blocked, habit.step);
        const blocked = (progress.blocked.get(habit.step) ?? 0) + 1;
        progress.blocked.set(habit.step, blocked);
        if (blocked >= patience && !activity.cancelled) {
          progress.stuckAt ??= habit.step;
          progress.working.delete(habit.step);
        }
      } else if (told.event) progress.blocked.delete(habit.step);
      if (progress.working.get(habit.step) === activity) begin(progress, habit.step);
    }
    settle(progress);
  };
  const anytime = (progress: Progress, place: number): void => {
    const { found } = progress;
    const said = population.anyTime?.[place];
    progress.pending -= 1;
    engine.fireDue(found);
    const given = new Set<string>();
    for (const [fact, draw] of setting.anyTime[place] ?? []) {
      const value = draw(found.facts, found.chance);
      if (value === undefined) continue;
      engine.give(found, fact, value);
      given.add(fact);
    }
    const worker = { role: setting.anybody(said?.event), person: 0 };
    const isReported = said?.event !== undefined && turns.attempt(found, said.event, given, worker, staff);
    if (!isReported && given.size > 0) {
      const facts = Object.fromEntries([...given].map((fact) => [fact, found.facts.values[fact] as never]));
      const by = { person: `${worker.role}_1`, role: worker.role };
      engine.record(found, [...given], found.acts && { kind: 'record', by, facts });
    }
    settle(progress);
  };

  if (cases > 0) queue.push({ kind: 'arrival', number: 0 }, startMs);
  let lastMs = startMs;
  let arrived = 0;
  for (let item = queue.peek(); item !== undefined; item = queue.peek()) {
    const atMs = queue.peekValue() as number;
    if (arrived === cases && atMs > lastMs + setting.horizonMs) break;
    queue.pop();
    nowMs = atMs;
    clock.nowMs = atMs;
    switch (item.kind) {
      case 'arrival':
        arrived += 1;
        lastMs = atMs;
        arrive(item.number);
        break;
      case 'ready':
        if (!item.activity.cancelled) ready(item.activity);
        break;
      case 'done':
        if (!item.activity.cancelled) done(item.activity);
        break;
      case 'point': {
        const { progress } = item;
        if (progress.finished || progress.pointMs !== atMs) break;
        progress.pointMs = Number.POSITIVE_INFINITY;
        engine.fireDue(progress.found);
        settle(progress);
        break;
      }
      case 'anytime':
        if (!item.progress.finished) anytime(item.progress, item.place);
    }
  }
  const endMs = Math.max(nowMs, lastMs);
  nowMs = endMs;
  for (const progress of [...live.values()])
    finish(progress, progress.stuckAt === undefined ? 'open' : 'stuck');
  staff.close(endMs);
  tally.districts += 1;
  return kept;
}
