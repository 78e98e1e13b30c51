import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { fridayEvening, previewDeadline } from './preview-deadline.ts';

const pack = samplePack();
/** Friday 6 March 2026, 17:00 in Tunis. */
const FRIDAY = '2026-03-06T16:00:00.000Z';
const deadline = pack.deadlines['meeting_deadline'] as NonNullable<(typeof pack.deadlines)[string]>;

test('two working days from Friday evening are due on Tuesday at closing, over a weekend that is told', () => {
  const trial = previewDeadline(pack, deadline, FRIDAY);
  expect(trial).toMatchObject({
    due: '2026-03-10T16:00:00.000Z',
    daysOff: [{ day: '2026-03-07' }, { day: '2026-03-08' }],
  });
  expect(trial && 'rungs' in trial && trial.rungs.map(({ to }) => to)).toEqual(['caseworker', 'supervisor']);
});

test('a span whose parameter nobody found has no due instant, and says which', () => {
  const unknown = { ...deadline, within: { parameter: 'placement_span' } };
  expect(previewDeadline(pack, unknown, FRIDAY)).toEqual({ unknown: 'placement_span' });
});

test('a span by a fact takes the shortest while the fact is unknown', () => {
  const by = {
    ...deadline,
    calendar: 'elapsed' as const,
    within: { by: 'channel', values: { phone: 'PT2H', visit: 'P3D' } },
  };
  expect(previewDeadline(pack, by, FRIDAY)).toMatchObject({ due: '2026-03-06T18:00:00.000Z' });
  expect(previewDeadline(pack, by, FRIDAY, 'visit')).toMatchObject({ due: '2026-03-09T22:59:59.999Z' });
});

test('the start that is proposed is the next Friday at five in the zone', () => {
  expect(fridayEvening(Date.parse('2026-03-02T08:00:00Z'), 'Africa/Tunis')).toBe('2026-03-06T17:00');
  expect(fridayEvening(Date.parse('2026-03-06T23:30:00Z'), 'Africa/Tunis')).toBe('2026-03-13T17:00');
});
