import type { Pack, Verdict } from '@parcours/engine';
import { placedStates, targetId } from '../../../pack/states.ts';
import { rolesOf, stepDefinition } from '../../../pack/step-of-pack.ts';
import { nameOf } from '../../commands/elements.ts';
import { leadsTo, type Way, waysOf } from '../../commands/way.ts';
import { allStates } from '../../log/find-state.ts';
import type { Mend, MendAct, Mender } from './mend.ts';
import { giveDeadline } from './steps.ts';

type Property = Pack['safeguards'][string]['property'];

/** Ways to mend what a broken safeguard showed. */
export const mendSafeguard: Mender = (pack, { path }, verdict) => {
  const property = pack.safeguards[path.split('/')[1] ?? '']?.property;
  if (!property) return [];
  if ('never' in property) return closeDoors(pack, property.never);
  if ('precedes' in property) return leadThroughFirst(pack, property.precedes, verdict);
  if ('has_deadline' in property)
    return stepsOf(pack, property.has_deadline.states)
      .filter((id) => ['work', 'wait'].includes(pack.steps[id]?.kind ?? '') && !hasDeadline(pack, id))
      .map((id) => giveDeadline(pack, id));
  if ('performed_by' in property) return nameFitting(pack, property.performed_by);
  if ('different_people' in property) return askOtherPerson(pack, property.different_people);
  return [];
};

type Guard = NonNullable<ReturnType<typeof findGuard>>;
const findGuard = (pack: Pack, way: Way) =>
  [...waysOf(pack.machine)].find(
    (each) =>
      each.from === way.from && each.by === way.by && each.name === way.name && each.index === way.index,
  )?.candidate.guard;

/** `never(a unless rule)` means that rule stands on every way to `a`; `while`, its contrary. */
function closeDoors(pack: Pack, never: Extract<Property, { never: unknown }>['never']): readonly Mend[] {
  const rule = 'while' in never ? never.while : never.unless;
  const wanted: Guard = 'while' in never ? { type: 'not', params: { of: [rule] } } : rule;
  const ways = waysInto(pack, never.a).filter((way) => !says(findGuard(pack, way), wanted));
  const isOpenToUnknown = ways.some(({ by, name }) => by === 'on' && pack.events[name]?.protective === true);
  const [first, ...others] = ways.map((way): MendAct => {
    const before = findGuard(pack, way);
    const guard: Guard = before === undefined ? wanted : { type: 'all', params: { of: [before, wanted] } };
    return { command: 'set_guard', args: { way, guard } };
  });
  if (!first || isOpenToUnknown || pack.rules[rule]?.overridable) return [];
  return [
    {
      label: 'while' in never ? 'closeWhile' : 'closeUnless',
      names: { rule: nameOf(pack, 'rules', rule) },
      acts: [first, ...others],
    },
  ];
}

function says(guard: Guard | undefined, wanted: Guard): boolean {
  if (guard === undefined) return false;
  if (JSON.stringify(guard) === JSON.stringify(wanted)) return true;
  return (
    typeof guard === 'object' && guard.type === 'all' && guard.params.of.some((part) => says(part, wanted))
  );
}

/** The ways by which what a reference names comes about. */
function waysInto(pack: Pack, reference: string): readonly Way[] {
  const [kind = '', name = ''] = reference.split(':');
  const entered = new Set(
    kind === 'tag'
      ? [...allStates(pack.machine)].filter(({ tags }) => tags?.includes(name)).map(({ id }) => id)
      : kind === 'step' || kind === 'stage'
        ? [name]
        : [],
  );
  const initials = new Set(
    placedStates(pack.machine).flatMap(({ id, state }) => (entered.has(state.initial ?? '') ? [id] : [])),
  );
  return [...waysOf(pack.machine)]
    .filter(({ by, name: event, candidate }) => {
      if (kind === 'event') return by === 'on' && event === name && candidate.target !== undefined;
      const target = candidate.target && targetId(candidate.target);
      return target !== undefined && (entered.has(target) || initials.has(target));
    })
    .map(({ from, by, name: event, index }) => ({ from, by, name: event, index }));
}

/**
 * `precedes(a, b)`: the ways by which the story came to `b` without `a` lead to where `a` is done first. Only where that step
 * leads on, so that nobody is stranded.
 */
function leadThroughFirst(
  pack: Pack,
  { a, b }: { readonly a: string; readonly b: string },
  verdict: Verdict | undefined,
): readonly Mend[] {
  const firsts = placesFor(pack, a);
  const lasts = new Set(placesFor(pack, b));
  const told = new Set((verdict?.story?.acts ?? []).flatMap(({ event }) => event ?? []));
  const into = [...waysOf(pack.machine)].filter(
    ({ by, name, candidate }) =>
      candidate.target !== undefined &&
      lasts.has(targetId(candidate.target)) &&
      (by !== 'on' || told.size === 0 || told.has(name) || pack.events[name]?.when !== undefined),
  );
  return firsts
    .filter((first) => !lasts.has(first) && leadsTo(pack, first, lasts))
    .flatMap((first): readonly Mend[] => {
      const [act, ...acts] = into
        .filter(({ from }) => from !== first)
        .map(
          ({ from, by, name, index }): MendAct => ({
            command: 'retarget_way',
            args: { way: { from, by, name, index }, to: first },
          }),
        );
      if (!act) return [];
      return [{ label: 'firstThrough', names: { step: nameOf(pack, 'steps', first) }, acts: [act, ...acts] }];
    });
}

/** Steps where what is named happens: the step itself, or those that hear the event. */
function placesFor(pack: Pack, reference: string): readonly string[] {
  const [kind = '', name = ''] = reference.split(':');
  if (kind === 'step') return [name];
  if (kind !== 'event') return [];
  return [...waysOf(pack.machine)]
    .filter((way) => way.by === 'on' && way.name === name)
    .map(({ from }) => from);
}

function stepsOf(pack: Pack, references: readonly string[]): readonly string[] {
  const placed = placedStates(pack.machine);
  const inside = (id: string): readonly string[] =>
    placed
      .filter(({ parent }) => parent === id)
      .flatMap(({ id: child, leaf }) => (leaf ? [child] : inside(child)));
  return references.flatMap((reference) => {
    const [kind = '', name = ''] = reference.split(':');
    if (kind === 'step') return [name];
    if (kind === 'stage') return inside(name);
    if (kind !== 'tag') return [];
    return placed.filter(({ state, leaf }) => leaf && state.tags?.includes(name)).map(({ id }) => id);
  });
}

function hasDeadline(pack: Pack, id: string): boolean {
  return (pack.steps[id]?.deadlines?.length ?? 0) > 0;
}

function nameFitting(
  pack: Pack,
  {
    states,
    roles,
    sector,
  }: { states: readonly string[]; roles?: readonly string[] | undefined; sector?: string | undefined },
): readonly Mend[] {
  const fits = (role: string) =>
    (roles?.includes(role) ?? true) && (sector === undefined || pack.roles[role]?.sector === sector);
  const fitting = Object.keys(pack.roles).filter(fits).slice(0, 1);
  return stepsOf(pack, states).flatMap((id): readonly Mend[] => {
    const known = rolesOf(stepDefinition(pack, id)?.who);
    const left = known.filter(fits);
    const value = left.length > 0 ? left : fitting;
    if (value.length === 0 || (left.length === known.length && known.length > 0)) return [];
    return [
      {
        label: 'whoDoesHere',
        names: { step: nameOf(pack, 'steps', id), role: nameOf(pack, 'roles', value[0] ?? '') },
        acts: [{ command: 'set_field', args: { section: 'steps', id, path: ['who'], value } }],
      },
    ];
  });
}

function askOtherPerson(pack: Pack, { a, b }: { readonly a: string; readonly b: string }): readonly Mend[] {
  if (!a.startsWith('event:') || !b.startsWith('event:')) return [];
  const [first, second] = [a.slice(6), b.slice(6)];
  const known = pack.events[second]?.differsFrom ?? [];
  return [
    {
      label: 'otherPerson',
      names: { event: nameOf(pack, 'events', second), other: nameOf(pack, 'events', first) },
      acts: [
        {
          command: 'set_field',
          args: { section: 'events', id: second, path: ['differsFrom'], value: [...known, first] },
        },
      ],
    },
  ];
}
