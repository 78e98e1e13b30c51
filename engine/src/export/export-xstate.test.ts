import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMachine, initialTransition, transition } from 'xstate';
import type { Outcome } from '../journal/case-file.ts';
import { compile } from '../pathway/compile.ts';
import { startMachine, stepMachine } from '../pathway/step-machine.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import type { FactValue } from '../procedure/value.ts';
import { decideRules } from '../rules/decide-rules.ts';
import { exportXState } from './export-xstate.ts';
import { type ExportedModule, loadExported } from './fixtures/load-exported.ts';

const at = '2026-03-02T08:00:00.000Z';
const label = { en: 'x', fr: 'x' };
const atom = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const rule = (conditions: unknown, more = {}) => ({ label, conditions, basis: 'practice', ...more });

/** The sample with a rule for every way of asking, and every derivation. */
const breaks = {
  'pack/timeZone': 'Europe/Madrid',
  'facts/when': { label, type: 'instant', tier: 1 },
  'facts/kinds': { label, type: 'enums', tier: 1, values: { a: { label }, b: { label } } },
  'facts/kind': { label, type: 'enum', tier: 1, values: { a: { label }, b: { label } } },
  'facts/days_since': { label, type: 'integer', tier: 1, derive: { days: { from: 'order_date' } } },
  'facts/hours_since': { label, type: 'integer', tier: 1, derive: { hours: { from: 'when' } } },
  'facts/age_then': {
    label,
    type: 'integer',
    tier: 1,
    derive: { years: { from: 'birth_date', asOf: 'order_date' } },
  },
  'facts/all_alone': {
    label,
    type: 'boolean',
    tier: 1,
    derive: { every: { of: 'visits', where: { all: [atom('seen_alone', 'equal', true)] } } },
  },
  'facts/any_late': {
    label,
    type: 'boolean',
    tier: 1,
    derive: {
      some: {
        of: 'visits',
        where: { all: [atom('visited_on', 'after', { fact: 'order_date' }), { condition: 'is_a_child' }] },
      },
    },
  },
  'facts/last_visit': {
    label,
    type: 'date',
    tier: 1,
    derive: { latest: { of: 'visits', field: 'visited_on' } },
  },
  'parameters/days_allowed': { label, type: 'integer', unit: 'days', confidence: 'unknown', national: true },
  'rules/allowed': rule({ all: [atom('days_since', 'lessThan', { fact: 'days_allowed' })] }),
  'rules/not_allowed': rule({ not: { condition: 'allowed' } }),
  'rules/law_found': rule({ all: [atom('days_allowed', 'known', true)] }),
  'rules/alone': rule({ all: [atom('all_alone', 'equal', true)] }),
  'rules/late': rule({ any: [atom('any_late', 'equal', true), atom('last_visit', 'before', '2026-02-01')] }),
  'rules/not_low': rule({ not: atom('risk', 'equal', 'low') }),
  'rules/not_in': rule({ all: [atom('risk', 'notIn', ['low', 'medium'])] }),
  'rules/inside': rule({ all: [atom('kind', 'in', { fact: 'kinds' })] }),
  'rules/contains': rule({ all: [atom('kinds', 'contains', 'a'), atom('kinds', 'doesNotContain', 'b')] }),
  'rules/ignorant': rule({ any: [atom('looks_like_a_child', 'known', false), atom('age', 'known', true)] }),
  'rules/presumed': rule({ all: [atom('looks_like_a_child', 'equal', true)] }),
  'rules/recent': rule({ all: [atom('order_date', 'withinLast', 'P1M')] }),
  'rules/fresh_news': rule({ all: [atom('when', 'withinLast', 'P1DT2H')] }),
  'rules/this_winter': rule({ all: [atom('when', 'withinLast', 'P4M1W')] }),
  'rules/numbers': rule({
    any: [
      atom('days_since', 'greaterThan', 10),
      atom('hours_since', 'lessThanInclusive', 5),
      atom('age_then', 'notEqual', 9),
    ],
  }),
  'rules/widened': rule(
    { all: [atom('risk', 'equal', 'high')] },
    {
      also: { heard: { all: [atom('child_heard', 'equal', true)] } },
      or_also: { seen: { all: [atom('danger_seen', 'equal', true)] } },
    },
  ),
  'rules/unsound': rule({ not: atom('risk', 'greaterThan', 3) }),
  'rules/nobody': rule({ not: atom('moon', 'equal', true) }),
  'rules/circle': rule({ any: [{ condition: 'circle' }, atom('child_heard', 'equal', true)] }),
};
const pack = samplePack(breaks);
const pathway = compile(pack);

const date = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const facts: fc.Arbitrary<Record<string, FactValue>> = fc
  .record({
    risk: optional(fc.constantFrom('low', 'medium', 'high')),
    danger_seen: optional(fc.boolean()),
    child_heard: optional(fc.boolean()),
    safe_at_home: optional(fc.boolean()),
    birth_date: optional(fc.constantFrom('2008-02-29', '2008-03-02', '2008-03-03', '2019-01-01')),
    declared_age: optional(fc.integer({ min: 0, max: 40 })),
    looks_like_a_child: optional(fc.boolean()),
    order_date: optional(date),
    when: optional(
      fc
        .integer({ min: -5_000, max: 5 })
        .map((hours) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()),
    ),
    kind: optional(fc.constantFrom('a', 'b')),
    kinds: optional(fc.subarray(['a', 'b'])),
    visits: optional(
      fc
        .array(fc.record({ visited_on: date, seen_alone: optional(fc.boolean()) }), { maxLength: 3 })
        .map((rows) =>
          rows.map(({ seen_alone, visited_on }, index) => ({
            id: `v${index}`,
            visited_on,
            ...(seen_alone !== undefined && { seen_alone }),
          })),
        ),
    ),
  })
  .map(
    (values) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
        string,
        FactValue
      >,
  );

let exported: ExportedModule;
beforeAll(async () => {
  exported = await loadExported(exportXState(pack));
});

describe('the exported module, with xstate and json-rules-engine alone', () => {
  test('is the same text for the same pack, and imports nothing else', () => {
    const text = exportXState(pack);
    expect(exportXState(samplePack(breaks))).toBe(text);
    expect([...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name)).toEqual([
      'json-rules-engine',
      'xstate',
    ]);
  });

  test('holds no code of the pack, whatever its words say', async () => {
    const evil = '*/ globalThis.evil = true; /*';
    const words = { en: evil, fr: evil };
    const text = exportXState(
      samplePack({ 'pack/title': words, 'pack/licence': evil, 'rules/is_safe/label': words }),
    );
    await loadExported(text);
    expect(globalThis).not.toHaveProperty('evil');
  });

  test('decides every rule as the engine does, unknown included', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (recorded) => {
        expect(await exported.decide(recorded, at)).toEqual({
          ...decideRules(pathway.program, recorded, at),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a parameter that nobody knows is unknown, and so is its negation; it is never taken for nought', async () => {
    const decided = await exported.decide({ order_date: '2026-03-01' }, at);
    expect(decided).toMatchObject({ allowed: 'unknown', not_allowed: 'unknown', law_found: 'no' });
  });

  test('moves as the compiled machine does, whatever the decisions', () => {
    const outcome = fc.constantFrom<Outcome>('yes', 'no', 'unknown');
    const decisions = fc.record(Object.fromEntries(Object.keys(pack.rules).map((id) => [id, outcome])));
    const event = fc.constantFrom(
      ...Object.keys(pack.events),
      'done.child_returned',
      'xstate.after.order_ends.placed',
    );
    fc.assert(
      fc.property(decisions, fc.array(fc.tuple(event, decisions), { maxLength: 12 }), (first, walk) => {
        const started = startMachine(pathway, first);
        if (!started.ok) throw new Error(started.why);
        let { position } = started.step;
        let [snapshot] = initialTransition(exported.machine, { decisions: first });
        for (const [type, decided] of walk) {
          const stepped = stepMachine(pathway, position, type, decided);
          if (!stepped.ok) throw new Error(stepped.why);
          position = stepped.step.position;
          [snapshot] = transition(
            exported.machine,
            { ...snapshot, context: { decisions: decided } },
            { type },
          );
          expect(snapshot.value).toEqual(position.value);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('runs a case from report to closure', async () => {
    let kase = await exported.start({}, at);
    expect(kase.snapshot.value).toEqual({ main: 'receive', urgent: 'urgent_idle' });
    kase = await exported.report(kase, 'report_taken', { risk: 'low', child_heard: false }, at);
    expect(kase.entered).toEqual(expect.arrayContaining(['visit', 'examine']));
    expect(kase.facts).not.toHaveProperty('child_heard');
    kase = await exported.report(kase, 'visit_done', { child_heard: true, danger_seen: false }, at);
    kase = await exported.report(kase, 'examination_done', {}, at);
    expect(kase.snapshot.value).toEqual({ main: 'support', urgent: 'urgent_idle' });
    kase = await exported.report(kase, 'support_ended', { safe_at_home: true }, at);
    expect(kase.snapshot.value).toEqual({ main: 'closed', urgent: 'urgent_idle' });
  });

  test('opens no door on a fact that is unknown, and neither on its negation', async () => {
    let kase = await exported.report(await exported.start({}, at), 'report_taken', { risk: 'low' }, at);
    kase = await exported.report(kase, 'visit_done', {}, at);
    expect(kase.refused).toBe(true);
    expect(kase.snapshot.matches({ main: { joint: { home: 'visit' } } })).toBe(true);
    expect((await exported.decide({}, at)).not_low).toBe('unknown');
  });

  test('opens a protective door on a fact that is unknown, yet never into a measure', async () => {
    const guarded = await loadExported(
      exportXState(
        samplePack({
          'machine/states/urgent/states/shelter/on/child_sheltered': [
            { target: '#urgent_idle', guard: 'is_safe' },
          ],
          'machine/states/main/states/decide/on/placement_decided': [
            { target: '#placed', guard: 'placement_is_justified' },
          ],
        }),
      ),
    );
    let kase = await guarded.report(
      await guarded.start({}, at),
      'report_taken',
      { risk: 'high', danger_seen: true },
      at,
    );
    expect(kase.snapshot.matches({ urgent: 'shelter' })).toBe(true);
    kase = await guarded.report(kase, 'child_sheltered', {}, at);
    expect(kase.refused).toBeUndefined();
    expect(kase.snapshot.matches({ urgent: 'urgent_idle' })).toBe(true);
    kase = await guarded.report(kase, 'visit_done', { child_heard: true, danger_seen: false }, at);
    kase = await guarded.report(kase, 'examination_done', {}, at);
    expect((await guarded.report(kase, 'placement_decided', { risk: undefined }, at)).refused).toBe(true);
  });

  test('keeps of a refused report what sets off a protective signal, which runs', async () => {
    const kase = await exported.report(
      await exported.start({}, at),
      'visit_done',
      { danger_seen: true, child_heard: true },
      at,
    );
    expect(kase.refused).toBe(true);
    expect(kase.facts).toEqual({ danger_seen: true });
    expect(kase.snapshot.value).toEqual({ main: 'receive', urgent: 'shelter' });
  });

  test('gives deadlines back as data, and moves when told that one has passed', async () => {
    let kase = await exported.report(
      await exported.start({}, at),
      'report_taken',
      { risk: 'high', declared_age: 9 },
      at,
    );
    kase = await exported.report(kase, 'visit_done', { child_heard: true, danger_seen: false }, at);
    kase = await exported.report(kase, 'examination_done', {}, at);
    kase = await exported.report(kase, 'placement_decided', {}, at);
    expect(kase.arm).toEqual(['xstate.after.order_ends.placed']);
    kase = await exported.passDeadline(kase, 'order_ends', 'placed', at);
    expect(kase.snapshot.matches({ main: 'review' })).toBe(true);
    expect(kase.drop).toEqual(['xstate.after.order_ends.placed']);
  });

  test('decides anew when a deadline passes: what was yes when the step opened is not yes for ever', async () => {
    const guarded = await loadExported(
      exportXState(
        samplePack({
          'machine/states/main/states/receive/after': {
            order_ends: [{ target: '#support', guard: 'is_safe' }, { target: '#review' }],
          },
        }),
      ),
    );
    const pass = async (facts: Record<string, unknown>) => {
      const opened = await guarded.start({}, at);
      const told = await guarded.record(opened, facts, at);
      return (await guarded.passDeadline(told, 'order_ends', 'receive', at)).snapshot.value;
    };
    expect(await pass({ safe_at_home: true, danger_seen: false })).toMatchObject({ main: 'support' });
    expect(await pass({ safe_at_home: false })).toMatchObject({ main: 'review' });
    expect(await pass({})).toMatchObject({ main: 'review' });
  });

  test('runs a signal once: while its rule stays yes it is not reported again, when it turns to yes again it is', async () => {
    let kase = await exported.start({ danger_seen: true }, at);
    expect(kase.snapshot.matches({ urgent: 'shelter' })).toBe(true);
    kase = await exported.report(kase, 'child_sheltered', {}, at);
    expect(kase.snapshot.matches({ urgent: 'urgent_idle' })).toBe(true);
    kase = await exported.record(kase, { risk: 'low' }, at);
    expect(kase.snapshot.matches({ urgent: 'urgent_idle' })).toBe(true);
    kase = await exported.record(kase, { danger_seen: false }, at);
    kase = await exported.record(kase, { danger_seen: true }, at);
    expect(kase.snapshot.matches({ urgent: 'shelter' })).toBe(true);
  });

  test('a loop of always ends, and says so instead of hanging', async () => {
    const round = (id: string, target: string) => ({ id, always: [{ target: `#${target}` }] });
    const looping = await loadExported(
      exportXState(
        samplePack({
          'machine/states/main/initial': 'sort',
          'machine/states/main/states/sort': round('sort', 'decide'),
          'machine/states/main/states/decide': round('decide', 'sort'),
        }),
      ),
    );
    const { snapshot } = await looping.start({}, at);
    expect(snapshot.status).toBe('error');
  });
});

describe('the raw machine.json, in plain createMachine', () => {
  const plain = createMachine(JSON.parse(JSON.stringify(pack.machine)));

  test('loads, and lists its events', () => {
    expect(plain.events).toEqual(expect.arrayContaining(['report_taken', 'placement_decided', 'danger']));
  });

  test('starts where the procedure starts', () => {
    const [snapshot] = initialTransition(plain);
    expect(snapshot.value).toEqual({ main: 'receive', urgent: 'urgent_idle' });
  });

  test('can be drawn: every state is there by its id', () => {
    for (const id of pathway.states.keys()) expect(plain.getStateNodeById(id).key).toBe(id);
  });
});
