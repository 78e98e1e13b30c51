import { expect, test } from 'vitest';
import { samplePack } from '../fixtures/sample-pack.ts';
import { addStep } from './commands/add-step.ts';
import { setField } from './commands/elements.ts';
import { removeStep } from './commands/remove-step.ts';
import { openDrawing, type Saved } from './drawing-store.ts';

const firstStep = (() => {
  const pack = samplePack();
  return Object.entries(pack.steps).find(([, step]) => step.kind === 'work')?.[0] ?? '';
})();

const rename = (fr: string) =>
  ({ section: 'steps', id: firstStep, path: ['title', 'fr'], value: fr }) as const;

test('a typing burst is one entry, and one undo takes it back and shows its place', () => {
  const drawing = openDrawing(samplePack());
  for (const word of ['V', 'Vi', 'Vis']) drawing.perform(setField, rename(word), 'title');
  expect(drawing.get().log.past).toHaveLength(1);
  drawing.undo();
  expect(drawing.get().log.pack).toEqual(samplePack());
  expect(drawing.get().selected).toBe(`steps/${firstStep}/title/fr`);
});

test('what is saved, applied in order, gives the pack that is seen, undo and redo included', async () => {
  const { applyPatches } = await import('immer');
  const drawing = openDrawing(samplePack());
  const saved: Saved[] = [];
  drawing.onSaved((each) => saved.push(each));
  drawing.perform(setField, rename('Une'));
  drawing.perform(setField, rename('Deux'));
  drawing.undo();
  drawing.redo();
  drawing.undo();
  const replayed = saved.reduce((pack, { patches }) => applyPatches(pack, patches), samplePack());
  expect(replayed).toEqual(drawing.get().log.pack);
});

test('while somebody else writes nothing changes, and the reason is told', () => {
  const drawing = openDrawing(samplePack());
  drawing.setReadOnly(true);
  expect(drawing.perform(setField, rename('Non'))).toBe(false);
  expect(drawing.get().refused?.why).toBe('read_only');
  expect(drawing.get().log.pack).toEqual(samplePack());
});

test('a refused command says why and changes nothing', () => {
  const drawing = openDrawing(samplePack());
  expect(drawing.perform(removeStep, { id: 'main' })).toBe(false);
  expect(drawing.get().refused?.why).toBe('main_stays');
});

test('what is undone is shown where it was, when it is gone', () => {
  const drawing = openDrawing(samplePack());
  drawing.perform(addStep, {
    title: { fr: 'Deux' },
    into: 'reception',
    after: 'receive',
    outcome: { fr: 'fait' },
  });
  const place = drawing.get().log.past.at(-1)?.places[0];
  drawing.undo();
  expect(drawing.get().selected).toBe('steps/receive');
  drawing.redo();
  expect(drawing.get().selected).toBe(place);
});
