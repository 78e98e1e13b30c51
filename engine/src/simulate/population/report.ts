import type { Text } from '../../vocabulary/text.ts';
import { type Point, pointOf, rounded, type Share, shareOf } from './interval.ts';
import { type Counts, FICTIONAL, type GroupTally, type Tally } from './tally.ts';
import type { StuckReason } from './why-stuck.ts';

/** Half and nine tenths of the cases were faster. */
export type Times = { readonly median: Point; readonly ninety: Point };

export type GroupReport = {
  readonly cases: number;
  readonly closed: Share;
  readonly stuck: Share;
  /** At least one deadline missed. */
  readonly late: Share;
  /** By need: of the children in whom it arose, those in whom it was not met. */
  readonly unmet: Readonly<Record<string, Share>>;
};

/** What a simulation tells. Shares and times carry their 95 % intervals; cases that share staff are less alike than these assume. */
export type SimulationReport = {
  /** Enfants fictifs: show it wherever anything of this is shown. */
  readonly fictional: Text;
  readonly cases: number;
  readonly districts: number;
  /** Events that the machine took. */
  readonly events: number;
  readonly eventsByKind: Counts;
  /** By end step; `open` at the horizon; `stuck` by step, where nobody found a possible way on. */
  readonly outcomes: {
    readonly closed: Readonly<Record<string, Share>>;
    readonly open: Share;
    /** Open cases by the steps where they stand; one case may stand in several. */
    readonly openAt: Readonly<Record<string, Share>>;
    readonly stuck: Readonly<Record<string, Share>>;
  };
  /** By step: what kept the cases that are stuck there, most frequent first, with the share of them that it kept. */
  readonly stuckWhy: Readonly<Record<string, readonly (StuckReason & { readonly share: Share })[]>>;
  /** Most frequent first. */
  readonly routes: readonly { readonly route: string; readonly share: Share }[];
  /** From opening to closing. */
  readonly duration: Times | undefined;
  /** From opening to the first entry of each step and stage. */
  readonly milestones: Readonly<Record<string, { readonly reached: Share } & Times>>;
  readonly deadlines: Readonly<
    Record<
      string,
      {
        readonly armed: number;
        readonly kept: Share;
        readonly missed: Share;
        readonly passed: number;
        readonly dropped: number;
      }
    >
  >;
  /** By step: turns of work in which nothing was possible. */
  readonly blocked: Counts;
  readonly roles: Readonly<
    Record<
      string,
      {
        readonly acts: number;
        readonly hours: number;
        /** Part of the time they are there; absent when the population says nothing of them. */
        readonly workload?: number;
        /** Until somebody was free. */
        readonly queue: Times | undefined;
        /** Pieces of work waiting at any time, on average, in one district. */
        readonly queueLength?: number;
        readonly caseloadQueue: Times | undefined;
        readonly withoutRoom: number;
        readonly told: number;
      }
    >
  >;
  readonly all: GroupReport;
  readonly groups: Readonly<Record<string, Readonly<Record<string, GroupReport>>>>;
};

const MOST_ROUTES = 30;

/** Tells what a tally comes to. */
export function tellSimulation(tally: Tally): SimulationReport {
  const { cases } = tally;
  return {
    fictional: FICTIONAL,
    cases,
    districts: tally.districts,
    events: tally.events,
    eventsByKind: tally.byKind,
    outcomes: {
      closed: mapped(tally.closed, (times) => shareOf(times, cases)),
      open: shareOf(tally.open, cases),
      openAt: mapped(tally.openAt, (times) => shareOf(times, cases)),
      stuck: mapped(tally.stuck, (times) => shareOf(times, cases)),
    },
    stuckWhy: mapped(tally.stuckWhy, (reasons, step) => tellReasons(reasons, tally.stuck[step] ?? 0)),
    routes: Object.entries(tally.routes)
      .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
      .slice(0, MOST_ROUTES)
      .map(([route, times]) => ({ route, share: shareOf(times, cases) })),
    duration: timesOf(tally.duration),
    milestones: Object.fromEntries(
      Object.entries(tally.milestones).flatMap(([step, histogram]) => {
        const times = timesOf(histogram);
        return times ? [[step, { reached: shareOf(tally.reached[step] ?? 0, cases), ...times }]] : [];
      }),
    ),
    deadlines: mapped(tally.deadlines, tellDeadline),
    blocked: tally.blocked,
    roles: mapped(tally.roles, tellRole),
    all: tellGroup(tally.all),
    groups: mapped(tally.groups, (values) => mapped(values, tellGroup)),
  };
}

function tellReasons(reasons: Counts, stuck: number) {
  return Object.entries(reasons)
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .map(([text, times]) => {
      const [event = '', why = '', name] = text.split(' ');
      return {
        event,
        why: why as StuckReason['why'],
        ...(name !== undefined && { name }),
        share: shareOf(times, stuck),
      };
    });
}

function tellDeadline({ armed = 0, kept = 0, missed = 0, overdue = 0, passed = 0, dropped = 0 }: Counts) {
  const judged = kept + missed + overdue;
  return { armed, kept: shareOf(kept, judged), missed: shareOf(missed + overdue, judged), passed, dropped };
}

function tellRole({
  acts,
  busyMinutes,
  thereMinutes,
  waits,
  caseloadWaits,
  withoutRoom,
  told,
}: Tally['roles'][string]) {
  const waited = Object.entries(waits).reduce((sum, [minutes, times]) => sum + Number(minutes) * times, 0);
  return {
    acts,
    hours: Math.round(busyMinutes / 60),
    ...(thereMinutes > 0 && {
      workload: rounded(busyMinutes / thereMinutes),
      queueLength: rounded(waited / thereMinutes),
    }),
    queue: timesOf(waits),
    caseloadQueue: timesOf(caseloadWaits),
    withoutRoom,
    told,
  };
}

function tellGroup({ cases, closed, stuck, late, needs, unmet }: GroupTally): GroupReport {
  return {
    cases,
    closed: shareOf(closed, cases),
    stuck: shareOf(stuck, cases),
    late: shareOf(late, cases),
    unmet: mapped(needs, (had, need) => shareOf(unmet[need] ?? 0, had)),
  };
}

function timesOf(histogram: Counts): Times | undefined {
  const median = pointOf(histogram, 0.5);
  const ninety = pointOf(histogram, 0.9);
  return median && ninety && { median, ninety };
}

function mapped<T, U>(
  map: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
