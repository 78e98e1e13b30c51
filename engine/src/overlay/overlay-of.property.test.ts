/** An overlay taken from a base and what was made of it gives the same again over that base. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pack } from '../procedure/pack.ts';
import { SECTION_NAMES, SECTION_SCHEMAS } from '../procedure/pack.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { writePack } from '../procedure/write-pack.ts';
import type { Json } from '../vocabulary/json.ts';
import { merge } from './merge.ts';
import { overlayOf } from './overlay-of.ts';
import { resolvePack } from './resolve-pack.ts';

const SAMPLE = samplePack();
const SECTIONS = SECTION_NAMES.filter((name) => name !== 'pack');

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('practice', 'law', 'P1D', 'decide', 'high', '#support', 'is_safe', 'free'),
  fc.boolean(),
  fc.nat(5),
  fc.constant(null),
  fc.constant<Json>(['caseworker', 'judge']),
  fc.constant<Json>(['judge', 'caseworker']),
  fc.constant<Json>({ en: 'Other words' }),
);

const change = fc.tuple(
  fc.constantFrom(...SECTIONS),
  fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  leaf,
);

function patchAt(at: Json, [turn, ...rest]: readonly number[], value: Json): Json {
  if (turn === undefined || typeof at !== 'object' || at === null || Array.isArray(at)) return value;
  const keys = Object.keys(at);
  const key = keys[turn % Math.max(1, keys.length)] ?? 'brand_new';
  return { [key]: patchAt((at as Record<string, Json>)[key] ?? null, rest, value) };
}

/** The sample, made an adaptation, with changes; those that its schemas refuse are left out. */
function adapted(changes: readonly (readonly [(typeof SECTIONS)[number], readonly number[], Json])[]): Pack {
  let pack: Pack = {
    ...SAMPLE,
    pack: {
      ...SAMPLE.pack,
      id: 'sample-land',
      kind: 'overlay',
      extends: { id: SAMPLE.pack.id, version: SAMPLE.pack.version },
      authors: ['A committee'],
    },
  };
  for (const [section, turns, value] of changes) {
    const raw = pack[section] as unknown as Json;
    const laid = merge(SECTION_SCHEMAS[section], section, raw, patchAt(raw, turns, value), {
      findings: [],
      stale: [],
    });
    const parsed = SECTION_SCHEMAS[section].safeParse(laid);
    if (parsed.success) pack = { ...pack, [section]: parsed.data };
  }
  return pack;
}

const library = () => ({ kind: 'procedure' as const, pack: SAMPLE, hash: '' });

test('laying the overlay over its base gives what was wanted, whatever was changed', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const wanted = adapted(changes);
      const overlay = overlayOf(SAMPLE, wanted);
      const { pack, findings } = resolvePack(overlay, library);
      const refused = findings.filter(({ code }) => !code.startsWith('adaptation.') && code !== 'text.stale');
      expect(refused).toEqual([]);
      if (pack) expect(pack).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test('written as files and read again, the overlay is the same', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const overlay = overlayOf(SAMPLE, adapted(changes));
      const { parsed } = parsePack(writePack(overlay));
      expect(parsed?.hash).toBe(overlay.hash);
    }),
    { numRuns: 100 },
  );
});

test('nothing changed leaves only who it is', () => {
  expect(Object.keys(overlayOf(SAMPLE, adapted([])).patch)).toEqual(['pack']);
});

test('one more role on a step is one line, not the whole list', () => {
  const wanted = adapted([]);
  const visit = {
    ...wanted.steps.visit,
    who: ['caseworker', 'supervisor', 'judge'],
  } as Pack['steps'][string];
  const overlay = overlayOf(SAMPLE, { ...wanted, steps: { ...wanted.steps, visit } });
  expect(overlay.patch.steps).toEqual({ visit: { who: { judge: true } } });
});

test('a procedure written as files and read again is the same', () => {
  const { parsed } = parsePack(writePack({ kind: 'procedure', pack: SAMPLE, hash: '' }));
  expect(parsed?.kind === 'procedure' && parsed.pack).toEqual(SAMPLE);
});

test('a story of the base that an overlay takes away stays away once written and read', () => {
  const whole = adapted([]);
  const [gone] = Object.keys(whole.scenarios);
  const scenarios = Object.fromEntries(Object.entries(whole.scenarios).filter(([id]) => id !== gone));
  const { parsed, findings } = parsePack(writePack(overlayOf(SAMPLE, { ...whole, scenarios })));
  expect(findings).toEqual([]);
  if (!parsed) throw new Error('The overlay is not read.');
  const base = { kind: 'procedure', pack: SAMPLE, hash: '' } as const;
  const resolved = resolvePack(parsed, (id) => (id === SAMPLE.pack.id ? base : undefined));
  expect(resolved.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(Object.keys(resolved.pack?.scenarios ?? {})).toEqual(Object.keys(scenarios));
});

test('an adaptation is called as nothing but itself, in a language too in which only its base has a title', () => {
  const wanted = adapted([]);
  const named: Pack = { ...wanted, pack: { ...wanted.pack, title: { en: 'Sample land' } } };
  expect(Object.keys(SAMPLE.pack.title).length).toBeGreaterThan(1);
  const { parsed } = parsePack(writePack(overlayOf(SAMPLE, named)));
  if (!parsed) throw new Error('not read');
  expect(resolvePack(parsed, library).pack?.pack.title).toEqual({ en: 'Sample land' });
});
