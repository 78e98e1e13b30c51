import type { Met, Search } from './explore.ts';
import type { Edge } from './respond.ts';
import { openIn } from './standing.ts';
import { leavingDeadlines } from './state-sets.ts';

/**
 * Circles in which people may go round for ever while something is owed, each as the moves it is made of. A circle that never leaves
 * a state which must be left by a deadline is none.
 */
export function findLoops({ view }: Search, owed: readonly Met[], edges: readonly Edge[]): readonly string[] {
  const { pathway } = view.ground;
  const inner = edges.filter(({ paid }) => !paid);
  return components(owed, inner).flatMap((members) => {
    const within = inner.filter(({ from, to }) => members.has(from) && members.has(to));
    if (within.length === 0) return [];
    const [first, ...others] = [...members].map(statesOf);
    const pinned = [...(first ?? [])].filter((id) => others.every((states) => states.has(id)));
    const held = pinned.some((id) => {
      const state = pathway.states.get(id);
      return (
        state?.leaf &&
        leavingDeadlines(pathway, state).length > 0 &&
        !within.some((edge) => reenters(edge, id))
      );
    });
    if (held) return [];
    return [
      [...new Set(within.map(({ move }) => ('event' in move ? move.event : move.kind)))].sort().join(' -> '),
    ];
  });
}

/** A report that leads back to where it was made counts as leaving and coming again. */
function reenters({ from, to, move }: Edge, state: string): boolean {
  const place = from.standing.places.find(({ active }) => active.has(state));
  return 'event' in move && place !== undefined && place.heard.has(move.event) && statesOf(to).has(state);
}

function statesOf({ standing }: Met): ReadonlySet<string> {
  return openIn(standing);
}

/** Strongly connected components (Tarjan), without recursion. */
function components(nodes: readonly Met[], edges: readonly Edge[]): readonly ReadonlySet<Met>[] {
  const next = new Map<Met, Met[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const number = new Map<Met, number>();
  const lowest = new Map<Met, number>();
  const stack: Met[] = [];
  const onStack = new Set<Met>();
  const found: Set<Met>[] = [];
  for (const root of nodes) {
    if (number.has(root)) continue;
    const path: { readonly node: Met; place: number }[] = [];
    const enter = (node: Met) => {
      number.set(node, number.size);
      lowest.set(node, number.get(node) as number);
      stack.push(node);
      onStack.add(node);
      path.push({ node, place: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      const to = next.get(node)?.[top.place];
      top.place += 1;
      if (to !== undefined) {
        if (!number.has(to)) enter(to);
        else if (onStack.has(to))
          lowest.set(node, Math.min(lowest.get(node) as number, number.get(to) as number));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.node;
      if (above) lowest.set(above, Math.min(lowest.get(above) as number, lowest.get(node) as number));
      if (lowest.get(node) !== number.get(node)) continue;
      const members = new Set(stack.splice(stack.lastIndexOf(node)));
      for (const member of members) onStack.delete(member);
      found.push(members);
    }
  }
  return found;
}
