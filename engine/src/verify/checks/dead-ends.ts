import { type Check, error } from '../check.ts';
import { enteredBy, type Node, type Outline } from '../outline.ts';

/**
 * From every step something leads on, and in the end to a step where its track may rest: `end` or `idle`. Guards apart. What may
 * befall a child anywhere in a track (a death, coming of age) is no way on from a step: nobody chooses it.
 */
export const deadEnds: Check = function* (outline) {
  const steps = outline.nodes.filter(isStep);
  const doors = doorsOf(outline);
  const rests = steps.filter((step) => isRest(outline, step));
  const moving = new Set(
    doors
      .filter(({ befalls }) => !befalls)
      .flatMap(({ from, to }) => from.filter((step) => to.size > (to.has(step) ? 1 : 0))),
  );
  const deadEnds = steps.filter((step) => !moving.has(step) && !rests.includes(step));
  for (const { id, path } of deadEnds) {
    const message = `Nothing leads on from "${id}"; add an event or a deadline that does.`;
    yield error('step.dead_end', path, message, { step: id });
  }
  /** What only runs into a dead end is told by it; a track that can nowhere rest is told by `tracks`. */
  const told = leadingTo([...rests, ...deadEnds], doors);
  for (const track of new Set(rests.map((step) => step.track))) {
    const trapped = steps.filter((step) => step.track === track && !told.has(step));
    const [first] = trapped;
    if (!first) continue;
    const ids = trapped.map((step) => step.id).join(', ');
    const rest = track === 'main' ? 'an end step' : 'the idle step';
    yield error('step.trap', first.path, `From ${ids} no path leads to ${rest}; add one.`, { steps: ids });
  }
};

/** Steps that share a way on, and the steps it may open. */
type Door = {
  readonly from: readonly Node[];
  readonly to: ReadonlySet<Node>;
  /** A signal or a clock of the whole track. */
  readonly befalls: boolean;
};

function isStep(node: Node): boolean {
  return node.kind === 'leaf' || node.kind === 'final';
}

function stepsIn(node: Node): readonly Node[] {
  return isStep(node) ? [node] : node.children.flatMap(stepsIn);
}

/** The lists of a state lead on from every step inside it; `onDone` from the final states that complete it. */
function doorsOf({ nodes, listsOf, targetOf, isSignal }: Outline): Door[] {
  return nodes.flatMap((holder) => {
    const moves = new Set<Node>();
    const befalling = new Set<Node>();
    const joins = new Set<Node>();
    for (const { by, name, candidates } of listsOf(holder)) {
      const befalls = holder.kind === 'track' && (by === 'after' || (by === 'on' && isSignal(name)));
      const opened = by === 'onDone' ? joins : befalls ? befalling : moves;
      const targets = new Set(candidates.map(targetOf));
      for (const target of targets) {
        if (!target) continue;
        for (const entered of enteredBy(holder, target)) if (isStep(entered)) opened.add(entered);
      }
    }
    const finals = holder.children
      .flatMap((child) => (child.kind === 'region' ? child.children : [child]))
      .filter((node) => node.kind === 'final');
    return [
      ...(moves.size > 0 ? [{ from: stepsIn(holder), to: moves, befalls: false }] : []),
      ...(befalling.size > 0 ? [{ from: stepsIn(holder), to: befalling, befalls: true }] : []),
      ...(joins.size > 0 ? [{ from: finals, to: joins, befalls: false }] : []),
    ];
  });
}

function isRest({ pack }: Outline, node: Node): boolean {
  const kind = Object.hasOwn(pack.steps, node.id) ? pack.steps[node.id]?.kind : undefined;
  return node.kind === 'leaf' && (kind === 'end' || kind === 'idle');
}

/** Steps from which one of those can be reached; each door is walked back through once. */
function leadingTo(ends: readonly Node[], doors: readonly Door[]): ReadonlySet<Node> {
  const into = new Map<Node, Door[]>();
  for (const door of doors) {
    for (const step of door.to) {
      const known = into.get(step);
      if (known) known.push(door);
      else into.set(step, [door]);
    }
  }
  const home = new Set<Node>();
  const walked = new Set<Door>();
  const waiting = [...ends];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (home.has(step)) continue;
    home.add(step);
    for (const door of into.get(step) ?? []) {
      if (walked.has(door)) continue;
      walked.add(door);
      waiting.push(...door.from);
    }
  }
  return home;
}
