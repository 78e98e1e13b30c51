import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardOutcome } from '../pathway/guard-outcome.ts';
import type { PathwayCandidate } from '../pathway/pathway.ts';
import type { Conditions } from '../procedure/conditions.ts';
import type { Guard } from '../procedure/machine.ts';
import type { FactValue } from '../procedure/value.ts';
import { cutFacts } from '../prove/fact-space.ts';
import { compileFormulas } from '../prove/rule-formulas.ts';
import { compileRules, decideRules } from '../rules/decide-rules.ts';
import { smallBook } from '../rules/fixtures/small-book.ts';
import type { Facts } from '../rules/rule-book.ts';
import { analyseChoice } from './analyse-choice.ts';
import type { Circumstance } from './analysis.ts';
import type { Choice, Manner } from './choices.ts';
import { EXAMPLE_TIME } from './example-time.ts';
import { terrainOf } from './guard-formulas.ts';
import { everything, type Ground } from './search.ts';

const LEVELS = ['low', 'medium', 'high'];

/** So that something lies before and after every other date; nothing is asked of what stands there itself. */
const EARLIEST = '2026-01-01';
const LATEST = '2026-02-28';
const DATES = [undefined, EARLIEST, '2026-01-14', '2026-01-15', '2026-01-16', '2026-01-17', LATEST];

/** Values that stand for all others, by fact: every constant that a rule below can name, what lies between, and unknown. */
const DOMAIN: Readonly<Record<string, readonly (FactValue | undefined)[]>> = {
  heard: [undefined, true, false],
  risk: [undefined, ...LEVELS],
  age: [undefined, 0, 2, 3, 4, 5, 6],
  score: [undefined, 1.5, 2, 2.25, 2.5, 2.75, 3],
  needs: [undefined, [], ['low'], ['medium'], ['low', 'medium'], ['high']],
  seen_on: DATES,
  told_on: DATES,
};

const FACTS = {
  heard: { type: 'boolean' },
  risk: { type: 'enum', values: LEVELS },
  age: { type: 'integer', min: 0, max: 6 },
  score: { type: 'number', min: 1.5, max: 3 },
  needs: { type: 'enums', values: LEVELS },
  seen_on: { type: 'date' },
  told_on: { type: 'date' },
} as const;

const atom = <V>(facts: readonly string[], operators: readonly string[], value: fc.Arbitrary<V>) =>
  fc.record({ fact: fc.constantFrom(...facts), operator: fc.constantFrom(...operators), value });
const ORDER = ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

const anyAtom = fc.oneof(
  atom(['heard'], ['equal', 'notEqual'], fc.boolean()),
  atom(['risk'], ['equal', 'notEqual'], fc.constantFrom(...LEVELS)),
  atom(['risk'], ['in', 'notIn'], fc.subarray(LEVELS, { minLength: 1 })),
  atom(['age'], ORDER, fc.constantFrom(3, 5)),
  atom(['age'], ['in', 'notIn'], fc.constantFrom([3], [0, 5])),
  atom(['score'], ORDER, fc.constantFrom(2, 2.5)),
  atom(['needs'], ['contains', 'doesNotContain'], fc.constantFrom('low', 'medium')),
  atom(['seen_on', 'told_on'], ['before', 'after', 'equal'], fc.constant('2026-01-15')),
  atom(['seen_on'], ['before', 'after', 'equal', 'notEqual'], fc.constant({ fact: 'told_on' })),
  atom(Object.keys(FACTS), ['known'], fc.boolean()),
) as unknown as fc.Arbitrary<Conditions>;

const { conditions } = fc.letrec<{ conditions: Conditions; node: Conditions }>((tie) => ({
  node: fc.oneof({ weight: 3, arbitrary: anyAtom }, { weight: 1, arbitrary: tie('conditions') }),
  conditions: fc.oneof(
    { maxDepth: 2 },
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
}));

const guard: fc.Arbitrary<Guard> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('r0', 'r1', 'r2') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom<'all' | 'any'>('all', 'any'), fc.subarray(['r0', 'r1', 'r2'], { minLength: 2 }))
      .map(([type, of]) => ({ type, params: { of } })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('r0', 'r1').map((rule): Guard => ({ type: 'not', params: { of: [rule] } })),
  },
);

const candidate = fc.record({
  target: fc.constantFrom('a', 'b', 'c'),
  guard: fc.option(guard, { nil: undefined, freq: 5 }),
  measure: fc.boolean(),
});

const question = fc.record({
  rules: fc.tuple(conditions, conditions, conditions),
  candidates: fc.array(candidate, { minLength: 1, maxLength: 3 }),
  manner: fc.constantFrom<Manner>('asked', 'protective', 'unasked'),
});

type Question = {
  readonly rules: readonly Conditions[];
  readonly candidates: Choice['candidates'];
  readonly manner: Manner;
};

function analysed({ rules, candidates, manner }: Question) {
  const book = smallBook({
    facts: FACTS,
    rules: Object.fromEntries(rules.map((rule, n) => [`r${n}`, rule])),
  });
  const program = compileRules(book);
  const space = cutFacts(program);
  const guards = candidates.map((one) => one.guard);
  const terrain = terrainOf(space.variables, compileFormulas(program, space), guards);
  const ground: Ground = {
    program,
    variables: terrain.variables,
    labels: { facts: book.facts, steps: {} },
    budget: { left: 10_000_000, stop: () => false, stopped: false },
    remembered: new Map(),
  };
  const choice: Choice = { state: 's', kind: 'event', name: 'e', candidates, manner };
  const found = analyseChoice(ground, terrain, choice, everything(ground));
  const read = [...new Set(rules.flatMap((_, n) => [...program.names(`rule:r${n}`).facts]))];
  return { program, variables: terrain.variables, found, read };
}

/** Number of the candidate taken, read as design section 3 says; undefined when none is. */
function takenAt(
  outcomes: ReturnType<typeof decideRules>,
  { candidates, manner }: Question,
): number | undefined {
  for (const [index, { guard: of, measure }] of candidates.entries()) {
    if (manner === 'unasked' && measure) continue;
    const outcome = guardOutcome(of, { outcomes, active: new Set() });
    if (outcome === 'yes') return index;
    if (outcome === 'no') continue;
    if (manner === 'protective' && measure) continue;
    if (manner === 'protective') return index;
    if (manner === 'asked') return undefined;
    const last = candidates.length - 1;
    return candidates[last]?.guard === undefined ? last : undefined;
  }
  return undefined;
}

/** Every combination of values of some facts. */
function combinations(facts: readonly string[]): readonly Facts[] {
  return facts.reduce<readonly Facts[]>(
    (all, id) =>
      all.flatMap((facts) =>
        (DOMAIN[id] ?? []).map((value) => (value === undefined ? facts : { ...facts, [id]: value })),
      ),
    [{}],
  );
}

describe('the analyser, against every combination of values', () => {
  it('finds exactly the gaps, overlaps and ways never taken that there are', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(question, (asked) => {
        const given: Question = { ...asked, candidates: asked.candidates.map(plain) };
        const { program, variables, found, read } = analysed(given);
        fc.pre(read.length <= 3);
        const points = combinations(read).map((facts) => {
          const outcomes = decideRules(program, facts, EXAMPLE_TIME);
          return { facts, outcomes, taken: takenAt(outcomes, given) };
        });
        const isIn = (facts: Facts, cube: readonly Circumstance[]) =>
          cube.every((one) => lies(variables, facts, one));
        const inGap = (facts: Facts, kind: 'known' | 'missing') =>
          found.gaps.some((gap) => gap.kind === kind && isIn(facts, gap.cube));
        const keyOf = (facts: Facts) => read.map((id) => JSON.stringify(facts[id])).join(' ');
        const takenOf = new Map(points.map(({ facts, taken }) => [keyOf(facts), taken]));
        const opens = new Map<string, boolean>();
        const canBeOpened = (facts: Facts): boolean => {
          const key = keyOf(facts);
          const known = opens.get(key);
          if (known !== undefined) return known;
          const found =
            takenOf.get(key) !== undefined ||
            read
              .filter((id) => !Object.hasOwn(facts, id))
              .some((id) =>
                (DOMAIN[id] ?? []).some(
                  (value) => value !== undefined && canBeOpened({ ...facts, [id]: value }),
                ),
              );
          opens.set(key, found);
          return found;
        };
        const compares = JSON.stringify(given.rules).includes('"told_on"}');
        for (const { facts, taken } of points) {
          if (Object.values(facts).some((value) => value === EARLIEST || value === LATEST)) continue;
          const whole = read.every((id) => Object.hasOwn(facts, id));
          const canOpen = taken === undefined && canBeOpened(facts);
          const told = { facts, taken, canOpen };
          if (taken !== undefined) {
            expect({ ...told, known: inGap(facts, 'known'), missing: inGap(facts, 'missing') }).toEqual({
              ...told,
              known: false,
              missing: false,
            });
          } else {
            if (whole) expect({ ...told, known: inGap(facts, 'known') }).toEqual({ ...told, known: true });
            if (canOpen) expect({ ...told, known: inGap(facts, 'known') }).toEqual({ ...told, known: false });
            const missing = inGap(facts, 'missing') && (canOpen || !compares);
            expect({ ...told, missing }).toEqual({ ...told, missing: canOpen });
          }
        }
        for (const gap of found.gaps) {
          const outcomes = decideRules(program, gap.example.facts, EXAMPLE_TIME);
          expect(gap.approximate).toBeUndefined();
          if (gap.kind === 'missing') expect(takenAt(outcomes, given)).toBeUndefined();
        }
        const sure = (index: number, outcomes: (typeof points)[number]['outcomes']) =>
          guardOutcome(given.candidates[index]?.guard, { outcomes, active: new Set() }) === 'yes';
        const pairs = given.candidates.flatMap((one, first) =>
          given.candidates.flatMap((two, second) =>
            first < second &&
            one.guard !== undefined &&
            two.guard !== undefined &&
            one.target !== two.target &&
            points.some(({ outcomes }) => sure(first, outcomes) && sure(second, outcomes))
              ? [[first, second]]
              : [],
          ),
        );
        expect(found.overlaps.map(({ first, second }) => [first, second])).toEqual(pairs);
        for (const { first, second, example } of found.overlaps) {
          const outcomes = decideRules(program, example.facts, EXAMPLE_TIME);
          expect(sure(first, outcomes) && sure(second, outcomes)).toBe(true);
        }
        const never = given.candidates.flatMap((_, index) =>
          points.some(({ outcomes }) => sure(index, outcomes)) ? [] : [index],
        );
        expect(found.never.map((one) => one.candidate)).toEqual(never);
        const shadowed = given.candidates.flatMap((one, index) =>
          never.includes(index) ||
          (given.manner === 'unasked' && one.measure) ||
          points.some(({ taken }) => taken === index)
            ? []
            : [index],
        );
        expect(found.shadowed.map((one) => one.candidate)).toEqual(shadowed);
      }),
      { numRuns: 150 },
    );
  });
});

function plain(one: { target: string; guard: Guard | undefined; measure: boolean }): PathwayCandidate {
  const { guard: of, ...rest } = one;
  return { ...rest, closing: false, ...(of !== undefined && { guard: of }) };
}

/** True when facts lie in what a circumstance says of its variable. */
function lies(variables: ReturnType<typeof analysed>['variables'], facts: Facts, one: Circumstance): boolean {
  const variable = variables.find(({ id }) => id === one.of);
  if (!variable) return false;
  const bit = variable.regionAt(facts, EXAMPLE_TIME);
  const region = variable.regions.find((_, place) => bit === 1 << place);
  if (!region?.known) return one.unknown;
  return one.values.some((value) =>
    region.samples.some((sample) => JSON.stringify(sample) === JSON.stringify(value)),
  );
}
