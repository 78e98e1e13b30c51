/** A sentence says nothing while a parameter has no value; what is kept of that is not taken over once the parameter has one. */
import { describe, expect, it } from 'vitest';
import { tinyPack } from '../journal/fixtures/tiny-pack.ts';
import { compile } from '../pathway/compile.ts';
import type { Guard } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Property } from '../procedure/safeguards.ts';
import { proveSafeguards, type VerdictCache } from './prove-safeguards.ts';

const LABEL = { en: 'Invented' };
const atLeast = (fact: string, parameter: string) => ({
  all: [{ fact, operator: 'greaterThanInclusive', value: { fact: parameter } }],
});
const parameter = (value: number | undefined) => ({
  label: LABEL,
  type: 'integer',
  confidence: value === undefined ? 'unknown' : 'read',
  ...(value !== undefined && { value }),
});

/** What guards the door of the step `beyond`; each stays shut while `least` has no value. */
const DOORS: Readonly<Record<string, Guard>> = {
  'a rule': 'old_enough',
  'a rule that rests on another': 'as_old',
  'a rule that counts years': 'born_early',
  'rules together': { type: 'all', params: { of: ['a', { type: 'any', params: { of: ['as_old'] } }] } },
};

type Values = { readonly least?: number; readonly most?: number };

/** A step `beyond` behind a door that asks for `least`, and in another track a step `aside` behind one that asks for `most`. */
function behindDoors(property: Property, guard: Guard, { least, most }: Values): Pack {
  return tinyPack({
    main: {
      start: { on: { go: [{ target: '#beyond', guard }] } },
      beyond: { on: { back: [{ target: '#end' }] } },
      end: {},
    },
    tracks: { side: { idle: { on: { turn: [{ target: '#aside', guard: 'old' }] } }, aside: {} } },
    steps: {
      start: { form: 'asked', deadlines: ['soon'] },
      beyond: { deadlines: ['soon'], who: ['nurse'] },
      end: { kind: 'end' },
      idle: { kind: 'idle' },
      aside: { deadlines: ['soon'], who: ['caseworker'] },
    },
    events: { back: { secondPerson: true, differsFrom: ['go'] } },
    deadlines: { soon: { within: 'P1D' } },
    more: {
      facts: {
        a: { label: LABEL, type: 'boolean', tier: 1 },
        years: { label: LABEL, type: 'integer', tier: 1 },
        born: { label: LABEL, type: 'date', tier: 1 },
        age: { label: LABEL, type: 'integer', tier: 1, derive: { years: { from: 'born' } } },
      },
      rules: {
        a: { label: LABEL, conditions: { all: [{ fact: 'a', operator: 'equal', value: true }] } },
        old_enough: { label: LABEL, conditions: atLeast('years', 'least') },
        as_old: { label: LABEL, conditions: { all: [{ condition: 'old_enough' }] } },
        born_early: { label: LABEL, conditions: atLeast('age', 'least') },
        old: { label: LABEL, conditions: atLeast('years', 'most') },
      },
      parameters: { least: parameter(least), most: parameter(most) },
      forms: {
        asked: {
          label: LABEL,
          sections: {
            only: { label: LABEL, fields: ['a', 'years', 'born'].map((fact) => ({ fact })) },
          },
        },
      },
      safeguards: { mine: { label: LABEL, property } },
    },
  });
}

const verdictOf = (pack: Pack, cache?: VerdictCache) =>
  proveSafeguards(compile(pack), { ...(cache && { cache }) })[0];

/** Sentences about the step that are read in the pack, without a walk. */
const READ: readonly Property[] = [
  { has_deadline: { states: ['step:beyond'] } },
  { lasts_at_most: { deadline: 'soon', within: 'P2D', states: ['step:beyond'] } },
  { performed_by: { states: ['step:beyond'], roles: ['nurse'] } },
  { two_people: { event: 'back' } },
  { different_people: { a: 'event:go', b: 'event:back' } },
];

describe('a kept verdict of a sentence that said nothing for want of a value', () => {
  for (const [door, guard] of Object.entries(DOORS))
    it.each(READ)(`is not taken over when the value is there: ${door} before %j`, (property) => {
      const cache: VerdictCache = {};
      const [without, withValue] = [{}, { least: 15 }].map((values) =>
        behindDoors(property, guard, values),
      ) as [Pack, Pack];
      expect(verdictOf(without, cache)).toMatchObject({
        verdict: 'proved',
        reductions: ['read_in_pack'],
        vacuous: expect.stringContaining('least has no value'),
        awaits: ['least'],
      });
      expect(cache).toHaveProperty('mine');
      const kept = structuredClone(cache);
      expect(verdictOf(withValue, cache)).toEqual(verdictOf(withValue));
      expect(verdictOf(withValue)?.vacuous).toBeUndefined();
      // Nor is what it says then, should the value be taken away again.
      expect(verdictOf(without, cache)).toEqual(kept['mine']?.verdict);
    });

  it.each<[string, Property]>([
    ['read', { has_deadline: { states: ['step:beyond', 'step:aside'] } }],
    ['walked', { performed_by: { states: ['step:beyond', 'step:aside'], roles: ['caseworker'] } }],
  ])('is not taken over either when a step in another track is open by now: %s', (_, property) => {
    const cache: VerdictCache = {};
    const [without, withValue] = [{}, { most: 18 }].map((values) =>
      behindDoors(property, 'old_enough', values),
    ) as [Pack, Pack];
    expect(verdictOf(without, cache)).toMatchObject({ verdict: 'proved', awaits: expect.any(Array) });
    expect(verdictOf(withValue)?.vacuous).toBeUndefined();
    expect(verdictOf(withValue, cache)).toEqual(verdictOf(withValue));
  });
});
