/** What a move does, as `advance` would: facts first, then the machine, its signals, and what the steps entered ask again. */
import { answersOf } from './answers-of.ts';
import type { Formula } from './formula.ts';
import { BROKEN, type Happening, type Moment } from './monitor.ts';
import type { Move } from './moves.ts';
import { recordVariables, reportedStep } from './reported-step.ts';
import { openIn, type Standing } from './standing.ts';
import { monitorAfter, type Start } from './start.ts';
import type { TrackStep } from './track-steps.ts';
import { LINK, type Turn } from './turn.ts';
import type { Taken, View, ViewedSignal } from './view.ts';

type Tell = (moment: Moment) => void;

const NOWHERE: ReadonlySet<string> = new Set();

/** Opens a case, or takes one up where it stands. */
export function openTurn(view: View, turn: Turn, told: Tell): Taken | undefined {
  const { ground, monitor, tracks } = view;
  if (ground.start) return takeUp(view, ground.start);
  const step = ground.steps.start(tracks, answersOf(view.ground, turn));
  if (!step) return undefined;
  const first = happening(step, NOWHERE, { holds: turn.holds, held: never, turned: turn.holds });
  return follow(view, turn, {
    standing: step.standing,
    monitor: monitor.step(monitor.initial, first, told),
    entered: step.entered,
    seen: 0,
    told,
    kind: 'opening',
  });
}

function takeUp({ ground, monitor, tracks, signals }: View, { caseFile, past }: Start): Taken {
  const seen = signals.filter(({ event }) => caseFile.signals[event] === 'yes');
  return {
    standing: ground.steps.standing(tracks, caseFile.position),
    monitor: monitorAfter(monitor, past),
    seen: seen.reduce((bits, { bit }) => bits | bit, 0),
    overridden: [],
  };
}

/** Takes one move; undefined when it is refused or nothing hears it. */
export function takeTurn(
  view: View,
  { standing, monitor, seen }: Pick<Taken, 'standing' | 'monitor' | 'seen'>,
  move: Move,
  turn: Turn,
  told: Tell,
): Taken | undefined {
  const { drifting } = view.ground;
  if (view.corrected) turn.recordEverything();
  else for (const variable of drifting) turn.record(variable, LINK.later);
  const overridden: string[] = [];
  const step = stepOf(view, { standing, seen }, move, turn, overridden);
  if (!step) return undefined;
  const entry = happening(step, openIn(standing), turn, move);
  const next = follow(view, turn, {
    standing: step.standing,
    monitor: view.monitor.step(monitor, entry, told),
    entered: step.entered,
    seen,
    told,
    kind: move.kind,
  });
  return overridden.length > 0 ? { ...next, overridden } : next;
}

function stepOf(
  view: View,
  { standing, seen }: Pick<Taken, 'standing' | 'seen'>,
  move: Move,
  turn: Turn,
  overridden: string[],
): TrackStep | undefined {
  const { ground, corrected } = view;
  const { pathway, steps } = ground;
  const still: TrackStep = { standing, entered: [], left: [], taken: true };
  switch (move.kind) {
    case 'report':
    case 'override':
      return reportedStep(view, standing, move, turn, overridden);
    case 'done': {
      const answers = answersOf(view.ground, turn);
      const open = steps.step(standing, steps.events.reported(move.event), answers);
      return open?.taken ? undefined : steps.step(standing, steps.events.done(move.event), answers);
    }
    case 'pass':
      return steps.step(
        standing,
        steps.events.passing(move.deadline, move.state),
        answersOf(view.ground, turn),
      );
    case 'record': {
      const rule = pathway.pack.events[move.signal]?.when;
      if (rule === undefined) return undefined;
      if (!corrected) recordVariables(ground.variablesOfRule(rule), turn);
      const signal = view.signals.find(({ event }) => event === move.signal);
      const { yes } = ground.rules(rule);
      return (signal ? turnsToYes(signal, yes, turn, seen) : turn.turned(yes)) ? still : undefined;
    }
    case 'elsewhere':
      for (const variable of ground.variablesOf(view.elsewhere)) turn.record(variable, LINK.free);
      return steps.step(standing, steps.events.unheard(), answersOf(view.ground, turn)) ?? still;
    case 'miss':
    case 'correct':
      return still;
  }
}

type Following = {
  readonly standing: Standing;
  readonly monitor: number;
  readonly entered: readonly string[];
  readonly seen: number;
  readonly told: Tell;
  readonly kind: Move['kind'] | 'opening';
};

/** Signals that turned to yes, in id order, then the facts that the steps entered ask again. */
function follow(view: View, turn: Turn, { standing, monitor, entered, seen, told, kind }: Following): Taken {
  const { ground } = view;
  let now = standing;
  let watched = monitor;
  let opened = entered;
  let bits = seen;
  // Where everything may be corrected at any time, what sets a signal off is corrected in an act of its own.
  const isQuiet = view.corrected && kind !== 'opening' && kind !== 'correct';
  for (const signal of isQuiet ? [] : view.signals) {
    const { event, rule, named, bit } = signal;
    if (watched === BROKEN) break;
    if (bit === 0 && !named && !hears(now, event)) continue;
    const { yes } = ground.rules(rule);
    const turns = kind === 'opening' ? turn.holds(yes) : turnsToYes(signal, yes, turn, seen);
    if (bit !== 0) bits = turn.holds(yes) ? bits | bit : bits & ~bit;
    if (!turns) continue;
    const step =
      ground.steps.step(now, ground.steps.events.signal(event), answersOf(view.ground, turn)) ?? stay(now);
    const asked = { holds: turn.holds, held: turn.holds, turned: never };
    const entry = happening(step, openIn(now), asked, { event });
    watched = view.monitor.step(watched, entry, told);
    opened = [...opened, ...step.entered];
    now = step.standing;
  }
  if (watched !== BROKEN) {
    const again = ground.askedAgain(opened);
    for (const { variable, mask } of again) turn.askAgain(variable, mask);
    if (again.length > 0) {
      for (const { rule, bit } of view.signals) {
        if ((bits & bit) !== 0 && !turn.remains(ground.rules(rule).yes)) bits &= ~bit;
      }
    }
    if (again.length > 0 && view.readsRules) {
      const asked = { holds: turn.remains, held: turn.holds, turned: turn.returned };
      const entry = happening(stay(now), openIn(now), asked, ASKED_AGAIN);
      watched = view.monitor.step(watched, entry, told);
    }
  }
  return { standing: now, monitor: watched, seen: bits, overridden: [] };
}

const heardAt = new WeakMap<Standing, Map<string, boolean>>();

/** Whether an event moves something from a standing: it is heard there, or has an eventless way on read again. */
function hears(standing: Standing, event: string): boolean {
  const known = heardAt.get(standing) ?? new Map<string, boolean>();
  heardAt.set(standing, known);
  const told =
    known.get(event) ?? standing.places.some(({ heard, restless }) => restless || heard.has(event));
  known.set(event, told);
  return told;
}

/** A signal runs when its rule is a yes that was not seen before. */
function turnsToYes({ bit }: ViewedSignal, yes: Formula, turn: Turn, seen: number): boolean {
  return bit === 0 ? turn.turned(yes) : (seen & bit) === 0 && turn.holds(yes);
}

function never(): boolean {
  return false;
}

function stay(standing: Standing): TrackStep {
  return { standing, entered: [], left: [], taken: true };
}

type Names = {
  readonly kind?: Move['kind'];
  readonly event?: string;
  readonly deadline?: string;
  readonly again?: true;
};

const NAMELESS: Names = {};
const ASKED_AGAIN: Names = { again: true };

function happening(
  { left, entered, standing }: TrackStep,
  before: ReadonlySet<string>,
  { holds, held, turned }: Pick<Happening, 'holds' | 'held' | 'turned'>,
  { event, deadline, again }: Names = NAMELESS,
): Happening {
  return { event, deadline, again, left, entered, before, after: openIn(standing), holds, held, turned };
}
