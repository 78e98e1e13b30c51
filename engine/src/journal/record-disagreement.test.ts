import { expect, test } from 'vitest';
import { driveCase, START } from './fixtures/drive-case.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';
import { recordDisagreement } from './record-disagreement.ts';
import { replay } from './replay.ts';

const found = [
  { seq: 2, rule: 'a', ours: 'yes', theirs: 'no' },
  { seq: 2, rule: 'b', ours: 'no', theirs: 'failed', why: 'broken' },
] as const;

test('a disagreement is its own entry, refuses nothing and changes nothing but the journal', () => {
  const driven = driveCase(
    tinyPack({
      main: { start: { on: { help: [{ target: '#safe', guard: 'a' }] } }, safe: {} },
      events: { help: { protective: true } },
    }),
  );
  driven.report('help', { facts: { a: true } });
  const told = recordDisagreement(driven.pathway, driven.caseFile, found, START);
  expect(told.entries).toMatchObject([
    {
      kind: 'disagreed',
      by: 'engine',
      cause: 2,
      decisions: [
        { rule: 'a', outcome: 'yes', secondOpinion: 'no' },
        { rule: 'b', outcome: 'no', secondOpinion: 'failed' },
      ],
    },
  ]);
  expect(told.caseFile).toEqual({ ...driven.caseFile, seq: 3, head: told.entries[0]?.hash });
  expect(replay(driven.pathway, [...driven.entries, ...told.entries])).toEqual(told.caseFile);
});

test('agreement writes nothing', () => {
  const driven = driveCase(tinyPack({ main: { start: {} } }));
  expect(recordDisagreement(driven.pathway, driven.caseFile, [], START)).toMatchObject({
    ok: true,
    entries: [],
  });
});
