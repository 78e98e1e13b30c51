/**
 * The deadline ledger of a light case: the rules of `journal/change-ledger.ts` on numbers. Rows are armed on entering, ended on
 * leaving or when their rule turns yes, and paused; what they count from is read again when it changes. Deadlines for `each` row
 * of a record are not simulated, and the report names them.
 */

import { toDayNumber } from '../../calendar/day-number.ts';
import { pausedSpan } from '../../calendar/due-instant.ts';
import { fromEpochMs, localTime, toEpochMs } from '../../calendar/instant.ts';
import { counting } from '../../journal/deadline-timing.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { isTrackOpen } from '../../pathway/read-candidates.ts';
import type { StepAct } from '../../pathway/step-machine.ts';
import type { Place } from '../../pathway/track-place.ts';
import type { Anchor, Span } from '../../procedure/deadlines.ts';
import { type DeadlinePlan, obligationsOf, planDeadline } from './deadline-plan.ts';
import type { LightCase } from './light-case.ts';
import { spanText } from './light-due.ts';
import type { RuleSlots } from './rule-slots.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type LightRow = {
  readonly id: string;
  readonly plan: DeadlinePlan;
  readonly kind: 'meet' | 'move';
  readonly state: string;
  readonly met: string | undefined;
  readonly armedMs: number;
  fromMs: number;
  /** NaN while the law of its span is not known. */
  dueMs: number;
  told: number;
  /** Infinity when nothing is to be told. */
  nextMs: number;
  phase: 'running' | 'paused' | 'kept' | 'missed' | 'passed' | 'dropped';
  pausedSinceMs: number;
  /** Milliseconds (elapsed) or working minutes, as `pausedSpan` gives them. */
  pausedFor: number;
};

export interface LightLedger {
  /** What an entry does to the rows; `before` is where the case stood, nothing at its opening. */
  change(found: LightCase, acts: readonly StepAct[], before: readonly Place[] | undefined): void;
  /** Reads again what rows count from; true when some due instant moved. */
  reschedule(found: LightCase, atMs: number): boolean;
  /** Notes that something may move due instants: a fact recorded, a step done, an event reported. */
  touch(found: LightCase, kind: 'fact' | 'done' | 'event', id: string): void;
  /** Moves a row on to what is next to tell. */
  tell(row: LightRow): void;
  end(found: LightCase, row: LightRow, phase: LightRow['phase']): void;
  /** The row to fire first, of those whose time has come. */
  due(found: LightCase, byMs: number): LightRow | undefined;
  /** When the case is next to be looked at. */
  nextMs(found: LightCase): number;
  /** Deadlines for each row of a record. */
  readonly left: readonly string[];
}

type Told = {
  readonly armed: (found: LightCase, row: LightRow) => void;
  readonly ended: (found: LightCase, row: LightRow) => void;
};

/** The ledger of every case of a simulation. */
export function lightLedger(
  pathway: Pathway,
  slots: RuleSlots,
  clock: VirtualClock,
  { armed, ended }: Told,
): LightLedger {
  const { pack } = pathway;
  const plans = new Map(Object.keys(pack.deadlines).map((id) => [id, planDeadline(pathway, slots, id)]));
  const obligations = new Map(
    [...pathway.states.keys(), ...pathway.tracks].map((id) => [id, obligationsOf(pathway, plans, id)]),
  );
  const paused = [...plans.values()].some(({ definition }) => definition.paused?.length);
  const counted = new Set([...plans.values()].flatMap(({ counts }) => counts));
  const anyAlways = counted.has('always');
  const keysOf = (kind: string) =>
    new Map(
      [...counted].flatMap((key) => (key.startsWith(`${kind}:`) ? [[key.slice(kind.length + 1), key]] : [])),
    );
  const keys = { fact: keysOf('fact'), done: keysOf('done'), event: keysOf('event') };
  const openTracks: (boolean | undefined)[] = [];
  const isOpen = (place: Place): boolean => {
    openTracks[place.id] ??= isTrackOpen(pathway, place.track, place.active);
    return openTracks[place.id] as boolean;
  };

  const time = (found: LightCase, row: LightRow): void => {
    const { definition, due } = row.plan;
    row.fromMs = anchorMs(found, definition.from, row.armedMs) ?? row.armedMs;
    let dueMs = Number.NaN;
    for (const span of spansOf(found, definition.within)) {
      const one = due(span, row.fromMs, row.pausedFor);
      if (!(dueMs <= one)) dueMs = one;
    }
    row.dueMs = dueMs;
  };
  const anchorMs = (found: LightCase, anchor: Anchor, entryMs: number): number | undefined => {
    if (anchor === 'entry') return entryMs;
    if ('fact' in anchor) return factMs(found, anchor.fact);
    if ('done' in anchor) return found.done.get(anchor.done);
    if ('event' in anchor) return found.reported.get(anchor.event);
    const list = 'latest' in anchor ? anchor.latest : 'earliest' in anchor ? anchor.earliest : anchor.first;
    let chosen: number | undefined;
    for (const inner of list) {
      const ms = anchorMs(found, inner, entryMs);
      if (ms === undefined) continue;
      if ('first' in anchor) return ms;
      if (chosen === undefined || ('latest' in anchor ? ms > chosen : ms < chosen)) chosen = ms;
    }
    return chosen;
  };
  const factMs = (found: LightCase, fact: string): number | undefined => {
    const value = slots.value(found.facts, fact);
    if (typeof value !== 'string') return undefined;
    if (value.length === 10) return localTime(toDayNumber(value), 0, pack.pack.timeZone);
    return /^\d{4}-\d{2}-\d{2}T/.test(value) ? toEpochMs(value) : undefined;
  };
  const writtenSpan = (span: Exclude<Span, { by: string }>): readonly string[] => {
    const text = spanText(pack, span);
    return text === undefined ? [] : [text];
  };
  const spansOf = (found: LightCase, span: Span): readonly string[] => {
    if (typeof span === 'string') return [span];
    if ('parameter' in span) return writtenSpan(span);
    const value = slots.value(found.facts, span.by);
    const chosen =
      typeof value === 'string' && Object.hasOwn(span.values, value) ? span.values[value] : undefined;
    const possible = chosen === undefined ? Object.values(span.values) : [chosen];
    return possible.flatMap((one) => writtenSpan(one));
  };
  const withNext = (row: LightRow): void => {
    if (row.phase !== 'running' || Number.isNaN(row.dueMs)) row.nextMs = Number.POSITIVE_INFINITY;
    else if (row.kind === 'move') row.nextMs = row.dueMs;
    else {
      const point = row.plan.percents[row.told];
      row.nextMs = point ? row.plan.rung(row.fromMs, row.dueMs, point.percent) : Number.POSITIVE_INFINITY;
    }
  };
  const toldBy = (row: LightRow, atMs: number): number => {
    if (row.kind !== 'meet' || Number.isNaN(row.dueMs)) return row.kind === 'meet' ? 0 : row.told;
    return row.plan.percents.filter(({ percent }) => row.plan.rung(row.fromMs, row.dueMs, percent) <= atMs)
      .length;
  };
  const end = (found: LightCase, row: LightRow, phase: LightRow['phase']): void => {
    row.phase = phase;
    row.nextMs = Number.POSITIVE_INFINITY;
    found.rows.splice(found.rows.indexOf(row), 1);
    if (found.acts) found.ended.push(row);
    ended(found, row);
  };
  const arm = (
    found: LightCase,
    plan: DeadlinePlan,
    { kind, state, met }: Pick<LightRow, 'kind' | 'state' | 'met'>,
  ): void => {
    const count = (found.armed.get(plan.id) ?? 0) + 1;
    found.armed.set(plan.id, count);
    const row: LightRow = {
      id: `${plan.id}#${count}`,
      plan,
      kind,
      state,
      met,
      armedMs: clock.nowMs,
      fromMs: clock.nowMs,
      dueMs: Number.NaN,
      told: 0,
      nextMs: Number.POSITIVE_INFINITY,
      phase: 'running',
      pausedSinceMs: Number.NaN,
      pausedFor: 0,
    };
    time(found, row);
    withNext(row);
    found.rows.push(row);
    armed(found, row);
  };
  /** Kept or missed is judged by when it happened. */
  const judged = ({ dueMs }: LightRow): LightRow['phase'] =>
    Number.isNaN(dueMs) ? 'dropped' : clock.nowMs <= dueMs ? 'kept' : 'missed';
  const meetByRule = (found: LightCase): void => {
    for (let index = found.rows.length - 1; index >= 0; index -= 1) {
      const row = found.rows[index] as LightRow;
      if (row.met === undefined || row.kind !== 'meet') continue;
      if (slots.outcome(found.facts, row.met) === 'yes') end(found, row, judged(row));
    }
  };
  const enter = (found: LightCase, state: string): void => {
    for (const { plan, met } of obligations.get(state) ?? []) arm(found, plan, { kind: 'meet', state, met });
  };
  const leave = (found: LightCase, state: string): void => {
    for (let index = found.rows.length - 1; index >= 0; index -= 1) {
      const row = found.rows[index] as LightRow;
      if (row.kind !== 'meet' || row.state !== state) continue;
      if (row.met === undefined) end(found, row, judged(row));
      else end(found, row, clock.nowMs > row.dueMs ? 'missed' : 'dropped');
    }
  };
  const drop = (found: LightCase, state: string, deadline: string): void => {
    for (let index = found.rows.length - 1; index >= 0; index -= 1) {
      const row = found.rows[index] as LightRow;
      if (row.kind === 'move' && row.state === state && row.plan.id === deadline) end(found, row, 'dropped');
    }
  };
  const pause = (found: LightCase): void => {
    for (const row of found.rows) {
      const references = row.plan.definition.paused;
      if (!references) continue;
      const stands = references.some((reference) => standsIn(found, reference));
      if (stands && row.phase === 'running') {
        row.phase = 'paused';
        row.pausedSinceMs = clock.nowMs;
        withNext(row);
      }
      if (!stands && row.phase === 'paused') {
        const count = counting(pathway, row.plan.definition);
        row.pausedFor += pausedSpan(fromEpochMs(row.pausedSinceMs), fromEpochMs(clock.nowMs), count);
        row.phase = 'running';
        time(found, row);
        row.told = Math.min(row.told, toldBy(row, clock.nowMs));
        withNext(row);
      }
    }
  };

  return {
    left: [...plans.values()].flatMap(({ id, definition }) => (definition.each === undefined ? [] : [id])),
    end,
    change: (found, acts, before) => {
      meetByRule(found);
      for (const act of acts) {
        switch (act.kind) {
          case 'enter':
            enter(found, act.state);
            break;
          case 'leave':
            leave(found, act.state);
            break;
          case 'drop':
            drop(found, act.state, act.deadline);
            break;
          case 'arm': {
            const plan = plans.get(act.deadline);
            if (plan) arm(found, plan, { kind: 'move', state: act.state, met: undefined });
          }
        }
      }
      if (acts.length > 0) {
        for (const place of found.standing) {
          const was = before?.[place.index];
          const isNow = isOpen(place);
          const wasOpen = was !== undefined && (was === place ? isNow : isOpen(was));
          if (isNow && !wasOpen) enter(found, place.track);
          if (!isNow && wasOpen) leave(found, place.track);
        }
      }
      meetByRule(found);
      if (paused) pause(found);
    },
    touch: (found, kind, id) => {
      const key = keys[kind].get(id);
      if (key !== undefined) found.touched.add(key);
    },
    reschedule: (found, atMs) => {
      if (found.touched.size === 0 && !anyAlways) return false;
      let moved = false;
      for (const row of found.rows) {
        if (!row.plan.counts.some((key) => key === 'always' || found.touched.has(key))) continue;
        const { fromMs, dueMs } = row;
        time(found, row);
        if (
          row.fromMs === fromMs &&
          (row.dueMs === dueMs || (Number.isNaN(row.dueMs) && Number.isNaN(dueMs)))
        )
          continue;
        row.told = Math.min(row.told, toldBy(row, atMs));
        withNext(row);
        moved = true;
      }
      found.touched.clear();
      return moved;
    },
    tell: (row) => {
      row.told += 1;
      withNext(row);
    },
    due: (found, byMs) => {
      let first: LightRow | undefined;
      for (const row of found.rows) {
        if (row.nextMs > byMs) continue;
        if (!first || row.nextMs < first.nextMs || (row.nextMs === first.nextMs && row.id < first.id))
          first = row;
      }
      return first;
    },
    nextMs: (found) => {
      let next = Number.POSITIVE_INFINITY;
      for (const { nextMs } of found.rows) if (nextMs < next) next = nextMs;
      return next;
    },
  };
}

function standsIn({ standing }: LightCase, reference: string): boolean {
  const [kind, id = ''] = reference.split(':');
  return standing.some(({ active, states }) =>
    kind === 'tag' ? states.some(({ tags }) => tags.has(id)) : active.has(id),
  );
}
