import type { Outcome } from '../journal/case-file.ts';
import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { answersOf } from './answers-of.ts';
import type { Ground, Hearing } from './ground.ts';
import type { Move } from './moves.ts';
import type { Standing } from './standing.ts';
import type { Answers, TrackStep } from './track-steps.ts';
import { LINK, type Turn } from './turn.ts';
import type { Variable } from './variable.ts';
import type { View } from './view.ts';

type Reporting = Extract<Move, { kind: 'report' | 'override' | 'done' }>;

/** Reports an event, with rules overridden when the move says so; undefined when it is refused. The checks are those of `advance`. */
export function reportedStep(
  { ground, corrected, tracks }: View,
  standing: Standing,
  { kind, event }: Reporting,
  turn: Turn,
  overridden: string[],
): TrackStep | undefined {
  const { pathway, steps } = ground;
  const definition = pathway.pack.events[event];
  const { heard, records, fields } = ground.hearing(standing, event);
  const isProtective = definition?.protective === true;
  if (!corrected) recordVariables(records, turn);
  if (!isProtective) demandAnswers(ground, fields, definition?.needs ?? [], turn);
  const isWhole = tracks.length === pathway.tracks.length;
  if (turn.impossible || (!isProtective && isWhole && isShut(standing, heard))) return undefined;
  const answers = kind === 'override' ? overriding(ground, turn, overridden) : answersOf(ground, turn);
  const step = steps.step(standing, steps.events.reported(event), answers);
  if (!step?.taken) return undefined;
  if (kind === 'override' && !someRoleMay(pathway, overridden)) return undefined;
  return isProtective || mayLeave(ground, step.left, turn) ? step : undefined;
}

/** Answers of somebody who may take any rule that can be overridden as a yes, and does so once, however often the step reads it. */
function overriding({ pathway, rules }: Ground, turn: Turn, overridden: string[]): Answers {
  const answered = new Map<string, Outcome>();
  const answer = (rule: string): Outcome => {
    const plain = turn.outcome(rules(rule));
    if (plain === 'yes' || !pathway.pack.rules[rule]?.overridable || !turn.pick()) return plain;
    overridden.push(rule);
    return 'yes';
  };
  const outcome = (rule: string): Outcome => {
    const told = answered.get(rule) ?? answer(rule);
    answered.set(rule, told);
    return told;
  };
  return { outcome, isYes: (rule) => outcome(rule) === 'yes', pick: turn.look };
}

/** Whether an event may be reported on the facts of the turn, signals and what they lead to apart. */
export function isPossible(view: View, standing: Standing, event: string, turn: Turn): boolean {
  return reportedStep(view, standing, { kind: 'report', event }, turn, []) !== undefined && !turn.impossible;
}

/** Frees what somebody records; a blank answer keeps what was known. */
export function recordVariables(variables: readonly Variable[], turn: Turn): void {
  for (const variable of variables) turn.record(variable, variable.staysKnown ? LINK.keepsKnown : LINK.free);
}

/** Somebody may override all of the rules at once, and there is one to override. */
function someRoleMay({ pack }: Pathway, overridden: readonly string[]): boolean {
  const [first, ...others] = overridden.map((rule) => pack.rules[rule]?.overridable?.by ?? []);
  return first?.some((role) => others.every((roles) => roles.includes(role))) ?? false;
}

/** A closed case hears nothing but what its main track hears. */
function isShut(standing: Standing, heard: readonly PathwayState[]): boolean {
  return !heard.some(({ track }) => track === 'main') && isClosed(standing);
}

/** True when the tracks explored rest, the main one at its end. */
export function isClosed({ places }: Standing): boolean {
  return places.every(
    ({ rests, track, states }) =>
      rests && (track !== 'main' || states.every(({ leaf, kind }) => !leaf || kind === 'end')),
  );
}

/** Needs of the event and required fields shown now must be known. */
function demandAnswers(
  { space, rules }: Ground,
  fields: Hearing['fields'],
  needs: readonly string[],
  turn: Turn,
): void {
  const demand = (fact: string) => {
    const variable = space.ofFact.get(fact);
    if (variable) turn.demand(variable, variable.known);
  };
  for (const fact of needs) demand(fact);
  for (const { fact, required, when } of fields) {
    if (required && when.every((rule) => turn.holds(rules(rule).yes))) demand(fact);
  }
}

/** Signals of the steps left are answered, and their required tasks done. */
function mayLeave({ pathway: { pack }, rules }: Ground, left: readonly string[], turn: Turn): boolean {
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
