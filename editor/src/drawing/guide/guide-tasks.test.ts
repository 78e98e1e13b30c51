import { type Pack, verify } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { addStep } from '../commands/add-step.ts';
import { addElement, setField } from '../commands/elements.ts';
import { addStage, addTrack, openTrackWhen } from '../commands/stages.ts';
import { connect } from '../commands/ways.ts';
import { type DrawingStore, openDrawing } from '../drawing-store.ts';
import { emptyPack } from '../fixtures/empty-pack.ts';
import { beginTrial, keptTrial, pathwayOf, playTrial } from '../trial/trial.ts';
import { guideTasks, isBeginning, nextTask } from './guide-tasks.ts';

const fr = (words: string) => ({ fr: words });

const UNCHECKED = {
  isChecked: false,
  findings: [],
  verdicts: new Map(),
  isTakenOut: false,
  isPractice: false,
};

const doneIn = (pack: Pack, checked: Parameters<typeof guideTasks>[1] = UNCHECKED) =>
  guideTasks(pack, checked).flatMap(({ id, isDone }) => (isDone ? [id] : []));

/** Performs each act and gives the tasks that it, and none before, finished. */
function newlyDone(drawing: DrawingStore, act: () => boolean): readonly string[] {
  const before = doneIn(drawing.get().log.pack);
  expect(act()).toBe(true);
  return doneIn(drawing.get().log.pack).filter((id) => !before.includes(id));
}

test('on an empty page only its name is said, and it is a beginning', () => {
  const pack = emptyPack();
  expect(doneIn(pack)).toEqual(['name']);
  expect(isBeginning(pack)).toBe(true);
  expect(doneIn({ ...pack, pack: { ...pack.pack, title: fr(' ') } })).toEqual([]);
});

test('a procedure that runs has every task done, and is no beginning', () => {
  const pack = samplePack();
  const { findings, verdicts } = verify(pack);
  expect(isBeginning(pack)).toBe(false);
  expect(
    guideTasks(pack, {
      isChecked: true,
      isTakenOut: true,
      isPractice: false,
      findings: findings.filter(({ severity }) => severity !== 'error'),
      verdicts: new Map(verdicts.map((verdict) => [verdict.id, verdict])),
    }).flatMap(({ id, isDone }) => (isDone ? [] : [id])),
  ).toEqual(Object.keys(pack.scenarios).length > 0 ? [] : ['try']);
});

test('each act of a first procedure finishes its own task', () => {
  const drawing = openDrawing(emptyPack());
  const { perform } = drawing;
  const label = fr('C’est fait');
  expect(
    newlyDone(drawing, () =>
      perform(addStage, {
        title: fr('Accueil'),
        firstStep: fr('Voir'),
        into: 'main',
        after: 'receive_report',
        outcome: label,
      }),
    ),
  ).toEqual(['stage']);
  expect(
    newlyDone(drawing, () => perform(addStep, { title: fr('Écouter'), into: 'main', outcome: label })),
  ).toEqual(['steps']);
  perform(addElement, {
    section: 'deadlines',
    id: 'two_days',
    value: { label: fr('48 h'), within: 'PT48H' },
  });
  expect(
    newlyDone(drawing, () =>
      perform(setField, { section: 'steps', id: 'receive_report', path: ['deadlines'], value: ['two_days'] }),
    ),
  ).toEqual(['who']);
  perform(addElement, {
    section: 'sources',
    id: 'crc_12',
    value: { instrument: fr('CDE'), article: '12', confidence: 'read' },
  });
  expect(
    newlyDone(drawing, () =>
      perform(setField, { section: 'steps', id: 'receive_report', path: ['sources'], value: ['crc_12'] }),
    ),
  ).toEqual(['rests']);
  expect(
    newlyDone(drawing, () =>
      perform(connect, { from: 'receive_report', to: 'closed', event: { label: fr('Sans suite') } }),
    ),
  ).toEqual(['way']);
});

test('a track that a signal opens is the danger told; a track alone is not', () => {
  const drawing = openDrawing(emptyPack());
  const { perform } = drawing;
  expect(
    newlyDone(drawing, () => perform(addTrack, { title: fr('Urgence'), idle: fr('Pas ouvert') })),
  ).toEqual([]);
  const track = Object.keys(drawing.get().log.pack.machine.states).find((id) => id !== 'main') ?? '';
  perform(addStep, { title: fr('Mettre à l’abri'), into: track });
  const { pack } = drawing.get().log;
  const to = Object.keys(pack.steps).find((id) => pack.steps[id]?.title['fr'] === 'Mettre à l’abri') ?? '';
  perform(addElement, { section: 'facts', id: 'danger', value: { type: 'boolean', label: fr('Danger') } });
  perform(addElement, {
    section: 'rules',
    id: 'danger_seen',
    value: {
      label: fr('Un danger est vu'),
      conditions: { all: [{ fact: 'danger', operator: 'equal', value: true }] },
    },
  });
  expect(
    newlyDone(drawing, () => perform(openTrackWhen, { rule: 'danger_seen', to, label: fr('Danger vu') })),
  ).toContain('danger');
});

test('what is grave is to do; unchecked, or before there are steps, nothing is settled', () => {
  const pack = samplePack();
  const grave = { code: 'x', path: 'steps/visit', severity: 'error', message: '', parameters: {} } as const;
  const todo = (checked: Parameters<typeof guideTasks>[1]) => doneIn(pack, checked).includes('todo');
  expect(todo(UNCHECKED)).toBe(false);
  expect(todo({ ...UNCHECKED, isChecked: true })).toBe(true);
  expect(todo({ ...UNCHECKED, isChecked: true, findings: [grave] })).toBe(false);
  expect(doneIn(emptyPack(), { ...UNCHECKED, isChecked: true })).not.toContain('todo');
});

test('a safeguard is seen when it is stated and holds', () => {
  const pack = samplePack();
  const [id = ''] = Object.keys(pack.safeguards);
  const told = (verdict: string, of = {}) =>
    doneIn(pack, { ...UNCHECKED, verdicts: new Map([[id, { id, verdict, ...of } as never]]) }).includes(
      'safeguard',
    );
  expect([told('proved'), told('bounded'), told('broken'), told('unchecked')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(told('proved', { vacuous: 'it never happens' }), 'it says nothing yet').toBe(false);
});

test('a try that is kept is a story that expects the route that was seen', () => {
  const pack = emptyPack();
  const pathway = pathwayOf(pack);
  const trial = beginTrial();
  const playback = pathway && playTrial(pathway, trial);
  if (!playback) throw new Error('The empty page runs.');
  const kept = keptTrial(trial, playback, { title: fr('Essai'), story: fr('Inventé') });
  expect(kept.expect.route).toEqual(['receive_report']);
  const drawing = openDrawing(pack);
  expect(
    newlyDone(drawing, () =>
      drawing.perform(addElement, { section: 'scenarios', id: 'trial', value: kept as never }),
    ),
  ).toEqual(['try']);
});

test('paper is ticked by what this device remembers alone', () => {
  const pack = samplePack();
  expect(doneIn(pack)).not.toContain('print');
  expect(doneIn(pack, { ...UNCHECKED, isTakenOut: true })).toContain('print');
  expect(doneIn(emptyPack(), { ...UNCHECKED, isPractice: true })).toContain('rests');
});

test('a task that was picked is the next one until it is done; what was passed over comes back last', () => {
  const tasks = guideTasks(emptyPack(), UNCHECKED);
  const next = (picked: Parameters<typeof nextTask>[1], ...done: readonly string[]) =>
    nextTask(
      tasks.map((task) => ({ ...task, isDone: done.includes(task.id) })),
      picked,
    )?.id;
  expect(next(undefined, 'name')).toBe('stage');
  expect(next('way', 'name')).toBe('way');
  expect(next('way', 'name', 'way')).toBe('danger');
  expect(next('print', 'name', 'print')).toBe('stage');
  expect(next('way', ...tasks.map(({ id }) => id))).toBeUndefined();
});

test('who and by when are shown at a step that still asks both', () => {
  const drawing = openDrawing(emptyPack());
  const place = () => guideTasks(drawing.get().log.pack, UNCHECKED).find(({ id }) => id === 'who')?.place;
  expect(place(), 'the first step is given to the case manager and has no deadline').toBe(
    'steps/receive_report',
  );
  drawing.perform(addStep, { title: fr('Écouter'), into: 'main', outcome: fr('C’est fait') });
  const { steps } = drawing.get().log.pack;
  const heard = Object.keys(steps).find((id) => steps[id]?.title['fr'] === 'Écouter');
  expect(place()).toBe(`steps/${heard}`);
});
