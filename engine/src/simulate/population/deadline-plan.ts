import { deadlineOf } from '../../journal/deadline-timing.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import { stepOf } from '../../pathway/step-of.ts';
import type { Anchor, Deadline, Span } from '../../procedure/deadlines.ts';
import type { FactRow } from '../../procedure/value.ts';
import type { LightCase } from './light-case.ts';
import { type DueOf, dueFunction, type RungOf, rungFunction, spanText } from './light-due.ts';
import { type Numbered, numbered } from './numbered.ts';
import type { RuleSlots } from './rule-slots.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What a deadline of the pack means, read once. */
export type DeadlinePlan = {
  readonly id: string;
  /** From 0, in the order of the pack. */
  readonly index: number;
  readonly definition: Deadline;
  /** Where a row counts from; NaN while that is not known. `record` is the row of records it stands for. */
  readonly from: (found: LightCase, armedMs: number, record: FactRow | undefined) => number;
  /** The earliest of the spans that may hold; NaN while the law of each is not known. */
  readonly due: (found: LightCase, fromMs: number, pausedFor: number) => number;
  readonly rung: RungOf;
  readonly percents: readonly { readonly percent: number; readonly to?: string }[];
  /** Bits of what it counts from: facts, steps done, events reported. */
  readonly counts: Int32Array;
  /** It may move with time alone. */
  readonly always: boolean;
  /** The records fact for each row of which it runs, by number; -1 for none. */
  readonly each: number;
};

/** A deadline that a state carries, with the rule that meets it if leaving does not. */
export type Obligation = {
  readonly plan: DeadlinePlan;
  /** Number of the state. */
  readonly state: number;
  /** Number of the rule; -1 for none. */
  readonly met: number;
  /** The task it is of. */
  readonly task: string | undefined;
};

/** What plans are read with. */
export type PlanGround = {
  readonly pathway: Pathway;
  readonly slots: RuleSlots;
  readonly clock: VirtualClock;
  readonly states: Numbered;
};

/** The deadlines of a pack, and what moves them: `keys` of facts, steps and events by number of their bit. */
export type DeadlinePlans = {
  readonly all: readonly DeadlinePlan[];
  readonly of: (id: string) => DeadlinePlan | undefined;
  /** `fact:`, `done:` and `event:` with the id. */
  readonly keys: Numbered;
};

/** Reads every deadline of the pack. */
export function planDeadlines(ground: PlanGround): DeadlinePlans {
  const { pathway, slots } = ground;
  const ids = Object.keys(pathway.pack.deadlines);
  const read = ids.map((id) => {
    const definition = deadlineOf(pathway, id);
    const by =
      typeof definition.within === 'object' && 'by' in definition.within ? [definition.within.by] : [];
    const facts = [...factsOf(definition.from), ...by];
    return {
      keys: [
        ...facts.flatMap((fact) => slots.basesOf(fact).map((base) => `fact:${base}`)),
        ...namedIn(definition.from),
        ...(definition.each === undefined ? [] : [`fact:${definition.each}`]),
      ],
      always: facts.some((fact) => slots.countsToNow(`fact:${fact}`)),
    };
  });
  const keys = numbered(new Set(read.flatMap((one) => one.keys)));
  const all = ids.map((id, index): DeadlinePlan => {
    const definition = deadlineOf(pathway, id);
    const rungs = (definition.escalation ?? []).map(({ at, to }) => ({ percent: at, to }));
    const percents = rungs.some(({ percent }) => percent === 100) ? rungs : [...rungs, { percent: 100 }];
    const counts = new Int32Array(Math.ceil(keys.ids.length / 32));
    for (const key of read[index]?.keys ?? []) {
      const bit = keys.of(key);
      counts[bit >> 5] = (counts[bit >> 5] as number) | (1 << (bit & 31));
    }
    return {
      id,
      index,
      definition,
      from: anchorOf(ground, keys, definition.from),
      due: dueOf(ground, definition),
      rung: rungFunction(pathway, definition),
      percents: percents.sort((a, b) => a.percent - b.percent),
      counts,
      always: read[index]?.always === true,
      each: definition.each === undefined ? -1 : slots.facts.of(definition.each),
    };
  });
  const byId = new Map(all.map((plan) => [plan.id, plan]));
  return { all, of: (id) => byId.get(id), keys };
}

function anchorOf(ground: PlanGround, keys: Numbered, anchor: Anchor): DeadlinePlan['from'] {
  if (anchor === 'entry') return (_, armedMs) => armedMs;
  if ('fact' in anchor) {
    const { fact } = anchor;
    const read = ground.slots.reader(fact);
    const { days } = ground.clock;
    return ({ facts }, _, record) => {
      const value = record && Object.hasOwn(record, fact) ? record[fact] : read(facts);
      return typeof value === 'string' ? days.msOf(value) : Number.NaN;
    };
  }
  if ('done' in anchor) {
    const key = keys.of(`done:${anchor.done}`);
    return ({ keyMs }) => keyMs[key] as number;
  }
  if ('event' in anchor) {
    const key = keys.of(`event:${anchor.event}`);
    return ({ keyMs }) => keyMs[key] as number;
  }
  const inner = innerOf(anchor).map((one) => anchorOf(ground, keys, one));
  const isFirst = 'first' in anchor;
  const isLatest = 'latest' in anchor;
  return (found, armedMs, record) => {
    let chosen = Number.NaN;
    for (let index = 0; index < inner.length; index += 1) {
      const ms = (inner[index] as DeadlinePlan['from'])(found, armedMs, record);
      if (Number.isNaN(ms)) continue;
      if (isFirst) return ms;
      if (Number.isNaN(chosen) || (isLatest ? ms > chosen : ms < chosen)) chosen = ms;
    }
    return chosen;
  };
}

function dueOf({ pathway, slots, clock }: PlanGround, definition: Deadline): DeadlinePlan['due'] {
  const compiled = (span: Exclude<Span, { by: string }>): readonly DueOf[] => {
    const within = spanText(pathway.pack, span);
    return within === undefined ? [] : [dueFunction(pathway, definition, within, clock.days)];
  };
  const { within } = definition;
  if (typeof within === 'string' || 'parameter' in within) {
    const [only] = compiled(within);
    return only ? (_, fromMs, pausedFor) => only(fromMs, pausedFor) : () => Number.NaN;
  }
  const read = slots.reader(within.by);
  const byValue = new Map(Object.entries(within.values).map(([value, span]) => [value, compiled(span)]));
  const any = [...byValue.values()].flat();
  return ({ facts }, fromMs, pausedFor) => {
    const value = read(facts);
    const possible = (typeof value === 'string' ? byValue.get(value) : undefined) ?? any;
    let dueMs = Number.NaN;
    for (let index = 0; index < possible.length; index += 1) {
      const one = (possible[index] as DueOf)(fromMs, pausedFor);
      if (!(dueMs <= one)) dueMs = one;
    }
    return dueMs;
  };
}

function factsOf(anchor: Anchor): readonly string[] {
  if (anchor === 'entry') return [];
  if ('fact' in anchor) return [anchor.fact];
  return innerOf(anchor).flatMap(factsOf);
}

function namedIn(anchor: Anchor): readonly string[] {
  if (anchor === 'entry') return [];
  if ('done' in anchor) return [`done:${anchor.done}`];
  if ('event' in anchor) return [`event:${anchor.event}`];
  return innerOf(anchor).flatMap(namedIn);
}

function innerOf(anchor: Exclude<Anchor, 'entry'>): readonly Anchor[] {
  if ('latest' in anchor) return anchor.latest;
  if ('earliest' in anchor) return anchor.earliest;
  return 'first' in anchor ? anchor.first : [];
}

/** Deadlines of a step or stage, and those of its tasks, each with the rule that meets it. */
export function obligationsOf(
  { pathway: { pack }, slots, states }: PlanGround,
  plans: DeadlinePlans,
  state: string,
): readonly Obligation[] {
  const definition = Object.hasOwn(pack.steps, state) ? pack.steps[state] : undefined;
  const tasks = Object.entries(stepOf(pack, state)?.tasks ?? {});
  const all = [
    ...(definition?.deadlines ?? []).map((deadline) => ({ deadline, task: undefined, by: undefined })),
    ...tasks.flatMap(([task, { deadline, met }]) =>
      deadline === undefined ? [] : [{ deadline, task, by: met }],
    ),
  ];
  return all.flatMap(({ deadline, task, by }): Obligation[] => {
    const plan = plans.of(deadline);
    if (!plan) return [];
    const { met } = plan.definition;
    const rule = by ?? (met === 'leaving' ? undefined : met.rule);
    return [{ plan, state: states.of(state), met: rule === undefined ? -1 : slots.rules.of(rule), task }];
  });
}
