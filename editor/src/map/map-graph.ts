import type { Pack } from '@parcours/engine';
import { type PlacedState, placedStates, type State, targetId } from '../pack/states.ts';
import { rolesOf, stageDefinition, stepDefinition } from '../pack/step-of-pack.ts';

export type ArrowKind = 'event' | 'signal' | 'deadline' | 'automatic';
export type ArrowCause = { readonly kind: ArrowKind; readonly id: string };

export type MapNode = {
  readonly id: string;
  readonly kind: 'track' | 'stage' | 'step';
  readonly parent: string | undefined;
  readonly track: string;
  readonly stepKind: 'work' | 'idle' | 'wait' | 'choice' | 'end' | undefined;
  readonly roles: readonly string[];
  readonly sector: string | undefined;
  readonly deadlines: readonly string[];
  readonly hasForm: boolean;
  readonly isMeasure: boolean;
  readonly isProtective: boolean;
  /** Where its parent begins. */
  readonly isInitial: boolean;
};

/**
 * Everything that leads from one state to another, as one arrow. A `line` goes on to a near step and is drawn.
 * A `jump` returns, goes far, or leaves from a whole stage: drawn, a hundred of them would hide the procedure, so they
 * stand in words on the card, and as lines only for the step that is looked at.
 */
export type MapArrow = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly causes: readonly ArrowCause[];
  readonly kind: 'line' | 'jump';
};

export type MapGraph = { readonly nodes: readonly MapNode[]; readonly arrows: readonly MapArrow[] };

/** Lines pass over one layer at most. */
const LONGEST_LINE = 2;

const made = new WeakMap<Pack, MapGraph>();

/** The procedure as boxes and arrows in the order people read them, without any position. Same pack, same graph. */
export function mapGraph(pack: Pack): MapGraph {
  const graph = made.get(pack) ?? makeGraph(pack);
  made.set(pack, graph);
  return graph;
}

function makeGraph(pack: Pack): MapGraph {
  const states = placedStates(pack.machine);
  const byId = new Map(states.map((placed) => [placed.id, placed]));
  const nodes = inReadingOrder(pack, states, byId);
  return { nodes, arrows: sortArrows(nodes, mapArrows(pack, states, byId)) };
}

function inReadingOrder(
  pack: Pack,
  states: readonly PlacedState[],
  byId: ReadonlyMap<string, PlacedState>,
): readonly MapNode[] {
  const order = ({ id }: PlacedState) => pack.steps[id]?.order ?? 0;
  const isInitial = (placed: PlacedState) => byId.get(placed.parent ?? '')?.state.initial === placed.id;
  const within = new Map<string | undefined, PlacedState[]>();
  for (const placed of states) {
    const beside = within.get(placed.parent);
    if (beside) beside.push(placed);
    else within.set(placed.parent, [placed]);
  }
  const read = (parent: string | undefined): readonly MapNode[] =>
    (within.get(parent) ?? [])
      .filter(({ state }) => state.type !== 'history')
      .sort((a, b) => Number(isInitial(b)) - Number(isInitial(a)) || order(a) - order(b))
      .flatMap((placed) => [mapNode(pack, placed, isInitial(placed)), ...read(placed.id)]);
  return read(undefined);
}

type Link = Omit<MapArrow, 'kind'>;

function sortArrows(nodes: readonly MapNode[], links: readonly Link[]): readonly MapArrow[] {
  const place = new Map(nodes.map((node, index) => [node.id, index]));
  const steps = new Set(nodes.filter((node) => node.kind === 'step').map((node) => node.id));
  const goesOn = ({ source, target }: Link) =>
    steps.has(source) && steps.has(target) && (place.get(target) ?? 0) > (place.get(source) ?? 0);
  const layers = new Map<string, number>();
  const layer = (id: string) => layers.get(id) ?? 0;
  const before = new Map<string, string[]>();
  for (const link of links)
    if (goesOn(link)) before.set(link.target, [...(before.get(link.target) ?? []), link.source]);
  for (const { id } of nodes)
    layers.set(id, Math.max(0, ...(before.get(id) ?? []).map((source) => layer(source) + 1)));
  return links.map((link) => ({
    ...link,
    kind: goesOn(link) && layer(link.target) - layer(link.source) <= LONGEST_LINE ? 'line' : 'jump',
  }));
}

function mapNode(pack: Pack, { id, state, track, parent, leaf }: PlacedState, isInitial: boolean): MapNode {
  const step = stepDefinition(pack, id);
  const stage = stageDefinition(pack, id);
  const roles = rolesOf(step?.who);
  const events = Object.keys(state.on ?? {});
  return {
    id,
    kind: parent === undefined ? 'track' : leaf ? 'step' : 'stage',
    parent,
    track,
    stepKind: step?.kind,
    roles,
    sector: pack.roles[roles[0] ?? '']?.sector ?? stage?.sector,
    deadlines: step?.deadlines ?? stage?.deadlines ?? [],
    hasForm: step?.form !== undefined,
    isMeasure: state.tags?.includes('measure') ?? false,
    isInitial,
    isProtective: events.some((event) => pack.events[event]?.protective === true),
  };
}

function mapArrows(
  pack: Pack,
  states: readonly PlacedState[],
  byId: ReadonlyMap<string, PlacedState>,
): readonly Link[] {
  const arrows = new Map<string, { source: string; target: string; causes: ArrowCause[] }>();
  const add = (source: string, cause: ArrowCause, candidates: NonNullable<State['always']>) => {
    for (const { target } of candidates) {
      if (target === undefined) continue;
      const found = byId.get(targetId(target));
      // A return to what was left is drawn to the stage that remembers it.
      const end = found?.state.type === 'history' ? found.parent : found?.id;
      if (end === undefined) continue;
      const key = `${source}>${end}`;
      const arrow = arrows.get(key) ?? { source, target: end, causes: [] };
      if (!arrow.causes.some((known) => known.kind === cause.kind && known.id === cause.id))
        arrow.causes.push(cause);
      arrows.set(key, arrow);
    }
  };
  for (const { id, state } of states) {
    for (const [event, candidates] of Object.entries(state.on ?? {})) {
      add(id, { kind: pack.events[event]?.when === undefined ? 'event' : 'signal', id: event }, candidates);
    }
    for (const [deadline, candidates] of Object.entries(state.after ?? {})) {
      add(id, { kind: 'deadline', id: deadline }, candidates);
    }
    add(id, { kind: 'automatic', id: 'always' }, state.always ?? []);
    add(id, { kind: 'automatic', id: 'onDone' }, state.onDone ?? []);
  }
  return [...arrows].map(([id, arrow]) => ({ id, ...arrow }));
}
