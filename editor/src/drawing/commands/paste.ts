import { canonicalJson, checkStructure, type Pack, referencesOf, type Use } from '@parcours/engine';
import { produce } from 'immer';
import type { Command, OpenPack } from '../log/command.ts';
import { dropUse, lastFirst } from '../log/drop-use.ts';
import { findState, type MachineState, type OpenState, statesWithin } from '../log/find-state.ts';
import {
  CARRIED,
  type CarriedSection,
  elementNamed,
  type Fragment,
  isFragment,
  markOf,
  stepNamed,
  titleOf,
} from '../log/fragment.ts';
import { newId } from '../log/new-id.ts';
import { isHolder, placeInOrder } from './add-step.ts';
import { idFor, nameOf } from './elements.ts';
import { regionOf } from './move-step.ts';
import { trackOf } from './ways.ts';

type Pasted = {
  readonly fragment: Fragment;
  /** The stage or track in which its steps will stand. */
  readonly into: string;
  readonly after?: string;
};

/**
 * Lays steps of this or another procedure into this one, with what they need. An element that is here already and means
 * the same is used; one whose id means something else here comes under a new id; a way to a step that is not here goes.
 */
export const paste: Command<Pasted> = {
  id: 'paste',
  can: (pack, { fragment, into, after }) => {
    if (!isFragment(fragment)) return { why: 'not_a_fragment' };
    const holder = findState(pack.machine, into);
    if (!holder) return { why: 'gone', names: { id: into } };
    if (holder.state.type === 'parallel') return { why: 'parallel_holds_stages' };
    if (!isHolder(pack, into)) return { why: 'step_holds_nothing' };
    if (after !== undefined && holder.state.states?.[after] === undefined)
      return { why: 'gone', names: { id: after } };
    if (Object.values(fragment.states).some(({ type }) => type === 'history' || type === 'final'))
      return { why: 'only_a_step' };
    if (!isClosed(fragment)) return { why: 'not_a_fragment' };
    const broken = brokenNames(pack);
    const pasted = produce(pack, (open) => {
      lay(open, { fragment, into, ...(after !== undefined && { after }) });
    });
    return brokenNames(pasted) > broken ? { why: 'not_a_fragment' } : undefined;
  },
  run: (pack, args) => {
    const [first, ...others] = lay(pack, args).map((id) => `steps/${id}`);
    return { places: [first ?? `steps/${args.into}`, ...others] };
  },
  names: (pack, { fragment, into }) => ({ name: titleOf(fragment), into: nameOf(pack, 'steps', into) }),
};

const NAMES = new Set([
  'name.unknown',
  'step.undescribed',
  'stage.undescribed',
  'arrow.other_track',
  'arrow.region',
]);

const brokenNames = (pack: Pack): number => checkStructure(pack).filter(({ code }) => NAMES.has(code)).length;

function lay(pack: OpenPack, { fragment, into, after }: Pasted): readonly string[] {
  const scratch = scratchOf(structuredClone(fragment));
  const holder = findState(pack.machine, into);
  if (!holder) return [];
  dropBeyond(scratch, fragment, pack, into);
  const names = namesIn(scratch, pack, into);
  rename(scratch, names);
  holder.state.states ??= {};
  const laid = fragment.roots.map((id) => names.get(`steps/${id}`) ?? id);
  const states = holdingState(scratch).states ?? {};
  let last = after;
  for (const id of laid) {
    const state = states[id];
    if (!state) continue;
    holder.state.states[id] = state as unknown as OpenState;
    holder.state.initial ??= id;
  }
  for (const [id, step] of Object.entries(scratch.steps)) pack.steps[id] ??= step;
  for (const section of CARRIED) {
    const own = pack[section] as Record<string, unknown>;
    for (const [id, element] of Object.entries(scratch[section]))
      if (!Object.hasOwn(own, id)) own[id] = element;
  }
  for (const id of laid) {
    placeInOrder(pack, holder.state, id, last);
    last = id;
  }
  return laid;
}

/** The fragment as a pack of its own, so that the engine finds the places of its names. */
function scratchOf({ states, steps, elements }: Fragment): OpenPack {
  const fragment = { id: 'fragment', states };
  return {
    pack: {},
    machine: { id: 'fragment', type: 'parallel', states: { fragment } },
    steps,
    ...elements,
    safeguards: {},
    scenarios: {},
    calendar: { weekend: [], hours: [], holidays: {} },
  } as unknown as OpenPack;
}

type Holding = { states?: Record<string, Renamed> };

const holdingState = (scratch: OpenPack): Holding =>
  (scratch.machine.states['fragment'] ?? {}) as unknown as Holding;

const statesOf = (scratch: OpenPack): ReadonlySet<string> =>
  new Set(
    Object.values(holdingState(scratch).states ?? {}).flatMap((state) =>
      [...statesWithin(state as unknown as MachineState)].map(({ id }) => id),
    ),
  );

/** True when the fragment carries everything that its elements mean; steps and events elsewhere may be missing. */
function isClosed(fragment: Fragment): boolean {
  const scratch = scratchOf(fragment) as Pack;
  return referencesOf(scratch).every(
    (use) =>
      stepNamed(use) !== undefined ||
      ['event', 'field', 'track', 'contact'].includes(use.kind) ||
      elementNamed(scratch, use) !== undefined,
  );
}

/** Drops what points at something that is not here, or is here and means something else. */
function dropBeyond(scratch: OpenPack, { beyond }: Fragment, pack: OpenPack, into: string): void {
  const inside = statesOf(scratch);
  const unknown = referencesOf(scratch as Pack).filter((use) => {
    const step = stepNamed(use);
    if (step !== undefined) return !inside.has(step) && !isSameStep(pack, step, beyond, into, use);
    if (use.kind !== 'event' || Object.hasOwn(scratch.events, use.name)) return false;
    const event = pack.events[use.name];
    return !event || markOf(event) !== beyond[`events/${use.name}`];
  });
  const places = unknown.map(({ path }) =>
    path.replace(
      /^(machine\/.*?\/(?:on|after)\/[^/]+\/\d+|machine\/.*?\/(?:always|onDone)\/\d+)\/(?:guard|target).*$/,
      '$1',
    ),
  );
  for (const path of new Set(
    lastFirst(places.map((each) => ({ path: each }) as Use)).map((each) => each.path),
  ))
    dropUse(scratch, { path });
}

/** A step of this procedure to which what is pasted may point: known by its title, and for a way, in the same region. */
function isSameStep(pack: OpenPack, id: string, beyond: Fragment['beyond'], into: string, use: Use): boolean {
  const title = pack.steps[id]?.title;
  const [step, holder] = [findState(pack.machine, id), findState(pack.machine, into)];
  if (!title || !step || !holder || markOf(title) !== beyond[`steps/${id}`]) return false;
  const isWay = use.path.startsWith('machine/') && use.path.endsWith('/target');
  if (!isWay) return true;
  const region = regionOf([...holder.above, holder.state]);
  return step.above.length > 0 && regionOf([...step.above, step.state]) === region && region !== id;
}

/** Old place to new id, for all that cannot keep its own: `steps/visit` to `visit_2`. */
function namesIn(scratch: OpenPack, pack: OpenPack, into: string): Map<string, string> {
  const names = new Map<string, string>();
  const inside = statesOf(scratch);
  const takenSteps = new Set([...Object.keys(pack.steps), ...inside]);
  for (const track of Object.values(pack.machine.states))
    for (const { id } of statesWithin(track)) takenSteps.add(id);
  for (const id of inside) {
    if (pack.steps[id] === undefined && !findState(pack.machine, id)) continue;
    const fresh = newId(id, 'step', (each) => takenSteps.has(each));
    takenSteps.add(fresh);
    names.set(`steps/${id}`, fresh);
  }
  const strange = strangeElements(scratch, pack, names, into);
  const given = new Set<string>();
  for (const place of strange) {
    const [section, id] = place.split('/') as [CarriedSection, string];
    let fresh = idFor(pack, section, id);
    const isTaken = (each: string) =>
      given.has(`${section}/${each}`) || CARRIED.some((other) => Object.hasOwn(scratch[other], each));
    for (let number = 2; isTaken(fresh); number += 1) fresh = idFor(pack, section, `${id}_${number}`);
    given.add(`${section}/${fresh}`);
    names.set(place, fresh);
  }
  return names;
}

/** Carried elements whose id means something else here: other words, or the same words over something else. */
function strangeElements(
  scratch: OpenPack,
  pack: OpenPack,
  names: ReadonlyMap<string, string>,
  into: string,
): ReadonlySet<string> {
  const strange = new Set<string>();
  const track = trackOf(pack, into);
  for (const section of CARRIED)
    for (const [id, element] of Object.entries(scratch[section])) {
      const own = pack[section] as Record<string, unknown>;
      const other = section === 'facts' ? pack.parameters : section === 'parameters' ? pack.facts : {};
      const isOther = Object.hasOwn(other, id);
      const isHere = Object.hasOwn(own, id);
      if (isOther || (isHere && canonical(own[id]) !== canonical(element))) strange.add(`${section}/${id}`);
      else if (isHere && section === 'events' && isHeardElsewhere(pack, id, track))
        strange.add(`${section}/${id}`);
    }
  const uses = referencesOf(scratch as Pack);
  for (let before = -1; before !== strange.size; ) {
    before = strange.size;
    for (const use of uses) {
      const [section = '', id = ''] = use.path.split('/');
      if (section === 'machine' || section === 'steps') continue;
      const step = stepNamed(use);
      const named = step === undefined ? elementNamed(scratch as Pack, use) : `steps/${step}`;
      const isMoved = named !== undefined && (strange.has(named) || names.has(named));
      const isHere = Object.hasOwn(pack[section as CarriedSection], id);
      if (isMoved && isHere) strange.add(`${section}/${id}`);
    }
  }
  return strange;
}

const canonical = (value: unknown) => canonicalJson(value as Parameters<typeof canonicalJson>[0]);

/** A reported event is heard in one track only. */
function isHeardElsewhere(pack: OpenPack, event: string, track: string | undefined): boolean {
  if (pack.events[event]?.when !== undefined) return false;
  return Object.values(pack.machine.states).some(
    (each) => each.id !== track && [...statesWithin(each)].some(({ on }) => on && Object.hasOwn(on, event)),
  );
}

/** Gives every element its new id, wherever it is named. */
function rename(scratch: OpenPack, names: ReadonlyMap<string, string>): void {
  const uses = referencesOf(scratch as Pack);
  for (const use of lastFirst(uses)) {
    const step = stepNamed(use);
    const named = step === undefined ? elementNamed(scratch as Pack, use) : `steps/${step}`;
    const fresh = named === undefined ? undefined : names.get(named);
    if (fresh !== undefined) renameAt(scratch, use, fresh);
  }
  for (const section of ['steps', ...CARRIED] as const) {
    const own = scratch[section] as Record<string, unknown>;
    scratch[section] = Object.fromEntries(
      Object.entries(own).map(([id, element]) => [names.get(`${section}/${id}`) ?? id, element]),
    ) as never;
  }
  const holder = holdingState(scratch);
  holder.states = renamedStates(holder.states ?? {}, names);
}

type Renamed = { id: string; initial?: string; states?: Record<string, Renamed> };

function renamedStates(
  states: Record<string, Renamed>,
  names: ReadonlyMap<string, string>,
): Record<string, Renamed> {
  return Object.fromEntries(
    Object.entries(states).map(([key, state]) => {
      const id = names.get(`steps/${key}`) ?? key;
      state.id = id;
      if (state.initial !== undefined) state.initial = names.get(`steps/${state.initial}`) ?? state.initial;
      if (state.states) state.states = renamedStates(state.states, names);
      return [id, state];
    }),
  );
}

/** Writes a new name where a use stands: as a value, behind `#` or `step:`, or as the key of what is heard. */
function renameAt(scratch: OpenPack, { path, kind, name }: Use, fresh: string): void {
  const keys = path.split('/');
  const last = keys.at(-1) ?? '';
  if (keys[0] === 'steps' && keys.length === 2) return;
  const holder = keys
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], scratch) as
    | Record<string, unknown>
    | undefined;
  if (!holder) return;
  const isKey = keys[0] === 'machine' && ['on', 'after'].includes(keys.at(-2) ?? '') && last === name;
  if (isKey) {
    const list = holder[last];
    delete holder[last];
    holder[fresh] = list;
  } else if (last === 'target') holder[last] = `#${fresh}`;
  else if (kind === 'reference') holder[last] = `${name.slice(0, name.indexOf(':') + 1)}${fresh}`;
  else holder[last] = fresh;
}
