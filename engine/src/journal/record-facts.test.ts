import { describe, expect, test } from 'vitest';
import type { DecisionAct } from './command.ts';
import { driveCase, refusalOf, worker } from './fixtures/drive-case.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';
import { replay } from './replay.ts';

const act: DecisionAct = { decidedBy: 'A. Judge', function: 'judge', authority: 'court', on: '2026-03-02' };

/** A case in which `decide` was decided on rule `a`, then `other` may be. */
const decided = () => {
  const driven = driveCase(
    tinyPack({
      main: {
        start: { on: { decide: [{ target: '#after', guard: 'a' }] } },
        after: {
          on: { decide: [{ guard: 'a' }, { guard: { type: 'not', params: { of: ['a'] } } }], note: [{}] },
        },
      },
      events: { decide: { decision: true } },
      deadlines: { look_again: { within: 'PT48H' } },
      more: { 'pack/reconsider': 'look_again' },
    }),
  );
  driven.report('decide', { decision: act, facts: { a: true } });
  return driven;
};
const correct = (facts: Record<string, boolean>) => ({ kind: 'record' as const, by: worker, correct: facts });
const T1 = '2026-03-02T10:00:00.000Z';

describe('recording', () => {
  test('keeps who told it and when it happened', () => {
    const driven = driveCase(tinyPack({ main: { start: {} } }));
    driven.tell(
      {
        kind: 'record',
        by: { person: 'x', role: 'judge' },
        facts: { a: true },
        happened: '2026-03-02T09:00:00Z',
      },
      T1,
    );
    expect(driven.caseFile.facts).toEqual({ a: { value: true, at: '2026-03-02T09:00:00.000Z', by: 'x' } });
    expect(driven.entries.at(-1)).toMatchObject({ kind: 'recorded', recorded: T1 });
  });

  test('making a fact unknown is a correction; history keeps it', () => {
    const driven = driveCase(tinyPack({ main: { start: {} } }), { facts: { a: true } });
    driven.tell({ kind: 'record', by: worker, forget: ['a', 'b'] }, T1);
    expect(driven.caseFile.facts).toEqual({});
    expect(driven.entries.at(-1)).toMatchObject({ kind: 'corrected', changes: { forgotten: ['a'] } });
  });

  test('is refused to a role that does not report, and from the future; a wrong value is invalid', () => {
    const driven = driveCase(tinyPack({ main: { start: {} } }));
    expect(
      refusalOf(
        driven.tell({ kind: 'record', by: { person: 'm', role: 'caregiver' }, facts: { a: true } }, T1),
      ).code,
    ).toBe('role');
    expect(
      refusalOf(
        driven.tell({ kind: 'record', by: worker, facts: { a: true }, happened: '2026-03-03T00:00:00Z' }, T1),
      ).code,
    ).toBe('when');
    expect(driven.caseFile.facts).toEqual({});
    expect(() => driven.tell(correct({ a: 'x' as never }), T1)).toThrow('invalid');
  });

  test('that is refused leaves none of its answers in the journal, given, corrected or forgotten', () => {
    const driven = driveCase(tinyPack({ main: { start: {} } }), { facts: { c: true } });
    const told = { kind: 'record', by: { person: 'm', role: 'caregiver' } } as const;
    driven.tell({ ...told, facts: { a: true }, correct: { b: true }, forget: ['c'], reason: 'Because.' }, T1);
    expect(driven.entries.at(-1)).toMatchObject({ kind: 'refused', refusal: { code: 'role' } });
    expect(driven.entries.at(-1)?.command).toEqual({ ...told, reason: 'Because.' });
    expect(driven.entries.at(-1)?.changes).toEqual({});
  });

  test.each([
    ['an unknown fact to forget', { forget: ['nothing'] }],
    ['a fact given twice', { facts: { a: true }, correct: { a: false } }],
    ['a fact given and forgotten', { facts: { a: true }, forget: ['a'] }],
    ['a decision that is not to be looked at', { reconsidered: [7], reason: 'x' }],
  ])('is a wrong call with %s', (_, what) => {
    const driven = driveCase(tinyPack({ main: { start: {} } }));
    expect(() => driven.tell({ kind: 'record', by: worker, ...what }, T1)).toThrow(
      expect.objectContaining({ code: 'command.invalid' }),
    );
  });
});

describe('a corrected fact that changes a rule on which a past decision stood', () => {
  test('raises the decision to look at again, with a deadline, and undoes nothing', () => {
    const driven = decided();
    expect(driven.caseFile.stood).toEqual({ 2: { event: 'decide', rules: { a: 'yes' } } });
    const before = driven.caseFile.position;
    driven.tell(correct({ a: false }), T1);
    expect(driven.caseFile.reconsider).toEqual([
      {
        seq: 2,
        event: 'decide',
        rules: [{ rule: 'a', was: 'yes', now: 'no' }],
        raised: T1,
        due: '2026-03-04T10:00:00.000Z',
      },
    ]);
    expect(driven.caseFile.position).toEqual(before);
    expect(driven.entries.at(-1)?.kind).toBe('corrected');
  });

  test('raises it when the fact becomes unknown', () => {
    const driven = decided();
    driven.tell({ kind: 'record', by: worker, forget: ['a'] }, T1);
    expect(driven.caseFile.reconsider).toMatchObject([
      { rules: [{ rule: 'a', was: 'yes', now: 'unknown' }] },
    ]);
  });

  test('does not raise it when no rule of it changed, nor for acts that are no decision', () => {
    const driven = decided();
    driven.report('note', { facts: { b: true } });
    driven.tell(correct({ b: false }), T1);
    expect(driven.caseFile.reconsider).toEqual([]);
  });

  test('does not raise it for what a later act reports: only a record corrects', () => {
    const driven = decided();
    driven.report('note', { facts: { a: false } });
    expect(driven.caseFile.reconsider).toEqual([]);
  });

  test('does not raise it for a record that changes nothing, even when a later act already made a rule differ', () => {
    const driven = decided();
    driven.report('note', { facts: { a: false } });
    driven.record({ b: true });
    expect(driven.caseFile.reconsider).toEqual([]);
  });

  test('keeps its instant and its due instant when it changes again', () => {
    const driven = decided();
    driven.tell(correct({ a: false }), T1);
    driven.tell({ kind: 'record', by: worker, forget: ['a'] }, '2026-03-02T11:00:00.000Z');
    expect(driven.caseFile.reconsider).toEqual([
      {
        seq: 2,
        event: 'decide',
        rules: [{ rule: 'a', was: 'yes', now: 'unknown' }],
        raised: T1,
        due: '2026-03-04T10:00:00.000Z',
      },
    ]);
  });

  test('is answered with a reason, never without', () => {
    const driven = decided();
    driven.tell(correct({ a: false }), T1);
    expect(refusalOf(driven.tell({ kind: 'record', by: worker, reconsidered: [2] }, T1)).code).toBe('reason');
    expect(driven.caseFile.reconsider).toHaveLength(1);
    expect(
      driven.tell({ kind: 'record', by: worker, reconsidered: [2], reason: 'it still holds' }, T1).ok,
    ).toBe(true);
    expect(driven.caseFile.reconsider).toEqual([]);
  });

  test('is answered by deciding again, and then the newer decision counts', () => {
    const driven = decided();
    driven.tell(correct({ a: false }), T1);
    driven.report('decide', { decision: act, at: '2026-03-02T12:00:00.000Z' });
    expect(driven.caseFile.reconsider).toEqual([]);
    driven.tell(correct({ a: true }), '2026-03-02T13:00:00.000Z');
    expect(driven.caseFile.reconsider.map(({ seq }) => seq)).toEqual([4]);
  });
});

describe('what is typed late', () => {
  const EARLIER = '2026-03-02T08:30:00.000Z';
  const later = '2026-03-02T12:00:00.000Z';
  const protective = () =>
    driveCase(
      tinyPack({
        main: { start: { on: { go: [{}], alarm: [{}] } } },
        events: { alarm: { when: 'b', protective: true } },
      }),
    );

  test('never overwrites a newer value of the same fact, and the entry keeps what was told', () => {
    const driven = driveCase(tinyPack({ main: { start: { on: { go: [{}] } } } }));
    driven.record({ a: true }, T1);
    const old = { kind: 'record', by: worker, facts: { a: false, c: false }, happened: EARLIER } as const;
    expect(driven.tell(old, later).ok).toBe(true);
    expect(driven.caseFile.facts.a).toMatchObject({ value: true, at: T1 });
    expect(driven.caseFile.facts.c).toMatchObject({ value: false, at: EARLIER });
    expect(driven.entries.at(-1)).toMatchObject({ command: old, changes: { facts: { c: false } } });
    expect(driven.entries.at(-1)?.changes.facts).not.toHaveProperty('a');
    driven.report('go', { happened: EARLIER, facts: { a: false }, at: later });
    expect(driven.caseFile.facts.a?.value).toBe(true);
    expect(driven.entries.at(-1)?.command).toMatchObject({ facts: { a: false } });
    expect(replay(driven.pathway, driven.entries)).toEqual(driven.caseFile);
  });

  test('does as a correction, and what happened at the same instant counts in the order of typing', () => {
    const driven = driveCase(tinyPack({ main: { start: {} } }));
    driven.record({ a: true }, T1);
    driven.tell({ kind: 'record', by: worker, correct: { a: false }, happened: EARLIER }, later);
    expect(driven.caseFile.facts.a?.value).toBe(false);
    driven.tell({ kind: 'record', by: worker, facts: { a: true }, happened: EARLIER }, later);
    expect(driven.caseFile.facts.a?.value).toBe(true);
  });

  test('never hides a danger: what turns a protective signal to yes counts whenever it happened', () => {
    const driven = protective();
    driven.record({ b: false }, T1);
    const told = driven.tell({ kind: 'record', by: worker, facts: { b: true }, happened: EARLIER }, later);
    expect(driven.caseFile.facts.b?.value).toBe(true);
    expect(told.entries.map(({ kind }) => kind)).toContain('signalled');
  });
});
