import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openDrawing } from '../drawing-store.ts';
import { findState } from '../log/find-state.ts';
import { addRows, cellsFrom, writeCells } from './paste-cells.ts';
import { projectMatrix } from './project-matrix.ts';

const options = {
  language: 'fr',
  labelOf: ({ within }: { within: string }) => ({ fr: `Sous ${within}` }),
  burst: 'paste',
  outcome: { fr: 'C’est fait' },
};
const role = (id: string) => samplePack().roles[id]?.label['fr'] ?? id;

test('rows become steps in one line, their cells are filled, and one undo takes all of it back', () => {
  const drawing = openDrawing(samplePack());
  const table = [
    ['Appeler l’école', role('caseworker'), '48 h'],
    ['', role('police'), ''],
    ['Voir la famille', 'Médiateur', '3 jours ouvrables'],
  ];
  const { isDone, unknown } = addRows(
    drawing,
    { into: 'reception', after: 'receive' },
    { table, columns: ['what', 'who', 'when'] },
    options,
  );
  expect(isDone).toBe(true);
  expect(unknown).toEqual([{ column: 'who', words: 'Médiateur', steps: ['voir_la_famille'] }]);
  const { pack, past } = drawing.get().log;
  expect(past).toHaveLength(1);
  expect(pack.steps['appeler_l_ecole']).toMatchObject({ who: ['caseworker'], basis: 'practice' });
  expect(pack.steps['voir_la_famille']).not.toHaveProperty('who');
  expect(findState(pack.machine, 'receive')?.state.on).toEqual({
    report_taken: [{ target: '#appeler_l_ecole' }],
  });
  const made = pack.steps['voir_la_famille'];
  const [deadline] = made && 'deadlines' in made ? (made.deadlines ?? []) : [];
  expect(pack.deadlines[deadline ?? '']).toMatchObject({
    within: 'P3D',
    calendar: 'working',
    basis: 'practice',
  });
  drawing.undo();
  expect(drawing.get().log.pack).toEqual(samplePack());
});

test('a range fills the steps below, headings stepped over, in one entry', () => {
  const drawing = openDrawing(samplePack());
  const rows = projectMatrix(samplePack(), 'fr');
  const at = rows.findIndex(({ id }) => id === 'search');
  const cells = cellsFrom(rows, at, { table: [[role('police')], [role('judge')]], columns: ['with'] });
  expect(cells.map(({ step }) => step)).toEqual(['search', 'decide']);
  expect(writeCells(drawing, cells, options).isDone).toBe(true);
  expect(drawing.get().log.pack.steps['decide']).toMatchObject({ with: ['judge'] });
  expect(drawing.get().log.past).toHaveLength(1);
});

test('the same span twice makes one deadline', () => {
  const drawing = openDrawing(samplePack());
  const cells = ['receive', 'meet'].map((step) => ({ step, column: 'when' as const, words: '72 h' }));
  writeCells(drawing, cells, options);
  const { deadlines } = drawing.get().log.pack;
  expect(Object.keys(deadlines)).toHaveLength(Object.keys(samplePack().deadlines).length + 1);
});

test('who only reads writes nothing', () => {
  const drawing = openDrawing(samplePack());
  drawing.setReadOnly(true);
  expect(writeCells(drawing, [{ step: 'meet', column: 'when', words: '72 h' }], options).isDone).toBe(false);
  expect(drawing.get().log.pack).toEqual(samplePack());
});
