import { type Check, error } from '../check.ts';
import { ancestorsOf, enteredBy, type Node, type Outline } from '../outline.ts';

/** Every step can be reached by some path, guards apart. */
export const reach: Check = function* (outline) {
  const reached = reachedBy(outline);
  for (const node of outline.nodes) {
    if (reached.has(node) || node.kind === 'history') continue;
    if (node.parent && !reached.has(node.parent)) continue;
    const message = `No path leads to "${node.id}"; let an event lead there, or take it away.`;
    yield error('step.unreachable', node.path, message, { step: node.id });
  }
};

function reachedBy({ nodes, listsOf, targetOf }: Outline): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const waiting: Node[] = [];
  const enter = (node: Node) => {
    if (reached.has(node)) return;
    reached.add(node);
    waiting.push(node);
  };
  for (const track of nodes) {
    if (track.kind === 'track') enteredBy(track, track).forEach(enter);
  }
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const { candidates } of listsOf(node)) {
      for (const candidate of candidates) {
        const target = targetOf(candidate);
        if (target) {
          enteredBy(node, target).forEach(enter);
          ancestorsOf(target).forEach(enter);
        }
        if (candidate.guard === undefined) break;
      }
    }
    const byDefault =
      node.kind === 'history' && node.state.target ? targetOf({ target: node.state.target }) : undefined;
    if (byDefault) enteredBy(node, byDefault).forEach(enter);
  }
  return reached;
}
