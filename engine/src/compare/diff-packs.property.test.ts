/** Laws of differences: none between equals, none unseen, each with its counterpart the other way round. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../overlay/merge.ts';
import type { Pack } from '../procedure/pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from '../procedure/pack.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { scenarioSchema } from '../procedure/scenario.ts';
import { canonicalJson } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { diffPacks } from './diff-packs.ts';
import type { Difference } from './difference.ts';

const SAMPLE = samplePack();
const ALL = [...SECTION_NAMES, 'scenarios' as const];
type Section = (typeof ALL)[number];

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('practice', 'law', 'P1D', 'decide', 'crc_9', 'high', '#support', 'is_safe', 'locked'),
  fc.boolean(),
  fc.nat(5),
  fc.constant(null),
  fc.constant<Json>(['caseworker', 'judge']),
  fc.constant<Json>({ en: 'Other words' }),
);

/** A change at a random place of a section: an existing path, walked at random, to a random value. */
const change: fc.Arbitrary<readonly [Section, Json]> = fc
  .tuple(fc.constantFrom(...ALL), fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), leaf)
  .map(([section, turns, value]) => [section, patchAt(SAMPLE[section] as unknown as Json, turns, value)]);

function patchAt(at: Json, [turn, ...rest]: readonly number[], value: Json): Json {
  if (turn === undefined || typeof at !== 'object' || at === null || Array.isArray(at)) return value;
  const keys = Object.keys(at);
  const key = keys[turn % Math.max(1, keys.length)] ?? 'brand_new';
  return { [key]: patchAt((at as Record<string, Json>)[key] ?? null, rest, value) };
}

/** The sample with some changes; those that make it no pack are left out. */
function changed(changes: readonly (readonly [Section, Json])[]): Pack {
  let pack = SAMPLE;
  for (const [section, patch] of changes) {
    const notes = { findings: [], stale: [] };
    const raw = pack[section] as unknown as Json;
    if (section === 'scenarios') {
      const stories = Object.entries(patch as Record<string, Json>).map(([id, story]) => {
        const told = (raw as Record<string, Json>)[id];
        return [id, scenarioSchema.safeParse(merge(scenarioSchema, id, told, story, notes))] as const;
      });
      const sound = stories.flatMap(([id, parsed]) => (parsed.success ? [[id, parsed.data]] : []));
      pack = { ...pack, scenarios: { ...pack.scenarios, ...Object.fromEntries(sound) } };
    } else {
      const schema = SECTION_SCHEMAS[section];
      const parsed = schema.safeParse(merge(schema, section, raw, patch, notes));
      if (parsed.success) pack = { ...pack, [section]: parsed.data };
    }
  }
  return pack;
}

const packs = fc.array(change, { maxLength: 4 }).map(changed);

test('nothing differs between a pack and itself', () => {
  fc.assert(
    fc.property(packs, (pack) => {
      expect(diffPacks(pack, structuredClone(pack))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('every change is told: every place where the texts differ lies under a difference', () => {
  fc.assert(
    fc.property(packs, packs, (before, after) => {
      const differences = diffPacks(before, after);
      for (const section of ALL) {
        const told = differences.filter((one) => one.section === section).map(({ path }) => path);
        const same = canonicalJson(before[section]) === canonicalJson(after[section]);
        expect(told.length === 0).toBe(same);
        if (section === 'machine') continue;
        for (const path of differing(section, before[section], after[section]))
          expect(told.some((one) => isUnder(path, one) || isUnder(one, path))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('the other way round each difference has its counterpart', () => {
  const turned: Record<Difference['kind'], Difference['kind']> = {
    added: 'removed',
    removed: 'added',
    changed: 'changed',
    moved: 'moved',
  };
  const short = ({ path, kind, before, after }: Difference) => JSON.stringify([path, kind, before, after]);
  fc.assert(
    fc.property(packs, packs, (a, b) => {
      const there = diffPacks(a, b).map(({ before, after, kind, ...rest }) =>
        short({
          ...rest,
          kind: turned[kind],
          ...(after !== undefined && { before: after }),
          ...(before !== undefined && { after: before }),
        }),
      );
      expect(there.sort()).toEqual(diffPacks(b, a).map(short).sort());
    }),
    { numRuns: 100 },
  );
});

/** What came or went whole may be told part by part. */
function isUnder(path: string, holder: string): boolean {
  return path === holder || path.startsWith(`${holder}/`);
}

/** Paths of the leaves that two values hold differently; a list is a leaf. */
function differing(path: string, before: unknown, after: unknown): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return before === after ? [] : [path];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differing(`${path}/${key}`, before[key], after[key]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
