/** The document is a pure projection: kept from change to change, it says what a fresh one says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { setField } from '../commands/elements.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { openLog, perform } from '../log/command-log.ts';
import { nextOutline, outlineOf, rowsOf } from './outline-of.ts';

const SAMPLE = samplePack();

test('an outline kept through random commands equals a fresh one', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      let log = openLog(SAMPLE);
      let kept = outlineOf(log.pack);
      for (const one of thrown) {
        log = throwInto(log, one);
        kept = nextOutline(kept, log.pack);
        expect(kept).toEqual(outlineOf(log.pack));
      }
    }),
    { numRuns: 80 },
  );
});

test('every state that people see is read once, in the order of its number', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const { pack } = thrown.reduce(throwInto, openLog(SAMPLE));
      const rows = rowsOf(outlineOf(pack));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(pack.steps).sort());
      const parts = rows.map(({ number }) => number.split('.').map(Number));
      const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
        const at = a.findIndex((part, index) => part !== b[index]);
        return at < 0
          ? a.length < b.length
          : (a[at] ?? 0) < (b[at] ?? Number.POSITIVE_INFINITY) && b[at] !== undefined;
      };
      for (const [index, part] of parts.entries())
        if (index > 0) expect(isBefore(parts[index - 1] ?? [], part)).toBe(true);
    }),
    { numRuns: 80 },
  );
});

test('typing in one title leaves every row that does not name it the same object', () => {
  const log = openLog(SAMPLE);
  const before = outlineOf(log.pack);
  const typed = perform(log, setField, {
    section: 'steps',
    id: 'search',
    path: ['title', 'fr'],
    value: 'Chercher',
  });
  if (!typed.ok) throw new Error(typed.refused.why);
  const after = nextOutline(before, typed.log.pack);
  const changed = rowsOf(after).filter((row, index) => row !== rowsOf(before)[index]);
  expect(changed.map(({ id }) => id)).toEqual(['meet', 'search']);
});

test('the sample reads as a document', () => {
  expect(rowsOf(outlineOf(SAMPLE)).map(({ number, kind, id }) => `${number} ${kind} ${id}`)).toEqual([
    '1 track main',
    '1.1 stage reception',
    '1.1.1 step receive',
    '1.1.2 step meet',
    '1.1.3 step search',
    '1.2 step decide',
    '1.3 step placed',
    '1.4 step ended',
    '2 track urgent',
    '2.1 step urgent_idle',
    '2.2 step make_safe',
  ]);
});
