/** Laws of migration on random cases: a version that a case can go to, it goes to whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventStory } from '../compare/invent-story.ts';
import type { CaseFile } from '../journal/case-file.ts';
import { isAlive } from '../journal/change-ledger.ts';
import { replay } from '../journal/replay.ts';
import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { activeStates } from '../pathway/step-machine.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { play } from '../simulate/play.ts';
import { migrate } from './migrate.ts';
import { planMigration } from './plan-migration.ts';
import { takeBackMigration } from './take-back-migration.ts';

const label = { en: 'Invented' };
const OLD = compile(
  samplePack({ 'deadlines/decide_by/basis': 'law', 'deadlines/support_by/basis': 'standard' }),
);
const VERSIONS: readonly Pathway[] = [
  {},
  { 'deadlines/decide_by/within': 'P20D', 'deadlines/visit_by/within': 'PT12H' },
  { 'deadlines/decide_by/within': 'P2D', 'deadlines/support_by/basis': 'standard' },
  {
    'machine/states/school': { id: 'school', initial: 'enrol', states: { enrol: { id: 'enrol' } } },
    'steps/school': { kind: 'track', title: label },
    'steps/enrol': { kind: 'work', title: label, deadlines: ['visit_by'] },
    'machine/states/main/states/support/after': { support_clock: [{ target: '#decide' }] },
    'deadlines/support_clock': { label, within: 'P20D' },
  },
  {
    'machine/states/main/states/decide': undefined,
    'machine/states/main/states/settle': samplePack().machine.states.main?.states?.review,
    'facts/order_date/type': 'boolean',
  },
].flatMap((breaks) => {
  try {
    return [compile(samplePack({ 'pack/version': '2.0.0', ...breaks }))];
  } catch {
    return [];
  }
});

const played = new Map<number, ReturnType<typeof play>>();
/** A random case at its end, with its journal. */
function randomCase(seed: number) {
  const known = played.get(seed) ?? play(OLD, inventStory(OLD, seed, 15));
  played.set(seed, known);
  return known;
}

const law = (check: (seed: number, to: Pathway) => void) =>
  fc.assert(fc.property(fc.nat(12), fc.constantFrom(...VERSIONS), check), {
    numRuns: 30,
    endOnFailure: true,
  });

const commandTo = ({ pack, hash }: Pathway) => ({
  kind: 'migrate' as const,
  by: { person: 'p', role: 'caseworker' },
  to: { id: pack.pack.id, version: pack.pack.version, hash },
});

const unnumbered = ({ seq: _, head: __, ...caseFile }: CaseFile) => caseFile;

function migrated(seed: number, to: Pathway) {
  const { caseFile, entries } = randomCase(seed);
  const at = entries.at(-1)?.recorded ?? caseFile.opened;
  return { caseFile, entries, at, told: migrate(OLD, to, caseFile, commandTo(to), at) };
}

test('replay equals live across versions, whether the case went or not', () => {
  law((seed, to) => {
    const { entries, told } = migrated(seed, to);
    if (!('caseFile' in told)) throw new Error('invalid');
    const text = JSON.stringify(replay(told.ok ? to : OLD, [...entries, ...told.entries]));
    expect(text).toBe(JSON.stringify(told.caseFile));
  });
});

test('a case goes when its plan has no obstacle, and only then', () => {
  law((seed, to) => {
    const { caseFile, at, told } = migrated(seed, to);
    expect(told.ok).toBe(planMigration(OLD, to, caseFile, { at }).ok);
  });
});

test('every row that moves the case stands in the step that waits for it, and every such step has its row', () => {
  law((seed, to) => {
    const { told } = migrated(seed, to);
    if (!told.ok) return;
    const { position, deadlines, open } = told.caseFile;
    const active = activeStates(position);
    const waiting = [...active].flatMap((id) =>
      [...(to.states.get(id)?.after.keys() ?? [])].map((deadline) => `${deadline} ${id}`),
    );
    const moving = Object.values(deadlines).filter((row) => row.kind === 'move' && isAlive(row));
    expect(moving.map((row) => `${row.deadline} ${row.on.state}`).sort()).toEqual(waiting.sort());
    expect(Object.keys(open).sort()).toEqual([...active].filter((id) => !to.tracks.includes(id)).sort());
    for (const row of Object.values(deadlines).filter(isAlive)) expect(active.has(row.on.state)).toBe(true);
  });
});

test('no legal deadline is due later than it was, and what was missed stays missed', () => {
  law((seed, to) => {
    const { caseFile, at, told } = migrated(seed, to);
    if (!told.ok) return;
    for (const row of Object.values(caseFile.deadlines).filter(isAlive)) {
      const after = told.caseFile.deadlines[row.id];
      const isLegal = OLD.pack.deadlines[row.deadline]?.basis !== 'practice';
      if (row.due === undefined || (!isLegal && row.due >= at)) continue;
      expect(after?.due !== undefined && after.due <= row.due).toBe(true);
    }
  });
});

test('a version with the same content changes nothing but the version; taken back, nothing at all', () => {
  law((seed, to) => {
    const { caseFile, entries, at, told } = migrated(seed, to);
    if (!told.ok) return;
    if (to === VERSIONS[0] && told.entries.length === 1) {
      const { pack: _, ...after } = unnumbered(told.caseFile);
      const { pack: __, ...before } = unnumbered(caseFile);
      expect(withoutFixed(after)).toEqual(withoutFixed(before));
    }
    const back = takeBackMigration(to, OLD, [...entries, ...told.entries], commandTo(OLD), at);
    const root = told.entries.findIndex(({ kind }) => kind === 'migrated');
    if (root > 0 || !('caseFile' in back)) return;
    expect(unnumbered(back.caseFile)).toEqual(unnumbered(caseFile));
  });
});

/** Rows that were missed are marked, so that they stay so. */
function withoutFixed<T extends Pick<CaseFile, 'deadlines'>>(caseFile: T): unknown {
  return { ...caseFile, deadlines: Object.values(caseFile.deadlines).map(({ fixed: _, ...row }) => row) };
}
