import type { Patch } from 'immer';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { openLog, perform, undo } from '../log/command-log.ts';
import { acceptSuggestion } from './suggestions.ts';

const SAMPLE = samplePack();
const [STEP = ''] = Object.keys(SAMPLE.steps).filter((id) => SAMPLE.steps[id]?.kind === 'work');
const place = `steps/${STEP}`;
const accept = (...patches: readonly Patch[]) =>
  perform(openLog(SAMPLE), acceptSuggestion, { place, patches });
const title: Patch = { op: 'replace', path: ['steps', STEP, 'title', 'fr'], value: 'Aller voir l’enfant' };

test('a proposal is done as a change of its own, named after its place, and taken back as one', () => {
  const done = accept(title);
  if (!done.ok) throw new Error('refused');
  expect(done.log.pack.steps[STEP]?.title['fr']).toBe('Aller voir l’enfant');
  expect(done.change).toMatchObject({
    command: 'accept_suggestion',
    places: [place],
    names: { name: SAMPLE.steps[STEP]?.title },
  });
  expect(undo(done.log)?.log.pack).toEqual(SAMPLE);
});

test.each<[string, Patch, string]>([
  ['is gone', { ...title, path: ['steps', 'nobody', 'title', 'fr'] }, 'no_longer_fits'],
  ['is nothing of a pack', { ...title, path: ['__proto__', 'polluted'] }, 'no_longer_fits'],
  ['says who validated it', { ...title, path: ['pack', 'review'], value: {} }, 'no_longer_fits'],
  ['takes a whole section', { op: 'replace', path: ['steps'], value: {} }, 'no_longer_fits'],
  ['breaks its schema', { ...title, path: ['steps', STEP, 'kind'], value: 'nonsense' }, 'invalid'],
  [
    'names what is not there',
    { op: 'add', path: ['steps', STEP, 'who'], value: ['nobody'] },
    'no_longer_fits',
  ],
  ['is done already', { ...title, value: SAMPLE.steps[STEP]?.title['fr'] }, 'already'],
])('a proposal that %s is refused', (_what, patch, why) => {
  expect(accept(patch)).toMatchObject({ ok: false, refused: { why } });
});
