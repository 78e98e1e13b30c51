import type { Text } from '../../vocabulary/text.ts';
import type { StuckReason } from './why-stuck.ts';

/** The sentence that stands on everything made by simulation. */
export const FICTIONAL: Text = {
  fr: 'Enfants fictifs : ces chiffres sortent d’une simulation, aucun enfant réel n’y figure.',
  en: 'Fictional children: these figures come from a simulation, no real child is in them.',
  es: 'Niñas, niños y adolescentes ficticios: estas cifras salen de una simulación, no hay en ellas ninguna persona real.',
};

/** Counts by name. */
export type Counts = { [name: string]: number };

/** How many times each length of time occurred, by its lower end in minutes (see `time-counts.ts`). */
export type Histogram = Counts;

/** A group of children counted apart. */
export type GroupTally = {
  cases: number;
  closed: number;
  stuck: number;
  /** Cases with at least one deadline missed. */
  late: number;
  /** By need: children in whom it arose, and those in whom it was not met. */
  needs: Counts;
  unmet: Counts;
};

export type RoleTally = {
  acts: number;
  busyMinutes: number;
  /** Minutes that the people of the role were there to work, over all districts. */
  thereMinutes: number;
  /** Until somebody was free, for each piece of work. */
  waits: Histogram;
  /** Until somebody had room for the case. */
  caseloadWaits: Histogram;
  /** Cases still waiting for room at the end. */
  withoutRoom: number;
  /** Rungs of escalations told to the role. */
  told: number;
};

/**
 * What some districts of a simulation came to: whole numbers alone, so that tallies of parts add up to that of the whole
 * whatever their order.
 */
export type Tally = {
  readonly fictional: Text;
  cases: number;
  districts: number;
  closed: Counts;
  open: number;
  /** Open cases by the steps where they stand. */
  openAt: Counts;
  stuck: Counts;
  /** By step: stuck cases by reason, as `event why name`; a case may have several. */
  stuckWhy: { [step: string]: Counts };
  /** Events taken by the machine: reported, signals, deadlines that move a case. */
  events: number;
  byKind: Counts;
  blocked: Counts;
  /** Cases by the stages they came through, each named once in order of first entry, and how they ended. */
  routes: Counts;
  /** How often each step was entered, and by how many cases. */
  entries: Counts;
  reached: Counts;
  /** Minutes from opening to first entry, by step. */
  milestones: { [step: string]: Histogram };
  duration: Histogram;
  deadlines: { [deadline: string]: Counts };
  roles: { [role: string]: RoleTally };
  groups: { [group: string]: { [value: string]: GroupTally } };
  all: GroupTally;
};

/** Counts without a prototype, so that no name finds anything but its count. */
export function noCounts(): Counts {
  return Object.create(null);
}

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return {
    fictional: FICTIONAL,
    cases: 0,
    districts: 0,
    closed: noCounts(),
    open: 0,
    openAt: noCounts(),
    stuck: noCounts(),
    stuckWhy: {},
    events: 0,
    byKind: noCounts(),
    blocked: noCounts(),
    routes: noCounts(),
    entries: noCounts(),
    reached: noCounts(),
    milestones: {},
    duration: noCounts(),
    deadlines: {},
    roles: {},
    groups: {},
    all: emptyGroup(),
  };
}

/** A group without children. */
export function emptyGroup(): GroupTally {
  return { cases: 0, closed: 0, stuck: 0, late: 0, needs: noCounts(), unmet: noCounts() };
}

/** A role without work. */
export function emptyRole(): RoleTally {
  return {
    acts: 0,
    busyMinutes: 0,
    thereMinutes: 0,
    waits: noCounts(),
    caseloadWaits: noCounts(),
    withoutRoom: 0,
    told: 0,
  };
}

/** Counts one more. */
export function count(counts: Counts, name: string, more = 1): void {
  counts[name] = (counts[name] ?? 0) + more;
}

/** Counts a case that is stuck at a step under each reason there is. */
export function noteStuck({ stuckWhy }: Tally, step: string, reasons: readonly StuckReason[]): void {
  const counts = stuckWhy[step] ?? noCounts();
  stuckWhy[step] = counts;
  for (const reason of new Set(
    reasons.map(({ event, why, name = '' }) => `${event} ${why} ${name}`.trimEnd()),
  ))
    count(counts, reason);
}

/** Adds up the tallies of parts, exactly: any split and any order give the same numbers. */
export function mergeTallies(parts: readonly Tally[]): Tally {
  const whole = emptyTally();
  for (const part of parts) addInto(whole, part);
  return sorted(whole) as Tally;
}

type Sum = { [key: string]: unknown };

function addInto(whole: Sum, part: Sum): void {
  for (const [key, value] of Object.entries(part)) {
    if (key === 'fictional' || key === '__proto__') continue;
    const had = Object.hasOwn(whole, key) ? whole[key] : undefined;
    if (typeof value === 'number') whole[key] = (typeof had === 'number' ? had : 0) + value;
    else {
      const inner = (had ?? {}) as Sum;
      whole[key] = inner;
      addInto(inner, value as Sum);
    }
  }
}

/** The same with keys in order, so that equal tallies are equal text. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
