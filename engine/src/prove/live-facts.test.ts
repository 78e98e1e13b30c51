import { describe, expect, it } from 'vitest';
import { tinyPack } from '../journal/fixtures/tiny-pack.ts';
import { compile } from '../pathway/compile.ts';
import { proveSafeguards } from './prove-safeguards.ts';

const LENGTH = 8;
const LABEL = { en: 'Invented' };
const SIDES = ['yes', 'no'] as const;

const not = (rule: string) => ({ type: 'not', params: { of: [rule] } });

/**
 * A row of questions. Each answer leads to one of two steps, in which the other answer would open the door to what must never be;
 * nothing else reads it. So every answer must be remembered, and each for one step alone. Where it is open, the door has no guard.
 */
function rowOfQuestions(length = LENGTH, { openAt }: { readonly openAt?: number } = {}) {
  const places = Array.from({ length }, (_, place) => place);
  const next = (side: string, place: number) => (place < length ? `#${side}_${place}` : '#end');
  const of = <T>(make: (place: number, side: (typeof SIDES)[number]) => T) =>
    places.flatMap((place) => SIDES.map((side) => make(place, side)));
  const stepOf = (place: number, side: string) => {
    const go = [
      { target: next('yes', place + 1), guard: `is_${place}` },
      { target: next('no', place + 1), guard: not(`is_${place}`) },
    ];
    const before = `is_${place - 1}`;
    const slip = { target: '#wrong', guard: side === 'yes' ? not(before) : before };
    const on = {
      [`go_${side}_${place}`]: go,
      ...(place > 0 && { [`slip_${side}_${place}`]: [slip] }),
      ...(place === openAt && { [`open_${side}_${place}`]: [{ target: '#wrong' }] }),
    };
    return [`${side}_${place}`, { on }] as const;
  };
  const isYes = (fact: string) => ({ all: [{ fact, operator: 'equal', value: true }] });
  const each = (make: (place: number) => readonly [string, unknown]) => Object.fromEntries(places.map(make));
  return tinyPack({
    main: { ...Object.fromEntries(of(stepOf)), wrong: {}, end: {} },
    steps: {
      ...Object.fromEntries(of((place, side) => [`${side}_${place}`, { form: `form_${place}` }])),
      end: { kind: 'end' },
    },
    more: {
      facts: each((place) => [`fact_${place}`, { label: LABEL, type: 'boolean', tier: 1 }]),
      rules: each((place) => [`is_${place}`, { label: LABEL, conditions: isYes(`fact_${place}`) }]),
      forms: each((place) => [
        `form_${place}`,
        {
          label: LABEL,
          sections: { only: { label: LABEL, fields: [{ fact: `fact_${place}`, required: true }] } },
        },
      ]),
      safeguards: { never_wrong: { label: LABEL, property: { at_most: { n: 0, a: 'step:wrong' } } } },
    },
  });
}

describe('a fact that nothing reads any more', () => {
  const pathway = compile(rowOfQuestions());
  const proved = (forgetFrom: number) => proveSafeguards(pathway, { forgetFrom })[0];

  it('is forgotten: what was answered long ago no longer tells states apart, and the verdict says so', () => {
    const [forgetting, remembering] = [proved(0), proved(Number.POSITIVE_INFINITY)];
    expect(forgetting).toMatchObject({ verdict: 'proved' });
    expect(remembering).toMatchObject({ verdict: 'proved', remembered: forgetting?.remembered });
    expect(forgetting?.remembered).toHaveLength(LENGTH - 1);
    expect(forgetting?.reductions).toContain('facts_forgotten');
    expect(remembering?.reductions).not.toContain('facts_forgotten');
    expect(forgetting?.states).toBeLessThanOrEqual(2 * LENGTH + 1);
    expect(remembering?.states).toBeGreaterThan(2 ** (LENGTH - 1));
  });

  it('is kept in a short walk, which ends sooner than it takes to find out what is read', () => {
    expect(proved(1_000)?.reductions).not.toContain('facts_forgotten');
  });

  it('is forgotten on the way, once a walk has grown long', () => {
    const [late, never] = [proved(40), proved(Number.POSITIVE_INFINITY)];
    expect(late).toMatchObject({ verdict: 'proved', remembered: never?.remembered });
    expect(late?.reductions).toContain('facts_forgotten');
    expect(late?.states).toBeLessThan((never?.states ?? 0) / 2);
  });

  it('is not looked for along a row that the search never walks', () => {
    const long = compile(rowOfQuestions(60, { openAt: 3 }));
    let polled = 0;
    const stop = () => {
      polled += 1;
      return false;
    };
    const [verdict] = proveSafeguards(long, { forgetFrom: 1, stop });
    expect(verdict).toMatchObject({ verdict: 'broken' });
    expect(verdict?.remembered.length).toBeGreaterThan(0);
    // Each place looked at polls.
    expect(polled).toBeLessThan(60);
  });
});
