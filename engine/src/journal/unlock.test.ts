import { describe, expect, test } from 'vitest';
import { driveCase, START } from './fixtures/drive-case.ts';
import { type Tiny, tinyPack } from './fixtures/tiny-pack.ts';
import { guide } from './guide.ts';

const both = (...of: readonly unknown[]) => ({ type: 'all', params: { of } });
const either = (...of: readonly unknown[]) => ({ type: 'any', params: { of } });
const not = (rule: string) => ({ type: 'not', params: { of: [rule] } });

const eventOf = (guard: unknown, facts: Record<string, boolean> = {}, more: Partial<Tiny> = {}) => {
  const driven = driveCase(
    tinyPack({ main: { start: { on: { go: [{ target: '#next', guard }] } }, next: {} }, ...more }),
    { facts },
  );
  const [step] = guide(driven.pathway, driven.caseFile, 'caseworker', START).now;
  return step?.events.find(({ event }) => event === 'go');
};
const sets = (found: ReturnType<typeof eventOf>) =>
  found?.unlock?.map(({ facts }) => facts.map(({ of, would }) => `${of}=${would.join('|')}`));

describe('a closed event', () => {
  test('names each smallest set of answers that would open it, the fewest questions first', () => {
    const found = eventOf(either(both('a', 'b'), 'c', both('a', 'b', 'd')));
    expect(sets(found)).toEqual([['c=true'], ['a=true', 'b=true']]);
    expect(found?.unlock?.[0]?.facts[0]).toMatchObject({ known: false, ask: ['c'], comparison: false });
  });

  test('asks the question that opens most', () => {
    expect(eventOf(either(both('a', 'b'), both('a', 'c')))?.ask).toBe('a');
  });

  test('asks what is not known before it tells what would have to be otherwise', () => {
    const found = eventOf(either('a', 'b'), { a: false });
    expect(sets(found)).toEqual([['b=true'], ['a=true']]);
    expect(found?.unlock?.map(({ facts }) => facts[0]?.known)).toEqual([false, true]);
    expect(found?.ask).toBe('b');
    expect(eventOf('a', { a: false })).not.toHaveProperty('ask');
  });

  test('is not opened by a set that contradicts itself', () => {
    expect(sets(eventOf(either(both('a', not('a')), 'b')))).toEqual([['b=true']]);
  });

  test('names the step in which the case would have to stand, and the steps whose form asks', () => {
    const form = {
      label: { en: 'Form' },
      sections: { one: { label: { en: 'One' }, fields: [{ fact: 'a' }] } },
    };
    const found = eventOf(
      both('a', { type: 'in', params: { state: 'there' } }),
      {},
      {
        tracks: { side: { here: { on: { over: [{ target: '#there' }] } }, there: {} } },
        steps: { next: { form: 'form' } },
        more: { 'forms/form': form },
      },
    );
    expect(found?.unlock).toMatchObject([
      { facts: [{ of: 'a', askedAt: ['next'] }], places: [{ state: 'there', inside: true }] },
    ]);
  });

  test('for want of an answer that the event needs names it, whatever the answer', () => {
    const found = eventOf('a', { a: true }, { events: { go: { needs: ['b'] } } });
    expect(found).toMatchObject({ enabled: false, ask: 'b', closedBy: { code: 'needs' } });
    expect(found?.unlock).toMatchObject([{ facts: [{ of: 'b', would: [], ask: ['b'] }] }]);
  });

  test('that only the law could open names no answer', () => {
    const found = eventOf(
      'a',
      {},
      {
        more: {
          'parameters/age_of_law': { label: { en: 'Age' }, type: 'integer', confidence: 'unknown' },
          'facts/years': { label: { en: 'Years' }, type: 'integer', tier: 1 },
          'rules/a/conditions': {
            all: [{ fact: 'years', operator: 'lessThan', value: { fact: 'age_of_law' } }],
          },
        },
      },
    );
    expect(found).toMatchObject({ enabled: false, unlock: [], closedBy: { parameters: ['age_of_law'] } });
  });

  test('has the answers it names: given them, it opens', () => {
    const guard = either(both('a', not('b')), both('c', 'd', 'a'));
    for (const known of [{}, { b: true }, { a: true }, { c: true, b: true }]) {
      for (const { facts } of eventOf(guard, known)?.unlock ?? []) {
        const given = Object.fromEntries(facts.map(({ of, would: [value] }) => [of, value === true]));
        expect(eventOf(guard, { ...known, ...given })?.enabled).toBe(true);
      }
    }
  });
});

test('an open event says on which recorded facts its rules stand, and asks nothing', () => {
  const found = eventOf('a', { a: true });
  expect(found).toMatchObject({
    enabled: true,
    reasons: [{ rule: 'a', outcome: 'yes', standsOn: { a: true } }],
  });
  expect(found).not.toHaveProperty('unlock');
  expect(found).not.toHaveProperty('ask');
});
