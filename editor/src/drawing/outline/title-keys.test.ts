import { expect, test } from 'vitest';
import { type TitleKey, titleAct } from './title-keys.ts';

const press = (key: string, more: Partial<TitleKey> = {}) =>
  titleAct({
    key,
    shiftKey: false,
    altKey: false,
    hasCommand: false,
    isComposing: false,
    isEmpty: false,
    isOneLine: true,
    caret: 'inside',
    isPassing: false,
    ...more,
  });

test('Enter asks for a new step, amid a title parts it, and on an empty one leaves', () => {
  expect(press('Enter', { caret: 'end' })).toBe('new');
  expect(press('Enter', { caret: 'start' })).toBe('new');
  expect(press('Enter')).toBe('split');
  expect(press('Enter', { isEmpty: true })).toBe('leave');
});

test('Backspace removes an empty step, and in front of a title joins it to the one before', () => {
  expect(press('Backspace')).toBeUndefined();
  expect(press('Backspace', { caret: 'start' })).toBe('join');
  expect(press('Backspace', { isEmpty: true })).toBe('remove');
});

test('in front of a title Tab nests and Shift+Tab takes out, but who passes by with Tab goes on', () => {
  expect(press('Tab', { caret: 'start' })).toBe('nest');
  expect(press('Tab', { caret: 'both', isEmpty: true })).toBe('nest');
  expect(press('Tab', { caret: 'start', shiftKey: true })).toBe('unnest');
  expect(press('Tab', { caret: 'start', isPassing: true })).toBeUndefined();
  expect(press('Escape')).toBe('release');
});

test('amid a title and behind it Tab and Shift+Tab go on, and take no step out of its stage', () => {
  for (const caret of ['inside', 'end'] as const) {
    expect(press('Tab', { caret })).toBeUndefined();
    expect(press('Tab', { caret, shiftKey: true })).toBeUndefined();
  }
});

test('arrows go from title to title, and inside a title of several lines first to its edge', () => {
  expect(press('ArrowUp')).toBe('previous');
  expect(press('ArrowDown', { isOneLine: false })).toBeUndefined();
  expect(press('ArrowDown', { isOneLine: false, caret: 'end' })).toBe('next');
});

test('letters put together by an input method, and keys with Control or Alt, are left alone', () => {
  expect(press('Enter', { isComposing: true })).toBeUndefined();
  expect(press('ArrowUp', { altKey: true })).toBeUndefined();
  expect(press('Backspace', { hasCommand: true, isEmpty: true })).toBeUndefined();
});
