import {
  canonicalJson,
  checkStructure,
  type ElementSection,
  type Pack,
  referencesOf,
} from '@parcours/engine';
import { produce } from 'immer';
import type { Command, OpenPack, Refused } from '../log/command.ts';
import { findState, type OpenState, statesWithin } from '../log/find-state.ts';
import { placeInOrder } from './add-step.ts';
import { elementsOf, type FreeSection, nameOf, removeElement } from './elements.ts';
import { removeStep } from './remove-step.ts';

/** What may be taken back to what the base says. `machine` is the ways of one step or stage. */
export type RevertedSection = ElementSection | 'machine';

type Reverted = {
  readonly base: Pack;
  readonly section: RevertedSection;
  readonly id: string;
};

/**
 * Takes one element back to what the base of an adaptation says: what was changed is as it was, what was added goes, what was
 * removed comes back with what it needs. Refused where that would leave a name that nothing defines.
 */
export const revertToBase: Command<Reverted> = {
  id: 'revert_to_base',
  can: (pack, args) => {
    const refused = whyNot(pack, args);
    if (refused) return refused;
    const before = brokenNames(pack);
    const after = brokenNames(produce(pack, (open) => lay(open, args)));
    return [...after].some((each) => !before.has(each)) ? { why: 'base_rests_on_gone' } : undefined;
  },
  run: (pack, args) => {
    lay(pack, args);
    const section = args.section === 'machine' ? 'steps' : args.section;
    return { places: [`${section}/${args.id}`] };
  },
  names: (pack, { base, section, id }) => {
    const elements = section === 'machine' ? 'steps' : section;
    const isThere = elementsOf(pack, elements)[id] !== undefined;
    return { name: nameOf(isThere ? pack : base, elements, id) };
  },
};

const ownElement = (pack: Pack | OpenPack, section: ElementSection, id: string): unknown =>
  Object.hasOwn(elementsOf(pack, section), id) ? elementsOf(pack, section)[id] : undefined;

function whyNot(pack: Pack, { base, section, id }: Reverted): Refused | undefined {
  if (section === 'machine') {
    const [own, inherited] = [findState(pack.machine, id), findState(base.machine, id)];
    return own && inherited ? undefined : { why: 'gone', names: { id } };
  }
  const [own, inherited] = [ownElement(pack, section, id), ownElement(base, section, id)];
  if (own === undefined && inherited === undefined) return { why: 'gone', names: { id } };
  if (own !== undefined && inherited !== undefined && canonicalJson(own) === canonicalJson(inherited))
    return { why: 'already' };
  if (inherited === undefined)
    return section === 'steps' ? removeStep.can(pack, { id }) : removeElement.can(pack, { section, id });
  if (section !== 'steps' || findState(pack.machine, id)) return undefined;
  const holder = findState(base.machine, id)?.above.at(-1)?.id;
  const isHeld = holder === undefined || findState(pack.machine, holder) !== undefined;
  return isHeld ? undefined : { why: 'base_rests_on_gone' };
}

function lay(pack: OpenPack, { base, section, id }: Reverted): void {
  if (section === 'machine') layWays(pack, base, id);
  else {
    const inherited = ownElement(base, section, id);
    if (inherited === undefined && section === 'steps') removeStep.run(pack, { id });
    else if (inherited === undefined) removeElement.run(pack, { section: section as FreeSection, id });
    else {
      elementsOf(pack, section)[id] = structuredClone(inherited);
      if (section === 'steps' && !findState(pack.machine, id)) layState(pack, base, id);
    }
  }
  bringNeeded(pack, base);
}

const WAYS = ['on', 'after', 'always', 'onDone', 'tags'] as const;

function layWays(pack: OpenPack, base: Pack, id: string): void {
  const [open, inherited] = [findState(pack.machine, id)?.state, findState(base.machine, id)?.state];
  if (!open || !inherited) return;
  const members = open as Record<string, unknown>;
  for (const key of WAYS) {
    if (inherited[key] === undefined) delete members[key];
    else members[key] = structuredClone(inherited[key]);
  }
}

/** A step or stage that was removed comes back where it stood; its ways to what is no longer there do not. */
function layState(pack: OpenPack, base: Pack, id: string): void {
  const inherited = findState(base.machine, id);
  if (!inherited) return;
  const holder = inherited.above.at(-1)?.id;
  const into = holder === undefined ? undefined : findState(pack.machine, holder)?.state;
  const state = structuredClone(inherited.state) as OpenState;
  if (into) {
    into.states ??= {};
    into.states[id] = state;
    into.initial ??= id;
  } else pack.machine.states[id] = state;
  const inside = [...statesWithin(state)];
  for (const each of inside) {
    const entry = base.steps[each.id];
    if (entry && !pack.steps[each.id])
      pack.steps[each.id] = structuredClone(entry) as OpenPack['steps'][string];
  }
  for (const each of inside) dropLostWays(pack, each);
  if (into) placeInOrder(pack, into, id, neighbour(base, pack, holder ?? '', id));
}

function dropLostWays(pack: OpenPack, state: OpenState): void {
  type List = { target?: string | undefined }[];
  const kept = (list: List) =>
    list.filter(({ target }) => target === undefined || findState(pack.machine, target.slice(1)));
  for (const by of ['on', 'after'] as const) {
    const lists = state[by] as Record<string, List> | undefined;
    for (const [name, list] of Object.entries(lists ?? {})) {
      const left = kept(list);
      if (left.length > 0 && lists) lists[name] = left;
      else delete lists?.[name];
    }
    if (lists && Object.keys(lists).length === 0) delete state[by];
  }
  for (const by of ['always', 'onDone'] as const) {
    const left = kept((state[by] ?? []) as List);
    if (left.length > 0) state[by] = left as NonNullable<OpenState['always']>;
    else delete state[by];
  }
}

/** The nearest step before it in the base that is still there. */
function neighbour(base: Pack, pack: OpenPack, holder: string, id: string): string | undefined {
  const states = findState(base.machine, holder)?.state.states ?? {};
  const order = (each: string) => base.steps[each]?.order ?? 0;
  const before = Object.keys(states)
    .filter((each) => each !== id && order(each) <= order(id) && findState(pack.machine, each))
    .sort((a, b) => order(a) - order(b));
  return before.at(-1);
}

const SECTION_OF: Readonly<Record<string, FreeSection | undefined>> = {
  rule: 'rules',
  event: 'events',
  signal: 'events',
  fact: 'facts',
  value: 'facts',
  parameter: 'parameters',
  role: 'roles',
  form: 'forms',
  deadline: 'deadlines',
  source: 'sources',
};

/** Elements of the base that are named and are not there any more come back too, and what they need in turn. */
function bringNeeded(pack: OpenPack, base: Pack): void {
  for (let turn = 0; turn < 16; turn += 1) {
    const missing = referencesOf(pack as Pack).flatMap(({ kind, name }) => {
      const [prefix = '', id = ''] = kind === 'reference' ? name.split(':') : [kind, name];
      const section = SECTION_OF[prefix];
      if (!section || ownElement(pack, section, id) !== undefined) return [];
      const isValue = section === 'facts' && ownElement(pack, 'parameters', id) !== undefined;
      if (isValue) return [];
      const from =
        ownElement(base, section, id) !== undefined ? section : section === 'facts' ? 'parameters' : section;
      return ownElement(base, from, id) === undefined ? [] : [{ section: from, id }];
    });
    if (missing.length === 0) return;
    for (const { section, id } of missing)
      elementsOf(pack, section)[id] = structuredClone(elementsOf(base, section)[id]);
  }
}

const NAMES = new Set([
  'name.unknown',
  'name.twice',
  'step.undescribed',
  'stage.undescribed',
  'arrow.other_track',
  'arrow.region',
]);

/** Places that name what nothing defines. */
export const brokenNames = (pack: Pack): ReadonlySet<string> =>
  new Set(
    checkStructure(pack)
      .filter(({ code }) => NAMES.has(code))
      .map(({ code, path }) => `${code} ${path}`),
  );
