/** Laws of rebase: identity, nothing of nothing, and what does not touch commutes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../overlay/merge.ts';
import { resolvePack } from '../overlay/resolve-pack.ts';
import type { Pack, ParsedPack, SectionName } from '../procedure/pack.ts';
import { SECTION_SCHEMAS } from '../procedure/pack.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { rebase } from './rebase.ts';

const BASE = samplePack();
type Patch = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Changes that keep the sample a pack, each on an element of its own. */
const CHANGES: readonly (readonly [section: SectionName, id: string, change: Json])[] = [
  ['deadlines', 'decide_by', { within: 'P2D' }],
  ['deadlines', 'support_by', { escalation: [{ at: 100, to: 'judge' }] }],
  ['deadlines', 'receive_by', { within: 'PT4H' }],
  ['steps', 'visit', { with: { child: true }, title: { es: 'Visita' } }],
  ['steps', 'decide', { title: { fr: 'Trancher' } }],
  ['steps', 'closed', { title: { en: 'Ended' } }],
  ['roles', 'aunt', { label: { en: 'Aunt' }, sector: 'family' }],
  ['roles', 'nurse', { label: { en: 'Nurse on duty' } }],
  ['effects', 'tell_judge', null],
  ['effects', 'tell_supervisor', { to: { judge: true } }],
  ['facts', 'risk', { help: { en: 'Ask twice' } }],
  ['facts', 'declared_age', { max: 60 }],
  ['parameters', 'order_length', { note: { en: 'Checked' } }],
  ['forms', 'visit_form', { sections: { visit: { fields: { visits: { required: true } } } } }],
  ['events', 'support_ended', { reasoned: true }],
  ['sources', 'crc_1', { confidence: 'read' }],
];

const patchOf = (changes: readonly (readonly [SectionName, string, Json])[]): Patch => {
  const patch: Record<string, Record<string, Json>> = {};
  for (const [section, id, change] of changes) patch[section] = { ...patch[section], [id]: change };
  return patch;
};

const some = fc.uniqueArray(fc.constantFrom(...CHANGES), { maxLength: 6 });
const apart = fc
  .shuffledSubarray([...CHANGES])
  .chain((all) => fc.nat(all.length).map((cut) => [all.slice(0, cut), all.slice(cut)] as const));

function overlay(patch: Patch): Extract<ParsedPack, { kind: 'overlay' }> {
  const head = {
    ...BASE.pack,
    id: 'sample-overlay',
    kind: 'overlay' as const,
    extends: { id: BASE.pack.id, version: BASE.pack.version },
  };
  const whole = { ...patch, pack: head };
  return { kind: 'overlay', head, patch: whole, hash: sha256Hex(canonicalJson(whole)) };
}

function laid(pack: Pack, patch: Patch): Pack {
  const sections = Object.entries(patch).map(([section, change]) => {
    const schema = SECTION_SCHEMAS[section as SectionName];
    const raw = pack[section as SectionName] as unknown as Json;
    return [section, schema.parse(merge(schema, section, raw, change, { findings: [], stale: [] }))];
  });
  return { ...pack, ...Object.fromEntries(sections) };
}

const asParsed = (pack: Pack): ParsedPack => ({ kind: 'procedure', pack, hash: '' });
const resolved = (one: ParsedPack, base: Pack) => resolvePack(one, () => asParsed(base));

test('onto the same base it is identity, to the letter', () => {
  fc.assert(
    fc.property(some, (changes) => {
      const before = overlay(patchOf(changes));
      const { overlay: after, conflicts } = rebase(before, BASE, BASE);
      expect(after).toEqual(before);
      expect(conflicts).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the empty overlay stays empty, whatever the base became', () => {
  fc.assert(
    fc.property(some, (changes) => {
      const { overlay: after, conflicts } = rebase(overlay({}), BASE, laid(BASE, patchOf(changes)));
      expect(Object.keys(after.patch)).toEqual(['pack']);
      expect(conflicts).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('changes that do not touch commute: no conflict, and the same procedure either way', () => {
  fc.assert(
    fc.property(apart, ([ours, theirs]) => {
      const mine = overlay(patchOf(ours));
      const base = laid(BASE, patchOf(theirs));
      const { conflicts, pack, findings } = rebase(mine, BASE, base);
      expect(conflicts).toEqual([]);
      const first = resolved(mine, BASE);
      if (!first.pack) return;
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(canonicalJson(pack)).toBe(canonicalJson(laid(first.pack, patchOf(theirs))));
    }),
    { numRuns: 60 },
  );
});

test('two that touch the same conflict, and either choice settles it', () => {
  fc.assert(
    fc.property(fc.constantFrom('P1D', 'P3D', 'PT5H'), fc.constantFrom('P2D', 'P4D'), (ours, theirs) => {
      const mine = overlay({ deadlines: { decide_by: { within: ours } } });
      const base = laid(BASE, { deadlines: { decide_by: { within: theirs } } });
      const path = 'deadlines/decide_by/within';
      expect(rebase(mine, BASE, base).conflicts.map((one) => one.path)).toEqual([path]);
      expect(rebase(mine, BASE, base, { [path]: 'theirs' }).pack?.deadlines.decide_by?.within).toBe(theirs);
      expect(rebase(mine, BASE, base, { [path]: 'ours' }).pack?.deadlines.decide_by?.within).toBe(ours);
    }),
    { numRuns: 6 },
  );
});
