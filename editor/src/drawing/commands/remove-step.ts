import { type Pack, referencesOf } from '@parcours/engine';
import type { Command, OpenPack, Refused } from '../log/command.ts';
import { dropUse, lastFirst } from '../log/drop-use.ts';
import { findState, type OpenState, statesWithin } from '../log/find-state.ts';
import { nameOf } from './elements.ts';
import { readingOrder } from './reading-order.ts';
import { findWay, openCandidates, type Way, waysOf } from './way.ts';
import { forgetUnheard, reportedWays } from './ways.ts';

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
