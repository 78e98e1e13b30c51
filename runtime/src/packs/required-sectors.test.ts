import type { Pack } from '@parcours/engine';
import { expect, it } from 'vitest';
import { testApp } from '../fixtures/test-app.ts';
import { requiredSectors } from './required-sectors.ts';

const tryOut = testApp().deps.packs.get('try-out')?.pack as Pack;

it('asks the sectors of those who act: at a step, at a task, or by reporting; never the family or the child', () => {
  expect(requiredSectors(tryOut)).toEqual(['social']);
  const { visit, decide } = tryOut.steps;
  const [event] = Object.keys(tryOut.events);
  if (visit?.kind !== 'work' || decide?.kind !== 'work' || !event) throw new Error('not the try-out');
  const pack: Pack = {
    ...tryOut,
    roles: {
      ...tryOut.roles,
      nurse: { label: { en: 'Nurse' }, sector: 'health' },
      aunt: { label: { en: 'Aunt' }, sector: 'family' },
      officer: { label: { en: 'Officer' }, sector: 'police' },
      chief: { label: { en: 'Chief' }, sector: 'community' },
    },
    steps: {
      ...tryOut.steps,
      visit: { ...visit, who: { by: 'risk', values: { low: ['aunt'], high: ['officer'] } }, with: ['chief'] },
      decide: { ...decide, tasks: { ask: { title: { en: 'Ask' }, who: ['nurse', 'child', 'nobody'] } } },
    },
    events: { ...tryOut.events, [event]: { label: { en: 'Done' }, by: ['judge'] } },
  };
  expect(requiredSectors(pack)).toEqual(['health', 'justice', 'police', 'social']);
});
