import type { Guard } from '../procedure/machine.ts';
import type { Outline } from './outline.ts';
import type { Use } from './use.ts';

/** Names in the machine: events, deadlines, targets and guards. */
export function* inMachine({ lists, nodes }: Outline): Generator<Use> {
  for (const list of lists) {
    if (list.by === 'on') yield { kind: 'event', name: list.name, path: list.path };
    if (list.by === 'after') yield { kind: 'deadline', name: list.name, path: list.path };
    for (const [index, candidate] of list.candidates.entries()) {
      if (candidate.target !== undefined) {
        yield { kind: 'state', name: candidate.target.slice(1), path: `${list.path}/${index}/target` };
      }
      if (candidate.guard !== undefined) yield* inGuard(candidate.guard, `${list.path}/${index}/guard`);
    }
  }
  for (const node of nodes) {
    if (node.state.target !== undefined)
      yield { kind: 'state', name: node.state.target.slice(1), path: `${node.path}/target` };
  }
}

function* inGuard(guard: Guard, path: string): Generator<Use> {
  if (typeof guard === 'string') yield { kind: 'rule', name: guard, path };
  else if (guard.type === 'in')
    yield { kind: 'state', name: guard.params.state, path: `${path}/params/state` };
  else
    for (const [index, part] of guard.params.of.entries()) yield* inGuard(part, `${path}/params/of/${index}`);
}
