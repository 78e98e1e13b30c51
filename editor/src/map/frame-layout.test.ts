import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { samplePack } from '../fixtures/sample-pack.ts';
import { type LaidFrame, layOutTracks, readFrame, type Told, type TrackLayouts } from './frame-layout.ts';
import { type MapGraph, mapGraph } from './map-graph.ts';
import { type Box, type MapLayout, movedRoute } from './map-layout.ts';

const DIRECTIONS = ['DOWN', 'RIGHT', 'LEFT'] as const;

/** Lays out by ELK itself, remembering what was asked before. */
function openMemory() {
  const elk = new ELK();
  const known = new Map<string, LaidFrame>();
  const asked: string[] = [];
  return {
    asked,
    lay: async (
      graph: MapGraph,
      direction: (typeof DIRECTIONS)[number] = 'DOWN',
      told?: Told<TrackLayouts>,
    ) => {
      const tracks = await layOutTracks(
        graph,
        direction,
        ({ id }) => id,
        async (wanted) => {
          const key = JSON.stringify(wanted);
          const laid = known.get(key);
          if (laid) return laid;
          asked.push(wanted.children?.[0]?.id ?? '');
          const fresh = readFrame(await elk.layout(wanted));
          known.set(key, fresh);
          return fresh;
        },
        told,
      );
      return new Map<string, MapLayout>(tracks);
    },
  };
}

function placed(graph: MapGraph, { boxes }: MapLayout): ReadonlyMap<string, Box> {
  const found = new Map<string, Box>();
  for (const { id, parent } of graph.nodes) {
    const [box, around] = [boxes.get(id), found.get(parent ?? '')];
    if (box) found.set(id, { ...box, x: box.x + (around?.x ?? 0), y: box.y + (around?.y ?? 0) });
  }
  return found;
}

const isOnEdge = ({ x, y, width, height }: Box, at: { readonly x: number; readonly y: number }) =>
  at.x >= x - 1 && at.x <= x + width + 1 && at.y >= y - 1 && at.y <= y + height + 1;

test('every step has its place in its frame, and every line leads from its step to its step without a gap', async () => {
  const graph = mapGraph(samplePack());
  for (const direction of DIRECTIONS) {
    const tracks = await openMemory().lay(graph, direction);
    const whole = new Map([...tracks].map(([track, layout]) => [track, placed(graph, layout)]));
    for (const { id, track, parent } of graph.nodes) {
      const [box, around] = [whole.get(track)?.get(id), whole.get(track)?.get(parent ?? '')];
      expect(box, id).toBeDefined();
      if (!box || !around) continue;
      expect(isOnEdge(around, box), id).toBe(true);
      expect(isOnEdge(around, { x: box.x + box.width, y: box.y + box.height }), id).toBe(true);
    }
    for (const { id, source, target, kind } of graph.arrows.filter((arrow) => arrow.kind === 'line')) {
      const track = graph.nodes.find((node) => node.id === source)?.track ?? '';
      const route = tracks.get(track)?.routes.get(id);
      const [from, to] = [whole.get(track)?.get(source), whole.get(track)?.get(target)];
      const [first, last] = [route?.points[0], route?.points.at(-1)];
      if (!route || !from || !to || !first || !last) throw new Error(`The ${kind} ${id} has no way.`);
      expect(isOnEdge(from, first), id).toBe(true);
      expect(isOnEdge(to, last), id).toBe(true);
      expect(route.label?.width, id).toBeGreaterThan(0);
      for (const [index, point] of route.points.slice(1).entries()) {
        const before = route.points[index] ?? point;
        expect(Math.min(Math.abs(before.x - point.x), Math.abs(before.y - point.y)), id).toBeLessThan(1);
      }
    }
  }
});

test('the same map asked twice is laid out alike', async () => {
  const graph = mapGraph(samplePack());
  expect(await openMemory().lay(graph)).toEqual(await openMemory().lay(graph));
});

test('where one step grew, only its frame and those around it are laid out again', async () => {
  const graph = mapGraph(samplePack());
  const { asked, lay } = openMemory();
  const before = await lay(graph);
  const grown = graph.nodes.find(({ kind, parent, track }) => kind === 'step' && parent !== track);
  if (!grown) throw new Error('No step stands in a stage.');
  const around = new Set<string>();
  for (let at = grown.parent; at !== undefined; at = graph.nodes.find(({ id }) => id === at)?.parent)
    around.add(at);
  asked.length = 0;
  const small = { ...grown, stepKind: grown.stepKind === 'choice' ? ('work' as const) : ('choice' as const) };
  const after = await lay({ ...graph, nodes: graph.nodes.map((node) => (node === grown ? small : node)) });
  expect(new Set(asked)).toEqual(around);
  for (const [track, layout] of before) if (track !== grown.track) expect(after.get(track)).toEqual(layout);
});

test('the first track is told before the others are asked for, as it stands in the end', async () => {
  const graph = mapGraph(samplePack());
  const { asked, lay } = openMemory();
  const trackOf = new Map(graph.nodes.map(({ id, track }) => [id, track]));
  const tracksAsked = () => new Set(asked.map((id) => trackOf.get(id)));
  let told: TrackLayouts = [];
  const onFirst = async (first: TrackLayouts) => {
    told = first;
    await new Promise((later) => setTimeout(later));
    expect(tracksAsked()).toEqual(new Set([graph.nodes[0]?.id]));
  };
  const tracks = await lay(graph, 'DOWN', { onFirst });
  expect(tracks.size).toBeGreaterThan(1);
  expect(told).toEqual([...tracks].slice(0, 1));
});

test('where the first track is enough, the others are not asked for', async () => {
  const graph = mapGraph(samplePack());
  const tracks = await openMemory().lay(graph, 'DOWN', { onFirst: () => 'enough' });
  expect([...tracks.keys()]).toEqual([graph.nodes[0]?.id]);
});

/** A procedure of two tracks, the first of two stages with two steps each and a step beside them. */
function twoStages(): MapGraph {
  const node = (id: string, kind: 'track' | 'stage' | 'step', parent?: string, track = 'main') => ({
    ...{ id, kind, parent, track, stepKind: kind === 'step' ? ('work' as const) : undefined },
    ...{ roles: [], sector: undefined, deadlines: [], hasForm: false },
    ...{ isMeasure: false, isProtective: false, isInitial: false },
  });
  const line = (source: string, target: string) => ({
    ...{ id: `${source}>${target}`, source, target, kind: 'line' as const },
    causes: [{ kind: 'event' as const, id: 'done' }],
  });
  return {
    nodes: [
      node('main', 'track'),
      ...['first', 'second'].flatMap((stage) => [
        node(stage, 'stage', 'main'),
        node(`${stage}_a`, 'step', stage),
        node(`${stage}_b`, 'step', stage),
      ]),
      node('end', 'step', 'main'),
      node('other', 'track', undefined, 'other'),
      node('other_a', 'step', 'other', 'other'),
    ],
    arrows: [
      line('first_a', 'first_b'),
      line('first_b', 'second_a'),
      line('second_a', 'second_b'),
      line('second_b', 'end'),
    ],
  };
}

/** What was told of a layout, part by part, with what had been asked for by then. */
async function toldOf(look: string | undefined) {
  const { asked, lay } = openMemory();
  const parts: { readonly part: string; readonly laid: TrackLayouts; readonly asked: string[] }[] = [];
  const note = (part: string) => (laid: TrackLayouts) => {
    parts.push({ part, laid, asked: [...asked] });
  };
  const tracks = await lay(twoStages(), 'DOWN', { look, onSight: note('sight'), onFirst: note('first') });
  return { parts, tracks };
}

test('the stage in which one looks is told before its track, as it will stand in itself', async () => {
  for (const [look, stage] of [
    [undefined, 'first'],
    ['first_b', 'first'],
    ['second_b', 'second'],
  ] as const) {
    const { parts, tracks } = await toldOf(look);
    expect(parts.map(({ part }) => part)).toEqual(['sight', 'first']);
    const [{ asked = [], laid = [] } = {}] = parts;
    expect(asked[0]).toBe(stage);
    expect(asked).not.toContain('main');
    const [[track, sight] = ['', undefined]] = laid;
    expect(track).toBe('main');
    if (!sight) throw new Error('Nothing is in sight.');
    expect([...sight.boxes.keys()]).toEqual(['main', stage, `${stage}_a`, `${stage}_b`]);
    expect([...sight.routes.keys()]).toEqual([`${stage}_a>${stage}_b`]);
    const whole = tracks.get('main');
    const [stood, stands] = [sight.boxes.get(stage), whole?.boxes.get(stage)];
    expect(stood).toMatchObject({ width: stands?.width, height: stands?.height });
    for (const step of [`${stage}_a`, `${stage}_b`])
      expect(sight.boxes.get(step)).toEqual(whole?.boxes.get(step));
    const by = { x: (stands?.x ?? 0) - (stood?.x ?? 0), y: (stands?.y ?? 0) - (stood?.y ?? 0) };
    const route = sight.routes.get(`${stage}_a>${stage}_b`);
    expect(route && movedRoute(route, by)).toEqual(whole?.routes.get(`${stage}_a>${stage}_b`));
  }
});

test('where one looks at no stage of the first track, nothing is told before the track', async () => {
  for (const look of ['end', 'other_a']) {
    const { parts } = await toldOf(look);
    expect(parts.map(({ part }) => part)).toEqual(['first']);
  }
});
