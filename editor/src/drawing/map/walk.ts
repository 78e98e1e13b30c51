import type { MapGraph } from '../../map/map-graph.ts';

/** Where a key leads from a step: on along its first way, back along the first that comes, or to the way beside. */
export type Walk = 'on' | 'back' | 'beside' | 'other-side';

/** The step to which a key walks; the same step where no way leads and nothing stands beside. */
export function walk(graph: MapGraph, from: string | undefined, towards: Walk): string | undefined {
  const steps = graph.nodes.filter((node) => node.kind === 'step').map(({ id }) => id);
  if (from === undefined || !steps.includes(from)) return steps[0];
  const inReading = (by: number) => steps[steps.indexOf(from) + by] ?? from;
  if (towards === 'on') return endsOf(graph, from)[0] ?? inReading(1);
  if (towards === 'back') return sourcesOf(graph, from)[0] ?? inReading(-1);
  const beside = sourcesOf(graph, from).flatMap((source) => endsOf(graph, source));
  const others = [...new Set(beside)];
  const by = towards === 'beside' ? 1 : -1;
  if (others.length < 2) return inReading(by);
  return others[(others.indexOf(from) + by + others.length) % others.length];
}

const linesFirst = (a: { readonly kind: string }, b: { readonly kind: string }) =>
  Number(a.kind === 'jump') - Number(b.kind === 'jump');

function endsOf(graph: MapGraph, from: string): readonly string[] {
  return graph.arrows
    .filter((arrow) => arrow.source === from && arrow.target !== from)
    .sort(linesFirst)
    .flatMap(({ target }) => beginningOf(graph, target) ?? []);
}

function sourcesOf(graph: MapGraph, to: string): readonly string[] {
  return graph.arrows
    .filter((arrow) => arrow.target === to && arrow.source !== to)
    .sort(linesFirst)
    .flatMap(({ source }) => beginningOf(graph, source) ?? []);
}

/** A step itself; where a stage begins. */
function beginningOf(graph: MapGraph, id: string): string | undefined {
  const node = graph.nodes.find((each) => each.id === id);
  if (!node || node.kind === 'step') return node?.id;
  const first = graph.nodes.find((each) => each.parent === id && each.isInitial);
  return first && beginningOf(graph, first.id);
}
