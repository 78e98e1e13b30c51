import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { type DrawingStore, openDrawing } from '../drawing-store.ts';
import { findState } from '../log/find-state.ts';
import { actionWords } from '../words/actions.ts';
import { type ActionTools, isPossible } from './action.ts';
import { ACTIONS } from './actions.ts';

const clipboard = { text: '' };
/** What was selected each time that the steps were to be seen. */
const shown: (string | undefined)[] = [];

function toolsOf(drawing: DrawingStore, id: string | undefined): ActionTools {
  return {
    drawing,
    id,
    text: (key) => ({ fr: actionWords.fr[key] }),
    go: () => undefined,
    showSteps: () => shown.push(drawing.get().selected),
    openPalette: () => undefined,
    openKeys: () => undefined,
    readClipboard: async () => clipboard.text,
    writeClipboard: (text) => {
      clipboard.text = text;
    },
  };
}

const action = (id: string) => ACTIONS.find((each) => each.id === id)!;
const packOf = (drawing: DrawingStore) => drawing.get().log.pack;

test('an action has its own id and no key is given twice', () => {
  expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
  const shortcuts = ACTIONS.flatMap(({ shortcut }) => shortcut ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('what an action says it can do, it does', async () => {
  for (const { id: step } of Object.keys(samplePack().steps).map((id) => ({ id })))
    for (const each of ACTIONS.filter(({ group }) => group !== undefined && group !== 'clipboard')) {
      const drawing = openDrawing(samplePack());
      const isOn = each.isOn?.(drawing.get(), step) ?? false;
      if (!isPossible(each, drawing.get(), step) || isOn) continue;
      await each.run(toolsOf(drawing, step));
      expect(drawing.get().refused, `${each.id} ${step}`).toBeUndefined();
      expect(drawing.get().log.past, `${each.id} ${step}`).toHaveLength(1);
    }
});

test('a step asked for behind another enters the line, and is shown', async () => {
  const drawing = openDrawing(samplePack());
  await action('add_step').run(toolsOf(drawing, 'receive'));
  expect(findState(packOf(drawing).machine, 'receive')?.state.on).toEqual({
    report_taken: [{ target: '#step' }],
  });
  expect(findState(packOf(drawing).machine, 'step')?.above.at(-1)?.id).toBe('reception');
  expect(drawing.get()).toMatchObject({ selected: 'steps/step', revealed: 1 });
});

test('what is made where no step is seen leads to the steps', async () => {
  const drawing = openDrawing(samplePack());
  shown.length = 0;
  await action('add_track').run(toolsOf(drawing, undefined));
  expect(shown).toEqual([drawing.get().log.past.at(-1)?.places[0]]);
});

test('who adapts nothing is not led to what is adapted', () => {
  expect(isPossible(action('go_adapt'), openDrawing(samplePack()).get(), undefined)).toBe(false);
  expect(isPossible(action('go_map'), openDrawing(samplePack()).get(), undefined)).toBe(true);
});

test('a stage asked for behind another enters the line with its first step', async () => {
  const drawing = openDrawing(samplePack());
  await action('add_stage').run(toolsOf(drawing, 'receive'));
  const first = findState(packOf(drawing).machine, 'stage')?.state.initial ?? '';
  expect(findState(packOf(drawing).machine, 'receive')?.state.on).toEqual({
    report_taken: [{ target: `#${first}` }],
  });
  expect(Object.values(findState(packOf(drawing).machine, first)?.state.on ?? {})).toEqual([
    [{ target: '#meet' }],
  ]);
});

test('the first step of a track that waits is not reported from the waiting: the committee says what opens it', async () => {
  const drawing = openDrawing(samplePack());
  await action('add_track').run(toolsOf(drawing, undefined));
  const { machine } = packOf(drawing);
  const track = Object.values(machine.states).at(-1);
  await action('add_last_step').run(toolsOf(drawing, track?.id));
  expect(findState(packOf(drawing).machine, track?.initial ?? '')?.state.on).toBeUndefined();
});

test('a step is copied in one procedure and pasted in another', async () => {
  const [from, to] = [openDrawing(samplePack()), openDrawing(samplePack())];
  await action('copy').run(toolsOf(from, 'meet'));
  await action('paste').run(toolsOf(to, 'decide'));
  expect(packOf(to).steps['meet_2']).toMatchObject({ title: packOf(from).steps['meet']?.title });
  expect(packOf(from)).toEqual(samplePack());
});

test('what was cut comes back with paste, and undo takes both back', async () => {
  const drawing = openDrawing(samplePack());
  await action('cut').run(toolsOf(drawing, 'search'));
  expect(packOf(drawing).steps).not.toHaveProperty('search');
  await action('paste').run(toolsOf(drawing, 'meet'));
  expect(packOf(drawing).steps).toHaveProperty('search');
  drawing.undo();
  drawing.undo();
  expect(packOf(drawing)).toEqual(samplePack());
});

test('an empty clipboard is told, and nothing is pasted', async () => {
  const drawing = openDrawing(samplePack());
  clipboard.text = 'Un paragraphe';
  await action('paste').run(toolsOf(drawing, 'meet'));
  expect(drawing.get().refused).toMatchObject({ why: 'not_a_fragment' });
});

test('who only reads can copy, find, look and read the keys, and nothing else', () => {
  const drawing = openDrawing(samplePack());
  drawing.setReadOnly(true);
  const possible = ACTIONS.filter((each) => isPossible(each, drawing.get(), 'meet')).map(({ id }) => id);
  expect(possible.filter((id) => !id.startsWith('go_'))).toEqual(['copy', 'find', 'keys']);
});
