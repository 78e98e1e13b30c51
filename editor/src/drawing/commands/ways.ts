import { checkSection, type Pack, type Text } from '@parcours/engine';
import type { Command, OpenPack, Refused } from '../log/command.ts';
import { findState, type MachineState } from '../log/find-state.ts';
import { elementsOf, idFor, invalid, nameOf } from './elements.ts';
import { candidatesOf, dropCandidate, findWay, openCandidates, type Way, waysOf } from './way.ts';

type Guard = NonNullable<NonNullable<MachineState['always']>[number]['guard']>;

/** A text in the first of its languages, for making ids. */
export const wordsOf = (text: Text): string => text.en ?? text.fr ?? text.es ?? Object.values(text)[0] ?? '';

/** The track in which a state stands. */
export function trackOf(pack: Pack | OpenPack, id: string): string | undefined {
  const found = findState(pack.machine as Pack['machine'], id);
  return found && (found.above[0]?.id ?? id);
}

/** A way may lead anywhere inside its own track, never to the track itself and never into another. */
export function whyNotTo(pack: Pack, from: string, to: string): Refused | undefined {
  const [here, there] = [findState(pack.machine, from), findState(pack.machine, to)];
  if (!here) return { why: 'gone', names: { id: from } };
  if (!there) return { why: 'gone', names: { id: to } };
  if (there.above.length === 0) return { why: 'target_is_track' };
  if (trackOf(pack, from) !== trackOf(pack, to)) return { why: 'other_track' };
  return undefined;
}

/** Where an event is heard: the track, or undefined while nothing hears it. */
function heardIn(pack: Pack, event: string): string | undefined {
  for (const way of waysOf(pack.machine))
    if (way.by === 'on' && way.name === event) return trackOf(pack, way.from);
  return undefined;
}

type Connect = {
  readonly from: string;
  readonly to: string;
  /** An event there is, or the words of a new one, which name an outcome: "The plan is approved". */
  readonly event: { readonly id: string } | { readonly label: Text };
  readonly guard?: Guard;
};

/** "When this is reported here, go there." A way without a condition comes after those that have one. */
export const connect: Command<Connect> = {
  id: 'connect',
  can: (pack, { from, to, event, guard }) => {
    const refused = whyNotTo(pack, from, to);
    if (refused) return refused;
    if (pack.steps[from]?.kind === 'choice') return { why: 'choice_reports_nothing' };
    if (!('id' in event)) return undefined;
    if (!Object.hasOwn(pack.events, event.id)) return { why: 'gone', names: { id: event.id } };
    const track = heardIn(pack, event.id);
    const isSignal = pack.events[event.id]?.when !== undefined;
    if (!isSignal && track !== undefined && track !== trackOf(pack, from)) return { why: 'heard_elsewhere' };
    const state = findState(pack.machine, from)?.state;
    const known = state && candidatesOf(state, 'on', event.id);
    const isSame = known?.some(
      (each) => each.target === `#${to}` && JSON.stringify(each.guard) === JSON.stringify(guard),
    );
    if (isSame) return { why: 'already' };
    const open = guard === undefined && known?.some((each) => each.guard === undefined);
    return open ? { why: 'two_open_ways' } : undefined;
  },
  run: (pack, { from, to, event, guard }) => {
    const id = 'id' in event ? event.id : idFor(pack, 'events', wordsOf(event.label));
    if (!('id' in event)) pack.events[id] = { label: event.label, basis: 'practice' };
    const state = findState(pack.machine, from)?.state;
    if (!state) return { places: [`steps/${from}`] };
    const list = openCandidates(state, 'on', id);
    const candidate = { target: `#${to}`, ...(guard !== undefined && { guard }) };
    const open = list.findIndex((each) => each.guard === undefined);
    if (guard === undefined || open < 0) list.push(candidate as (typeof list)[number]);
    else list.splice(open, 0, candidate as (typeof list)[number]);
    return { places: [`steps/${from}`, `events/${id}`] };
  },
  names: (pack, { from, to }) => ({ from: nameOf(pack, 'steps', from), to: nameOf(pack, 'steps', to) }),
};

type Clock = { readonly from: string; readonly deadline: string; readonly to: string };

/** "When this deadline lapses here, the case goes there." */
export const addClock: Command<Clock> = {
  id: 'add_clock',
  can: (pack, { from, deadline, to }) => {
    if (!Object.hasOwn(pack.deadlines, deadline)) return { why: 'gone', names: { id: deadline } };
    if (findState(pack.machine, to)?.state.tags?.includes('measure')) return { why: 'clock_into_measure' };
    const known = findState(pack.machine, from)?.state.after;
    if (known && Object.hasOwn(known, deadline)) return { why: 'already' };
    return whyNotTo(pack, from, to);
  },
  run: (pack, { from, deadline, to }) => {
    const state = findState(pack.machine, from)?.state;
    if (state) openCandidates(state, 'after', deadline).push({ target: `#${to}` });
    return { places: [`steps/${from}`, `deadlines/${deadline}`] };
  },
  names: (pack, { from, to }) => ({ from: nameOf(pack, 'steps', from), to: nameOf(pack, 'steps', to) }),
};

const nameEnds = (pack: Pack, way: Way): Readonly<Record<string, Text>> => {
  const target = findWay(pack, way)?.target?.slice(1);
  return {
    from: nameOf(pack, 'steps', way.from),
    ...(target !== undefined && { to: nameOf(pack, 'steps', target) }),
  };
};

const whyGone = (pack: Pack, way: Way): Refused | undefined =>
  findWay(pack, way) ? undefined : { why: 'gone', names: { id: way.name } };

/** Takes a way away; an event that nothing hears any more goes with its last way, a signal stays. */
export const removeWay: Command<Way> = {
  id: 'remove_way',
  can: whyGone,
  run: (pack, way) => {
    const state = findState(pack.machine, way.from)?.state;
    if (state) dropCandidate(state, way);
    if (way.by === 'on') forgetUnheard(pack, [way.name]);
    return { places: [`steps/${way.from}`] };
  },
  names: nameEnds,
};

/** Removes those reported events that nothing hears and nothing else names. */
export function forgetUnheard(pack: OpenPack, events: Iterable<string>): readonly string[] {
  const heard = new Set([...waysOf(pack.machine)].filter(({ by }) => by === 'on').map(({ name }) => name));
  const named = JSON.stringify([pack.deadlines, pack.effects, pack.safeguards, pack.steps, pack.scenarios]);
  const gone = [...new Set(events)].filter(
    (id) =>
      !heard.has(id) &&
      pack.events[id] !== undefined &&
      pack.events[id].when === undefined &&
      !named.includes(`"${id}"`) &&
      !named.includes(`"event:${id}"`),
  );
  for (const id of gone) {
    delete pack.events[id];
    for (const other of Object.values(pack.events)) {
      if (!other.differsFrom?.includes(id)) continue;
      const kept = other.differsFrom.filter((each) => each !== id);
      if (kept.length > 0) other.differsFrom = kept;
      else delete other.differsFrom;
    }
  }
  return gone;
}

/** Leads a way to another step. */
export const retargetWay: Command<{ readonly way: Way; readonly to: string }> = {
  id: 'retarget_way',
  can: (pack, { way, to }) =>
    whyGone(pack, way) ?? whyIntoMeasure(pack, way, to) ?? whyNotTo(pack, way.from, to),
  run: (pack, { way, to }) => {
    const state = findState(pack.machine, way.from)?.state;
    const candidate = state && openCandidates(state, way.by, way.name)[way.index];
    if (candidate) candidate.target = `#${to}`;
    return { places: [`steps/${way.from}`] };
  },
  names: (pack, { way, to }) => ({ ...nameEnds(pack, way), to: nameOf(pack, 'steps', to) }),
};

/** Only what somebody reports leads into a measure. */
function whyIntoMeasure(pack: Pack, { by, name }: Way, to: string): Refused | undefined {
  const isReported = by === 'on' && pack.events[name]?.when === undefined;
  const isMeasure = findState(pack.machine, to)?.state.tags?.includes('measure');
  return isMeasure && !isReported ? { why: 'clock_into_measure' } : undefined;
}

/** The condition of a way; absent takes it away. */
export const setGuard: Command<{ readonly way: Way; readonly guard?: Guard }> = {
  id: 'set_guard',
  can: (pack, { way, guard }) => {
    const gone = whyGone(pack, way);
    if (gone || guard === undefined) return gone;
    if (typeof guard === 'string' && !Object.hasOwn(pack.rules, guard))
      return { why: 'gone', names: { id: guard } };
    const probe = { id: 'probe', type: 'parallel', states: { probe: { id: 'probe', always: [{ guard }] } } };
    return invalid(checkSection('machine', probe));
  },
  run: (pack, { way, guard }) => {
    const state = findState(pack.machine, way.from)?.state;
    const candidate = state && openCandidates(state, way.by, way.name)[way.index];
    if (candidate && guard === undefined) delete candidate.guard;
    else if (candidate) candidate.guard = guard as typeof candidate.guard;
    return { places: [`steps/${way.from}`] };
  },
  names: (pack, { way }) => nameEnds(pack, way),
};

/** Moves a way earlier or later among those of the same event: they are read in order. */
export const reorderWay: Command<{ readonly way: Way; readonly to: number }> = {
  id: 'reorder_way',
  can: (pack, { way, to }) => {
    const state = findState(pack.machine, way.from)?.state;
    const list = state && candidatesOf(state, way.by, way.name);
    if (!list?.[way.index] || list[to] === undefined) return { why: 'gone', names: { id: way.name } };
    return undefined;
  },
  run: (pack, { way, to }) => {
    const state = findState(pack.machine, way.from)?.state;
    const list = state ? openCandidates(state, way.by, way.name) : [];
    const [moved] = list.splice(way.index, 1);
    if (moved) list.splice(to, 0, moved);
    return { places: [`steps/${way.from}`] };
  },
  names: (pack, { way }) => nameEnds(pack, way),
};

/** Events by which a step can be left by report: `[event, target]` of each first open way. */
export function reportedWays(pack: Pack | OpenPack, from: string): readonly Way[] {
  return [...waysOf(pack.machine)].filter(
    (way) =>
      way.from === from &&
      way.by === 'on' &&
      (elementsOf(pack, 'events')[way.name] as { when?: string })?.when === undefined,
  );
}
