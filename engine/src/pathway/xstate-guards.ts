/**
 * How the reading of candidates (design section 3) is written into XState's guards, so that XState stays the interpreter.
 * Negations are pushed down once: every guard becomes a sure yes and a sure no over two primitives that read decided
 * rules in `context`, and unknown is neither. No guard ever answers anything but a boolean decided before the step.
 */
import { and, not, or, stateIn } from 'xstate';
import type { Outcome } from '../journal/case-file.ts';
import type { Guard } from '../procedure/machine.ts';
import type { PathwayCandidate, PathwayState } from './pathway.ts';

/** What rides in the machine's context: decided rules, refreshed on every step, and a note of those that were read. */
export type StepContext = {
  readonly decisions?: Readonly<Record<string, Outcome>>;
  readonly read?: Set<string>;
};

/** A guard as XState holds it: one of our two primitives, or a combinator, which is a function. */
export type MachineGuard =
  | { readonly type: 'yes' | 'no'; readonly params: { readonly rule: string } }
  | ((...args: never[]) => unknown);

const primitive =
  (wanted: Outcome) =>
  ({ context }: { readonly context: StepContext }, { rule }: { readonly rule: string }): boolean => {
    context.read?.add(rule);
    return context.decisions?.[rule] === wanted;
  };

/** The two primitives that the machine is provided with. */
export const PRIMITIVES = { yes: primitive('yes'), no: primitive('no') } as const;

/** XState types its combinators by the machine they stand in; ours is made from data, and every name in it was checked. */
function combined(combinator: unknown): MachineGuard {
  return combinator as MachineGuard;
}

function all(guards: readonly MachineGuard[]): MachineGuard {
  return combined(and(guards as never));
}

function any(guards: readonly MachineGuard[]): MachineGuard {
  return combined(or(guards as never));
}

function never(guard: MachineGuard): MachineGuard {
  return combined(not(guard as never));
}

function inState(id: string): MachineGuard {
  return combined(stateIn(`#${id}`));
}

function surely(guard: Guard | undefined, wanted: 'yes' | 'no'): MachineGuard {
  if (guard === undefined) return wanted === 'yes' ? all([]) : any([]);
  if (typeof guard === 'string') return { type: wanted, params: { rule: guard } };
  if (guard.type === 'in')
    return wanted === 'yes' ? inState(guard.params.state) : never(inState(guard.params.state));
  const opposite = wanted === 'yes' ? 'no' : 'yes';
  if (guard.type === 'not') return surely(guard.params.of[0], opposite);
  const parts = guard.params.of.map((part) => surely(part, wanted));
  return (guard.type === 'all') === (wanted === 'yes') ? all(parts) : any(parts);
}

/** True when every track but `main` stands in an idle or end step. */
export function everyOtherTrackRests(states: ReadonlyMap<string, PathwayState>): MachineGuard {
  const open = [...states.values()].filter(
    (state) => state.leaf && state.track !== 'main' && state.kind !== 'idle' && state.kind !== 'end',
  );
  return never(any(open.map((state) => inState(state.id))));
}

/** A list of candidates as XState transitions; `rest` is the guard of closing, `outer` what inner lists must have said. */
type ListWriting = { readonly rest: MachineGuard; readonly outer?: MachineGuard };
export type WrittenCandidate = {
  readonly target?: string;
  readonly guard: MachineGuard;
  readonly reenter?: boolean;
};

/** Reported, and not protective: yes, and every one before it a sure no. */
export function writeAsked(
  list: readonly PathwayCandidate[],
  { rest, outer }: ListWriting,
): WrittenCandidate[] {
  return list.map((candidate, index) =>
    written(candidate, [
      yes(candidate, rest),
      ...list.slice(0, index).map((earlier) => no(earlier, rest)),
      ...(outer ? [outer] : []),
    ]),
  );
}

/** Protective: the first that is not a sure no, unknown read as yes save into a measure. */
export function writeProtective(
  list: readonly PathwayCandidate[],
  { rest }: ListWriting,
): WrittenCandidate[] {
  return list.map((candidate) =>
    written(candidate, [candidate.measure ? yes(candidate, rest) : never(no(candidate, rest))]),
  );
}

/**
 * Nobody can be asked (`always`, `after`, `onDone`, a signal): unknown is not taken and the unguarded last one is.
 * What leads into a measure is left out: only a reported event enters one.
 */
export function writeUnasked(
  list: readonly PathwayCandidate[],
  { rest, outer }: ListWriting,
): WrittenCandidate[] {
  const open = list.filter((candidate) => !candidate.measure);
  return open.map((candidate, index) => {
    const last = index === open.length - 1 && candidate.guard === undefined;
    const earlier = last ? [] : open.slice(0, index).map((before) => no(before, rest));
    return written(candidate, [yes(candidate, rest), ...earlier, ...(outer ? [outer] : [])]);
  });
}

/** A protective act that was done on a sure no: the case follows the first way that is not into a measure. */
export function writeDone(list: readonly PathwayCandidate[], { rest }: ListWriting): WrittenCandidate[] {
  return list
    .filter((candidate) => !candidate.measure)
    .map((candidate) => written(candidate, candidate.closing ? [rest] : []));
}

/** Holds when every open state inside that hears the same event answers a sure no, so that XState may turn to the outer list. */
export function innerListsSayNo(
  inner: readonly PathwayState[],
  event: string,
  rest: MachineGuard,
): MachineGuard {
  return all(
    inner.map((state) =>
      any([
        never(inState(state.id)),
        all((state.on.get(event) ?? []).map((candidate) => no(candidate, rest))),
      ]),
    ),
  );
}

function yes(candidate: PathwayCandidate, rest: MachineGuard): MachineGuard {
  const own = surely(candidate.guard, 'yes');
  return candidate.closing ? all([own, rest]) : own;
}

function no(candidate: PathwayCandidate, rest: MachineGuard): MachineGuard {
  const own = surely(candidate.guard, 'no');
  return candidate.closing ? any([own, never(rest)]) : own;
}

function written(candidate: PathwayCandidate, guards: readonly MachineGuard[]): WrittenCandidate {
  return {
    ...(candidate.target !== undefined && { target: `#${candidate.target}` }),
    ...(candidate.reenter && { reenter: true }),
    guard: all(guards),
  };
}
