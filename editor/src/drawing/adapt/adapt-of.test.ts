import { diffPacks } from '@parcours/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { insertStep } from '../commands/add-step.ts';
import { addElement, removeElement, setField } from '../commands/elements.ts';
import { removeStep } from '../commands/remove-step.ts';
import { type RevertedSection, revertToBase } from '../commands/revert.ts';
import { openDrawing } from '../drawing-store.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { sampleAdaptation, sampleBase } from '../fixtures/sample-adaptation.ts';
import { openLog } from '../log/command-log.ts';
import { adaptationAt, adaptOf, isTold } from './adapt-of.ts';
import { inheritedBase } from './inherited-base.ts';
import { markAt } from './mark-at.ts';

test('an untouched adaptation changes nothing', () => {
  expect(adaptOf(samplePack(), samplePack()).size).toBe(0);
});

test('what is changed, added and inherited is told, with its reason and how far it may change', () => {
  const [base, pack] = [sampleBase(), sampleAdaptation()];
  const adaptation = adaptOf(base, pack);
  const at = (place: string) => adaptationAt(adaptation, base, pack, place);
  expect(at('deadlines/decision_deadline')).toMatchObject({
    status: 'changed',
    level: 'free',
    reason: { fr: 'La loi nationale est plus courte (exemple inventé).' },
  });
  expect(at('roles/delegate')).toMatchObject({ status: 'added', level: 'free' });
  expect(at('steps/meet')).toMatchObject({ status: 'inherited', level: 'locked' });
  expect(at('rules/child_was_heard')).toMatchObject({ status: 'inherited', level: 'tighten' });
  expect(at('rules/placement_is_justified').level).toBe('tighten');
  expect(at('safeguards/heard').level).toBe('tighten');
});

test('each element goes back to the base', () => {
  const base = sampleBase();
  const drawing = openDrawing(sampleAdaptation(), base);
  const revert = (section: RevertedSection, id: string) =>
    drawing.perform(revertToBase, { base, section, id });
  const status = (place: string) =>
    adaptationAt(adaptOf(base, drawing.get().log.pack), base, drawing.get().log.pack, place).status;
  expect(revert('deadlines', 'decision_deadline')).toBe(true);
  expect(status('deadlines/decision_deadline')).toBe('inherited');
  expect(revert('steps', 'decide')).toBe(true);
  expect(revert('roles', 'delegate')).toBe(true);
  expect(status('roles/delegate')).toBe('inherited');
  expect(revert('roles', 'delegate')).toBe(false);
});

test('a step that was removed comes back where it stood, with what it needs', () => {
  const base = samplePack();
  const drawing = openDrawing(samplePack(), base);
  drawing.perform(removeStep, { id: 'search' });
  drawing.perform(removeElement, { section: 'deadlines', id: 'search_deadline' });
  expect(drawing.get().log.pack.deadlines).not.toHaveProperty('search_deadline');
  expect(drawing.perform(revertToBase, { base, section: 'steps', id: 'search' })).toBe(true);
  const { pack } = drawing.get().log;
  expect(pack.steps['search']).toEqual(base.steps['search']);
  expect(pack.deadlines['search_deadline']).toEqual(base.deadlines['search_deadline']);
  expect(drawing.perform(revertToBase, { base, section: 'machine', id: 'meet' })).toBe(true);
});

test('the law of another country is not inherited, and counts as no change', () => {
  const drawn = openDrawing(sampleBase());
  const value = {
    label: { fr: 'Âge' },
    type: 'integer',
    value: 14,
    confidence: 'read',
    national: true,
    basis: 'practice',
  };
  expect(drawn.perform(addElement, { section: 'parameters', id: 'age_limit', value })).toBe(true);
  const base = drawn.get().log.pack;
  const head = { ...base.pack, kind: 'overlay' as const, jurisdiction: 'TG' };
  const pack = { ...base, ...inheritedBase(base, { ...base, pack: head }), pack: head };
  expect(pack.parameters['age_limit']).not.toHaveProperty('value');
  expect(adaptOf(base, pack).has('parameters/age_limit')).toBe(true);
  expect(adaptOf(inheritedBase(base, pack), pack).has('parameters/age_limit')).toBe(false);
  expect(inheritedBase(base, pack)).toBe(inheritedBase(base, pack));
});

test('a step put between steps of the base leaves them as they are', () => {
  const base = samplePack();
  const drawing = openDrawing(samplePack(), base);
  const way = { from: 'receive', by: 'on', name: 'report_taken', index: 0 } as const;
  expect(drawing.perform(insertStep, { way, title: { fr: 'Prévenir' }, outcome: { fr: 'Prévenu' } })).toBe(
    true,
  );
  const changed = [...adaptOf(base, drawing.get().log.pack).values()].filter(
    ({ status, differences }) =>
      status === 'changed' && differences.some(({ section }) => section === 'steps'),
  );
  expect(changed).toEqual([]);
});

test('a step whose stage is gone cannot come back before it', () => {
  const base = samplePack();
  const drawing = openDrawing(samplePack(), base);
  drawing.perform(setField, { section: 'forms', id: 'report_form', path: ['label', 'fr'], value: 'x' });
  expect(drawing.perform(removeStep, { id: 'reception' })).toBe(true);
  expect(drawing.perform(revertToBase, { base, section: 'steps', id: 'search' })).toBe(false);
  expect(drawing.get().refused?.why).toBe('base_rests_on_gone');
  expect(drawing.perform(revertToBase, { base, section: 'steps', id: 'reception' })).toBe(true);
});

test('every difference stands at exactly one place, whatever was done', () => {
  const base = samplePack();
  fc.assert(
    fc.property(throws, (thrown) => {
      const { pack } = thrown.reduce(throwInto, openLog(base));
      const adaptation = adaptOf(base, pack);
      const told = [...adaptation.values()].flatMap(({ differences }) => differences.map(({ path }) => path));
      expect(told.sort()).toEqual(
        diffPacks(base, pack)
          .map(({ path }) => path)
          .sort(),
      );
    }),
    { numRuns: 40 },
  );
});

test('the mark of an element says what the whole comparison says', () => {
  const base = sampleBase();
  fc.assert(
    fc.property(throws, (thrown) => {
      const { pack } = thrown.reduce(throwInto, openLog(base));
      const adaptation = adaptOf(base, pack);
      for (const section of ['steps', 'rules', 'deadlines', 'events', 'safeguards'] as const)
        for (const id of Object.keys(pack[section])) {
          const place = `${section}/${id}`;
          const whole = adaptationAt(adaptation, base, pack, place);
          const status = whole.differences.some(isTold) ? whole.status : 'inherited';
          expect([place, markAt(base, pack, place)]).toMatchObject([place, { status, level: whole.level }]);
        }
    }),
    { numRuns: 40 },
  );
});

test('a mark is the same object until its element changes', () => {
  const base = sampleBase();
  const drawing = openDrawing(sampleAdaptation(), base);
  const mark = (place: string) => markAt(base, drawing.get().log.pack, place);
  const before = [mark('steps/decide'), mark('steps/meet')];
  drawing.perform(setField, { section: 'steps', id: 'meet', path: ['title', 'fr'], value: 'Voir' });
  expect(mark('steps/decide')).toBe(before[0]);
  expect(before[1]?.status).toBe('inherited');
  expect(mark('steps/meet')?.status).toBe('changed');
});
