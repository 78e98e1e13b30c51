import { describe, expect, test } from 'vitest';
import { candidateSchema, guardSchema, machineSchema, machineStateSchema } from './machine.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('a guard', () => {
  test('is a rule, a combination of guards, or where the case stands', () => {
    expect(accepts(guardSchema, 'is_safe')).toBe(true);
    expect(accepts(guardSchema, { type: 'in', params: { state: 'placed' } })).toBe(true);
    const not = { type: 'not', params: { of: ['is_safe'] } };
    expect(
      accepts(guardSchema, { type: 'all', params: { of: [not, { type: 'any', params: { of: [not] } }] } }),
    ).toBe(true);
  });

  test.each([
    ['an empty all', { type: 'all', params: { of: [] } }],
    ['an empty any', { type: 'any', params: { of: [] } }],
    ['a not of nothing', { type: 'not', params: { of: [] } }],
    ['a not of two', { type: 'not', params: { of: ['a', 'b'] } }],
    ['another combination', { type: 'xor', params: { of: ['a', 'b'] } }],
    ['XState’s own and', { type: 'xstate.and', guards: ['a'] }],
    ['in with more than a state', { type: 'in', params: { state: 'placed', of: ['a'] } }],
    ['more beside its parameters', { type: 'in', params: { state: 'placed' }, exec: 'x' }],
    ['a path for a state', { type: 'in', params: { state: '#placed.inner' } }],
    ['code', '() => true'],
    ['a rule that JavaScript reserves', 'constructor'],
    ['a yes', true],
  ])('%s is refused', (_, guard) => {
    expect(accepts(guardSchema, guard)).toBe(false);
  });
});

describe('a candidate', () => {
  test.each([
    ['a target without #', { target: 'placed' }],
    ['a path for a target', { target: '#placed.inner' }],
    ['a relative target', { target: '.inner' }],
    ['several targets', { target: ['#a', '#b'] }],
    ['actions', { target: '#placed', actions: [] }],
    ['XState’s old cond', { target: '#placed', cond: 'is_safe' }],
  ])('%s is refused', (_, candidate) => {
    expect(accepts(candidateSchema, candidate)).toBe(false);
  });
});

describe('the machine subset', () => {
  test.each([
    ['one candidate without a list', { on: { told: { target: '#a' } } }],
    ['a target without a candidate', { on: { told: '#a' } }],
    ['an empty list', { on: { told: [] } }],
    ['an event of XState', { on: { 'xstate.init': [{}] } }],
    ['any event', { on: { '*': [{}] } }],
    ['a delay in milliseconds', { after: { 1000: [{}] } }],
    ['a type of its own', { type: 'compound' }],
    ['another memory', { type: 'history', history: 'whole' }],
    ['a state whose key is an integer', { states: { 7: { id: 'seven' } } }],
  ])('%s is refused', (_, more) => {
    expect(accepts(machineStateSchema, { id: 'a' })).toBe(true);
    expect(accepts(machineStateSchema, { id: 'a', ...more })).toBe(false);
  });

  test('the root is parallel, and holds states and nothing else', () => {
    const root = { id: 'm', type: 'parallel', states: { main: { id: 'main' } } };
    expect(accepts(machineSchema, root)).toBe(true);
    for (const more of [
      { type: undefined },
      { type: 'final' },
      { type: 'history' },
      { initial: 'main' },
      { tags: ['x'] },
      { version: '1' },
    ])
      expect(accepts(machineSchema, { ...root, ...more }), JSON.stringify(more)).toBe(false);
  });
});
