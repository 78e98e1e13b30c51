import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

test('what is kept only because it never comes to it is silent, and what is broken is broken', () => {
  expect(standingOf({ verdict: 'proved', vacuous: 'it never happens', awaits: ['span'] })).toBe('silent');
  expect(standingOf({ verdict: 'bounded', bound: 3, vacuous: 'it never happens' })).toBe('silent');
  expect(standingOf({ verdict: 'broken', vacuous: 'it never happens' })).toBe('broken');
});

test('what cannot be checked for want of a value waits; what nobody has looked at is unchecked', () => {
  expect(standingOf({ verdict: 'unchecked', awaits: ['span'] })).toBe('waiting');
  expect(standingOf({ verdict: 'unchecked', awaits: [] })).toBe('unchecked');
  expect(standingOf(undefined)).toBe('unchecked');
  expect(standingOf({ verdict: 'proved' })).toBe('proved');
});
