import { type Pack, referencesOf, type Text } from '@parcours/engine';
import type { Command, OpenPack, Refused } from '../log/command.ts';
import { dropUse, lastFirst } from '../log/drop-use.ts';
import { findState, type OpenState, statesWithin } from '../log/find-state.ts';
import { newId } from '../log/new-id.ts';
import { nameOf } from './elements.ts';
import { followOrder } from './follow-order.ts';
import { putInOrder, readingOrder } from './reading-order.ts';
import { findWay, openCandidates, type Way, waysOf } from './way.ts';
import { forgetUnheard, reportedWays, trackOf, wordsOf } from './ways.ts';

type StepKind = 'work' | 'idle' | 'wait' | 'choice' | 'end';

/** Ids of states are unique in the whole machine. */
function idForState(pack: Pack | OpenPack, title: Text, fallback: string): string {
  const taken = new Set(Object.keys(pack.steps));
  for (const track of Object.values(pack.machine.states))
    for (const { id } of statesWithin(track as OpenState)) taken.add(id);
  return newId(wordsOf(title), fallback, (id) => taken.has(id));
}

/** Where people read a new step: behind `after`, else last of `into`. */
export function placeInOrder(pack: OpenPack, into: OpenState, id: string, after: string | undefined): void {
  const wanted = readingOrder(pack, into as never).filter((each) => each !== id);
  const index = after === undefined ? -1 : wanted.indexOf(after);
  wanted.splice(index < 0 ? wanted.length : index + 1, 0, id);
  putInOrder(pack, into as never, wanted, id);
}

type NewStep = {
  readonly title: Text;
  /** The stage or track in which it stands. */
  readonly into: string;
  /** The step behind which it is read and, when `linked`, from which it is reached. */
  readonly after?: string;
  readonly kind?: StepKind;
  /** Label of the outcome by which one goes on to what follows; with it the step is put into the line, without it it stands alone. */
  readonly outcome?: Text;
};

/** A new step. With an outcome it enters the line: what `after` led to, the new step now leads to. */
export const addStep: Command<NewStep> = {
  id: 'add_step',
  can: (pack, { into, after }) => {
    const holder = findState(pack.machine, into);
    if (!holder) return { why: 'gone', names: { id: into } };
    if (holder.state.type === 'parallel') return { why: 'parallel_holds_stages' };
    if (!isHolder(pack, into)) return { why: 'step_holds_nothing' };
    if (after !== undefined && !findState(pack.machine, after)) return { why: 'gone', names: { id: after } };
    return undefined;
  },
  run: (pack, { title, into, after, kind = 'work', outcome }) => {
    const id = idForState(pack, title, 'step');
    const holder = findState(pack.machine, into)?.state;
    if (!holder) return { places: [`steps/${into}`] };
    holder.states ??= {};
    holder.states[id] = { id };
    holder.initial ??= id;
    pack.steps[id] = { kind, title, basis: 'practice' };
    placeInOrder(pack, holder, id, after);
    if (outcome) putIntoLine(pack, id, after, outcome);
    return { places: [`steps/${id}`] };
  },
  names: (_, { title }) => ({ name: title }),
};

/** A stage or a track: it holds states, or is told to. */
export function isHolder(pack: Pack, id: string): boolean {
  const kind = pack.steps[id]?.kind;
  return kind === 'stage' || kind === 'track' || findState(pack.machine, id)?.state.states !== undefined;
}

/** The first unconditional reported way out of a step, or its only one. */
function lineFrom(pack: OpenPack, id: string): Way | undefined {
  const ways = reportedWays(pack, id);
  const open = ways.filter((way) => {
    const candidate = findWay(pack as Pack, way);
    return candidate?.guard === undefined && candidate?.target !== undefined;
  });
  return open.length === 1 ? open[0] : undefined;
}

/** Puts a new step on the way that goes on from `after`; a step that nothing leads out of leads to it. */
export function putIntoLine(pack: OpenPack, id: string, after: string | undefined, outcome: Text): void {
  const standing = findState(pack.machine, id);
  if (!standing) return;
  const before = after === undefined ? undefined : findState(pack.machine, after);
  const isStep = before !== undefined && before.state.states === undefined;
  const line = isStep && after !== undefined ? lineFrom(pack, after) : undefined;
  const event = newId(`${wordsOf(pack.steps[id]?.title ?? {})} done`, 'outcome', (each) =>
    Object.hasOwn(pack.events, each),
  );
  if (line) {
    const candidate = before ? openCandidates(before.state, line.by, line.name)[line.index] : undefined;
    const target = candidate?.target;
    if (candidate) candidate.target = `#${id}`;
    if (target === undefined || pack.steps[id]?.kind === 'end') return;
    pack.events[event] = { label: outcome, basis: 'practice' };
    standing.state.on = { [event]: [{ target }] };
    return;
  }
  const kind = isStep ? pack.steps[after ?? '']?.kind : undefined;
  // Nothing follows an end; what opens a track that waits is for the committee to say.
  if (
    !isStep ||
    kind === 'end' ||
    kind === 'idle' ||
    before === undefined ||
    trackOf(pack, id) !== trackOf(pack, after ?? '')
  )
    return;
  if (reportedWays(pack, after ?? '').length > 0) return;
  pack.events[event] = { label: outcome, basis: 'practice' };
  openCandidates(before.state, 'on', event).push({ target: `#${id}` });
}

/** A step put on a way: the way leads to it, and it leads where the way led. */
export const insertStep: Command<{ readonly way: Way; readonly title: Text; readonly outcome: Text }> = {
  id: 'insert_step',
  can: (pack, { way }) => {
    const candidate = findWay(pack, way);
    if (candidate?.target === undefined) return { why: 'gone', names: { id: way.name } };
    return findState(pack.machine, candidate.target.slice(1))
      ? undefined
      : { why: 'gone', names: { id: candidate.target } };
  },
  run: (pack, { way, title, outcome }) => {
    const from = findState(pack.machine, way.from);
    const candidate = from && openCandidates(from.state, way.by, way.name)[way.index];
    const target = candidate?.target;
    if (!from || !candidate || target === undefined) return { places: [`steps/${way.from}`] };
    const after = from.state.states === undefined ? way.from : undefined;
    const holder =
      after === undefined ? findState(pack.machine, target.slice(1))?.above.at(-1) : from.above.at(-1);
    if (!holder) return { places: [`steps/${way.from}`] };
    const id = idForState(pack, title, 'step');
    holder.states ??= {};
    const event = newId(`${wordsOf(title)} done`, 'outcome', (each) => Object.hasOwn(pack.events, each));
    holder.states[id] = { id, on: { [event]: [{ target }] } };
    pack.events[event] = { label: outcome, basis: 'practice' };
    pack.steps[id] = { kind: 'work', title, basis: 'practice' };
    candidate.target = `#${id}`;
    placeInOrder(pack, holder, id, after);
    return { places: [`steps/${id}`] };
  },
  names: (_, { title }) => ({ name: title }),
};

/**
 * Takes a step, a stage or a track away with everything in it, and mends every section: ways that led there go on to
 * what followed it, or go; events that nothing hears any more, effects and counts that rested on it go. Safeguards stay
 * as they are: when one names what is gone, the committee is told and decides.
 */
export const removeStep: Command<{ readonly id: string }> = {
  id: 'remove_step',
  can: (pack, { id }) => {
    const standing = findState(pack.machine, id);
    if (!standing) return { why: 'gone', names: { id } };
    const parent = standing.above.at(-1);
    if (parent === undefined) return id === 'main' ? { why: 'main_stays' } : whyGuarded(pack, id);
    if (Object.keys(standing.siblings).length === 1) return { why: 'last_of_stage' };
    return whyGuarded(pack, id);
  },
  run: (pack, { id }) => {
    const standing = findState(pack.machine, id);
    if (!standing) return { places: [`steps/${id}`] };
    const gone = new Set([...statesWithin(standing.state)].map((state) => state.id));
    const heard = [...waysOf(pack.machine)]
      .filter(({ by, from }) => by === 'on' && gone.has(from))
      .map(({ name }) => name);
    const next = successor(pack, standing.state, gone);
    const parent = standing.above.at(-1);
    const dropped = bendWays(pack, gone, next);
    const uses = referencesOf(pack as Pack).filter(
      ({ kind, name, path }) =>
        !path.startsWith('safeguards/') &&
        !path.startsWith('machine/') &&
        !(path.startsWith('steps/') && path.split('/').length === 2) &&
        ((['state', 'step', 'track'].includes(kind) && gone.has(name)) ||
          (kind === 'reference' &&
            /^(step|stage):/.test(name) &&
            gone.has(name.slice(name.indexOf(':') + 1)))),
    );
    for (const use of lastFirst(uses)) dropUse(pack, use);
    delete standing.siblings[id];
    if (parent?.initial === id) {
      const first =
        next !== undefined && Object.hasOwn(standing.siblings, next)
          ? next
          : readingOrder(pack as Pack, parent as never)[0];
      if (first !== undefined) parent.initial = first;
    }
    for (const each of gone) delete pack.steps[each];
    for (const story of Object.values(pack.scenarios)) forgetInStory(story, gone);
    forgetUnheard(pack, [...heard, ...dropped]);
    return { places: [`steps/${parent?.id ?? 'main'}`, ...uses.map(({ path }) => path)] };
  },
  names: (pack, { id }) => ({ name: nameOf(pack, 'steps', id) }),
};

/** A condition elsewhere looks at whether the case stands here: somebody must first say what it should look at. */
function whyGuarded(pack: Pack, id: string): Refused | undefined {
  const state = findState(pack.machine, id)?.state;
  const gone = new Set(state ? [...statesWithin(state as OpenState)].map((each) => each.id) : []);
  const looked = referencesOf(pack).find(
    ({ kind, name, path }) => kind === 'state' && gone.has(name) && path.includes('/guard'),
  );
  return looked && { why: 'looked_at', names: { first: looked.path } };
}

/** What one comes to after a step without conditions, outside of what goes, when nothing forbids to be led there. */
function successor(pack: OpenPack, state: OpenState, gone: ReadonlySet<string>): string | undefined {
  const ends = [...statesWithin(state)]
    .flatMap((each) => reportedWays(pack, each.id))
    .map((way) => findWay(pack as Pack, way)?.target?.slice(1))
    .filter((target): target is string => target !== undefined && !gone.has(target));
  const [first, ...others] = [...new Set(ends)];
  if (first === undefined || others.length > 0) return undefined;
  const tags = findState(pack.machine, first)?.state.tags ?? [];
  return tags.includes('measure') ? undefined : first;
}

/** Ways into what goes are led on, or taken away; gives the events whose ways went. */
function bendWays(pack: OpenPack, gone: ReadonlySet<string>, next: string | undefined): readonly string[] {
  const dropped: string[] = [];
  const ways = [...waysOf(pack.machine)].filter(
    ({ from, candidate }) =>
      !gone.has(from) && candidate.target !== undefined && gone.has(candidate.target.slice(1)),
  );
  for (const { from, by, name, index } of ways.reverse()) {
    const state = findState(pack.machine, from)?.state;
    if (!state) continue;
    const list = openCandidates(state, by, name);
    const candidate = list[index];
    if (!candidate) continue;
    const isThere = list.some(
      (each, at) => at !== index && each.target === `#${next}` && each.guard === undefined,
    );
    if (next !== undefined && next !== from && !isThere) candidate.target = `#${next}`;
    else {
      list.splice(index, 1);
      dropped.push(name);
      if (list.length === 0) dropList(state, by, name);
    }
  }
  for (const track of Object.values(pack.machine.states))
    for (const state of statesWithin(track))
      if (state.target !== undefined && gone.has(state.target.slice(1))) delete state.target;
  return dropped;
}

function dropList(state: OpenState, by: Way['by'], name: string): void {
  if (by === 'always' || by === 'onDone') delete state[by];
  else if (state[by]) {
    delete state[by][name];
    if (Object.keys(state[by]).length === 0) delete state[by];
  }
}

type Story = OpenPack['scenarios'][string];

function forgetInStory(story: Story, gone: ReadonlySet<string>): void {
  for (const expect of [story.expect, ...story.acts.map((act) => act.expect)]) {
    if (expect?.steps?.some((id) => gone.has(id))) expect.steps = expect.steps.filter((id) => !gone.has(id));
  }
  if (story.expect.route?.some((id) => gone.has(id)))
    story.expect.route = story.expect.route.filter((id) => !gone.has(id));
  if (story.expect.outcome !== undefined && gone.has(story.expect.outcome)) delete story.expect.outcome;
}

type Move = {
  readonly id: string;
  readonly into: string;
  /** The neighbour behind which it is read; absent, it is read first. */
  readonly after?: string;
};

/** Moves a step or a stage to another place of the same track; in a line of steps it takes its new place there too. */
export const moveStep: Command<Move> = {
  id: 'move_step',
  can: (pack, { id, into, after }) => {
    const [standing, holder] = [findState(pack.machine, id), findState(pack.machine, into)];
    if (!standing || !holder) return { why: 'gone', names: { id: standing ? into : id } };
    const parent = standing.above.at(-1);
    if (parent === undefined) return { why: 'track_stays' };
    if (trackOf(pack, id) !== trackOf(pack, into)) return { why: 'other_track' };
    if (id === into || holder.above.some((each) => each.id === id)) return { why: 'into_itself' };
    if (!isHolder(pack, into)) return { why: 'step_holds_nothing' };
    if (holder.state.type === 'parallel' && holder.state !== parent) return { why: 'parallel_holds_stages' };
    const regions = [regionOf(standing.above), regionOf([...holder.above, holder.state])];
    if (regions[0] !== regions[1]) return { why: 'other_region' };
    if (after !== undefined && (after === id || holder.state.states?.[after] === undefined))
      return { why: 'gone', names: { id: after } };
    if (parent !== holder.state && Object.keys(standing.siblings).length === 1)
      return { why: 'last_of_stage' };
    return undefined;
  },
  run: (pack, { id, into, after }) => {
    const [standing, holder] = [findState(pack.machine, id), findState(pack.machine, into)];
    const parent = standing?.above.at(-1);
    if (!standing || !holder || !parent) return { places: [`steps/${id}`] };
    followOrder(pack, { id, into, after });
    const isStaying = parent.id === into;
    const order = readingOrder(pack as Pack, holder.state as never).filter((each) => each !== id);
    order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, id);
    if (!isStaying) {
      const { state } = standing;
      delete standing.siblings[id];
      if (parent.initial === id) {
        const first = readingOrder(pack as Pack, parent as never)[0];
        if (first !== undefined) parent.initial = first;
      }
      holder.state.states ??= {};
      holder.state.states[id] = state;
      holder.state.initial ??= id;
    }
    putInOrder(pack, holder.state as never, order, id);
    if (
      holder.state.type !== 'parallel' &&
      order[0] !== undefined &&
      holder.state.initial !== undefined &&
      (after === undefined || order[0] !== holder.state.initial)
    )
      holder.state.initial = order[0];
    return { places: [`steps/${id}`] };
  },
  names: (pack, { id, into }) => ({ name: nameOf(pack, 'steps', id), into: nameOf(pack, 'steps', into) }),
};

/** The innermost region of a parallel stage, or the track: no way crosses its edge. */
export function regionOf(
  above: readonly { readonly id: string; readonly type?: string | undefined }[],
): string | undefined {
  for (let index = above.length - 1; index > 0; index -= 1)
    if (above[index - 1]?.type === 'parallel') return above[index]?.id;
  return above[0]?.id;
}
