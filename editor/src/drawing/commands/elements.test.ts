import { checkStructure } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openLog, perform } from '../log/command-log.ts';
import { addElement, setField } from './elements.ts';

const SAMPLE = samplePack();
const added = perform(openLog(SAMPLE), addElement, {
  section: 'deadlines',
  id: 'two_days',
  value: { label: { fr: 'Deux jours' }, within: 'P2D', basis: 'practice' },
});

test('what a schema presumes of a new element is there, so that everybody can read it', () => {
  if (!added.ok) throw new Error('refused');
  expect(added.log.pack.deadlines['two_days']).toMatchObject({
    from: 'entry',
    met: 'leaving',
    calendar: 'elapsed',
    ends: 'any',
  });
  expect(() => checkStructure(added.log.pack)).not.toThrow();
});

test('what a schema presumes comes back when it is taken away', () => {
  if (!added.ok) throw new Error('refused');
  const at = { section: 'deadlines', id: 'two_days', path: ['calendar'] } as const;
  const counted = perform(added.log, setField, { ...at, value: 'working' });
  if (!counted.ok) throw new Error('refused');
  const cleared = perform(counted.log, setField, at);
  if (!cleared.ok) throw new Error('refused');
  expect(cleared.log.pack.deadlines['two_days']?.calendar).toBe('elapsed');
});

test('what was added is told by its words, not by its id', () => {
  const made = perform(openLog(SAMPLE), addElement, {
    section: 'rules',
    id: 'rule',
    value: {
      label: { ar: 'العودة ممكنة' },
      conditions: { all: [{ fact: 'age', operator: 'known', value: true }] },
      basis: 'practice',
    },
  });
  if (!made.ok) throw new Error('refused');
  expect(made.log.past.at(-1)?.names).toEqual({ name: { ar: 'العودة ممكنة' } });
});
