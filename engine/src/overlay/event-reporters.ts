import type { Json } from '../vocabulary/json.ts';
import { isWithin, listed } from './loosening.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

type Raw = Readonly<Record<string, Json>>;

/** Roles that may report an event in a step; `anybody` where neither the event nor the step names one. */
export type Reporters = readonly Json[] | 'anybody';

/** For each step that hears the event, who may report it there: the event's `by`, or else the step's `who`. */
export function eventReporters(raw: Raw, id: string): ReadonlyMap<string, Reporters> {
  const event = isJsonObject(raw.events) ? raw.events[id] : undefined;
  const by = isJsonObject(event) ? event.by : undefined;
  const steps = isJsonObject(raw.steps) ? raw.steps : {};
  const reporters = new Map<string, Reporters>();
  for (const step of hearers(raw.machine, '', id, false)) {
    const named = steps[step];
    const who = isJsonObject(named) ? named.who : undefined;
    reporters.set(step, by === undefined ? whoOf(who) : listed(by));
  }
  return reporters;
}

/** Nobody who may report it in the one may not in the other. */
export function areWithin(some: Reporters, all: Reporters): boolean {
  return all === 'anybody' || (some !== 'anybody' && isWithin([...some], [...all]));
}

function whoOf(who: Json | undefined): Reporters {
  const chosen =
    isJsonObject(who) && isJsonObject(who.values) ? Object.values(who.values).flatMap(listed) : [];
  const roles = isJsonObject(who) ? chosen : listed(who);
  return roles.length > 0 ? roles : 'anybody';
}

/** What a stage hears, each of its steps hears. */
function* hearers(state: Json | undefined, name: string, event: string, above: boolean): Generator<string> {
  if (!isJsonObject(state)) return;
  const heard = above || hears(state, event);
  const inside = Object.entries(isJsonObject(state.states) ? state.states : {});
  if (heard && inside.length === 0) yield name;
  for (const [id, child] of inside) yield* hearers(child, id, event, heard);
}

function hears({ on }: JsonObject, event: string): boolean {
  return isJsonObject(on) && Object.hasOwn(on, event);
}
