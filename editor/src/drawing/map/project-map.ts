import type { Pack } from '@parcours/engine';
import { type MapGraph, mapGraph } from '../../map/map-graph.ts';
import { keepSame } from '../../map/same-value.ts';
import { placedStates } from '../../pack/states.ts';
import { type Way, waysOf } from '../commands/way.ts';

/** The map of a draft: boxes and arrows, and the ways of the machine that each arrow stands for. */
export type ProjectedMap = {
  readonly graph: MapGraph;
  /** By id of arrow, in the order they are read. */
  readonly ways: Readonly<Record<string, readonly Way[]>>;
};

/** What the map shows of a pack. With the one `before`, what did not change is the same object. */
export function projectMap(pack: Pack, before?: ProjectedMap): ProjectedMap {
  const fresh = mapGraph(pack);
  const ways: Record<string, Way[]> = {};
  const standing = new Map(placedStates(pack.machine).map((placed) => [placed.id, placed]));
  for (const { candidate, ...way } of waysOf(pack.machine)) {
    const found = standing.get(candidate.target?.slice(1) ?? '');
    if (!found) continue;
    // As on the map: a return to what was left leads to the stage that remembers it.
    const end = found.state.type === 'history' ? found.parent : found.id;
    const arrow = `${way.from}>${end}`;
    const known = ways[arrow];
    if (known) known.push(way);
    else ways[arrow] = [way];
  }
  if (!before) return { graph: fresh, ways };
  const nodes = keepSame(before.graph.nodes, fresh.nodes, ({ id }) => id);
  const arrows = keepSame(before.graph.arrows, fresh.arrows, ({ id }) => id);
  const isSame = nodes === before.graph.nodes && arrows === before.graph.arrows;
  return { graph: isSame ? before.graph : { nodes, arrows }, ways };
}
