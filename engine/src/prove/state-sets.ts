import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Who } from '../procedure/steps.ts';
import { hasLength, spansOf } from './moves.ts';

/** The states of a step, a stage or a tag. */
export function statesNamed({ states }: Pathway, kind: string, id: string): readonly string[] {
  return [...states.values()]
    .filter((state) => (kind === 'tag' ? state.tags.has(id) : state.id === id))
    .map((state) => state.id);
}

/** The steps that some references name: a step, the steps inside a stage, those that a tag covers. */
export function stepsNamed({ states }: Pathway, references: readonly string[]): readonly PathwayState[] {
  const wanted = references.map((reference) => reference.split(':') as [string, string]);
  const isNamed = (state: PathwayState) =>
    wanted.some(([kind, id]) => (kind === 'tag' ? state.tags.has(id) : kind !== 'event' && state.id === id));
  return [...states.values()].filter(
    (state) =>
      state.leaf && [state.id, ...state.ancestors].some((id) => isNamed(states.get(id) as PathwayState)),
  );
}

/** Deadlines by which a step must be left, its own and those of what it lies in: what a person owes, and what moves the case. */
export function leavingDeadlines({ pack, states }: Pathway, state: PathwayState): readonly string[] {
  return [state.id, ...state.ancestors].flatMap((id) => {
    const owed = (Object.hasOwn(pack.steps, id) ? pack.steps[id]?.deadlines : undefined) ?? [];
    return [
      ...owed.filter((deadline) => pack.deadlines[deadline]?.met === 'leaving'),
      ...(states.get(id)?.after.keys() ?? []),
    ];
  });
}

/**
 * Every deadline of a step and of the stages it lies in, those that a rule meets included. A clock over the whole track, such as
 * coming of age, is no deadline of a step.
 */
export function deadlinesOf({ pack, states }: Pathway, state: PathwayState): readonly string[] {
  const within = [state.id, ...state.ancestors].filter((id) => id !== state.track);
  return within.flatMap((id) => [
    ...((Object.hasOwn(pack.steps, id) ? pack.steps[id]?.deadlines : undefined) ?? []),
    ...(states.get(id)?.after.keys() ?? []),
  ]);
}

/** Parameters without a value on which the length of some deadlines rests. */
export function unknownLengths(pack: Pack, deadlines: Iterable<string>): readonly string[] {
  const open = [...new Set(deadlines)].filter((deadline) => !hasLength(pack, deadline));
  const names = open.flatMap((deadline) => {
    const within = pack.deadlines[deadline]?.within;
    return within
      ? spansOf(within).flatMap((span) => (typeof span === 'string' ? [] : [span.parameter]))
      : [];
  });
  return [...new Set(names)].sort();
}

/** Every role that a step may name. */
export function rolesOf(who: Who | undefined): readonly string[] {
  if (!who) return [];
  return 'by' in who ? Object.values(who.values).flat() : who;
}
