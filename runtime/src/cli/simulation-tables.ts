import { FICTIONAL, type GroupReport, type Share, type SimulationReport, type Times } from '@parcours/engine';
import { table } from './table.ts';

const LONGEST_TABLE = 15;

const percent = ({ share, low, high }: Share): string =>
  `${(share * 100).toFixed(1)} % (${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)})`;

const hours = (value: number): string => (value < 48 ? `${value} h` : `${Math.round(value / 2.4) / 10} d`);

const times = (found: Times | undefined): readonly string[] =>
  found ? [hours(found.median.hours), hours(found.ninety.hours)] : ['', ''];

const most = (map: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(map)
    .sort(([, a], [, b]) => b - a)
    .slice(0, LONGEST_TABLE);

const byShare = ([, a]: readonly [string, Share], [, b]: readonly [string, Share]): number =>
  b.share - a.share;

function ends({ outcomes }: SimulationReport): readonly (readonly string[])[] {
  return [
    ...Object.entries(outcomes.closed).map(([step, share]) => [step, percent(share)]),
    ['still open', percent(outcomes.open)],
    ...Object.entries(outcomes.stuck).map(([step, share]) => [`stuck at ${step}`, percent(share)]),
  ];
}

function milestones(report: SimulationReport): readonly (readonly string[])[] {
  return Object.entries(report.milestones)
    .sort(([, a], [, b]) => a.median.hours - b.median.hours)
    .map(([step, found]) => [step, percent(found.reached), ...times(found)]);
}

function deadlines(report: SimulationReport): readonly (readonly string[])[] {
  return Object.entries(report.deadlines)
    .filter(([, { kept }]) => kept.of > 0)
    .sort(([, a], [, b]) => b.missed.share - a.missed.share)
    .map(([id, { armed, kept, missed }]) => [id, String(armed), percent(kept), percent(missed)]);
}

function roles(report: SimulationReport): readonly (readonly string[])[] {
  return Object.entries(report.roles).map(([role, found]) => [
    role,
    String(found.acts),
    String(found.hours),
    found.workload === undefined ? '' : `${Math.round(found.workload * 100)} %`,
    ...times(found.queue),
    found.queueLength === undefined ? '' : String(found.queueLength),
    String(found.withoutRoom),
    String(found.told),
  ]);
}

type Group = readonly [by: string, value: string, found: GroupReport];

function groups({ all, groups: told }: SimulationReport): readonly Group[] {
  return [
    ['all', 'all', all] as const,
    ...Object.entries(told).flatMap(([by, values]) =>
      Object.entries(values).map(([value, found]) => [by, value, found] as const),
    ),
  ];
}

const part = (
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => (rows.length === 0 ? [] : ['', title, table(heads, rows)]);

/** A simulation in tables, each share with its 95 % interval; it begins by saying that nobody in it exists. */
export function simulationTables(report: SimulationReport): string {
  const all = groups(report);
  return [
    ...Object.values(FICTIONAL),
    '',
    `${report.cases} cases in ${report.districts} districts, ${report.events} events`,
    ...part('How cases end (share, 95 % interval)', ['end', 'cases'], ends(report)),
    ...part(
      'What keeps the stuck where they are',
      ['stuck at', 'event', 'because', 'what', 'of these'],
      Object.entries(report.stuckWhy).flatMap(([step, reasons]) =>
        reasons
          .slice(0, LONGEST_TABLE)
          .map(({ event, why, name = '', share }) => [step, event, why, name, percent(share)]),
      ),
    ),
    ...part(
      'Where the open ones stand',
      ['step', 'cases'],
      Object.entries(report.outcomes.openAt)
        .sort(byShare)
        .slice(0, LONGEST_TABLE)
        .map(([step, share]) => [step, percent(share)]),
    ),
    ...part(
      'Most frequent routes',
      ['cases', 'route'],
      report.routes.slice(0, LONGEST_TABLE).map(({ route, share }) => [percent(share), route]),
    ),
    ...part('Time to each step', ['step', 'reached', 'half', '90 %'], milestones(report)),
    ...part('Deadlines', ['deadline', 'armed', 'kept', 'missed'], deadlines(report)),
    ...part(
      'Workload',
      ['role', 'acts', 'hours', 'busy', 'queue', '90 %', 'waiting', 'no room', 'told'],
      roles(report),
    ),
    ...part(
      'Children by group',
      ['by', 'group', 'cases', 'closed', 'stuck', 'late'],
      all.map(([by, value, { cases, closed, stuck, late }]) => [
        by,
        value,
        String(cases),
        percent(closed),
        percent(stuck),
        percent(late),
      ]),
    ),
    ...(Object.keys(report.all.unmet).length > 0
      ? []
      : ['', 'Unmet need: none of the needs that the population names arose']),
    ...part(
      'Unmet need',
      ['by', 'group', 'need', 'children', 'unmet'],
      all.flatMap(([by, value, { unmet }]) =>
        Object.entries(unmet).map(([need, share]) => [by, value, need, String(share.of), percent(share)]),
      ),
    ),
    ...part(
      'Where nothing was possible',
      ['step', 'turns'],
      most(report.blocked).map(([step, count]) => [step, String(count)]),
    ),
  ].join('\n');
}
