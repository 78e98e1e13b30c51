import { durationParts } from '../calendar/duration.ts';
import type { Deadline } from '../procedure/deadlines.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Ground } from './ground.ts';
import { momentOf } from './moment.ts';
import { deadlinesCarried, spansOf } from './moves.ts';
import { type Checkable, type ReadProperty, unknownName, type Words, withoutValue } from './property.ts';
import { longestMinutes, shortestMinutes } from './span-length.ts';
import { stepsNamed } from './state-sets.ts';

/** Each of some steps carries a deadline, and however long it may be, it is no longer than the sentence says. */
export function lastsAtMost(
  { pathway, rules }: Ground,
  { deadline: id, within, states }: Words<'lasts_at_most'>,
): Checkable {
  const { pack } = pathway;
  const deadline = Object.hasOwn(pack.deadlines, id) ? pack.deadlines[id] : undefined;
  if (!deadline) return unknownName(id);
  const steps = stepsNamed(pathway, states);
  const bare = steps.find(({ id: step, ancestors }) =>
    [step, ...ancestors].every((each) => !deadlinesCarried(pack, each).includes(id)),
  );
  if (bare) return broken(`${bare.id} does not carry ${id}`);
  if (deadline.paused && deadline.paused.length > 0) return broken(`the clock of ${id} may stop`);
  const most = lengthOf(pack, within);
  const spans = spansOf(deadline.within).map((span) => lengthOf(pack, span));
  if (most === undefined || spans.includes(undefined))
    return withoutValue(
      [within, ...spansOf(deadline.within)].flatMap((span) =>
        typeof span === 'string' || lengthOf(pack, span) !== undefined ? [] : [span.parameter],
      ),
    );
  const long = spans.find((span) => span !== undefined && isLonger(pack, deadline, span, most));
  if (long !== undefined) return broken(`${id} may take ${long}`);
  return {
    kind: 'read',
    verdict: 'proved',
    among: steps.flatMap(({ id: step }) => momentOf(pathway, rules, `step:${step}`) ?? []),
    ...(steps.length === 0 && { vacuous: 'no step is named' }),
  };
}

function broken(why: string): ReadProperty {
  return { kind: 'read', verdict: 'broken', why };
}

/** Months are compared with months; days and hours with the fewest that the sentence may mean. */
function isLonger({ calendar: book }: Pack, deadline: Deadline, span: string, most: string): boolean {
  const isPlain = deadline.calendar === 'elapsed' && deadline.ends === 'any';
  if (isPlain && isInMonths(span) && isInMonths(most)) return shortestMinutes(span) > shortestMinutes(most);
  return longestMinutes(span, deadline, book) > shortestMinutes(most);
}

function isInMonths(span: string): boolean {
  const { weeks, days, minutes } = durationParts(span);
  return weeks + days + minutes === 0;
}

function lengthOf(pack: Pack, span: string | { readonly parameter: string }): string | undefined {
  const value = typeof span === 'string' ? span : pack.parameters[span.parameter]?.value;
  return typeof value === 'string' ? value : undefined;
}
