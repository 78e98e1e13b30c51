import type { FactValue } from '../procedure/value.ts';
import { bitsOf, type Variable } from '../prove/variable.ts';
import type { Facts } from '../rules/rule-book.ts';
import type { RuleProgram } from '../rules/rule-program.ts';
import type { Masks } from './cubes.ts';
import { EXAMPLE_TIME } from './example-time.ts';
import { jointValues } from './joint-values.ts';

/**
 * Whether a child can be as a box of regions says: facts that lie in it, `impossible` when there are none, or, when facts hang
 * together in a way that is not computed here, facts of which it is not known.
 */
export type Realised =
  | { readonly facts: Facts; readonly sure: true }
  | { readonly facts: Facts; readonly sure: false; readonly together: readonly string[] }
  | 'impossible';

export interface Realiser {
  realise(box: Masks): Realised;
  /** The quick question: false when facts that are compared with each other cannot be so. Derived ones are taken as free. */
  canBe(box: Masks): boolean;
}

/** More combinations of values than this are not tried for one group of facts. */
const MOST_TRIES = 5_000;
/** Where a fact is derived, not finding values proves nothing, so fewer are tried. */
const MOST_DERIVED_TRIES = 2_000;

type Group = {
  readonly members: readonly Variable[];
  readonly bases: readonly string[];
  /** One variable that nothing else shares a fact with. */
  readonly alone: boolean;
  /** A derived fact is among them, so that not finding values proves nothing. */
  readonly derived: boolean;
  isDerived(id: string): boolean;
};

type Told = { readonly facts: Facts; readonly sure: boolean } | 'impossible';

/** What was found out about groups of facts, by their variables. */
export type Remembered = Map<string, Memory>;

type Memory = {
  readonly domain: ReadonlyMap<string, readonly FactValue[]>;
  readonly told: Map<string, Told>;
  /** Regions of the variables, by the values tried of what they rest on. */
  readonly regions: Map<string, number>;
};

/** Tells of boxes over some of the variables whether a child can be so. */
export function realiserOf(
  {
    program,
    variables,
    remembered,
  }: {
    readonly program: RuleProgram;
    readonly variables: readonly Variable[];
    readonly remembered: Remembered;
  },
  read: ReadonlySet<number>,
): Realiser {
  const groups = groupsOf(
    program,
    variables.filter(
      ({ index, bases }) => read.has(index) && ![...bases].some((base) => base.startsWith('state ')),
    ),
  );
  const memoryOf = (group: Group): Memory => {
    const key = group.members.map(({ id }) => id).join('\n');
    const memory = remembered.get(key) ?? {
      domain: group.alone ? new Map() : jointValues(program.book, group.bases, group.members),
      told: new Map(),
      regions: new Map(),
    };
    remembered.set(key, memory);
    return memory;
  };
  const memories = groups.map(memoryOf);
  const realiseGroup = (group: Group, number: number, box: Masks): Told => {
    const memory = memories[number] ?? memoryOf(group);
    const key = group.members.map(({ index }) => box[index]).join(' ');
    const known = memory.told.get(key);
    if (known) return known;
    const [only] = group.members;
    const found = group.alone && only ? realiseOne(only, box) : realiseTogether(group, memory, box);
    memory.told.set(key, found);
    return found;
  };
  return {
    canBe: (box) =>
      groups.every((group, number) => group.derived || realiseGroup(group, number, box) !== 'impossible'),
    realise: (box) => {
      let facts: Facts = {};
      const together = new Set<string>();
      for (const [number, group] of groups.entries()) {
        const found = realiseGroup(group, number, box);
        if (found === 'impossible') return 'impossible';
        facts = { ...facts, ...found.facts };
        if (!found.sure) for (const { id } of group.members) together.add(id);
      }
      return together.size > 0 ? { facts, sure: false, together: [...together] } : { facts, sure: true };
    },
  };
}

/** Variables that share a recorded fact stand in one group. */
function groupsOf(program: RuleProgram, variables: readonly Variable[]): readonly Group[] {
  const groups: { members: Variable[]; bases: Set<string> }[] = [];
  for (const variable of variables) {
    const touching = groups.filter(({ bases }) => [...variable.bases].some((base) => bases.has(base)));
    const merged = {
      members: [...touching.flatMap(({ members }) => members), variable].sort((a, b) => a.index - b.index),
      bases: new Set([...touching.flatMap(({ bases }) => [...bases]), ...variable.bases]),
    };
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  const isDerived = (id: string) =>
    Object.hasOwn(program.book.facts, id) && program.book.facts[id]?.derive !== undefined;
  return groups.map(({ members, bases }) => ({
    isDerived,
    members,
    bases: [...bases].sort(),
    alone: members.length === 1 && members[0]?.fact !== undefined,
    derived: [...bases].some(isDerived),
  }));
}

/** A fact by itself lies where its box says; a derived one is given as if it were recorded, which reads the same. */
function realiseOne(variable: Variable, box: Masks): Told {
  const mask = box[variable.index] as number;
  const bit = bitsOf(mask & variable.known)[0];
  if (bit === undefined) return mask === 0 ? 'impossible' : { facts: {}, sure: true };
  const [value] = variable.regions[bit]?.samples ?? [];
  return { facts: value === undefined ? {} : { [variable.fact ?? variable.id]: value }, sure: true };
}

function realiseTogether(
  { members, bases, derived, isDerived }: Group,
  { domain, regions }: Memory,
  box: Masks,
): Told {
  const recorded = bases.filter((id) => domain.has(id) && !isDerived(id));
  const asked = members.filter(({ index, full }) => box[index] !== full);
  const ripe = recorded.map((_, place) => {
    const assigned = new Set(recorded.slice(0, place + 1));
    const before = new Set(recorded.slice(0, place));
    return asked.filter((variable) => {
      const needs = [...variable.bases].filter((base) => domain.has(base) && !isDerived(base));
      return needs.every((base) => assigned.has(base)) && !needs.every((base) => before.has(base));
    });
  });
  const most = derived ? MOST_DERIVED_TRIES : MOST_TRIES;
  let tries = 0;
  const choices = new Map<string, number>();
  const regionOf = (variable: Variable, given: Facts): number => {
    const own = [...variable.bases].map((base) => choices.get(base) ?? '').join(' ');
    const key = `${variable.id}\n${own}`;
    const known = regions.get(key);
    if (known !== undefined) return known;
    const region = variable.regionAt(given, EXAMPLE_TIME);
    regions.set(key, region);
    return region;
  };
  const search = (place: number, facts: Facts): Facts | undefined => {
    const id = recorded[place];
    if (id === undefined) return facts;
    const values = domain.get(id) ?? [];
    for (let choice = 0; choice <= values.length; choice += 1) {
      tries += 1;
      if (tries > most) return undefined;
      const value = values[choice];
      choices.set(id, choice);
      const given = value === undefined ? facts : { ...facts, [id]: value };
      const fits = (ripe[place] ?? []).every(
        (variable) => (regionOf(variable, given) & (box[variable.index] as number)) !== 0,
      );
      const found = fits ? search(place + 1, given) : undefined;
      if (found) return found;
    }
    choices.delete(id);
    return undefined;
  };
  const found = search(0, {});
  if (found) return { facts: found, sure: true };
  if (!derived && tries <= most) return 'impossible';
  return { facts: Object.assign({}, ...members.map((member) => oneOf(member, box))), sure: false };
}

function oneOf(variable: Variable, box: Masks): Facts {
  const told = variable.fact === undefined ? 'impossible' : realiseOne(variable, box);
  return told === 'impossible' ? {} : told.facts;
}
