import type { Pack } from '@parcours/engine';
import { mapGraph } from '../../map/map-graph.ts';
import { keepSame, sameValue } from '../../map/same-value.ts';
import { SECTOR_NAMES } from '../../pack/sector.tsx';
import { rolesOf, stepDefinition } from '../../pack/step-of-pack.ts';

/** The lane of steps that nobody does yet. No role can have this id. */
export const NOBODY = '-';

export type Lane = { readonly id: string; readonly sector: string | undefined; readonly isUsed: boolean };

/** A step in the lane of the first who does it, at its place in reading order. */
export type LaneCard = {
  readonly id: string;
  readonly lane: string;
  readonly column: number;
  /** Others who do it too. */
  readonly others: readonly string[];
  readonly isWhoByFact: boolean;
  readonly isMeasure: boolean;
  readonly stage: string;
};

/** The case passes from one role to another along a way. */
export type HandOff = { readonly id: string; readonly from: string; readonly to: string };

export type ProjectedLanes = {
  readonly lanes: readonly Lane[];
  readonly cards: readonly LaneCard[];
  readonly handOffs: readonly HandOff[];
};

/** Who does what: roles by sector as lanes, steps of work and of waiting along them, hand-offs between them. */
export function projectLanes(pack: Pack, before?: ProjectedLanes): ProjectedLanes {
  const graph = mapGraph(pack);
  const steps = graph.nodes.filter(({ stepKind }) => stepKind === 'work' || stepKind === 'wait');
  const cards = steps.map(({ id, roles, isMeasure, parent, track }, column): LaneCard => {
    const who = stepDefinition(pack, id)?.who;
    const [first, ...others] = roles;
    return {
      id,
      lane: first ?? NOBODY,
      column,
      others,
      isWhoByFact: who !== undefined && !Array.isArray(who),
      isMeasure,
      stage: parent ?? track,
    };
  });
  const laneOf = new Map(cards.map(({ id, lane }) => [id, lane]));
  const handOffs = graph.arrows
    .filter(({ source, target }) => {
      const [from, to] = [laneOf.get(source), laneOf.get(target)];
      return from !== undefined && to !== undefined && from !== to;
    })
    .map(({ id, source, target }) => ({ id, from: source, to: target }));
  const used = new Set(cards.map(({ lane }) => lane));
  const rank = (sector: string | undefined) => {
    const at = (SECTOR_NAMES as readonly (string | undefined)[]).indexOf(sector);
    return at < 0 ? SECTOR_NAMES.length : at;
  };
  const unknown = [...used].filter((id) => id !== NOBODY && !Object.hasOwn(pack.roles, id));
  const lanes = [...Object.keys(pack.roles), ...unknown]
    .map((id): Lane => ({ id, sector: pack.roles[id]?.sector, isUsed: used.has(id) }))
    .sort((a, b) => rank(a.sector) - rank(b.sector) || order(pack, a.id) - order(pack, b.id));
  const fresh = {
    lanes: [...lanes, { id: NOBODY, sector: undefined, isUsed: used.has(NOBODY) }],
    cards,
    handOffs,
  };
  if (!before) return fresh;
  if (sameValue(before, fresh)) return before;
  const id = (each: { readonly id: string }) => each.id;
  return {
    lanes: keepSame(before.lanes, fresh.lanes, id),
    cards: keepSame(before.cards, fresh.cards, id),
    handOffs: keepSame(before.handOffs, fresh.handOffs, id),
  };
}

const order = (pack: Pack, role: string) => pack.roles[role]?.order ?? 0;

/** Who does a step once it has been moved from one lane to another; undefined for nobody. */
export function whoAfter(pack: Pack, step: string, to: string): readonly string[] | undefined {
  const [, ...others] = rolesOf(stepDefinition(pack, step)?.who);
  if (to === NOBODY) return undefined;
  return [to, ...others.filter((role) => role !== to)];
}
