import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../pathway/compile.ts';
import { samplePack } from '../../procedure/sample-pack.ts';
import { checkPopulation } from './check-population.ts';
import { pointOf, shareOf } from './interval.ts';
import type { Population } from './population.ts';
import { tellSimulation } from './report.ts';
import { simulate, simulateShard } from './simulate.ts';
import { mergeTallies } from './tally.ts';
import { workingClock } from './working-clock.ts';

const pathway = compile(samplePack(), 'sample');
const SMALL: Population = { invented: true, casesPerDistrict: 12, arrivalsPerDay: 4 };

const codes = (population: unknown, size = { cases: 10, seed: 1 }) =>
  simulate(pathway, population, size).findings.map(({ code }) => code);

describe('simulate', () => {
  test('the same seed gives the same text, another seed other figures', () => {
    const text = (seed: number) => JSON.stringify(simulate(pathway, SMALL, { cases: 40, seed }));
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  test('every output says in three languages that the children are fictional', () => {
    const { report } = simulate(pathway, SMALL, { cases: 5, seed: 1 });
    expect(report?.fictional.fr).toContain('Enfants fictifs');
    expect(report?.fictional.en).toContain('Fictional children');
    expect(report?.fictional.es).toContain('ficticios');
    expect(simulateShard(pathway, SMALL, { cases: 5, seed: 1 }, { part: 0, of: 1 }).fictional.fr).toContain(
      'Enfants fictifs',
    );
  });

  test('parts add up exactly to the whole, whatever their number and order', () => {
    const size = { cases: 55, seed: 9 };
    const whole = simulateShard(pathway, SMALL, size, { part: 0, of: 1 });
    for (const of of [2, 3, 7]) {
      const parts = Array.from({ length: of }, (_, part) =>
        simulateShard(pathway, SMALL, size, { part, of }),
      );
      expect(JSON.stringify(mergeTallies(parts.reverse()))).toBe(JSON.stringify(whole));
    }
    expect(tellSimulation(whole)).toEqual(simulate(pathway, SMALL, size).report);
    expect(whole.cases).toBe(55);
    expect(whole.districts).toBe(5);
  });

  test('every case ends somewhere: closed, open or stuck', () => {
    const tally = simulateShard(pathway, SMALL, { cases: 60, seed: 2 }, { part: 0, of: 1 });
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((all, one) => all + one, 0);
    expect(sum(tally.closed) + sum(tally.stuck) + tally.open).toBe(60);
    expect(sum(tally.routes)).toBe(60);
    expect(tally.all.cases).toBe(60);
  });

  test('a stuck case says where and why: the rule that is no, the fact that nobody answers', () => {
    const never: Population = {
      ...SMALL,
      steps: { visit: { facts: { child_heard: { value: false } } } },
    };
    const told = simulate(pathway, never, { cases: 24, seed: 3 }).report;
    expect(Object.keys(told?.outcomes.stuck ?? {})).toEqual(['visit']);
    expect(told?.stuckWhy['visit']?.[0]).toMatchObject({
      event: 'visit_done',
      why: 'no',
      name: 'child_was_heard',
    });
    const silent: Population = {
      ...SMALL,
      facts: { child_heard: { value: true, answered: 0 } },
    };
    const missing = simulate(pathway, silent, { cases: 24, seed: 3 }).report;
    expect(missing?.stuckWhy['visit']).toContainEqual(
      expect.objectContaining({ event: 'visit_done', why: 'missing', name: 'child_heard' }),
    );
  });

  test('what a step is to find out is asked again at every turn, so that work not enough is done again', () => {
    const half: Population = {
      ...SMALL,
      patience: 30,
      facts: { child_heard: { weights: { true: 1, false: 3 } } },
    };
    const { report } = simulate(pathway, half, { cases: 40, seed: 7 });
    expect(report?.blocked['visit']).toBeGreaterThan(0);
    expect(report?.outcomes.stuck['visit']).toBeUndefined();
  });

  test('open cases say where they stand', () => {
    const { report } = simulate(pathway, { ...SMALL, horizonDays: 1 }, { cases: 40, seed: 7 });
    const { open, openAt } = report?.outcomes ?? {};
    expect(open?.share).toBeGreaterThan(0);
    expect(Object.values(openAt ?? {}).reduce((sum, { share }) => sum + share, 0)).toBeGreaterThanOrEqual(
      open?.share ?? 1,
    );
  });

  test('fewer people make longer queues, and a full caseload makes cases wait for room', () => {
    const roles = Object.keys(pathway.pack.roles);
    const staffed = (people: number, caseload?: number): Population => ({
      ...SMALL,
      casesPerDistrict: 60,
      arrivalsPerDay: 30,
      staff: Object.fromEntries(roles.map((role) => [role, { people, ...(caseload && { caseload }) }])),
    });
    const waited = (population: Population) => {
      const { roles: told } = simulateShard(pathway, population, { cases: 60, seed: 3 }, { part: 0, of: 1 });
      const minutes = (of: 'waits' | 'caseloadWaits') =>
        Object.values(told).reduce(
          (sum, role) =>
            sum + Object.entries(role[of]).reduce((all, [at, times]) => all + Number(at) * times, 0),
          0,
        );
      const without = Object.values(told).reduce((sum, { withoutRoom }) => sum + withoutRoom, 0);
      return { queue: minutes('waits'), room: minutes('caseloadWaits') + without };
    };
    expect(waited(staffed(1)).queue).toBeGreaterThan(waited(staffed(20)).queue);
    expect(waited(staffed(1, 1)).room).toBeGreaterThan(0);
    expect(waited(staffed(20)).room).toBe(0);
  });

  test('throws only for a call that makes no sense', () => {
    expect(() => simulateShard(pathway, SMALL, { cases: 0, seed: 1 }, { part: 0, of: 1 })).toThrow(
      /whole numbers/,
    );
    expect(() => simulateShard(pathway, SMALL, { cases: 1, seed: 1 }, { part: 2, of: 2 })).toThrow(
      /whole numbers/,
    );
  });
});

describe('a population that makes no sense gives findings', () => {
  test.each([
    ['it does not say that it is invented', {}, 'schema'],
    ['arrivals below zero', { invented: true, arrivalsPerDay: -1 }, 'schema'],
    ['nobody in a role', { invented: true, staff: { caseworker: { people: 0 } } }, 'schema'],
    ['a role nobody knows', { invented: true, staff: { wizard: { people: 1 } } }, 'name.unknown'],
    ['a fact nobody knows', { invented: true, facts: { no_fact: { value: true } } }, 'name.unknown'],
    ['a step nobody knows', { invented: true, steps: { nowhere: {} } }, 'name.unknown'],
    ['a group by an unknown fact', { invented: true, groups: { by: { fact: 'no_fact' } } }, 'name.unknown'],
    ['a time below zero', { invented: true, anyTime: [{ chance: 1, afterDays: -4 }] }, 'population.negative'],
    ['a chance above one', { invented: true, anyTime: [{ chance: 2, afterDays: 1 }] }, 'schema'],
    [
      'the lowest above the highest',
      { invented: true, anyTime: [{ chance: 1, afterDays: { uniform: [9, 2] } }] },
      'population.order',
    ],
  ])('%s', (_, population, code) => {
    const found = codes(population);
    expect(found.some((one) => one.startsWith(code))).toBe(true);
    expect(simulate(pathway, population, { cases: 3, seed: 1 }).report).toBeUndefined();
  });

  test('values that a fact does not take, weights that are all zero, a derived fact', () => {
    const facts = Object.entries(pathway.pack.facts);
    const choice = facts.find(([, { type, derive }]) => type === 'enum' && !derive)?.[0] ?? '';
    const flag = facts.find(([, { type, derive }]) => type === 'boolean' && !derive)?.[0] ?? '';
    expect(codes({ invented: true, facts: { [choice]: { weights: { nothing_of_it: 1 } } } })).toEqual([
      'population.value',
    ]);
    expect(codes({ invented: true, facts: { [flag]: { weights: { true: 0 } } } })).toEqual([
      'population.weights',
    ]);
    expect(codes({ invented: true, facts: { [flag]: { number: 3 } } })).toEqual(['population.kind']);
  });

  test('a size that is none', () => {
    expect(codes({ invented: true }, { cases: 0, seed: 1 })).toEqual(['population.cases']);
    expect(codes({ invented: true }, { cases: 1, seed: 0.5 })).toEqual(['population.seed']);
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (anything) => {
        expect(checkPopulation(pathway, anything).findings.length).toBeGreaterThan(0);
        expect(checkPopulation(pathway, { invented: true, facts: anything }).findings).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
    let deep: unknown = { value: true };
    for (let level = 0; level < 5_000; level += 1) deep = { when: 'a', so: deep };
    expect(checkPopulation(pathway, { invented: true, facts: { a: deep } }).findings[0]?.code).toBe(
      'population.too_deep',
    );
  });
});

describe('intervals', () => {
  test('hold the share they are about, and narrow with the number of cases', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, part) => {
          const { share, low, high } = shareOf(Math.round(of * part), of);
          expect(low).toBeLessThanOrEqual(share);
          expect(share).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
    const width = (of: number) => shareOf(of / 2, of).high - shareOf(of / 2, of).low;
    expect(width(1_000)).toBeLessThan(width(100));
    expect(shareOf(0, 0)).toEqual({ of: 0, share: 0, low: 0, high: 0 });
  });

  test('the median is the middle time', () => {
    expect(pointOf({ 60: 5, 120: 90, 600: 5 }, 0.5)?.hours).toBe(2);
    expect(pointOf({}, 0.5)).toBeUndefined();
  });
});

describe('working hours', () => {
  test('work stops at closing and goes on at the next opening', () => {
    const book = { weekend: [6, 7], hours: [{ from: '08:00', to: '12:00' }], holidays: {} };
    const friday = Date.parse('2026-01-09T11:00:00Z');
    const clock = workingClock({ zone: 'UTC', book }, friday);
    expect(new Date(clock.after(friday, 3_600_000)).toISOString()).toBe('2026-01-09T12:00:00.000Z');
    expect(new Date(clock.after(friday, 2 * 3_600_000)).toISOString()).toBe('2026-01-12T09:00:00.000Z');
    expect(clock.worked(Date.parse('2026-01-12T09:00:00Z')) - clock.worked(friday)).toBe(2 * 3_600_000);
  });

  test('a calendar in which nobody ever works does not hang', () => {
    const book = { weekend: [1, 2, 3, 4, 5, 6, 7], hours: [{ from: '08:00', to: '12:00' }], holidays: {} };
    expect(workingClock({ zone: 'UTC', book }, 0).after(5, 10)).toBe(15);
  });
});
