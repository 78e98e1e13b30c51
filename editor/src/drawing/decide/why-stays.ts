import type { ErrorCode, StayCode } from '../../client.ts';

/** What keeps a case on its version, as it is told: a new code of the engine has to be given its sentence here. */
const WHY = {
  'step.no_counterpart': 'noCounterpart',
  'step.crowded': 'crowded',
  'deadline.later': 'later',
  'deadline.gone': 'gone',
  'safeguard.lost': 'safeguard',
  since: 'since',
  not_migrated: 'notMigrated',
  'version.other': 'left',
  'pack.unsound': 'unsound',
  'pack.mismatch': 'journal',
  'journal.broken': 'journal',
  'instant.invalid': 'failed',
  'duration.invalid': 'failed',
  'rule.unknown': 'failed',
  'fact.unknown': 'failed',
  'command.invalid': 'failed',
  'scenario.invalid': 'failed',
  'engine.internal': 'failed',
} as const satisfies Record<Exclude<StayCode, ErrorCode>, string> & Partial<Record<ErrorCode, string>>;

export type WhyStays = (typeof WHY)[keyof typeof WHY];

const isTold = (code: StayCode): code is keyof typeof WHY => Object.hasOwn(WHY, code);

/** The sentence for a code; what only the service can mend is told as one. */
export function whyStays(code: StayCode): WhyStays {
  return isTold(code) ? WHY[code] : 'failed';
}

type Staying = { readonly reference: string; readonly codes: readonly StayCode[] };

/** Each reason once, with the cases that it keeps, in the order in which they were looked at. */
export function reasonsOf(staying: readonly Staying[]): readonly (readonly [WhyStays, readonly string[]])[] {
  const told = new Map<WhyStays, string[]>();
  for (const { reference, codes } of staying)
    for (const why of new Set(codes.map(whyStays))) told.set(why, [...(told.get(why) ?? []), reference]);
  return [...told];
}
