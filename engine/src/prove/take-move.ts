/** What a move does, as `advance` would: facts first, then the machine, its signals, and what the steps entered ask again. */
import type { Outcome } from '../journal/case-file.ts';
import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { askedFields, collectedFacts, type Field, factsOfRule, freshOf, hearing } from './collects.ts';
import type { FactSpace } from './fact-space.ts';
import { BROKEN, type Happening, type Moment, type Monitor } from './monitor.ts';
import { eventOf, type Move, passingOf } from './moves.ts';
import type { RuleFormulas } from './rule-formulas.ts';
import type { Place } from './track-place.ts';
import type { Standing, TrackStep, TrackSteps } from './track-steps.ts';
import { LINK, type Turn } from './turn.ts';

/** What is compiled once for a pathway and serves every safeguard. */
export type Ground = {
  readonly pathway: Pathway;
  readonly space: FactSpace;
  readonly rules: RuleFormulas;
  readonly steps: TrackSteps;
  /** Signals whose rule may turn to yes because a step asks facts again: whether it was yes before is left open. */
  readonly turnedByAsking: ReadonlySet<string>;
  /** What can happen in a place, once it was asked. */
  readonly movesAt: Map<Place, readonly Move[]>;
  readonly hearingAt: Map<string, Hearing>;
};

/** One way of looking at a pathway: for one safeguard, some tracks, and one world. */
export type View = {
  readonly ground: Ground;
  readonly monitor: Monitor;
  /** Signals that the safeguard speaks of. */
  readonly named: ReadonlySet<string>;
  /** It reads rules whatever happens, and not only when something it names does. */
  readonly readsRules: boolean;
  /** Deadlines that do not move the case and whose missing it speaks of. */
  readonly misses: ReadonlySet<string>;
  readonly tracks: readonly string[];
  /** Facts that the tracks not explored record or ask again. */
  readonly elsewhere: readonly string[];
  /** Every fact may change with everything that happens. */
  readonly corrected: boolean;
};

export type Taken = {
  readonly standing: Standing;
  readonly monitor: number;
  readonly overridden: readonly string[];
};

/** Opens a case. */
export function openTurn(view: View, turn: Turn, told: (moment: Moment) => void): Taken | undefined {
  const { ground, monitor, tracks } = view;
  const step = ground.steps.start(tracks, { outcome: outcomeIn(ground, turn), pick: turn.look });
  if (!step) return undefined;
  const nowhere: Standing = new Map();
  const first = monitor.step(
    monitor.initial,
    { ...happening(turn, { step, before: nowhere }), held: () => false },
    told,
  );
  return follow(view, turn, {
    standing: step.standing,
    monitor: first,
    entered: step.entered,
    told,
    opening: true,
    alone: true,
  });
}

/** Takes one move; undefined when it is refused or nothing hears it. */
export function takeTurn(
  view: View,
  state: Pick<Taken, 'standing' | 'monitor'>,
  move: Move,
  turn: Turn,
  told: (moment: Moment) => void,
): Taken | undefined {
  const { ground } = view;
  passTime(ground, turn);
  if (view.corrected) for (const variable of ground.space.variables) turn.record(variable, LINK.free);
  const overridden: string[] = [];
  const step = stepOf(view, state.standing, move, turn, overridden);
  if (!step) return undefined;
  const monitor = view.monitor.step(
    state.monitor,
    happening(turn, { step, before: state.standing, ...namesOf(move) }),
    told,
  );
  const next = follow(view, turn, {
    standing: step.standing,
    monitor,
    entered: step.entered,
    told,
    opening: false,
    alone: move.kind === 'correct',
  });
  return next && { ...next, overridden };
}

/** Whether an event may be reported on the facts of the turn, signals and what they lead to apart. */
export function isPossible(view: View, standing: Standing, event: string, turn: Turn): boolean {
  return reportedStep(view, standing, { kind: 'report', event }, turn, []) !== undefined && !turn.impossible;
}

function namesOf(move: Move): Pick<Happening, 'event' | 'deadline'> {
  if ('event' in move) return { event: move.event };
  return 'deadline' in move ? { deadline: move.deadline } : {};
}

function stepOf(
  view: View,
  standing: Standing,
  move: Move,
  turn: Turn,
  overridden: string[],
): TrackStep | undefined {
  const { ground, corrected } = view;
  const { pathway, steps } = ground;
  const answers = { outcome: outcomeIn(ground, turn), pick: turn.look };
  const still: TrackStep = { standing, entered: [], left: [], taken: true };
  switch (move.kind) {
    case 'report':
    case 'override':
      return reportedStep(view, standing, move, turn, overridden);
    case 'done': {
      recordFacts(ground, hearingOf(ground, standing, move.event).facts, turn);
      const open = steps.step(standing, eventOf(move.event, 'report'), answers);
      return open?.taken ? undefined : steps.step(standing, eventOf(move.event, 'done'), answers);
    }
    case 'pass':
      return steps.step(standing, passingOf(move.deadline, move.state), answers);
    case 'miss':
      return still;
    case 'record': {
      const rule = pathway.pack.events[move.signal]?.when;
      if (rule === undefined) return undefined;
      if (!corrected) recordFacts(ground, factsOfRule(pathway, rule), turn);
      return turn.turned(ground.rules(rule).yes) ? still : undefined;
    }
    case 'elsewhere':
      for (const fact of view.elsewhere) {
        for (const variable of ground.space.followFrom.get(fact) ?? []) turn.record(variable, LINK.free);
      }
      return still;
    case 'correct':
      return still;
  }
}

function reportedStep(
  view: View,
  standing: Standing,
  { kind, event }: Extract<Move, { kind: 'report' | 'override' | 'done' }>,
  turn: Turn,
  overridden: string[],
): TrackStep | undefined {
  const { ground, corrected } = view;
  const { pathway, steps, rules } = ground;
  const definition = pathway.pack.events[event];
  const { heard, facts, fields } = hearingOf(ground, standing, event);
  if (!corrected) recordFacts(ground, facts, turn);
  if (!definition?.protective) demandAnswers(ground, fields, event, turn);
  if (turn.impossible || isShut(view, standing, heard, definition?.protective === true)) return undefined;
  const decided = outcomeIn(ground, turn);
  const outcome = (rule: string): Outcome => {
    const plain = decided(rule);
    if (kind !== 'override' || plain === 'yes' || !pathway.pack.rules[rule]?.overridable || !turn.pick())
      return plain;
    overridden.push(rule);
    return 'yes';
  };
  const step = steps.step(standing, eventOf(event, 'report'), { outcome, pick: turn.look });
  if (!step?.taken) return undefined;
  if (kind === 'override' && !someRoleMay(pathway, overridden)) return undefined;
  if (!definition?.protective && !mayLeave(ground, step.left, turn, rules)) return undefined;
  return step;
}

/** Somebody may override all of the rules at once, and there is one to override. */
function someRoleMay({ pack }: Pathway, overridden: readonly string[]): boolean {
  const [first, ...others] = overridden.map((rule) => pack.rules[rule]?.overridable?.by ?? []);
  return first?.some((role) => others.every((roles) => roles.includes(role))) ?? false;
}

/** A closed case hears nothing but what its main track hears. */
function isShut(
  { tracks, ground }: View,
  standing: Standing,
  heard: readonly PathwayState[],
  protective: boolean,
): boolean {
  if (
    protective ||
    tracks.length < ground.pathway.tracks.length ||
    heard.some(({ track }) => track === 'main')
  )
    return false;
  return [...standing.values()].every(
    ({ rests, track, states }) =>
      rests && (track !== 'main' || states.every(({ leaf, kind }) => !leaf || kind === 'end')),
  );
}

type Hearing = {
  readonly heard: readonly PathwayState[];
  readonly facts: ReadonlySet<string>;
  readonly fields: readonly Field[];
};

/** What the explored tracks hear of an event, and what reporting it records. */
function hearingOf({ pathway, hearingAt }: Ground, standing: Standing, event: string): Hearing {
  const places = [...standing.values()].filter(({ heard }) => heard.has(event));
  const key = `${event} ${places.map(({ id }) => id).join(' ')}`;
  const found = hearingAt.get(key);
  if (found) return found;
  const open = places.flatMap(({ states }) => states);
  const heard = hearing(pathway, open, event);
  const made = { heard, facts: collectedFacts(pathway, open, event), fields: askedFields(pathway, heard) };
  hearingAt.set(key, made);
  return made;
}

function recordFacts({ space }: Ground, facts: ReadonlySet<string>, turn: Turn): void {
  for (const fact of facts) {
    for (const variable of space.followFrom.get(fact) ?? []) {
      if (turn.linkNow[variable.index] === LINK.free) continue;
      turn.record(variable, variable.staysKnown ? LINK.keepsKnown : LINK.free);
    }
  }
}

/** What the clock alone changes. */
function passTime({ space }: Ground, turn: Turn): void {
  for (const variable of space.variables) if (variable.drift !== 'none') turn.record(variable, LINK.later);
}

/** Needs of the event and required fields shown now must be known. */
function demandAnswers(
  { pathway, space, rules }: Ground,
  fields: readonly Field[],
  event: string,
  turn: Turn,
): void {
  const demand = (fact: string) => {
    const variable = space.ofFact.get(fact);
    if (variable) turn.demand(variable, variable.known);
  };
  for (const fact of pathway.pack.events[event]?.needs ?? []) demand(fact);
  for (const { fact, required, when } of fields) {
    if (required && when.every((rule) => turn.holds(rules(rule).yes))) demand(fact);
  }
}

/** Signals of the steps left are answered, and their required tasks done. */
function mayLeave(
  { pathway: { pack } }: Ground,
  left: readonly string[],
  turn: Turn,
  rules: RuleFormulas,
): boolean {
  return left.every((id) => {
    const step = Object.hasOwn(pack.steps, id) ? pack.steps[id] : undefined;
    if (!step || !('settles' in step || 'tasks' in step)) return true;
    const settled = (step.settles ?? []).every((signal) => {
      const rule = pack.events[signal]?.when;
      return rule === undefined || turn.outcome(rules(rule)) !== 'unknown';
    });
    const tasks = Object.values(step.tasks ?? {});
    return (
      settled &&
      tasks.every(({ required, met }) => !required || met === undefined || turn.holds(rules(met).yes))
    );
  });
}

type Following = {
  readonly standing: Standing;
  readonly monitor: number;
  readonly entered: readonly string[];
  readonly told: (moment: Moment) => void;
  readonly opening: boolean;
  /** Nothing was reported and no deadline passed. */
  readonly alone: boolean;
};

/** Signals that turned to yes, in id order, then the facts that the steps entered ask again. */
function follow(
  view: View,
  turn: Turn,
  { standing, monitor, entered, told, opening, alone }: Following,
): Taken | undefined {
  const { ground, named } = view;
  const { pathway, rules, steps } = ground;
  let current = { standing, monitor };
  const opened = [...entered];
  // Where everything may be corrected at any time, what sets a signal off is corrected in an act of its own.
  const signals = view.corrected && !opening && !alone ? [] : pathway.signals;
  for (const { event, rule } of signals) {
    if (current.monitor === BROKEN) break;
    const isHeard = [...current.standing.values()].some(({ heard }) => heard.has(event));
    if (!isHeard && !named.has(event)) continue;
    const { yes } = rules(rule);
    const isOpen = opening || ground.turnedByAsking.has(event);
    if (!(isOpen ? turn.holds(yes) && (opening || !turn.pick() || !turn.held(yes)) : turn.turned(yes)))
      continue;
    const step = steps.step(current.standing, eventOf(event, 'signal'), {
      outcome: outcomeIn(ground, turn),
      pick: turn.pick,
    });
    const entry = step ?? { standing: current.standing, entered: [], left: [], taken: true };
    const after = view.monitor.step(
      current.monitor,
      happening(turn, { step: entry, before: current.standing, event }, true),
      told,
    );
    opened.push(...entry.entered);
    current = { standing: entry.standing, monitor: after };
  }
  if (current.monitor !== BROKEN && askAgain(ground, opened, turn) && view.readsRules) {
    const quiet = { standing: current.standing, entered: [], left: [], taken: true };
    current.monitor = view.monitor.step(current.monitor, refreshing(turn, quiet), told);
  }
  return { ...current, overridden: [] };
}

/** Makes unknown what the steps entered declare `fresh`; tells whether there was something. */
function askAgain({ pathway, space }: Ground, entered: readonly string[], turn: Turn): boolean {
  const fresh = new Set(entered.flatMap((id) => freshOf(pathway, id)));
  for (const fact of fresh) {
    for (const variable of space.followFrom.get(fact) ?? []) {
      const isGone = [...variable.bases].every(
        (base) => fresh.has(base) || (base === variable.fact && base !== fact),
      );
      turn.askAgain(variable, variable.fact === fact || isGone ? 1 : variable.full);
    }
  }
  return fresh.size > 0;
}

/** The three-valued outcome of a rule on the facts of the turn. */
function outcomeIn({ rules }: Ground, turn: Turn): (rule: string) => Outcome {
  return (rule) => turn.outcome(rules(rule));
}

type Entry = {
  readonly step: TrackStep;
  readonly before: Standing;
  readonly event?: string;
  readonly deadline?: string;
};

/** A signal comes after the facts of its command were recorded: before it they were already as they are. */
function happening(turn: Turn, { step, before, event, deadline }: Entry, isSignal = false): Happening {
  const standsIn = (standing: Standing, id: string) =>
    [...standing.values()].some(({ active }) => active.has(id));
  return {
    ...(event !== undefined && { event }),
    ...(deadline !== undefined && { deadline }),
    left: step.left,
    entered: step.entered,
    stood: (id) => standsIn(before, id),
    stands: (id) => standsIn(step.standing, id),
    holds: turn.holds,
    held: isSignal ? turn.holds : turn.held,
  };
}

function refreshing(turn: Turn, step: TrackStep): Happening {
  return { ...happening(turn, { step, before: step.standing }), holds: turn.remains, held: turn.holds };
}
