import type { Pathway } from '../pathway/pathway.ts';
import type { Place } from '../pathway/track-place.ts';
import type { Span } from '../procedure/deadlines.ts';
import type { Pack } from '../procedure/pack.ts';

/** What can happen next in a story. */
export type Move =
  /** Somebody reports an event, overrides rules that close it, or records a protective act as done outside its door. */
  | { readonly kind: 'report' | 'override' | 'done'; readonly event: string }
  /** A deadline that moves the case passes, or one that does not is missed. */
  | { readonly kind: 'pass' | 'miss'; readonly deadline: string; readonly state: string }
  /** Somebody records, from any step, what sets a signal off. */
  | { readonly kind: 'record'; readonly signal: string }
  /** Something happens in the tracks that are not explored. */
  | { readonly kind: 'elsewhere' }
  /** Facts are corrected or forgotten. */
  | { readonly kind: 'correct' };

/** What can happen in a place, acts of people before what time does, in the order of the pack. Nobody reports a signal. */
export function movesAt({ pack }: Pathway, place: Place): readonly Move[] {
  const reports = [...place.heard.keys()].flatMap((event): Move[] => {
    if (pack.events[event]?.when !== undefined) return [];
    const lists = place.states.flatMap(({ on }) => on.get(event) ?? []);
    const isOverridable = JSON.stringify(lists.map(({ guard }) => guard ?? ''))
      .split('"')
      .some((word) => pack.rules[word]?.overridable);
    return [{ kind: 'report', event }, ...(isOverridable ? [{ kind: 'override', event } as const] : [])];
  });
  const passes = place.states.flatMap(({ id, after, withheld }) =>
    withheld ? [] : [...after.keys()].map((deadline): Move => ({ kind: 'pass', deadline, state: id })),
  );
  return [...reports, ...passes];
}

/** Protective acts that may be recorded as done although their door is closed. */
export function doneAt({ pack }: Pathway, place: Place): readonly Move[] {
  return [...place.heard.keys()]
    .filter((event) => pack.events[event]?.protective && !pack.events[event]?.when)
    .map((event) => ({ kind: 'done', event }));
}

/** Deadlines whose missing a safeguard speaks of, as far as a place carries them. */
export function missesAt({ pack }: Pathway, place: Place, deadlines: ReadonlySet<string>): readonly Move[] {
  return place.states.flatMap(({ id }) =>
    deadlinesCarried(pack, id)
      .filter((deadline) => deadlines.has(deadline))
      .map((deadline): Move => ({ kind: 'miss', deadline, state: id })),
  );
}

/** Deadlines that `steps.json` puts on a state. */
export function deadlinesCarried(pack: Pack, state: string): readonly string[] {
  return (Object.hasOwn(pack.steps, state) ? pack.steps[state]?.deadlines : undefined) ?? [];
}

/** False for a deadline whose length rests on a parameter without a value: it never falls due. */
export function hasLength(pack: Pack, deadline: string): boolean {
  const within = pack.deadlines[deadline]?.within;
  return (
    within !== undefined &&
    spansOf(within).some(
      (span) => typeof span === 'string' || pack.parameters[span.parameter]?.value !== undefined,
    )
  );
}

/** The lengths a deadline may have: one, or one for each value of a fact. */
export function spansOf(within: Span): readonly (string | { readonly parameter: string })[] {
  return typeof within === 'object' && 'by' in within ? Object.values(within.values) : [within];
}
