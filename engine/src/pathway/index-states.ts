import type { Candidate, MachineState } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { PathwayCandidate, PathwayState } from './pathway.ts';

type Place = { readonly node: MachineState; readonly track: string; readonly ancestors: readonly string[] };

/** Every state of a pack's machine by id. Throws `pack.unsound` when two states share an id or a target is nowhere. */
export function indexStates(pack: Pack): ReadonlyMap<string, PathwayState> {
  const places = new Map<string, Place>();
  for (const [track, node] of Object.entries(pack.machine.states)) place(places, node, track, []);
  return new Map([...places].map(([id, at]) => [id, describe(pack, places, at)]));
}

function place(
  places: Map<string, Place>,
  node: MachineState,
  track: string,
  ancestors: readonly string[],
): void {
  if (places.has(node.id)) throw unsound(`Two states are called ${node.id}: give one of them another id.`);
  places.set(node.id, { node, track, ancestors });
  for (const child of Object.values(node.states ?? {})) place(places, child, track, [...ancestors, node.id]);
}

function describe(
  pack: Pack,
  places: ReadonlyMap<string, Place>,
  { node, track, ancestors }: Place,
): PathwayState {
  const children = Object.values(node.states ?? {});
  const type = node.type ?? (children.length > 0 ? 'compound' : 'atomic');
  const kind = Object.hasOwn(pack.steps, node.id) ? pack.steps[node.id]?.kind : undefined;
  const read = (candidate: Candidate) => describeCandidate(pack, places, node.id, candidate);
  return {
    id: node.id,
    track,
    ancestors,
    leaf: type === 'atomic' || type === 'final',
    tags: new Set(node.tags),
    type,
    ...(kind && { kind }),
    children: children.filter((child) => child.type !== 'history').map((child) => child.id),
    withheld: kind === 'idle' && track !== 'main' && Object.hasOwn(pack.pack.withheld ?? {}, track),
    on: new Map(Object.entries(node.on ?? {}).map(([event, list]) => [event, list.map(read)])),
    always: (node.always ?? []).map(read),
    after: new Map(Object.entries(node.after ?? {}).map(([deadline, list]) => [deadline, list.map(read)])),
    onDone: (node.onDone ?? []).map(read),
    node,
  };
}

function describeCandidate(
  pack: Pack,
  places: ReadonlyMap<string, Place>,
  source: string,
  candidate: Candidate,
): PathwayCandidate {
  const plain = {
    ...(candidate.guard !== undefined && { guard: candidate.guard }),
    ...(candidate.reenter && { reenter: true }),
  };
  if (candidate.target === undefined) return { ...plain, closing: false, measure: false };
  const target = candidate.target.slice(1);
  const found = places.get(target);
  if (!found) throw unsound(`${source} leads to ${target}, which is no state: correct the target.`);
  const entered = [...around(places, source, found), ...inside(found.node, places)];
  return {
    ...plain,
    target,
    closing:
      found.track === 'main' &&
      entered.some((node) => Object.hasOwn(pack.steps, node.id) && pack.steps[node.id]?.kind === 'end'),
    measure: entered.some((node) => node.tags?.includes('measure')),
  };
}

/** Ancestors of the target that the source does not stand in. */
function around(places: ReadonlyMap<string, Place>, source: string, target: Place): MachineState[] {
  const already = new Set([...(places.get(source)?.ancestors ?? []), source]);
  return target.ancestors.flatMap((id) => {
    const node = already.has(id) ? undefined : places.get(id)?.node;
    return node ? [node] : [];
  });
}

/** The state and what it enters by default; behind a history state, everything that may be remembered. */
function inside(node: MachineState, places: ReadonlyMap<string, Place>): MachineState[] {
  if (node.type === 'history') {
    const parent = places.get(places.get(node.id)?.ancestors.at(-1) ?? '')?.node;
    const behind = node.target ? places.get(node.target.slice(1))?.node : undefined;
    return [...(parent ? everything(parent) : []), ...(behind ? everything(behind) : [])];
  }
  const states = Object.values(node.states ?? {});
  const next = node.type === 'parallel' ? states : states.filter((child) => child.id === node.initial);
  return [
    node,
    ...next.filter((child) => child.type !== 'history').flatMap((child) => inside(child, places)),
  ];
}

function everything(node: MachineState): MachineState[] {
  return Object.values(node.states ?? {}).flatMap((child) => [child, ...everything(child)]);
}

/** The one way `compile` refuses. */
export function unsound(message: string): EngineError {
  return new EngineError('pack.unsound', message);
}
