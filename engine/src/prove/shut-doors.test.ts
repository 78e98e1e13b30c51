import { describe, expect, it } from 'vitest';
import { tinyPack } from '../journal/fixtures/tiny-pack.ts';
import { compile } from '../pathway/compile.ts';
import { proveSafeguards } from './prove-safeguards.ts';

const LABEL = { en: 'Invented' };

/** Verdicts on a step behind a door that asks for an age; `value` is that age, when the law was found. */
function behindAge({ value, also = [] }: { readonly value?: number; readonly also?: readonly unknown[] }) {
  const properties = {
    once: { at_most: { n: 1, a: 'step:beyond' } },
    dated: { has_deadline: { states: ['step:beyond'] } },
    either: { has_deadline: { states: ['step:beyond', 'step:start'] } },
  };
  const pack = tinyPack({
    main: {
      start: { on: { go: [{ target: '#beyond', guard: 'old_enough' }, ...also] } },
      beyond: {},
      end: {},
    },
    steps: {
      start: { form: 'asked', deadlines: ['soon'] },
      beyond: { deadlines: ['soon'] },
      end: { kind: 'end' },
    },
    deadlines: { soon: { within: 'P1D' } },
    more: {
      facts: { years: { label: LABEL, type: 'integer', tier: 1 } },
      rules: {
        old_enough: {
          label: LABEL,
          conditions: {
            all: [{ fact: 'years', operator: 'greaterThanInclusive', value: { fact: 'least' } }],
          },
        },
      },
      parameters: {
        least: {
          label: LABEL,
          type: 'integer',
          confidence: value ? 'read' : 'unknown',
          ...(value && { value }),
        },
      },
      forms: { asked: { label: LABEL, sections: { only: { label: LABEL, fields: [{ fact: 'years' }] } } } },
      safeguards: Object.fromEntries(
        Object.entries(properties).map(([id, property]) => [id, { label: LABEL, property }]),
      ),
    },
  });
  return proveSafeguards(compile(pack)).map(({ id, verdict, vacuous, awaits }) => [
    id,
    verdict,
    vacuous,
    ...(awaits ? [awaits] : []),
  ]);
}

const WHY = 'step:beyond never happens while least has no value';

describe('a door that a parameter without a value keeps shut', () => {
  it('leaves what is said of the other side kept and empty, and the verdict says so', () => {
    expect(behindAge({})).toEqual([
      ['once', 'proved', WHY, ['least']],
      ['dated', 'proved', WHY, ['least']],
      ['either', 'proved', undefined],
    ]);
  });

  it('is no door when the parameter has a value, or when another way leads there', () => {
    const full = [
      ['once', 'proved', undefined],
      ['dated', 'proved', undefined],
      ['either', 'proved', undefined],
    ];
    expect(behindAge({ value: 15 })).toEqual(full);
    const around = { target: '#beyond', guard: { type: 'not', params: { of: ['old_enough'] } } };
    expect(behindAge({ value: 15, also: [around] })).toEqual(full);
  });
});
