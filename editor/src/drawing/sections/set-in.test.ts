import { expect, test } from 'vitest';
import { setIn } from './set-in.ts';

test('a field deep inside is set, and what is around is made', () => {
  expect(setIn(undefined, ['a', 'fr'], 'x')).toEqual({ a: { fr: 'x' } });
  expect(setIn({ a: { fr: 'x', en: 'y' }, b: 1 }, ['a', 'fr'], 'z')).toEqual({
    a: { fr: 'z', en: 'y' },
    b: 1,
  });
});

test('what a removal leaves empty goes too', () => {
  expect(setIn({ a: { fr: 'x' } }, ['a', 'fr'], undefined)).toBeUndefined();
  expect(setIn({ a: { fr: 'x' }, b: 1 }, ['a', 'fr'], undefined)).toEqual({ b: 1 });
  expect(setIn(['x', 'y'], ['0'], undefined)).toEqual(['y']);
});

test('the value that was given is not touched', () => {
  const before = { list: [{ fr: 'x' }] };
  setIn(before, ['list', '0', 'fr'], 'y');
  expect(before).toEqual({ list: [{ fr: 'x' }] });
});
