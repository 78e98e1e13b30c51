/**
 * The longest that something may stay owed when everybody acts by the end of their deadlines: the latest entry of each state, relaxed
 * along the moves made meanwhile. An escalation does not stop the clock.
 */
import { countsFromInstant } from '../calendar/duration.ts';
import type { Anchor, Deadline } from '../procedure/deadlines.ts';
import { carriedDeadlines } from './carried-deadlines.ts';
import type { Met, Search } from './explore.ts';
import type { Moment } from './monitor.ts';
import { spansOf } from './moves.ts';
import type { Edge } from './respond.ts';
import { longestMinutes } from './span-length.ts';
import { openIn } from './standing.ts';
import type { Assumption } from './verdict.ts';

export type WorstTime = {
  readonly minutes: number;
  /** The time, or why there is none, in words. */
  readonly says: string;
  /** Where the longest wait ends. */
  readonly at?: Met;
  readonly assumptions: readonly Assumption[];
  /** Every length is written in months or years. */
  readonly inMonths: boolean;
};

type Owing = {
  readonly owed: readonly Met[];
  readonly edges: readonly Edge[];
  readonly b: Moment;
  /** The sentence counts hours from an instant, so that a day may take until the end of the next. */
  readonly fromInstant: boolean;
};

/** The worst time from `a` to `b`; infinite with the state or the loop that has no end. */
export function worstTime(search: Search, { owed, edges, b, fromInstant }: Owing): WorstTime {
  const { pack } = search.view.ground.pathway;
  const entered = new Map<string, number>();
  const left = new Set(
    edges.flatMap(({ from, to }) => [...statesOf(from)].filter((id) => !statesOf(to).has(id))),
  );
  const events = new Set(edges.flatMap(({ move }) => ('event' in move ? [move.event] : [])));
  const noted = { working: new Set<string>(), paused: new Set<string>(), inMonths: true };
  const rule = b.text.startsWith('rule:') ? b.text.slice('rule:'.length) : undefined;

  const lengths = new Map<string, number>();
  const lengthOf = (id: string, deadline: Deadline): number => {
    const known = lengths.get(id);
    if (known !== undefined) return known;
    const spans = spansOf(deadline.within).map((span) => {
      const text = typeof span === 'string' ? span : pack.parameters[span.parameter]?.value;
      if (typeof text !== 'string') return Number.POSITIVE_INFINITY;
      if (!/\d[YM]/.test(text.split('T')[0] ?? '')) noted.inMonths = false;
      const untilEvening = fromInstant && !countsFromInstant(text) ? 1_440 : 0;
      return longestMinutes(text, deadline, pack.calendar) + untilEvening;
    });
    const longest = Math.max(...spans);
    lengths.set(id, longest);
    return longest;
  };
  const endOf = (state: string, id: string, deadline: Deadline): number => {
    const at = entered.get(state) ?? 0;
    const longest = lengthOf(id, deadline);
    if (deadline.calendar === 'working') noted.working.add(id);
    if (deadline.paused && deadline.paused.length > 0) {
      noted.paused.add(id);
      return Number.POSITIVE_INFINITY;
    }
    return Math.max(at, anchorAt(deadline.from, at, { left, events }) + longest);
  };
  const ending = new Map<string, readonly (readonly [string, Deadline])[]>();
  /** The deadlines by which a state is left. */
  const endingOf = (state: string) => {
    const known = ending.get(state);
    if (known) return known;
    const binding = carriedDeadlines(pack, state)
      .filter(({ met }) => met === 'leaving' || met === rule)
      .map(({ id }) => id);
    const moving = [...(search.view.ground.pathway.states.get(state)?.after.keys() ?? [])];
    const found = [...binding, ...moving].flatMap((id) => {
      const deadline = pack.deadlines[id];
      return deadline ? [[id, deadline] as const] : [];
    });
    ending.set(state, found);
    return found;
  };
  const exitOf = (met: Met): { readonly minutes: number; readonly state: string } => {
    const ends = [...statesOf(met)].flatMap((state) =>
      endingOf(state).map(([id, deadline]) => ({ minutes: endOf(state, id, deadline), state })),
    );
    return ends.reduce((least, end) => (end.minutes < least.minutes ? end : least), {
      minutes: Number.POSITIVE_INFINITY,
      state: nameOf(met),
    });
  };

  const rounds = entered.size + owed.length + 1;
  for (let round = 0; round <= rounds; round += 1) {
    let grew: string | undefined;
    for (const { from, to, move, paid } of edges) {
      if (paid) continue;
      const exit = exitOf(from).minutes;
      const before = statesOf(from);
      const again =
        'event' in move ? from.standing.places.find(({ heard }) => heard.has(move.event)) : undefined;
      for (const state of statesOf(to)) {
        const isEntered = !before.has(state) || (again?.active.has(state) && isLeaf(search, state));
        if (isEntered && exit > (entered.get(state) ?? 0) && Number.isFinite(exit)) {
          entered.set(state, exit);
          grew = state;
        }
      }
    }
    if (grew === undefined) break;
    if (round === rounds) {
      return {
        minutes: Number.POSITIVE_INFINITY,
        says: `for ever: ${grew} is come to again and again`,
        assumptions: [],
        inMonths: false,
      };
    }
  }
  const ends = owed.map((at) => ({ at, ...exitOf(at) }));
  const worst = ends.reduce<(typeof ends)[number] | undefined>(
    (most, end) => (most && most.minutes >= end.minutes ? most : end),
    undefined,
  );
  const minutes = worst?.minutes ?? 0;
  return {
    minutes,
    says: Number.isFinite(minutes)
      ? inWords(minutes)
      : `for ever in ${worst?.state}${noted.paused.size > 0 ? ', whose clock may stop' : ''}`,
    ...(worst && { at: worst.at }),
    inMonths: noted.inMonths,
    assumptions: noted.working.size > 0 ? [{ code: 'worst_calendar', names: [...noted.working].sort() }] : [],
  };
}

function isLeaf({ view }: Search, state: string): boolean {
  return view.ground.pathway.states.get(state)?.leaf === true;
}

/** When counting starts at the latest: at the entry, or at `a` for what can only have happened before it. */
function anchorAt(
  anchor: Anchor,
  entry: number,
  since: { readonly left: ReadonlySet<string>; readonly events: ReadonlySet<string> },
): number {
  if (anchor === 'entry') return entry;
  if ('done' in anchor) return since.left.has(anchor.done) ? entry : 0;
  if ('event' in anchor) return since.events.has(anchor.event) ? entry : 0;
  if ('fact' in anchor) return entry;
  const of = 'earliest' in anchor ? anchor.earliest : 'latest' in anchor ? anchor.latest : anchor.first;
  const times = of.map((part) => anchorAt(part, entry, since));
  return 'earliest' in anchor ? Math.min(...times) : Math.max(...times);
}

function statesOf({ standing }: Met): ReadonlySet<string> {
  return openIn(standing);
}

function nameOf({ standing }: Met): string {
  return standing.places
    .flatMap(({ states }) => states.filter(({ leaf }) => leaf).map(({ id }) => id))
    .join(', ');
}

function inWords(minutes: number): string {
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  const rest = minutes % 60;
  return (
    [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : '']
      .filter((part) => part !== '')
      .join(' ') || 'no time'
  );
}
