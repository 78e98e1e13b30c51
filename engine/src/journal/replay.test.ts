import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { apply } from './apply.ts';
import { checkChain } from './check-chain.ts';
import type { Entry } from './entry.ts';
import { driveCase, nurse } from './fixtures/drive-case.ts';
import { replay } from './replay.ts';
import { hashOf, sealEntry } from './seal-entry.ts';

const pathway = compile(samplePack());
const story = () => {
  const driven = driveCase(pathway);
  driven.report('report_taken', { facts: { risk: 'low' } });
  driven.record({ danger_seen: true }, '2026-03-02T09:00:00.000Z');
  driven.report('visit_done', {
    facts: { child_heard: true, danger_seen: false, visits: [{ id: 'v1', visited_on: '2026-03-02' }] },
  });
  driven.report('examination_done', { by: nurse });
  driven.sweep('2026-03-04T00:00:00.000Z');
  return driven;
};
const broken = expect.objectContaining({ code: 'journal.broken' });

describe('replay', () => {
  test('gives the same case file, byte for byte', () => {
    const { entries, caseFile } = story();
    expect(JSON.stringify(replay(pathway, entries))).toBe(JSON.stringify(caseFile));
  });

  test('gives it too when a store gave the keys back in another order', () => {
    const { entries, caseFile } = story();
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value;
    expect(JSON.stringify(replay(pathway, reversed(entries) as Entry[]))).toBe(JSON.stringify(caseFile));
  });

  test('decides nothing again: it follows the journal even where the pack would decide otherwise today', () => {
    const { entries } = story();
    const other = {
      ...pathway,
      program: compile(
        samplePack({
          'rules/risk_is_low/conditions': { all: [{ fact: 'risk', operator: 'equal', value: 'high' }] },
        }),
      ).program,
    };
    expect(replay(other, entries)).toEqual(replay(pathway, entries));
  });

  test('refuses a journal of another version, an empty one, and one that does not begin with its opening', () => {
    const { entries } = story();
    expect(() => replay(compile(samplePack({ 'pack/version': '2.0.0' })), entries)).toThrow(
      expect.objectContaining({ code: 'pack.mismatch' }),
    );
    expect(() => replay(pathway, [])).toThrow(broken);
    expect(() => replay(pathway, entries.slice(1))).toThrow(broken);
    expect(() => apply(undefined, entries[1] as Entry)).toThrow(broken);
  });

  test('refuses an altered journal and names the entry', () => {
    const { entries } = story();
    const altered = entries.map((entry) => (entry.seq === 3 ? { ...entry, by: 'somebody' } : entry));
    expect(() => replay(pathway, altered)).toThrow(
      expect.objectContaining({ code: 'journal.broken', parameters: { seq: 3 } }),
    );
  });
});

describe('the chain', () => {
  test('is whole from the opening to the head of the case file', () => {
    const { entries, caseFile } = story();
    expect(checkChain(entries)).toBeUndefined();
    expect(checkChain(entries, caseFile.head)).toBeUndefined();
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.every((entry, index) => index === 0 || entry.previous === entries[index - 1]?.hash)).toBe(
      true,
    );
  });

  test('shows what was taken out, swapped, repeated, cut off, or put in from another case', () => {
    const { entries, caseFile } = story();
    const at = (index: number) => entries[index] as Entry;
    expect(checkChain(entries.filter(({ seq }) => seq !== 3))).toMatchObject({ why: 'seq' });
    expect(checkChain([at(0), at(2), at(1), ...entries.slice(3)])).toMatchObject({ seq: 3, why: 'seq' });
    expect(checkChain([...entries, at(entries.length - 1)])).toMatchObject({ why: 'seq' });
    expect(checkChain(entries.slice(0, -1), caseFile.head)).toMatchObject({ why: 'truncated' });
    const forged = sealEntry({ ...at(2), previous: at(0).hash });
    expect(checkChain([at(0), at(1), forged])).toMatchObject({ seq: 3, why: 'previous' });
    const foreign = sealEntry({ ...at(1), case: 'other' });
    expect(checkChain([at(0), foreign])).toMatchObject({ seq: 2, why: 'case' });
    const renumbered = sealEntry({ ...at(2), seq: 2, previous: at(0).hash });
    expect(checkChain([at(0), renumbered, ...entries.slice(3)], caseFile.head)).toBeDefined();
  });

  test('hashes everything in an entry but the hash, in canonical order', () => {
    const [entry] = story().entries;
    if (!entry) throw new Error('no entry');
    expect(entry.hash).toBe(hashOf(entry));
    expect(hashOf({ ...entry, hash: 'x' })).toBe(entry.hash);
    expect(hashOf(JSON.parse(JSON.stringify(entry)))).toBe(entry.hash);
    expect(hashOf({ ...entry, effects: [{ key: '1.1', effect: 'x', kind: 'notify', to: [] }] })).not.toBe(
      entry.hash,
    );
  });
});
