import type { Pack } from '@parcours/engine';
import { targetId } from '../../pack/states.ts';
import type { OpenPack } from '../log/command.ts';
import { findState, type MachineState, type OpenState } from '../log/find-state.ts';

/** One way on of the machine: the candidate at `index` of what `from` hears, awaits, or decides by itself. */
export type Way = {
  readonly from: string;
  readonly by: 'on' | 'after' | 'always' | 'onDone';
  /** The event or the deadline; of `always` and `onDone`, the same word again. */
  readonly name: string;
  readonly index: number;
};

type Candidate = NonNullable<MachineState['always']>[number];
type OpenCandidate = NonNullable<OpenState['always']>[number];

export function candidatesOf(
  state: MachineState,
  by: Way['by'],
  name: string,
): readonly Candidate[] | undefined {
  if (by === 'always' || by === 'onDone') return state[by];
  const lists = state[by];
  return lists && Object.hasOwn(lists, name) ? lists[name] : undefined;
}

export function findWay(pack: Pack, { from, by, name, index }: Way): Candidate | undefined {
  const state = findState(pack.machine, from)?.state;
  return state && candidatesOf(state, by, name)?.[index];
}

/** The list of candidates, made when there is none. */
export function openCandidates(state: OpenState, by: Way['by'], name: string): OpenCandidate[] {
  if (by === 'always' || by === 'onDone') {
    state[by] ??= [];
    return state[by];
  }
  state[by] ??= {};
  state[by][name] ??= [];
  return state[by][name];
}

/** Takes a candidate away, and the list it leaves empty. */
export function dropCandidate(state: OpenState, { by, name, index }: Omit<Way, 'from'>): void {
  const list = openCandidates(state, by, name);
  list.splice(index, 1);
  if (list.length > 0) return;
  if (by === 'always' || by === 'onDone') delete state[by];
  else {
    const lists = state[by];
    if (!lists) return;
    delete lists[name];
    if (Object.keys(lists).length === 0) delete state[by];
  }
}

/** Every way of a machine, in the order it is written. */
export function* waysOf(
  machine: Pack['machine'] | OpenPack['machine'],
): Generator<Way & { candidate: Candidate }> {
  const visit = function* (state: MachineState): Generator<Way & { candidate: Candidate }> {
    for (const by of ['on', 'after'] as const)
      for (const [name, list] of Object.entries(state[by] ?? {}))
        for (const [index, candidate] of list.entries()) yield { from: state.id, by, name, index, candidate };
    for (const by of ['always', 'onDone'] as const)
      for (const [index, candidate] of (state[by] ?? []).entries())
        yield { from: state.id, by, name: by, index, candidate };
    for (const child of Object.values(state.states ?? {})) yield* visit(child as MachineState);
  };
  for (const track of Object.values(machine.states)) yield* visit(track as MachineState);
}

/** Some way leads from a step to one of those, conditions apart. */
export function leadsTo(pack: Pack, from: string, to: ReadonlySet<string>): boolean {
  const known = new Set([from]);
  const waiting = [from];
  const ways = [...waysOf(pack.machine)];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    for (const { from: source, candidate } of ways) {
      const target = candidate.target && targetId(candidate.target);
      if (source !== step || target === undefined || known.has(target)) continue;
      if (to.has(target)) return true;
      known.add(target);
      waiting.push(target);
    }
  }
  return false;
}
