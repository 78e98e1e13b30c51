import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { setField } from '../commands/elements.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { openLog, perform } from '../log/command-log.ts';
import { allStates } from '../log/find-state.ts';
import { type MatrixRow, projectMatrix } from './project-matrix.ts';

test('a matrix kept through random changes equals a fresh one', () => {
  fc.assert(
    fc.property(throws, fc.constantFrom('fr', 'ar'), (thrown, language) => {
      let log = openLog(samplePack());
      let kept: readonly MatrixRow[] = projectMatrix(log.pack, language);
      for (const one of thrown) {
        log = throwInto(log, one);
        kept = projectMatrix(log.pack, language, kept);
        expect(kept).toEqual(projectMatrix(log.pack, language));
      }
    }),
    { numRuns: 120 },
  );
});

test('every step and every stage has one row', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const { pack } = thrown.reduce(throwInto, openLog(samplePack()));
      const rows = projectMatrix(pack, 'fr').map(({ id }) => id);
      const states = [...allStates(pack.machine)].filter(({ type }) => type !== 'history');
      expect([...rows].sort()).toEqual(states.map(({ id }) => id).sort());
    }),
    { numRuns: 60 },
  );
});

test('a change of one step draws one row again', () => {
  const log = openLog(samplePack());
  const before = projectMatrix(log.pack, 'fr');
  const done = perform(log, setField, {
    section: 'steps',
    id: 'meet',
    path: ['title', 'fr'],
    value: 'Voir',
  });
  if (!done.ok) throw new Error('refused');
  const after = projectMatrix(done.log.pack, 'fr', before);
  expect(after.filter((row, index) => row !== before[index]).map(({ id }) => id)).toEqual(['meet']);
});
