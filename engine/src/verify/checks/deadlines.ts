import type { Anchor } from '../../procedure/deadlines.ts';
import type { Pack } from '../../procedure/pack.ts';
import { type Check, error, own } from '../check.ts';

/** Deadlines count from dates, over records where they say so, and their escalation rises. */
export const deadlines: Check = function* ({ pack }) {
  for (const [id, deadline] of Object.entries(pack.deadlines)) {
    const path = `deadlines/${id}`;
    const each = own(pack.facts, deadline.each ?? '');
    if (each && each.type !== 'records') {
      yield error('deadline.each', `${path}/each`, `"${deadline.each}" has no rows; use a records fact.`, {
        fact: deadline.each ?? '',
      });
    }
    for (const fact of factsOf(deadline.from)) {
      const type = own(each?.fields, fact)?.type ?? own(pack.facts, fact)?.type;
      if (type === undefined || type === 'date' || type === 'instant') continue;
      yield error(
        'deadline.not_date',
        `${path}/from`,
        `"${fact}" is not a date; count from a date or an instant.`,
        { fact },
      );
    }
    const rungs = deadline.escalation ?? [];
    const falls = rungs.findIndex((rung, index) => index > 0 && rung.at <= (rungs[index - 1]?.at ?? 0));
    if (falls > 0) {
      yield error(
        'deadline.escalation',
        `${path}/escalation/${falls}/at`,
        'The steps of an escalation rise; put them in order.',
      );
    }
    const last = rungs[rungs.length - 1];
    if (last && isFamily(pack, last.to)) {
      const message = `An escalation ends with a function that must act; "${last.to}" is not one.`;
      yield error('deadline.escalation', `${path}/escalation/${rungs.length - 1}/to`, message, {
        role: last.to,
      });
    }
  }
};

function factsOf(anchor: Anchor): readonly string[] {
  if (anchor === 'entry') return [];
  if ('fact' in anchor) return [anchor.fact];
  if ('done' in anchor || 'event' in anchor) return [];
  return Object.values(anchor).flatMap((parts) => parts.flatMap(factsOf));
}

function isFamily(pack: Pack, role: string): boolean {
  const sector = own(pack.roles, role)?.sector;
  return sector === 'family' || sector === 'child';
}
