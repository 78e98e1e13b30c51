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

/** Everything that leads from one state to another, drawn as one arrow. */
export type MapArrow = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly causes: readonly ArrowCause[];
};

export type MapGraph = { readonly nodes: readonly MapNode[]; readonly arrows: readonly MapArrow[] };

/** The procedure as boxes and arrows, without any position. Same pack, same graph. */
export function mapGraph(pack: Pack): MapGraph {
  const states = placedStates(pack.machine);
  const byId = new Map(states.map((placed) => [placed.id, placed]));
  const drawn = states.filter(({ state }) => state.type !== 'history');
  const order = ({ id }: PlacedState) => pack.steps[id]?.order ?? 0;
  const nodes = drawn
    .map((placed) => ({ placed, isInitial: byId.get(placed.parent ?? '')?.state.initial === placed.id }))
    .sort((a, b) => Number(b.isInitial) - Number(a.isInitial) || order(a.placed) - order(b.placed))
    .map(({ placed, isInitial }) => mapNode(pack, placed, isInitial));
  return { nodes, arrows: mapArrows(pack, states, byId) };
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

function mapArrows(pack: Pack, states: readonly PlacedState[], byId: ReadonlyMap<string, PlacedState>): readonly MapArrow[] {
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
      if (!arrow.causes.some((known) => known.kind === cause.kind && known.id === cause.id)) arrow.causes.push(cause);
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
