import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, anyOf, canBe, decide, type Formula, literal, variablesIn } from './formula.ts';

const FULL = 0b111;

describe('a formula', () => {
  it('folds what is always so, and what never is', () => {
    expect(literal(0, FULL, FULL)).toBe(true);
    expect(literal(0, 0, FULL)).toBe(false);
    expect(allOf([])).toBe(true);
    expect(anyOf([])).toBe(false);
    expect(anyOf([literal(0, 1, FULL), true])).toBe(true);
  });

  it('is open on the first literal that matters', () => {
    const formula = allOf([literal(0, 1, FULL), literal(1, 2, FULL)]);
    expect(decide(formula, [1, FULL])).toMatchObject({ variable: 1 });
    expect(decide(formula, [1, 2])).toBe(true);
    expect(decide(formula, [FULL, 1])).toBe(false);
  });

  it('cannot be what two of its parts forbid each other', () => {
    const formula = allOf([literal(0, 1, FULL), literal(0, 2, FULL)]);
    const masks = Int32Array.from([FULL]);
    expect(canBe([[formula, true]], masks)).toBe(false);
    expect(canBe([[formula, false]], masks)).toBe(true);
    expect([...masks]).toEqual([FULL]);
  });

  it('can be an answer exactly when some choice of regions gives it', () => {
    const { formula: formulas } = fc.letrec<{ formula: Formula }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 3 },
        fc
          .tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 6 }))
          .map(([variable, mask]) => literal(variable, mask, FULL)),
        fc.array(tie('formula'), { maxLength: 3 }).map(allOf),
        fc.array(tie('formula'), { maxLength: 3 }).map(anyOf),
      ),
    }));
    const points = [0, 1, 2].flatMap((a) =>
      [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [1 << a, 1 << b, 1 << c])),
    );
    fc.assert(
      fc.property(formulas, formulas, fc.boolean(), fc.boolean(), (one, other, first, second) => {
        const expected = points.some(
          (point) => decide(one, point) === first && decide(other, point) === second,
        );
        const answers = [
          [one, first],
          [other, second],
        ] as const;
        expect(canBe(answers, Int32Array.from([FULL, FULL, FULL]))).toBe(expected);
        expect([...variablesIn(one)].every((variable) => variable <= 2)).toBe(true);
      }),
    );
  });
});
