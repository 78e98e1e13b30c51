import { type Pack, readingNumbers } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../../fixtures/sample-pack.ts';
import { mapGraph } from '../../../map/map-graph.ts';
import { trackPicture } from './track-picture.ts';

/** Where boxes stand is not what is tested: each has the size of a card. */
function drawn(pack: Pack, dir: 'ltr' | 'rtl' = 'ltr') {
  const graph = mapGraph(pack);
  const numbers = readingNumbers(pack);
  const boxes = new Map(graph.nodes.map(({ id }) => [id, { x: 0, y: 0, width: 280, height: 124 }]));
  const number = (id: string) => numbers.get(id) ?? '';
  const words = {
    dir,
    number,
    state: (id: string) => pack.steps[id]?.title['fr'] ?? id,
    role: (id: string) => pack.roles[id]?.label['fr'] ?? id,
    arrow: () => 'il arrive ceci',
    farWays: 'les chemins lointains',
  };
  const tracks = graph.nodes.filter(({ kind }) => kind === 'track');
  const layout = { boxes, routes: new Map() } as never;
  const svgs = tracks.map(({ id }) => trackPicture(pack, graph, layout, id, words).svg);
  return {
    graph,
    number,
    said: svgs
      .join(' ')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  };
}

test('every way that leads far stands on paper, with the number of where it leads', () => {
  const { graph, number, said } = drawn(samplePack());
  const far = graph.arrows.filter(({ kind }) => kind === 'jump');
  expect(far.length).toBeGreaterThan(0);
  for (const { source, target } of far) {
    const isOfStep = graph.nodes.find(({ id }) => id === source)?.kind === 'step';
    const mark = isOfStep ? `→ ${number(target)} il arrive` : `→ [0-9. ·]*${number(target)}`;
    expect(said).toMatch(new RegExp(mark));
  }
  expect(said).toContain('les chemins lointains');
});

test('no title is cut, however long', () => {
  const pack = samplePack();
  const [id = ''] = Object.entries(pack.steps).find(([, { kind }]) => kind === 'work') ?? [];
  const long =
    'Recueillir la parole de l’enfant avec une personne de confiance, dans sa langue, sans la famille, et noter ses mots';
  const steps = { ...pack.steps, [id]: { ...pack.steps[id], title: { fr: long } } } as Pack['steps'];
  const { number, said } = drawn({ ...pack, steps });
  expect(said).toContain(`${number(id)} ${long}`);
  expect(said).not.toContain('…');
});

test('read from right to left, a way leads to the left', () => {
  const { said } = drawn(samplePack(), 'rtl');
  expect(said).toMatch(/← [0-9.]+ il arrive/);
});
