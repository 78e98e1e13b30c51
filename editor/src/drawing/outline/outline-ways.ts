import type { Pack, Text } from '@parcours/engine';
import type { Way } from '../commands/way.ts';
import type { MachineState } from '../log/find-state.ts';

/** A condition with the words of what it names. */
export type ShownGuard =
  | { readonly kind: 'rule'; readonly id: string; readonly label: Text }
  | { readonly kind: 'in'; readonly id: string; readonly title: Text }
  | { readonly kind: 'all' | 'any' | 'not'; readonly of: readonly ShownGuard[] };

/** One way on, as a sentence needs it: when this is reported (or lapses, or by itself), to this step, if this holds. */
export type OutlineWay = {
  readonly way: Way;
  readonly cause: 'event' | 'signal' | 'deadline' | 'alone' | 'joined';
  /** The outcome's or the deadline's words; empty for a way taken by itself. */
  readonly label: Text;
  /** Undefined when it is heard and nothing moves. */
  readonly target: { readonly id: string; readonly number: string; readonly title: Text } | undefined;
  readonly guard: ShownGuard | undefined;
  /** How many candidates stand in its list: it can be moved among them. */
  readonly among: number;
};

type Candidate = NonNullable<MachineState['always']>[number];

/** The ways on of one state, in the order they are read. */
export function waysOn(
  pack: Pack,
  numbers: ReadonlyMap<string, string>,
  state: MachineState,
): readonly OutlineWay[] {
  const shown = (by: Way['by'], name: string, list: readonly Candidate[]) =>
    list.map((candidate, index): OutlineWay => {
      const target = candidate.target?.slice(1);
      return {
        way: { from: state.id, by, name, index },
        cause: causeOf(pack, by, name),
        label:
          (by === 'on' ? pack.events[name] : by === 'after' ? pack.deadlines[name] : undefined)?.label ?? {},
        target:
          target === undefined
            ? undefined
            : { id: target, number: numbers.get(target) ?? '', title: pack.steps[target]?.title ?? {} },
        guard: candidate.guard === undefined ? undefined : shownGuard(pack, candidate.guard),
        among: list.length,
      };
    });
  return [
    ...Object.entries(state.on ?? {}).flatMap(([event, list]) => shown('on', event, list)),
    ...Object.entries(state.after ?? {}).flatMap(([deadline, list]) => shown('after', deadline, list)),
    ...shown('always', 'always', state.always ?? []),
    ...shown('onDone', 'onDone', state.onDone ?? []),
  ];
}

function causeOf(pack: Pack, by: Way['by'], name: string): OutlineWay['cause'] {
  if (by === 'after') return 'deadline';
  if (by === 'onDone') return 'joined';
  if (by === 'always') return 'alone';
  return pack.events[name]?.when === undefined ? 'event' : 'signal';
}

function shownGuard(pack: Pack, guard: NonNullable<Candidate['guard']>): ShownGuard {
  if (typeof guard === 'string') return { kind: 'rule', id: guard, label: pack.rules[guard]?.label ?? {} };
  if (guard.type === 'in') {
    const id = guard.params.state;
    return { kind: 'in', id, title: pack.steps[id]?.title ?? {} };
  }
  return { kind: guard.type, of: guard.params.of.map((part) => shownGuard(pack, part)) };
}
