import type { Pack } from '@parcours/engine';
import { type MapGraph, mapGraph } from '../../map/map-graph.ts';
import { keepSame } from '../../map/same-value.ts';
import { type Way, waysOf } from '../commands/way.ts';
import { findState, type MachineState } from '../log/find-state.ts';

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
  for (const { candidate, ...way } of waysOf(pack.machine)) {
    const target = candidate.target?.slice(1);
    const found = target === undefined ? undefined : findState(pack.machine, target);
    if (!found) continue;
    // As on the map: a return to what was left leads to the stage that remembers it.
    const end = (found.state as MachineState).type === 'history' ? found.above.at(-1)?.id : target;
    const arrow = `${way.from}>${end}`;
    ways[arrow] = [...(ways[arrow] ?? []), way];
  }
  if (!before) return { graph: fresh, ways };
  const nodes = keepSame(before.graph.nodes, fresh.nodes, ({ id }) => id);
  const arrows = keepSame(before.graph.arrows, fresh.arrows, ({ id }) => id);
  const isSame = nodes === before.graph.nodes && arrows === before.graph.arrows;
  return { graph: isSame ? before.graph : { nodes, arrows }, ways };
}
