/**
 * Runs light cases: what `advance` does, entry by entry, on remembered steps, rules in slots and a ledger of numbers. It writes
 * no journal. Tests replay simulated cases on `advance` itself and find the same route, facts, rows and signals.
 */
import type { Command } from '../../journal/command.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { AskRule, RememberedSteps } from '../../pathway/remembered-steps.ts';
import { sharedSteps } from '../../pathway/shared-steps.ts';
import type { TrackEvent } from '../../pathway/track-event.ts';
import type { Place } from '../../pathway/track-place.ts';
import type { FactValue } from '../../procedure/value.ts';
import { EngineError } from '../../vocabulary/engine-error.ts';
import type { Chance } from './chance.ts';
import { closing } from './closing.ts';
import type { LightCase } from './light-case.ts';
import { formsOf, type LightForms } from './light-forms.ts';
import { type LightLedger, lightLedger } from './light-ledger.ts';
import { type LightRow, PHASE } from './light-row.ts';
import { type LightSignal, lightSignals } from './light-signals.ts';
import { type LightStep, lightSteps } from './light-step.ts';
import { type Numbered, numbered } from './numbered.ts';
import { type RuleSlots, ruleSlots } from './rule-slots.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';
import type { Watcher } from './watcher.ts';

export interface LightEngine {
  readonly pathway: Pathway;
  readonly clock: VirtualClock;
  readonly slots: RuleSlots;
  readonly table: RememberedSteps;
  readonly ledger: LightLedger;
  readonly forms: LightForms;
  readonly states: Numbered;
  readonly events: Numbered;
  /** Set it before a case is opened. */
  watcher: Watcher;
  open(number: number, chance: Chance, keepActs: boolean): LightCase;
  /** The step an event would take now, when nothing refuses it; facts at hand count as recorded. */
  possible(found: LightCase, event: number): LightStep | undefined;
  /** The step an event would take, whatever still refuses it. */
  stepOf(found: LightCase, event: number): LightStep | undefined;
  /** Facts that an event asks. */
  needs(event: number): readonly number[];
  /** Reports an event whose step was found possible; `facts` were given before. */
  report(found: LightCase, event: number, step: LightStep, command?: Command): void;
  /** Facts were recorded alone. */
  record(found: LightCase, command?: Command): void;
  /** Sets a fact at hand; the entry that follows records it. */
  give(found: LightCase, fact: number, value: FactValue): void;
  /** Fires every row whose time has come, one by one. */
  fireDue(found: LightCase): void;
}

type Kind = 'moved' | 'acted' | 'refreshed' | 'noted';
const MOST_AT_ONCE = 100;
const OUTCOMES = ['unknown', 'no', 'yes'] as const;
const NONE: readonly number[] = [];

/** The engine of a simulation; the table of remembered steps is that of the pathway. */
export function lightEngine(pathway: Pathway, startMs: number, watcher: Watcher): LightEngine {
  const { pack } = pathway;
  const clock = virtualClock(pack.pack.timeZone, startMs);
  const slots = ruleSlots(pathway, clock);
  const states = numbered(pathway.states.keys());
  const events = numbered(Object.keys(pack.events));
  const table = sharedSteps(pathway);
  const ledger = lightLedger(
    { pathway, slots, clock, states },
    {
      armed: (found, row) => engine.watcher.armed(found, row),
      ended: (found, row) => engine.watcher.ended(found, row),
    },
  );
  const forms = formsOf(pathway, slots);
  const light = lightSteps({ pathway, slots, states, ledger, forms });
  const signals = lightSignals(pathway, { slots, events, table });
  const reported = events.ids.map((id) => table.events.reported(id));
  const needs = events.ids.map((id) => (pack.events[id]?.needs ?? []).map(slots.facts.of));
  const isProtective = events.ids.map((id) => pack.events[id]?.protective === true);
  const keysOf = (kind: 'fact' | 'done' | 'event', ids: readonly string[]) =>
    Int32Array.from(ids, (id) => ledger.keyOf(kind, id));
  const factKeys = keysOf('fact', slots.facts.ids);
  const doneKeys = keysOf('done', states.ids);
  const eventKeys = keysOf('event', events.ids);
  const initial = Object.entries(pack.facts).flatMap(([id, { initial: value }]) =>
    value === undefined ? [] : [{ fact: slots.facts.of(id), value: value as FactValue }],
  );
  const hasEach = ledger.plans.some(({ each }) => each >= 0);
  const trackStates = pathway.tracks.map(states.of);
  const isClosed = closing(pathway);
  let asking: LightCase | undefined;
  const ask: AskRule = (_, place) =>
    OUTCOMES[slots.decide((asking as LightCase).facts, place) + 1] as (typeof OUTCOMES)[number];

  const stepOfEvent = (found: LightCase, event: TrackEvent): LightStep | undefined => {
    asking = found;
    const step = table.step(found.standing, event, ask);
    return step && light(step, found.standing);
  };
  const move = (found: LightCase, { step, left, entered }: LightStep, isAct: boolean): void => {
    const { standing } = found;
    for (let index = 0; index < step.after.length; index += 1) {
      const place = step.after[index] as Place;
      standing[place.index] = place;
    }
    if (isAct) {
      for (let index = 0; index < left.length; index += 1) {
        const state = left[index] as number;
        ledger.happened(found, doneKeys[state] as number);
      }
    }
    const { openMs } = found;
    if (openMs) for (const state of entered) if (!trackStates.includes(state)) openMs[state] = clock.nowMs;
    found.closed = isClosed(standing);
  };
  const tellMoves = (found: LightCase, moves: Int32Array): void => {
    for (let index = 0; index < moves.length; index += 1) {
      const state = moves[index] as number;
      if (state < 0) engine.watcher.left(found, -1 - state);
      else {
        if (found.acts) found.route.push(states.ids[state] as string);
        engine.watcher.entered(found, state);
      }
    }
  };
  /** One entry at the time the clock shows; gives the signals it turned to yes. */
  const write = (found: LightCase, kind: Kind, step: LightStep | undefined): readonly number[] => {
    if (step?.changes) move(found, step, kind === 'acted');
    ledger.change(found, step === undefined ? NO_OPS : step.ops);
    if (step) tellMoves(found, step.moves);
    const turned = signals.turned(found, kind === 'refreshed');
    engine.watcher.after(found, found.facts.version);
    return turned;
  };

  const forget = (found: LightCase, fresh: readonly number[]): boolean => {
    let forgot = false;
    for (let index = 0; index < fresh.length; index += 1) {
      const fact = fresh[index] as number;
      if (found.facts.values[fact] === undefined) continue;
      slots.forget(found.facts, fact);
      ledger.touch(found, factKeys[fact] as number);
      forgot = true;
    }
    return forgot;
  };
  const followUp = (
    found: LightCase,
    turned: readonly number[],
    step: LightStep | undefined,
    atMs: number,
  ): void => {
    let fresh = step === undefined ? NONE : step.fresh;
    for (let index = 0; index < turned.length; index += 1) {
      const { event, sent } = signals.all[turned[index] as number] as LightSignal;
      const next = stepOfEvent(found, sent);
      ledger.happened(found, eventKeys[event] as number);
      write(found, 'acted', next);
      engine.watcher.event(found, 1, event);
      if (next && next.fresh.length > 0) fresh = [...fresh, ...next.fresh];
    }
    if (forget(found, fresh)) write(found, 'refreshed', undefined);
    if (ledger.reschedule(found, atMs)) write(found, 'noted', undefined);
  };

  const fire = (found: LightCase, row: LightRow, atMs: number): void => {
    clock.nowMs = row.nextMs;
    if (row.moves) {
      const step = stepOfEvent(found, table.events.passing(row.plan.id, states.ids[row.state] as string));
      ledger.end(found, row, PHASE.passed);
      const turned = write(found, 'moved', step);
      engine.watcher.event(found, 2, row.plan.index);
      followUp(found, turned, step, atMs);
    } else {
      const rung = row.plan.percents[row.told];
      ledger.tell(found, row);
      engine.watcher.told(found, row, rung?.to);
      followUp(found, write(found, 'noted', undefined), undefined, atMs);
    }
    clock.nowMs = atMs;
  };
  /** What the act itself put past due passes at once. */
  const passAtOnce = (found: LightCase): void => {
    const atMs = clock.nowMs;
    for (let count = 0; count < MOST_AT_ONCE; count += 1) {
      const row = ledger.due(found, atMs);
      if (!row) return;
      fire(found, row, atMs);
    }
  };

  const engine: LightEngine = {
    pathway,
    clock,
    slots,
    table,
    ledger,
    forms,
    states,
    events,
    watcher,
    open: (number, chance, keepActs) => {
      const facts = slots.open();
      for (const { fact, value } of initial) slots.record(facts, fact, value);
      const found: LightCase = {
        number,
        chance,
        facts,
        openedMs: clock.nowMs,
        standing: [],
        keyMs: new Float64Array(ledger.words * 32).fill(Number.NaN),
        openMs: hasEach ? new Float64Array(states.ids.length).fill(Number.NaN) : undefined,
        reporters: new Map(),
        signals: signals.open(),
        rows: [],
        metByRule: 0,
        nextMs: Number.POSITIVE_INFINITY,
        ended: [],
        armed: new Int32Array(ledger.plans.length),
        touched: new Int32Array(ledger.words),
        lastVersion: -1,
        closed: false,
        acts: keepActs ? [] : undefined,
        route: [],
      };
      asking = found;
      const first = table.start(ask);
      if (!first)
        throw new EngineError('pack.unsound', 'The procedure cannot start: XState refuses its first step.');
      const step = light(first, undefined);
      const turned = write(found, 'moved', step);
      followUp(found, turned, step, clock.nowMs);
      passAtOnce(found);
      return found;
    },
    stepOf: (found, event) => stepOfEvent(found, reported[event] as TrackEvent),
    needs: (event) => needs[event] ?? NONE,
    possible: (found, event) => {
      const step = stepOfEvent(found, reported[event] as TrackEvent);
      if (!step?.isTaken) return undefined;
      if (isProtective[event]) return step;
      if (found.closed && !step.isMainHeard) return undefined;
      return forms.mayLeave(found.facts, needs[event] ?? NONE, step) ? step : undefined;
    },
    report: (found, event, step, command) => {
      if (command) found.acts?.push({ atMs: clock.nowMs, command });
      ledger.happened(found, eventKeys[event] as number);
      const turned = write(found, 'acted', step);
      engine.watcher.event(found, 0, event);
      followUp(found, turned, step, clock.nowMs);
      passAtOnce(found);
    },
    record: (found, command) => {
      if (command) found.acts?.push({ atMs: clock.nowMs, command });
      followUp(found, write(found, 'noted', undefined), undefined, clock.nowMs);
      passAtOnce(found);
    },
    give: (found, fact, value) => {
      ledger.touch(found, factKeys[fact] as number);
      slots.record(found.facts, fact, value);
    },
    fireDue: (found) => {
      const atMs = clock.nowMs;
      for (;;) {
        const row = ledger.due(found, atMs);
        if (!row) return;
        fire(found, row, row.nextMs);
        clock.nowMs = atMs;
      }
    },
  };
  return engine;
}

const NO_OPS: LightStep['ops'] = [];
