/**
 * The deadline ledger of a light case: the rules of `journal/change-ledger.ts` on numbers. Rows are armed on entering, ended on
 * leaving or when their rule turns yes, and paused; what they count from is read again when it changes. A deadline for `each`
 * row of a record has one row for each.
 */
import { pausedSpan } from '../../calendar/due-instant.ts';
import { fromEpochMs } from '../../calendar/instant.ts';
import { counting } from '../../journal/deadline-timing.ts';
import type { Place } from '../../pathway/track-place.ts';
import { YES } from '../../rules/tri.ts';
import { type DeadlinePlan, obligationsOf, type PlanGround, planDeadlines } from './deadline-plan.ts';
import { eachRecord } from './each-record.ts';
import type { LightCase } from './light-case.ts';
import { type LightRow, PHASE, type Phase, rowId } from './light-row.ts';
import type { LedgerOp } from './light-step.ts';

export interface LightLedger {
  readonly plans: readonly DeadlinePlan[];
  /** Words of 32 bits that what deadlines count from takes. */
  readonly words: number;
  /** What entering a state arms, leaving it ends, and so on. */
  ops(kind: 'enter' | 'leave', state: string): readonly LedgerOp[];
  moveOp(kind: 'arm' | 'drop', deadline: string, state: string): readonly LedgerOp[];
  /** What an entry does to the rows. */
  change(found: LightCase, ops: readonly LedgerOp[]): void;
  /** Reads again what rows count from; true when some due instant moved. */
  reschedule(found: LightCase, atMs: number): boolean;
  /** The bit of something that may move due instants, -1 for what never does. */
  keyOf(kind: 'fact' | 'done' | 'event', id: string): number;
  /** Notes that a fact was recorded. */
  touch(found: LightCase, key: number): void;
  /** Notes that a step was done, or an event reported, at the time the clock shows. */
  happened(found: LightCase, key: number): void;
  /** Moves a row on to what is next to tell. */
  tell(found: LightCase, row: LightRow): void;
  end(found: LightCase, row: LightRow, phase: Phase): void;
  /** The row to fire first, of those whose time has come. */
  due(found: LightCase, byMs: number): LightRow | undefined;
}

type Told = {
  readonly armed: (found: LightCase, row: LightRow) => void;
  readonly ended: (found: LightCase, row: LightRow) => void;
};

/** The ledger of every case of a simulation. */
export function lightLedger(ground: PlanGround, told: Told): LightLedger {
  const { pathway, slots, clock, states } = ground;
  const plans = planDeadlines(ground);
  const words = Math.ceil(plans.keys.ids.length / 32);
  const anyAlways = plans.all.some(({ always }) => always);
  const obligations = new Map(
    [...pathway.states.keys(), ...pathway.tracks].map((id) => [id, obligationsOf(ground, plans, id)]),
  );
  const each = eachRecord(ground, [...obligations.values()].flat());
  const isPaused = plans.all.some(({ definition }) => definition.paused?.length);

  const time = (found: LightCase, row: LightRow): void => {
    const { plan } = row;
    const record = row.record === undefined ? undefined : each.recordOf(found, row);
    const fromMs = plan.from(found, row.armedMs, record);
    row.fromMs = Number.isNaN(fromMs) ? row.armedMs : fromMs;
    row.dueMs = plan.due(found, row.fromMs, row.pausedFor);
  };
  const touch: LightLedger['touch'] = ({ touched }, key) => {
    if (key >= 0) touched[key >> 5] = (touched[key >> 5] as number) | (1 << (key & 31));
  };
  const withNext = (found: LightCase, row: LightRow): void => {
    if (row.phase !== PHASE.running || Number.isNaN(row.dueMs)) row.nextMs = Number.POSITIVE_INFINITY;
    else if (row.moves) row.nextMs = row.dueMs;
    else {
      const point = row.plan.percents[row.told];
      row.nextMs = point ? row.plan.rung(row.fromMs, row.dueMs, point.percent) : Number.POSITIVE_INFINITY;
    }
    if (row.nextMs < found.nextMs) found.nextMs = row.nextMs;
  };
  const toldBy = (row: LightRow, atMs: number): number => {
    if (row.moves) return row.told;
    if (Number.isNaN(row.dueMs)) return 0;
    return row.plan.percents.filter(({ percent }) => row.plan.rung(row.fromMs, row.dueMs, percent) <= atMs)
      .length;
  };
  const end = (found: LightCase, row: LightRow, phase: Phase): void => {
    const { rows } = found;
    row.phase = phase;
    row.nextMs = Number.POSITIVE_INFINITY;
    const last = rows.pop() as LightRow;
    if (last !== row) rows[rows.indexOf(row)] = last;
    if (row.met >= 0) found.metByRule -= 1;
    if (found.acts || row.plan.each >= 0) found.ended.push(row);
    told.ended(found, row);
  };
  const arm = (
    found: LightCase,
    op: Pick<LedgerOp, 'moves' | 'state' | 'met' | 'task'>,
    plan: DeadlinePlan,
    record: string | undefined,
  ): void => {
    const number = (found.armed[plan.index] as number) + 1;
    found.armed[plan.index] = number;
    const row: LightRow = {
      plan,
      moves: op.moves,
      state: op.state,
      met: op.met,
      task: op.task,
      record,
      number,
      armedMs: clock.nowMs,
      fromMs: clock.nowMs,
      dueMs: Number.NaN,
      told: 0,
      nextMs: Number.POSITIVE_INFINITY,
      phase: PHASE.running,
      pausedSinceMs: Number.NaN,
      pausedFor: 0,
    };
    time(found, row);
    withNext(found, row);
    found.rows.push(row);
    if (row.met >= 0) found.metByRule += 1;
    told.armed(found, row);
  };
  /** Kept or missed is judged by when it happened. */
  const judged = ({ dueMs }: LightRow): Phase =>
    Number.isNaN(dueMs) ? PHASE.dropped : clock.nowMs <= dueMs ? PHASE.kept : PHASE.missed;
  const isMet = (found: LightCase, row: LightRow): boolean =>
    row.record === undefined ? slots.decide(found.facts, row.met) === YES : each.outcome(found, row) === YES;
  const meetByRule = (found: LightCase): void => {
    for (let index = found.rows.length - 1; index >= 0; index -= 1) {
      const row = found.rows[index] as LightRow;
      if (row.met >= 0 && !row.moves && isMet(found, row)) end(found, row, judged(row));
    }
  };
  const leave = (found: LightCase, state: number): void => {
    for (let index = found.rows.length - 1; index >= 0; index -= 1) {
      const row = found.rows[index] as LightRow;
      if (row.moves || row.state !== state) continue;
      if (row.met < 0) end(found, row, judged(row));
      else end(found, row, clock.nowMs > row.dueMs ? PHASE.missed : PHASE.dropped);
    }
  };
  const drop = (found: LightCase, state: number, plan: DeadlinePlan | undefined): void => {
    for (let index = found.rows.length - 1; index >= 0; index -= 1) {
      const row = found.rows[index] as LightRow;
      if (row.moves && row.state === state && row.plan === plan) end(found, row, PHASE.dropped);
    }
  };
  const pause = (found: LightCase): void => {
    for (const row of found.rows) {
      const references = row.plan.definition.paused;
      if (!references) continue;
      const stands = references.some((reference) => standsIn(found, reference));
      if (stands && row.phase === PHASE.running) {
        row.phase = PHASE.paused;
        row.pausedSinceMs = clock.nowMs;
        withNext(found, row);
      }
      if (!stands && row.phase === PHASE.paused) {
        const count = counting(pathway, row.plan.definition);
        row.pausedFor += pausedSpan(fromEpochMs(row.pausedSinceMs), fromEpochMs(clock.nowMs), count);
        row.phase = PHASE.running;
        time(found, row);
        row.told = Math.min(row.told, toldBy(row, clock.nowMs));
        withNext(found, row);
      }
    }
  };
  const armEach = (found: LightCase, op: LedgerOp, plan: DeadlinePlan): void => {
    for (const id of each.ids(found, plan)) arm(found, op, plan, id);
  };
  const countsOn = ({ counts, always }: DeadlinePlan, touched: Int32Array): boolean => {
    if (always) return true;
    for (let word = 0; word < words; word += 1)
      if (((counts[word] as number) & (touched[word] as number)) !== 0) return true;
    return false;
  };

  return {
    plans: plans.all,
    words,
    end,
    ops: (kind, id) => {
      const state = states.of(id);
      const open = obligations.get(id) ?? [];
      if (kind === 'leave')
        return open.length === 0
          ? []
          : [{ does: 'leave', state, moves: false, met: -1, task: undefined, plan: undefined }];
      return open.map(({ plan, met, task }) => ({ does: 'arm', plan, moves: false, state, met, task }));
    },
    moveOp: (kind, deadline, id) => {
      const plan = plans.of(deadline);
      return plan ? [{ does: kind, plan, moves: true, state: states.of(id), met: -1, task: undefined }] : [];
    },
    change: (found, ops) => {
      if (found.metByRule > 0) meetByRule(found);
      for (let index = 0; index < ops.length; index += 1) {
        const op = ops[index] as LedgerOp;
        if (op.does === 'leave') leave(found, op.state);
        else if (op.does === 'drop') drop(found, op.state, op.plan);
        else if (op.plan && op.plan.each >= 0 && !op.moves) armEach(found, op, op.plan);
        else if (op.plan) arm(found, op, op.plan, undefined);
      }
      if (each.isUsed) {
        for (const change of each.changes(found)) {
          if ('gone' in change) end(found, change.gone, PHASE.dropped);
          else arm(found, { ...change.obligation, moves: false }, change.obligation.plan, change.record);
        }
      }
      if (found.metByRule > 0 && (ops.length > 0 || each.isUsed)) meetByRule(found);
      if (isPaused) pause(found);
    },
    keyOf: (kind, id) => plans.keys.of(`${kind}:${id}`),
    touch,
    happened: (found, key) => {
      if (key < 0) return;
      found.keyMs[key] = clock.nowMs;
      touch(found, key);
    },
    reschedule: (found, atMs) => {
      const { touched, rows } = found;
      let isTouched = anyAlways;
      for (let word = 0; word < words; word += 1) if (touched[word] !== 0) isTouched = true;
      if (!isTouched) return false;
      let moved = false;
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] as LightRow;
        if (!countsOn(row.plan, touched)) continue;
        const { fromMs, dueMs } = row;
        time(found, row);
        if (
          row.fromMs === fromMs &&
          (row.dueMs === dueMs || (Number.isNaN(row.dueMs) && Number.isNaN(dueMs)))
        )
          continue;
        row.told = Math.min(row.told, toldBy(row, atMs));
        withNext(found, row);
        moved = true;
      }
      touched.fill(0);
      return moved;
    },
    tell: (found, row) => {
      row.told += 1;
      withNext(found, row);
    },
    due: (found, byMs) => {
      if (byMs < found.nextMs) return undefined;
      const { rows } = found;
      let first: LightRow | undefined;
      let next = Number.POSITIVE_INFINITY;
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] as LightRow;
        if (row.nextMs < next) next = row.nextMs;
        if (row.nextMs > byMs) continue;
        if (!first || row.nextMs < first.nextMs || (row.nextMs === first.nextMs && rowId(row) < rowId(first)))
          first = row;
      }
      found.nextMs = next;
      return first;
    },
  };
}

function standsIn({ standing }: { readonly standing: readonly Place[] }, reference: string): boolean {
  const [kind, id = ''] = reference.split(':');
  return standing.some(({ active, states }) =>
    kind === 'tag' ? states.some(({ tags }) => tags.has(id)) : active.has(id),
  );
}
