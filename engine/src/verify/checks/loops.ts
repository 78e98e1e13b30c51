import { type Check, error } from '../check.ts';
import { ancestorsOf, enteredBy, type Node, type Outline } from '../outline.ts';

/** No circle of moves that nobody asks for (`always`, `onDone`): it would run without ever waiting. */
export const loops: Check = function* (outline) {
  const movers = outline.nodes.filter((node) => node.state.always || node.state.onDone);
  const next = new Map(movers.map((node) => [node, movesAfter(outline, node)]));
  const told = new Set<Node>();
  for (const start of movers) {
    if (told.has(start) || !canReturn(start, next, told)) continue;
    told.add(start);
    const message = `From "${start.id}" the case can come back to it without waiting for anybody; put a step that waits in between.`;
    yield error('machine.loop', start.path, message, { step: start.id });
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

function canReturn(
  start: Node,
  next: ReadonlyMap<Node, ReadonlySet<Node>>,
  told: ReadonlySet<Node>,
): boolean {
  const seen = new Set<Node>();
  const waiting = [...(next.get(start) ?? [])];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === start) return true;
    if (seen.has(node) || told.has(node)) continue;
    seen.add(node);
    waiting.push(...(next.get(node) ?? []));
  }
  return false;
}
