import { expect, test } from 'vitest';
import { takenWay, wayOutcome } from './way-outcome.ts';

const decided = { heard: 'yes', danger: 'no', open: 'unknown' } as const;

test('conditions of a way are three-valued, and unknown is never no', () => {
  const all = (...of: string[]) => ({ type: 'all' as const, params: { of } });
  const any = (...of: string[]) => ({ type: 'any' as const, params: { of } });
  const not = (of: string) => ({ type: 'not' as const, params: { of: [of] } });
  expect(wayOutcome(undefined, decided, {})).toBe('yes');
  expect(wayOutcome(all('heard', 'open'), decided, {})).toBe('unknown');
  expect(wayOutcome(all('danger', 'open'), decided, {})).toBe('no');
  expect(wayOutcome(any('heard', 'open'), decided, {})).toBe('yes');
  expect(wayOutcome(not('open'), decided, {})).toBe('unknown');
  expect(wayOutcome({ type: 'in', params: { state: 'ended' } }, decided, { ended: true })).toBe('yes');
  expect(wayOutcome('nobody_knows', decided, {})).toBe('unknown');
});

test('the first that is not no is read; unknown asks, or goes on in a protective door, or takes the last', () => {
  const rows = [{ guard: 'a' }, { guard: 'b' }, { guard: undefined }];
  expect(takenWay(['no', 'yes', 'yes'], rows, 'asked')).toBe(1);
  expect(takenWay(['unknown', 'yes', 'yes'], rows, 'asked')).toBeUndefined();
  expect(takenWay(['unknown', 'yes', 'yes'], rows, 'protective')).toBe(0);
  expect(takenWay(['unknown', 'yes', 'yes'], rows, 'unasked')).toBe(2);
  expect(takenWay(['no', 'no'], rows.slice(0, 2), 'asked')).toBeUndefined();
});
