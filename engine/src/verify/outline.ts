import type { Candidate, MachineState } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';

/** A state of the machine with its place among the others. */
export type Node = {
  readonly id: string;
  readonly state: MachineState;
  /** `machine/states/main/states/...`, as findings name places. */
  readonly path: string;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  /** `region` is a track, or a region of a parallel stage. */
  readonly kind: 'track' | 'region' | 'stage' | 'parallel' | 'leaf' | 'final' | 'history';
  readonly track: string;
  /** The innermost track or region that holds it; itself when it is one. */
  readonly region: Node;
  /** Tags a case carries while it stands here: its own. */
  readonly tags: readonly string[];
};

/** A list of candidates, and what makes it be read. */
export type CandidateList = {
  readonly from: Node;
  readonly by: 'on' | 'always' | 'after' | 'onDone';
  /** The event or the deadline. */
  readonly name: string;
  readonly path: string;
  readonly candidates: readonly Candidate[];
};

/** The machine of a pack laid out flat for the checks. Of two states with one id, `byId` keeps the first. */
export type Outline = {
  readonly pack: Pack;
  readonly nodes: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
  readonly lists: readonly CandidateList[];
  /** Lists of each node, by its path. */
  readonly listsOf: (node: Node) => readonly CandidateList[];
  readonly targetOf: (candidate: Candidate) => Node | undefined;
  readonly isSignal: (event: string) => boolean;
};

type MutableNode = { -readonly [key in keyof Node]: Node[key] } & { children: MutableNode[] };

/** Lays the machine out once, for every check to read. */
export function outline(pack: Pack): Outline {
  const nodes: Node[] = [];
  const byId = new Map<string, Node>();
  const lists: CandidateList[] = [];
  const listsByPath = new Map<string, CandidateList[]>();

  const visit = (key: string, state: MachineState, parent: Node | undefined, above: string): Node => {
    const path = `${above}/states/${key}`;
    const kind = kindOf(state, parent);
    const node = {
      id: key,
      state,
      path,
      parent,
      children: [],
      kind,
      tags: state.tags ?? [],
    } as unknown as MutableNode;
    node.track = parent?.track ?? key;
    node.region = kind === 'track' || kind === 'region' || parent === undefined ? node : parent.region;
    nodes.push(node);
    if (!byId.has(key)) byId.set(key, node);
    const own = listsOfState(node);
    lists.push(...own);
    listsByPath.set(path, own);
    node.children = Object.entries(state.states ?? {}).map(
      ([id, child]) => visit(id, child, node, path) as MutableNode,
    );
    return node;
  };
  for (const [id, state] of Object.entries(pack.machine.states)) visit(id, state, undefined, 'machine');

  return {
    pack,
    nodes,
    byId,
    lists,
    listsOf: (node) => listsByPath.get(node.path) ?? [],
    targetOf: (candidate) =>
      candidate.target === undefined ? undefined : byId.get(candidate.target.slice(1)),
    isSignal: (event) => pack.events[event]?.when !== undefined,
  };
}

function kindOf(state: MachineState, parent: Node | undefined): Node['kind'] {
  if (parent === undefined) return 'track';
  if (state.type === 'history') return 'history';
  if (state.type === 'final') return 'final';
  if (parent.state.type === 'parallel') return 'region';
  if (state.type === 'parallel') return 'parallel';
  return Object.keys(state.states ?? {}).length > 0 ? 'stage' : 'leaf';
}

function listsOfState(from: Node): CandidateList[] {
  const { state, path } = from;
  const lists: CandidateList[] = [];
  for (const by of ['on', 'after'] as const) {
    for (const [name, candidates] of Object.entries(state[by] ?? {})) {
      lists.push({ from, by, name, path: `${path}/${by}/${name}`, candidates });
    }
  }
  for (const by of ['always', 'onDone'] as const) {
    const candidates = state[by];
    if (candidates) lists.push({ from, by, name: by, path: `${path}/${by}`, candidates });
  }
  return lists;
}

/** From the parent up to the track. */
export function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  for (let above = node.parent; above; above = above.parent) ancestors.push(above);
  return ancestors;
}

/** True for a node strictly inside another. */
export function isInside(node: Node, outer: Node): boolean {
  return ancestorsOf(node).includes(outer);
}

/** States entered by going to `target` out of `from`: ancestors entered anew, the target, and what opens inside. */
export function enteredBy(from: Node, target: Node): Node[] {
  const staying = new Set([from, ...ancestorsOf(from)]);
  const entered = new Set<Node>();
  const above = ancestorsOf(target).filter((ancestor) => !staying.has(ancestor));
  for (const ancestor of above) {
    entered.add(ancestor);
    if (ancestor.state.type !== 'parallel') continue;
    for (const region of ancestor.children) {
      if (region !== target && !isInside(target, region)) open(region, entered);
    }
  }
  open(target, entered);
  return [...entered];
}

/** A state and what it opens inside: its initial state, each region, or what a history state may restore. */
function open(node: Node, entered: Set<Node>): void {
  if (entered.has(node)) return;
  entered.add(node);
  if (node.kind === 'history') {
    for (const sibling of node.parent?.children ?? []) {
      if (sibling !== node) openAll(sibling, node.state.history === 'deep', entered);
    }
    return;
  }
  for (const child of node.children) {
    if (node.state.type === 'parallel' || child.id === node.state.initial) open(child, entered);
  }
}

function openAll(node: Node, deep: boolean, entered: Set<Node>): void {
  open(node, entered);
  if (!deep) return;
  for (const child of node.children) openAll(child, deep, entered);
}
