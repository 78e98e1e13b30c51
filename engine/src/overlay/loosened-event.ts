import type { Json } from '../vocabulary/json.ts';
import { areWithin, eventReporters } from './event-reporters.ts';
import {
  isEqual,
  isWithin,
  type Loosening,
  type Loosenings,
  type TighteningContext,
  unless,
} from './loosening.ts';

/**
 * An event keeps what was asked of it, and who may report it: a protective one asks no more and loses no reporter, any
 * other gains none. Nothing becomes protective either, because its doors would then open on what nobody knows.
 */
export const loosenedEvent: Loosenings = (context, id, old, now) => {
  const isProtective = old.protective === true;
  const asked = 'what was asked is still asked';
  const more = 'a protective event asks nothing more';
  return [
    ...unless(
      isProtective === (now.protective === true),
      'protective',
      isProtective
        ? 'it stays protective'
        : 'it does not become protective: its doors would open on what is not known',
    ),
    ...unless(isEqual(old.when, now.when), 'when', 'the same rule reports it'),
    ...(['reasoned', 'secondPerson', 'decision'] as const).flatMap((field) => [
      ...unless(old[field] !== true || now[field] === true, field, asked),
      ...unless(!isProtective || old[field] === true || now[field] !== true, field, more),
    ]),
    ...(['needs', 'differsFrom'] as const).flatMap((field) => [
      ...unless(isWithin(old[field], now[field]), field, asked),
      ...unless(!isProtective || isWithin(now[field], old[field]), field, more),
    ]),
    ...(isProtective ? fewerReporters(context, id) : moreReporters(context, id, old.by, now.by)),
  ];
};

/** Of each step that hears it before and after; a door that is gone is told where the drawing is checked. */
function fewerReporters({ inherited, laid }: TighteningContext, id: string): Loosening[] {
  const after = eventReporters(laid, id);
  const isKept = [...eventReporters(inherited, id)].every(([step, reporters]) =>
    areWithin(reporters, after.get(step) ?? 'anybody'),
  );
  return unless(isKept, 'by', 'nobody loses the right to report it');
}

/** A step that did not hear it before is measured by all who could report it anywhere. */
function moreReporters(
  { inherited, laid }: TighteningContext,
  id: string,
  old: Json | undefined,
  now: Json | undefined,
): Loosening[] {
  const before = eventReporters(inherited, id);
  const all = [...before.values()];
  const anywhere = all.includes('anybody') ? 'anybody' : all.flat();
  const isKept = [...eventReporters(laid, id)].every(([step, reporters]) =>
    areWithin(reporters, before.get(step) ?? anywhere),
  );
  const isListKept = old === undefined || (now !== undefined && isWithin(now, old));
  return unless(isKept && isListKept, 'by', 'nobody more may report it');
}
