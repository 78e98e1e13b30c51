/**
 * One turn of work at a step: what was learnt is written down, then one of the events that are possible is reported, each as
 * often as its weight says. When nothing is possible, guessed answers are drawn again a few times; what stays is recorded alone.
 */
import { localDate } from '../../calendar/instant.ts';
import type { Actor } from '../../journal/case-file.ts';
import type { Command } from '../../journal/command.ts';
import type { FactValue } from '../../procedure/value.ts';
import { type Chance, drawWeight } from './chance.ts';
import type { Habit, HabitField, Habits } from './habits.ts';
import type { LightCase } from './light-case.ts';
import type { LightEngine } from './light-engine.ts';
import type { Sampler } from './sampler.ts';
import type { Staff } from './staff.ts';

/** Who works: a role, and which of its people. */
export type Worker = { readonly role: string; readonly person: number };

const TRIES = 8;
const INVENTED = 'Enfants fictifs: invented for a simulation.';

export interface Turns {
  /** True when an event was reported, false when nothing was possible. */
  take(found: LightCase, habit: Habit, worker: Worker, staff: Staff): boolean;
  /** Learns some facts and reports an event if it is possible then; what was learnt is recorded in any case. */
  happen(
    found: LightCase,
    drawn: readonly (readonly [number, Sampler])[],
    event: number | undefined,
    worker: Worker,
    staff: Staff,
  ): void;
  /** True when two people, or others than before, are needed for an event, and there are none. */
  lacksPeople(found: LightCase, event: number, worker: Worker, staff: Staff): boolean;
}

type Actors = { readonly by: Actor; readonly second?: Actor };

/** Nobody asks who it was. */
const NOBODY: Actors = { by: { person: '', role: '' } };

/** How turns are taken in a simulation. */
export function turnsOf(engine: LightEngine, habits: Habits): Turns {
  const { pathway, slots, forms, events } = engine;
  const { pack } = pathway;
  const watched = new Set(
    Object.values(pack.events)
      .flatMap(({ differsFrom }) => differsFrom ?? [])
      .map(events.of),
  );
  const asksWho = events.ids.map((id, event) => {
    const { secondPerson, differsFrom } = pack.events[id] ?? {};
    return secondPerson === true || differsFrom !== undefined || watched.has(event);
  });
  /** The facts given in the turn at hand: in order, and by fact whether it is one of them. */
  const given: number[] = [];
  const isGiven = new Uint8Array(slots.facts.ids.length);
  const left = new Float64Array(events.ids.length);

  const begin = (): void => {
    for (let index = 0; index < given.length; index += 1) isGiven[given[index] as number] = 0;
    given.length = 0;
  };
  const give = (found: LightCase, fact: number, value: FactValue | undefined): void => {
    if (value === undefined) return;
    engine.give(found, fact, value);
    if (isGiven[fact] === 1) return;
    isGiven[fact] = 1;
    given.push(fact);
  };
  const drawField = ({ facts, chance }: LightCase, { draw, required }: HabitField): FactValue | undefined => {
    let value = draw?.(facts, chance);
    for (let tries = 0; value === undefined && required && tries < TRIES; tries += 1)
      value = draw?.(facts, chance);
    return value;
  };
  const fill = (found: LightCase, { fields, isBranching }: Habit, again: boolean): void => {
    const { values } = found.facts;
    for (let pass = 0; pass < 2; pass += 1) {
      for (let index = 0; index < fields.length; index += 1) {
        const field = fields[index] as HabitField;
        const { fact } = field;
        const isKnown = values[fact] !== undefined;
        const isWanted = again
          ? !field.said && pass === 0
          : isGiven[fact] === 0 && pass === 0
            ? !isKnown || field.again
            : !isKnown;
        if (!isWanted || !field.draw || !forms.isShown(found.facts, field)) continue;
        give(found, fact, drawField(found, field));
      }
      if (!isBranching) return;
    }
  };
  const answerNeeds = (found: LightCase, event: number, again: boolean): void => {
    const needs = engine.needs(event);
    for (let index = 0; index < needs.length; index += 1) {
      const fact = needs[index] as number;
      const isKnown = slots.isKnown(found.facts, fact);
      if (isKnown && !(again && isGiven[fact] === 1 && !habits.isSaid(fact))) continue;
      give(found, fact, habits.draw(fact)?.(found.facts, found.chance));
    }
  };

  const people = (found: LightCase, event: number, worker: Worker, staff: Staff): Actors | undefined => {
    if (!found.acts && !asksWho[event]) return NOBODY;
    const definition = pack.events[events.ids[event] as string];
    const may = definition?.by;
    const role =
      may && !may.includes(worker.role)
        ? (may.find((one) => staff.people(one) > 0) ?? worker.role)
        : worker.role;
    const size = staff.people(role);
    const avoid = (definition?.differsFrom ?? []).flatMap(
      (other) => found.reporters.get(events.of(other)) ?? [],
    );
    let number = worker.person;
    for (let tries = 0; avoid.includes(nameOf(role, number, size)) && tries < avoid.length; tries += 1)
      number += 1;
    if (avoid.includes(nameOf(role, number, size))) return undefined;
    const by = { person: nameOf(role, number, size), role };
    if (!definition?.secondPerson) return { by };
    if (size > 1) return { by, second: { person: nameOf(role, number + 1, size), role } };
    const other = may?.find((one) => one !== role);
    return other === undefined ? undefined : { by, second: { person: `${other}_1`, role: other } };
  };

  const attempt = (found: LightCase, event: number, worker: Worker, staff: Staff): boolean => {
    const step = engine.possible(found, event);
    const actors = step && people(found, event, worker, staff);
    if (!step || !actors) return false;
    if (watched.has(event)) found.reporters.set(event, actors.by.person);
    engine.report(found, event, step, found.acts && reportOf(found, event, actors));
    return true;
  };
  const record = (found: LightCase, { role, person }: Worker): void => {
    if (given.length === 0) return;
    const by = { person: `${role}_${person + 1}`, role };
    engine.record(found, found.acts && { kind: 'record', by, facts: factsOf(found) });
  };
  const factsOf = (found: LightCase): Readonly<Record<string, FactValue>> =>
    Object.fromEntries(
      given.map((fact) => [slots.facts.ids[fact] as string, found.facts.values[fact] as FactValue]),
    );
  const reportOf = (found: LightCase, event: number, { by, second }: Actors): Command => {
    const id = events.ids[event] as string;
    const definition = pack.events[id];
    return {
      kind: 'report',
      event: id,
      by,
      ...(second && { second }),
      ...(given.length > 0 && { facts: factsOf(found) }),
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

  const tryEvents = (
    found: LightCase,
    habit: Habit,
    again: boolean,
    worker: Worker,
    staff: Staff,
  ): boolean => {
    const count = habit.events.length;
    const { chance }: { readonly chance: Chance } = found;
    for (let place = 0; place < count; place += 1) left[place] = habit.weights[place] as number;
    for (let place = drawWeight(left, count, chance); place >= 0; place = drawWeight(left, count, chance)) {
      left[place] = 0;
      const event = habit.events[place] as number;
      answerNeeds(found, event, again);
      if (attempt(found, event, worker, staff)) return true;
    }
    return false;
  };

  return {
    lacksPeople: (found, event, worker, staff) => people(found, event, worker, staff) === undefined,
    happen: (found, drawn, event, worker, staff) => {
      begin();
      for (const [fact, draw] of drawn) give(found, fact, draw(found.facts, found.chance));
      if (event === undefined || !attempt(found, event, worker, staff)) record(found, worker);
    },
    take: (found, habit, worker, staff) => {
      begin();
      for (let tries = 0; tries < TRIES; tries += 1) {
        fill(found, habit, tries > 0);
        if (tryEvents(found, habit, tries > 0, worker, staff)) return true;
      }
      record(found, worker);
      return false;
    },
  };
}

/** One of the people of a role, by number. */
function nameOf(role: string, number: number, size: number): string {
  return `${role}_${(number % size) + 1}`;
}
