import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECTION_NAMES, SECTION_SCHEMAS } from '../procedure/pack.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { samplePackFiles, sampleSections } from '../procedure/sample-pack.ts';
import type { Json } from '../vocabulary/json.ts';
import { merge } from './merge.ts';
import { isJsonObject } from './merge-patch.ts';
import { resolvePack } from './resolve-pack.ts';

const sections = sampleSections() as Record<string, Json>;
const head = {
  ...(sections.pack as object),
  id: 'sample-overlay',
  kind: 'overlay',
  extends: { id: 'sample-procedure', version: '1.0.0' },
};

const laid = (name: keyof typeof SECTION_SCHEMAS, base: Json, patch: Json): Json =>
  merge(SECTION_SCHEMAS[name], name, base, patch, { findings: [], stale: [] });

const section = fc.constantFrom(...SECTION_NAMES.filter((name) => name !== 'machine'));
const word = fc.constantFrom(
  'a',
  'label',
  'title',
  'fr',
  'en',
  'es',
  'who',
  'conditions',
  'within',
  'sources',
  'fields',
  'adaptation',
);
const change: fc.Arbitrary<Json> = fc.letrec<{ change: Json }>((tie) => ({
  change: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.constant(true),
    fc.string(),
    fc.array(fc.string()),
    fc.dictionary(word, tie('change')) as fc.Arbitrary<Json>,
  ),
})).change;

test('the empty difference changes nothing, whatever it is laid over', () => {
  fc.assert(
    fc.property(section, fc.dictionary(word, change), (name, base) => {
      expect(laid(name, base, {})).toEqual(base);
    }),
  );
  for (const name of SECTION_NAMES)
    expect(laid(name, sections[name] ?? {}, {})).toEqual(sections[name] ?? {});
});

test('differences on different ids commute', () => {
  const ids = (name: string) => Object.keys((sections[name] ?? {}) as object);
  const pair = section
    .filter((name) => ids(name).length > 1)
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.shuffledSubarray([...ids(name), 'brand_new', 'other_new'], { minLength: 2, maxLength: 2 }),
        change,
        change,
      ),
    );
  fc.assert(
    fc.property(pair, ([name, [one = '', two = ''], a, b]) => {
      const base = sections[name] ?? {};
      const first = laid(name, laid(name, base, { [one]: a }), { [two]: b });
      const second = laid(name, laid(name, base, { [two]: b }), { [one]: a });
      expect(first).toEqual(second);
      expect(first).toEqual(laid(name, base, { [one]: a, [two]: b }));
    }),
    { numRuns: 500 },
  );
});

test('the order of keys in a difference means nothing', () => {
  const reversed = (value: Json): Json =>
    isJsonObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, member]) => [key, reversed(member)]),
        )
      : value;
  const doors = fc.dictionary(
    fc.constantFrom('#a', '#b', '#c', '#placed', '#support'),
    fc.oneof(
      fc.constant(null),
      fc.constant(true),
      fc.record({ guard: fc.constantFrom('x', 'y') }),
      fc.record({ after: fc.constantFrom('#a', '#b', '#placed') }),
    ),
  );
  fc.assert(
    fc.property(doors, (patch) => {
      const difference: Json = {
        states: { main: { states: { decide: { on: { placement_decided: patch as Json } } } } },
      };
      const machine = sections.machine ?? {};
      expect(laid('machine', machine, reversed(difference))).toEqual(laid('machine', machine, difference));
    }),
  );
});

test('resolving never throws: a pack, or findings with an error', () => {
  const base = parsePack(samplePackFiles()).parsed;
  const patch = fc.dictionary(
    fc.constantFrom(...SECTION_NAMES.filter((name) => name !== 'pack')),
    fc.dictionary(fc.constantFrom('decide', 'visit', 'risk', 'is_safe', 'danger', 'states'), change),
  );
  fc.assert(
    fc.property(patch, (difference) => {
      const texts = Object.entries({ ...difference, pack: head }).map(([name, value]) => [
        `${name}.json`,
        JSON.stringify(value),
      ]);
      const { parsed } = parsePack(Object.fromEntries(texts));
      if (!parsed) return;
      const { pack, findings } = resolvePack(parsed, () => base);
      expect(pack === undefined).toBe(findings.some((finding) => finding.severity === 'error'));
    }),
    { numRuns: 300 },
  );
});
