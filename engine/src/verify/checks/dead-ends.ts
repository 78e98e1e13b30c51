import { type Check, error } from '../check.ts';
import { ancestorsOf, enteredBy, type Node, type Outline } from '../outline.ts';

/** From every step something leads on, and in the end to a step where its track may rest: `end` or `idle`. Guards apart. */
export const deadEnds: Check = function* (outline) {
  const ways = new Map(outline.nodes.filter(isStep).map((node) => [node, waysOn(outline, node)]));
  const home = restingFrom(outline, ways);
  const trapped = new Map<string, Node[]>();
  for (const [node, onward] of ways) {
    if (home.has(node)) continue;
    if (onward.size === 0) {
      const message = `Nothing leads on from "${node.id}"; add an event or a deadline that does.`;
      yield error('step.dead_end', node.path, message, { step: node.id });
    } else trapped.set(node.track, [...(trapped.get(node.track) ?? []), node]);
  }
  for (const [track, nodes] of trapped) {
    const hasRest = [...home].some((node) => node.track === track);
    const [first] = nodes;
    if (!hasRest || !first || leadsToDeadEnd(nodes, ways)) continue;
    const steps = nodes.map((node) => node.id).join(', ');
    const rest = track === 'main' ? 'an end step' : 'the idle step';
    yield error('step.trap', first.path, `From ${steps} no path leads to ${rest}; add one.`, { steps });
  }
};

/** What only runs into a dead end is told by the dead end. */
function leadsToDeadEnd(nodes: readonly Node[], ways: ReadonlyMap<Node, ReadonlySet<Node>>): boolean {
  return nodes.some((node) => [...(ways.get(node) ?? [])].some((next) => ways.get(next)?.size === 0));
}

function isStep(node: Node): boolean {
  return node.kind === 'leaf' || node.kind === 'final';
}

function isRest({ pack }: Outline, node: Node): boolean {
  const kind = Object.hasOwn(pack.steps, node.id) ? pack.steps[node.id]?.kind : undefined;
  return node.kind === 'leaf' && (kind === 'end' || kind === 'idle');
}

/** Steps that one move out of a step can open: by its own lists, by those of what holds it, or by joining. */
function waysOn({ listsOf, targetOf }: Outline, node: Node): Set<Node> {
  const onward = new Set<Node>();
  for (const holder of [node, ...ancestorsOf(node)]) {
    for (const { by, candidates } of listsOf(holder)) {
      if (by === 'onDone' && !joins(node, holder)) continue;
      for (const candidate of candidates) {
        const target = targetOf(candidate);
        if (!target) continue;
        for (const entered of enteredBy(holder === node ? node : holder, target)) {
          if (isStep(entered) && entered !== node) onward.add(entered);
        }
      }
    }
  }
  return onward;
}

/** A final state joins the stage that holds it, and the parallel stage of which that is a region. */
function joins(node: Node, holder: Node): boolean {
  if (node.kind !== 'final') return false;
  return node.parent === holder || (node.parent?.kind === 'region' && node.parent.parent === holder);
}

function restingFrom(outline: Outline, ways: ReadonlyMap<Node, ReadonlySet<Node>>): ReadonlySet<Node> {
  const from = new Map<Node, Node[]>();
  for (const [node, onward] of ways) {
    for (const next of onward) from.set(next, [...(from.get(next) ?? []), node]);
  }
  const home = new Set<Node>();
  const waiting = [...ways.keys()].filter((node) => isRest(outline, node));
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (home.has(node)) continue;
    home.add(node);
    waiting.push(...(from.get(node) ?? []));
  }
  return home;
}
