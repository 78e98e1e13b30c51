import { orderByDependence } from '../../rules/dependence.ts';
import { type Check, error } from '../check.ts';
import { ancestorsOf, enteredBy, type Node, type Outline } from '../outline.ts';

/** No circle of moves that nobody asks for (`always`, `onDone`): it would run without ever waiting. */
export const loops: Check = function* (outline) {
  const movers = outline.nodes.filter((node) => node.state.always || node.state.onDone);
  const byPath = new Map(movers.map((node) => [node.path, node]));
  const next = new Map(
    movers.map((node) => [node.path, new Set([...movesAfter(outline, node)].map(({ path }) => path))]),
  );
  for (const circle of orderByDependence(next).cycles) {
    const ids = circle.map((path) => byPath.get(path)?.id ?? path).join(', ');
    const message = `A case would go round without waiting for anybody: ${ids}; put a step that waits in between.`;
    yield error('machine.loop', circle[0] ?? 'machine', message, { steps: ids });
  }
};

/** States that move on their own right after one does: those it enters or that hold its target, and joins it completes. */
function movesAfter({ listsOf, targetOf }: Outline, node: Node): Set<Node> {
  const after = new Set<Node>();
  for (const { by, candidates } of listsOf(node)) {
    if (by !== 'always' && by !== 'onDone') continue;
    for (const candidate of candidates) {
      const target = targetOf(candidate);
      if (!target) continue;
      const entered = enteredBy(node, target);
      for (const each of [...entered, ...ancestorsOf(target)]) if (each.state.always) after.add(each);
      for (const each of entered) {
        if (each.kind !== 'final') continue;
        for (const holder of ancestorsOf(each).slice(0, 2)) if (holder.state.onDone) after.add(holder);
      }
    }
  }
  return after;
}
