/**
 * Runs light cases: what `advance` does, entry by entry, on remembered steps, rules in slots and a ledger of numbers. It writes
 * no journal. Tests replay simulated cases on `advance` itself and find the same route, facts, rows and signals.
 */
import type { Command } from '../../journal/command.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { isTrackOpen } from '../../pathway/read-candidates.ts';
import { type RememberedStep, type RememberedSteps, rememberSteps } from '../../pathway/remembered-steps.ts';
import type { StepAct } from '../../pathway/step-machine.ts';
import { stepOf } from '../../pathway/step-of.ts';
import type { TrackEvent } from '../../pathway/track-event.ts';
import type { Place } from '../../pathway/track-place.ts';
import type { FactValue } from '../../procedure/value.ts';
import { EngineError } from '../../vocabulary/engine-error.ts';
import type { Chance } from './chance.ts';
import type { LightCase } from './light-case.ts';
import { formsOf, type LightForms } from './light-forms.ts';
import { type LightLedger, type LightRow, lightLedger } from './light-ledger.ts';
import { type RuleSlots, ruleSlots } from './rule-slots.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** Who wants to know what happens to cases. Called in order of time within a case. */
export interface Watcher {
  entered(found: LightCase, step: string): void;
  left(found: LightCase, step: string): void;
  /** An event that XState was sent and that was taken: reported, a signal, or a deadline that moves the case. */
  event(found: LightCase, kind: 'reported' | 'signal' | 'deadline', name: string): void;
  armed(found: LightCase, row: LightRow): void;
  ended(found: LightCase, row: LightRow): void;
  /** A rung of an escalation was told to a role. */
  told(found: LightCase, row: LightRow, to: string | undefined): void;
  /** An entry is complete; `version` is that of its facts. */
  after(found: LightCase, version: number): void;
}

export interface LightEngine {
  readonly pathway: Pathway;
  readonly clock: VirtualClock;
  readonly slots: RuleSlots;
  readonly table: RememberedSteps;
  readonly ledger: LightLedger;
  readonly forms: LightForms;
  open(number: number, chance: Chance, keepActs: boolean): LightCase;
  /** The step an event would take now, when nothing refuses it; facts at hand count as recorded. */
  possible(found: LightCase, event: string): RememberedStep | undefined;
  /** Reports an event whose step was found possible, with the facts recorded before. */
  report(
    found: LightCase,
    event: string,
    step: RememberedStep,
    facts: readonly string[],
    command?: Command,
  ): void;
  /** Facts were recorded alone. */
  record(found: LightCase, facts: readonly string[], command?: Command): void;
  /** Sets a fact at hand; the entry that follows records it. */
  give(found: LightCase, fact: string, value: FactValue): void;
  /** Fires every row whose time has come, one by one. */
  fireDue(found: LightCase): void;
}

type Kind =
  | 'opened'
  | 'reported'
  | 'signalled'
  | 'refreshed'
  | 'passed'
  | 'told'
  | 'rescheduled'
  | 'recorded';
const MOST_AT_ONCE = 100;
const NO_ACTS: readonly StepAct[] = [];

/** The engine of a simulation; its table of remembered steps lives as long. */
export function lightEngine(pathway: Pathway, startMs: number, watcher: Watcher): LightEngine {
  const { pack } = pathway;
  const clock = virtualClock(pack.pack.timeZone, startMs);
  const slots = ruleSlots(pathway, clock);
  const table = rememberSteps(pathway);
  const ledger = lightLedger(pathway, slots, clock, watcher);
  const forms = formsOf(pathway, slots);
  const freshOf = new Map([...pathway.states.keys()].map((id) => [id, stepOf(pack, id)?.fresh ?? []]));
  const isShown = new Set(
    [...pathway.states.values()].flatMap(({ id, type }) => (type === 'history' ? [] : [id])),
  );
  const signals = pathway.signals.map(({ event, rule }) => ({
    event,
    rule,
    sent: table.events.signal(event),
  }));
  const everySignal = signals.map((_, index) => index);
  const timedSignals = everySignal.filter((index) => slots.countsToNow(`rule:${signals[index]?.rule ?? ''}`));
  const reported = new Map(Object.keys(pack.events).map((id) => [id, table.events.reported(id)]));
  const isClosedAt: (boolean | undefined)[] = [];
  let asking: LightCase | undefined;
  const ask = (rule: string) => slots.outcome((asking as LightCase).facts, rule);

  const stepOfEvent = (found: LightCase, event: TrackEvent): RememberedStep | undefined => {
    asking = found;
    return table.step(found.standing, event, ask);
  };
  /** Main in an end step; any other track in an idle or end step. */
  const rests = (place: Place): boolean => {
    const known = isClosedAt[place.id];
    if (known !== undefined) return known;
    const told =
      place.track === 'main'
        ? place.states.every(({ leaf, kind }) => !leaf || kind === 'end')
        : !isTrackOpen(pathway, place.track, place.active);
    isClosedAt[place.id] = told;
    return told;
  };

  /** One entry at the time the clock shows; gives the signals it turned to yes. */
  const write = (found: LightCase, kind: Kind, step: RememberedStep | undefined): readonly number[] => {
    const acts = step?.acts ?? NO_ACTS;
    const before = kind === 'opened' ? undefined : acts.length > 0 ? [...found.standing] : found.standing;
    if (step && acts.length > 0) {
      for (const place of step.after) found.standing[place.index] = place;
      if (kind === 'reported' || kind === 'signalled') {
        for (const id of step.left) {
          found.done.set(id, clock.nowMs);
          ledger.touch(found, 'done', id);
        }
      }
      found.closed = found.standing.every(rests);
    }
    ledger.change(found, acts, before);
    if (step) {
      for (const act of acts) {
        if (act.kind === 'leave') watcher.left(found, act.state);
        else if (act.kind === 'enter' && isShown.has(act.state)) {
          if (found.acts) found.route.push(act.state);
          watcher.entered(found, act.state);
        }
      }
    }
    let turned: number[] | undefined;
    const changed = found.lastVersion !== found.facts.version;
    found.lastVersion = found.facts.version;
    for (const index of changed ? everySignal : timedSignals) {
      const outcome = slots.outcome(found.facts, (signals[index] as (typeof signals)[number]).rule);
      const was = found.signals[index];
      if (outcome === was) continue;
      if (kind === 'refreshed' && outcome === 'yes') {
        found.lastVersion = -1;
        continue;
      }
      found.signals[index] = outcome;
      if (outcome === 'yes') turned = [...(turned ?? []), index];
    }
    watcher.after(found, found.facts.version);
    return turned ?? NONE;
  };

  const followUp = (
    found: LightCase,
    turned: readonly number[],
    step: RememberedStep | undefined,
    atMs: number,
  ): void => {
    let entered = step?.entered ?? [];
    for (const index of turned) {
      const { event, sent } = signals[index] as (typeof signals)[number];
      const next = stepOfEvent(found, sent);
      found.reported.set(event, clock.nowMs);
      ledger.touch(found, 'event', event);
      write(found, 'signalled', next);
      watcher.event(found, 'signal', event);
      if (next) entered = [...entered, ...next.entered];
    }
    let forgot = false;
    for (const id of entered) {
      for (const fact of freshOf.get(id) ?? []) {
        if (!Object.hasOwn(found.facts.values, fact)) continue;
        slots.forget(found.facts, fact);
        ledger.touch(found, 'fact', fact);
        forgot = true;
      }
    }
    if (forgot) write(found, 'refreshed', undefined);
    if (ledger.reschedule(found, atMs)) write(found, 'rescheduled', undefined);
  };

  const fire = (found: LightCase, row: LightRow, atMs: number): void => {
    clock.nowMs = row.nextMs;
    if (row.kind === 'move') {
      const step = stepOfEvent(found, table.events.passing(row.plan.id, row.state));
      ledger.end(found, row, 'passed');
      const turned = write(found, 'passed', step);
      watcher.event(found, 'deadline', row.plan.id);
      followUp(found, turned, step, atMs);
    } else {
      const rung = row.plan.percents[row.told];
      ledger.tell(row);
      watcher.told(found, row, rung?.to);
      followUp(found, write(found, 'told', undefined), undefined, atMs);
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
  const touch = (found: LightCase, facts: readonly string[]): void => {
    for (const fact of facts) ledger.touch(found, 'fact', fact);
  };

  return {
    pathway,
    clock,
    slots,
    table,
    ledger,
    forms,
    open: (number, chance, keepActs) => {
      const facts = slots.open();
      for (const [id, { initial }] of Object.entries(pack.facts)) {
        if (initial !== undefined) slots.record(facts, id, initial as FactValue);
      }
      const found: LightCase = {
        number,
        chance,
        facts,
        openedMs: clock.nowMs,
        standing: [],
        done: new Map(),
        reported: new Map(),
        reporters: new Map(),
        signals: [],
        rows: [],
        ended: [],
        armed: new Map(),
        touched: new Set(),
        lastVersion: -1,
        closed: false,
        acts: keepActs ? [] : undefined,
        route: [],
      };
      asking = found;
      const step = table.start(ask);
      if (!step)
        throw new EngineError('pack.unsound', 'The procedure cannot start: XState refuses its first step.');
      const turned = write(found, 'opened', step);
      followUp(found, turned, step, clock.nowMs);
      passAtOnce(found);
      return found;
    },
    possible: (found, event) => {
      const sent = reported.get(event);
      const step = sent && stepOfEvent(found, sent);
      if (step?.verdict !== 'taken') return undefined;
      const isProtective = pack.events[event]?.protective === true;
      if (isProtective) return step;
      if (found.closed && !step.heard.some((id) => pathway.states.get(id)?.track === 'main'))
        return undefined;
      return forms.mayLeave(found.facts, event, step) ? step : undefined;
    },
    report: (found, event, step, facts, command) => {
      if (command) found.acts?.push({ atMs: clock.nowMs, command });
      touch(found, facts);
      found.reported.set(event, clock.nowMs);
      ledger.touch(found, 'event', event);
      const turned = write(found, 'reported', step);
      watcher.event(found, 'reported', event);
      followUp(found, turned, step, clock.nowMs);
      passAtOnce(found);
    },
    record: (found, facts, command) => {
      if (command) found.acts?.push({ atMs: clock.nowMs, command });
      touch(found, facts);
      followUp(found, write(found, 'recorded', undefined), undefined, clock.nowMs);
      passAtOnce(found);
    },
    give: (found, fact, value) => slots.record(found.facts, fact, value),
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
}

const NONE: readonly number[] = [];
