/**
 * One turn of work at a step: what was learnt is written down, then one of the events that are possible is reported, each as
 * often as its weight says. When nothing is possible, guessed answers are drawn again a few times; what stays is recorded alone.
 */
import { localDate } from '../../calendar/instant.ts';
import type { Actor } from '../../journal/case-file.ts';
import type { Command } from '../../journal/command.ts';
import type { FactValue } from '../../procedure/value.ts';
import { drawWeight } from './chance.ts';
import type { Habit, Habits } from './habits.ts';
import type { LightCase } from './light-case.ts';
import type { LightEngine } from './light-engine.ts';
import type { Staff } from './staff.ts';

/** Who works: a role, and which of its people. */
export type Worker = { readonly role: string; readonly person: number };

/** What became of a turn: the event reported, or nothing possible. */
export type TurnResult = { readonly event: string } | { readonly blocked: true };

const TRIES = 8;
const INVENTED = 'Enfants fictifs: invented for a simulation.';

export interface Turns {
  take(found: LightCase, habit: Habit, worker: Worker, staff: Staff): TurnResult;
  /** Reports one event if it is possible now; false when it is not. */
  attempt(found: LightCase, event: string, given: Set<string>, worker: Worker, staff: Staff): boolean;
}

/** Nobody asks who it was. */
const NOBODY: { readonly by: Actor; readonly second?: Actor } = { by: { person: '', role: '' } };

/** How turns are taken in a simulation. */
export function turnsOf(engine: LightEngine, habits: Habits): Turns {
  const { pathway, slots, forms } = engine;
  const { pack } = pathway;
  const watched = new Set(Object.values(pack.events).flatMap(({ differsFrom }) => differsFrom ?? []));

  const give = (found: LightCase, fact: string, value: FactValue | undefined, given: Set<string>): void => {
    if (value === undefined) return;
    engine.give(found, fact, value);
    given.add(fact);
  };
  const fill = (found: LightCase, { fields }: Habit, given: Set<string>, again: boolean): void => {
    for (let pass = 0; pass < 2; pass += 1) {
      for (const field of fields) {
        const isKnown = Object.hasOwn(found.facts.values, field.fact);
        const isDrawn = given.has(field.fact);
        const wanted = again
          ? !field.said && pass === 0
          : !isDrawn && pass === 0
            ? !isKnown || field.again
            : !isKnown;
        if (!wanted || !field.draw || !forms.isShown(found.facts, field)) continue;
        let value = field.draw(found.facts, found.chance);
        for (let tries = 0; value === undefined && field.required && tries < TRIES; tries += 1) {
          value = field.draw(found.facts, found.chance);
        }
        give(found, field.fact, value, given);
      }
      if (!fields.some(({ when }) => when.length > 0)) return;
    }
  };
  const answerNeeds = (found: LightCase, event: string, given: Set<string>, again: boolean): void => {
    for (const fact of pack.events[event]?.needs ?? []) {
      const isKnown = slots.isKnown(found.facts, fact);
      if (isKnown && !(again && given.has(fact) && !habits.isSaid(fact))) continue;
      give(found, fact, habits.draw(fact)?.(found.facts, found.chance), given);
    }
  };

  const people = (found: LightCase, event: string, worker: Worker, staff: Staff) => {
    const definition = pack.events[event];
    if (!found.acts && !definition?.secondPerson && !definition?.differsFrom && !watched.has(event))
      return NOBODY;
    const may = definition?.by;
    const role =
      may && !may.includes(worker.role)
        ? (may.find((one) => staff.people(one) > 0) ?? worker.role)
        : worker.role;
    const size = staff.people(role);
    const name = (number: number) => `${role}_${(number % size) + 1}`;
    const avoid = (definition?.differsFrom ?? []).flatMap((other) => found.reporters.get(other) ?? []);
    let number = worker.person;
    for (let tries = 0; avoid.includes(name(number)) && tries < avoid.length; tries += 1) number += 1;
    if (avoid.includes(name(number))) return undefined;
    const by = { person: name(number), role };
    if (!definition?.secondPerson) return { by };
    if (size > 1) return { by, second: { person: name(number + 1), role } };
    const other = may?.find((one) => one !== role);
    return other === undefined ? undefined : { by, second: { person: `${other}_1`, role: other } };
  };

  const attempt: Turns['attempt'] = (found, event, given, worker, staff) => {
    const step = engine.possible(found, event);
    const actors = step && people(found, event, worker, staff);
    if (!step || !actors) return false;
    if (watched.has(event)) found.reporters.set(event, actors.by.person);
    engine.report(found, event, step, [...given], found.acts && reportOf(found, event, given, actors));
    return true;
  };
  const factsOf = (found: LightCase, given: ReadonlySet<string>) =>
    Object.fromEntries([...given].map((fact) => [fact, found.facts.values[fact] as FactValue]));
  const reportOf = (
    found: LightCase,
    event: string,
    given: ReadonlySet<string>,
    { by, second }: NonNullable<ReturnType<typeof people>>,
  ): Command => {
    const definition = pack.events[event];
    return {
      kind: 'report',
      event,
      by,
      ...(second && { second }),
      ...(given.size > 0 && { facts: factsOf(found, given) }),
      ...(definition?.reasoned && { reason: INVENTED }),
      ...(definition?.decision && {
        decision: {
          decidedBy: by.person,
          function: by.role,
          authority: INVENTED,
          on: localDate(engine.clock.text(), pack.pack.timeZone),
        },
      }),
    };
  };

  return {
    attempt,
    take: (found, habit, worker, staff) => {
      const given = new Set<string>();
      for (let tries = 0; tries < TRIES; tries += 1) {
        fill(found, habit, given, tries > 0);
        const left = [...habit.weights];
        for (let place = drawWeight(left, found.chance); place >= 0; place = drawWeight(left, found.chance)) {
          left[place] = 0;
          const event = habit.events[place] as string;
          answerNeeds(found, event, given, tries > 0);
          if (attempt(found, event, given, worker, staff)) return { event };
        }
      }
      const by = { person: `${worker.role}_${worker.person + 1}`, role: worker.role };
      if (given.size > 0)
        engine.record(found, [...given], found.acts && { kind: 'record', by, facts: factsOf(found, given) });
      return { blocked: true };
    },
  };
}
