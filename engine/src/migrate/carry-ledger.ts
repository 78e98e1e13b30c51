/**
 * The deadline ledger of a case in another version: rows that have a counterpart go on from where they counted, rows that
 * have none end, and what the new version asks of an open step is armed as if it had been asked when the step opened.
 * XState would let a new track stand without its entry deadlines and a renamed timer without its row: here both are made.
 */
import type { CaseFile, DeadlineRow } from '../journal/case-file.ts';
import { isAlive, recordOf } from '../journal/change-ledger.ts';
import type { IdMap } from '../journal/command.ts';
import { type Clock, pointsOf, timing, withNext } from '../journal/deadline-timing.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { isTrackOpen } from '../pathway/read-candidates.ts';
import type { FactRow } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { newlyCited } from './cited-sources.ts';
import type { DeadlineMove } from './migration-plan.ts';

export type Carrying = {
  readonly from: Pathway;
  readonly to: Pathway;
  /** The case before. */
  readonly before: CaseFile;
  /** The case as it would be, its ledger still to come, in the new version and with the facts decided there. */
  readonly clock: Clock;
  readonly wasActive: ReadonlySet<string>;
  readonly active: ReadonlySet<string>;
  /** New ids by old id of states where the case stood. */
  readonly counterparts: ReadonlyMap<string, string>;
  readonly map: IdMap;
  readonly at: Instant;
  readonly seq: number;
};

type Place = Pick<DeadlineRow, 'deadline' | 'kind' | 'on'>;
export type Carried = { readonly rows: CaseFile['deadlines']; readonly moves: readonly DeadlineMove[] };

/** The whole ledger afterwards, and what became of each row that was running. */
export function carryLedger(carrying: Carrying): Carried {
  const { before, to, active } = carrying;
  const rows = new Map(Object.entries(before.deadlines));
  const alive = Object.values(before.deadlines).filter(isAlive);
  const taken = new Set<string>();
  const moves: DeadlineMove[] = [];
  for (const place of placesOf(to, active, carrying.clock)) {
    const row = alive.find((one) => !taken.has(one.id) && isCounterpart(carrying, one, place));
    if (row) {
      taken.add(row.id);
      moves.push(carry(carrying, rows, row, place));
    } else if (isNew(carrying, place)) moves.push(arm(carrying, rows, place));
  }
  for (const row of alive) if (!taken.has(row.id)) moves.push(drop(carrying, rows, row));
  return { rows: Object.fromEntries(rows), moves };
}

/** Every place of the ledger that a position has in a version: a deadline of a state, of a task, of a record, or in `after`. */
function placesOf(pathway: Pathway, active: ReadonlySet<string>, clock: Clock): readonly Place[] {
  const { pack, states } = pathway;
  return [...active].flatMap((state): Place[] => {
    const node = states.get(state);
    const step = Object.hasOwn(pack.steps, state) ? pack.steps[state] : undefined;
    if (!node || (pathway.tracks.includes(state) && !isTrackOpen(pathway, state, active))) return [];
    const own = (step?.deadlines ?? []).map((deadline) => ({ deadline, on: { state } }));
    const tasks = step && 'tasks' in step ? Object.entries(step.tasks ?? {}) : [];
    const ofTasks = tasks.flatMap(([task, { deadline }]) =>
      deadline === undefined ? [] : [{ deadline, on: { state, task } }],
    );
    const meets = [...own, ...ofTasks].flatMap(({ deadline, on }) =>
      recordsOf(pathway, deadline, clock).map(
        (record): Place => ({
          deadline,
          kind: 'meet',
          on: { ...on, ...(record !== undefined && { record }) },
        }),
      ),
    );
    const after = node.withheld ? [] : [...node.after.keys()];
    return [...meets, ...after.map((deadline): Place => ({ deadline, kind: 'move', on: { state } }))];
  });
}

/** Ids of the records a deadline has a row for each of; one row without a record otherwise. */
function recordsOf({ pack }: Pathway, deadline: string, { decided }: Clock): readonly (string | undefined)[] {
  const each = pack.deadlines[deadline]?.each;
  if (each === undefined) return Object.hasOwn(pack.deadlines, deadline) ? [undefined] : [];
  const value = decided.facts[each];
  return Array.isArray(value)
    ? value.flatMap((row: FactRow | string) => (typeof row === 'object' ? row.id : []))
    : [];
}

function isCounterpart({ map, counterparts }: Carrying, row: DeadlineRow, { deadline, on }: Place): boolean {
  return (
    renamed(map.deadlines, row.deadline) === deadline &&
    counterparts.get(row.on.state) === on.state &&
    row.on.task === on.task &&
    row.on.record === on.record
  );
}

/** Asked by the new version and not by the old one in that place: what was asked there already, and has ended, is not asked again. */
function isNew(carrying: Carrying, { kind, deadline, on }: Place): boolean {
  const { from, wasActive, counterparts, map, clock, to } = carrying;
  const met = to.pack.deadlines[deadline]?.met;
  const isMet = typeof met === 'object' && clock.decided.outcomes[met.rule] === 'yes';
  if (kind === 'meet' && isMet) return false;
  const old = [...counterparts].find(([, state]) => state === on.state)?.[0];
  if (old === undefined || kind === 'move') return true;
  const was = { ...clock, pathway: from, decided: { ...clock.decided, facts: {} } };
  return !placesOf(from, wasActive, was).some(
    (place) =>
      place.on.state === old &&
      place.on.task === on.task &&
      renamed(map.deadlines, place.deadline) === deadline,
  );
}

function carry(
  carrying: Carrying,
  rows: Map<string, DeadlineRow>,
  row: DeadlineRow,
  place: Place,
): DeadlineMove {
  const { from, to, clock, at } = carrying;
  const overdue = isOverdue(row, at);
  const { due: _, needsLaw: __, next: ___, ...rest } = row;
  const moved = { ...rest, ...place };
  const timed = overdue
    ? { from: row.from, ...(row.due !== undefined && { due: row.due }) }
    : timing(clock, place.deadline, {
        entry: row.armed,
        pausedFor: row.pausedFor ?? 0,
        record: recordOf(clock, moved),
      });
  const carried = { ...moved, ...timed };
  const told = toldAlready(from, to, row, carried, at);
  const id = row.deadline === place.deadline ? row.id : freeId(rows, place.deadline);
  if (id !== row.id) rows.set(row.id, ended(carrying, row, 'dropped'));
  rows.set(id, withNext(to, { ...carried, id, told, ...(overdue && { fixed: true as const }) }));
  const change = changeOf(row.due, timed.due);
  return describe(carrying, { row: id, place, before: row, after: timed.due, change, overdue });
}

/** A deadline whose law is not known has no instant to be late by. */
function isOverdue({ due }: DeadlineRow, at: Instant): boolean {
  return due !== undefined && due < at;
}

/** The points of the new ladder that were told: the due instant never twice, a rung that was told never again. */
function toldAlready(
  from: Pathway,
  to: Pathway,
  row: DeadlineRow,
  carried: DeadlineRow,
  at: Instant,
): number {
  const dueAt = (pathway: Pathway, one: DeadlineRow) =>
    pointsOf(pathway, one).findIndex(({ percent }) => percent === 100);
  const [old, now] = [dueAt(from, row), dueAt(to, carried)];
  if (old >= 0 && row.told > old)
    return now + 1 + Math.min(row.told - old - 1, pointsOf(to, carried).length - now - 1);
  const past = pointsOf(to, carried).filter((point) => point.percent < 100 && point.at <= at).length;
  return Math.min(row.told, past);
}

function arm(carrying: Carrying, rows: Map<string, DeadlineRow>, place: Place): DeadlineMove {
  const { to, clock, at } = carrying;
  const armed = openSince(carrying, place.on.state);
  const id = freeId(rows, place.deadline);
  const row: DeadlineRow = { ...place, id, armed, from: armed, told: 0, state: 'running' };
  const timed = timing(clock, place.deadline, { entry: armed, record: recordOf(clock, row) });
  rows.set(id, withNext(to, { ...row, ...timed }));
  return describe(carrying, {
    row: id,
    place,
    after: timed.due,
    change: 'armed',
    overdue: isOverdue({ ...row, ...timed }, at),
  });
}

/** When a state opened: a state that stood already counts from then, a track from its first open step. */
function openSince({ clock: { caseFile }, to, at }: Carrying, state: string): Instant {
  const since = caseFile.open[state];
  if (since !== undefined) return since;
  const inside = Object.keys(caseFile.open).filter((id) => to.states.get(id)?.track === state);
  return inside.map((id) => caseFile.open[id] ?? at).sort()[0] ?? at;
}

function drop(carrying: Carrying, rows: Map<string, DeadlineRow>, row: DeadlineRow): DeadlineMove {
  const overdue = isOverdue(row, carrying.at);
  rows.set(row.id, ended(carrying, row, overdue && row.kind === 'meet' ? 'missed' : 'dropped'));
  const place = { deadline: row.deadline, kind: row.kind, on: row.on };
  return describe(carrying, { row: row.id, place, before: row, change: 'gone', overdue });
}

function ended({ at, seq }: Carrying, row: DeadlineRow, state: DeadlineRow['state']): DeadlineRow {
  const { next: _, pausedSince: __, ...rest } = row;
  return { ...rest, state, ended: at, endedBy: seq };
}

type Described = {
  readonly row: string;
  readonly place: Place;
  readonly before?: DeadlineRow;
  readonly after?: Instant | undefined;
  readonly change: DeadlineMove['change'];
  readonly overdue: boolean;
};

function describe(
  { from, to }: Carrying,
  { row, place, before, after, change, overdue }: Described,
): DeadlineMove {
  const old = before && from.pack.deadlines[before.deadline];
  const now = Object.hasOwn(to.pack.deadlines, place.deadline)
    ? to.pack.deadlines[place.deadline]
    : undefined;
  const basis = (old ?? now)?.basis;
  const isBoth = old !== undefined && now !== undefined;
  return {
    row,
    deadline: place.deadline,
    state: place.on.state,
    change,
    ...(before?.due !== undefined && { before: before.due }),
    ...(after !== undefined && { after }),
    legal: basis === 'law' || basis === 'standard',
    overdue,
    cites: isBoth ? newlyCited({ pack: from.pack, deadline: old }, { pack: to.pack, deadline: now }) : [],
  };
}

/** A due instant that is no longer known lies later than any that is. */
function changeOf(before: Instant | undefined, after: Instant | undefined): DeadlineMove['change'] {
  if (before === after) return 'kept';
  if (before === undefined) return 'earlier';
  return after === undefined || after > before ? 'later' : 'earlier';
}

function renamed(map: Readonly<Record<string, string>> | undefined, id: string): string {
  return map && Object.hasOwn(map, id) ? (map[id] ?? id) : id;
}

/** The next id of a deadline's rows; rows of an old deadline of that name are counted too. */
function freeId(rows: ReadonlyMap<string, DeadlineRow>, deadline: string): string {
  let count = [...rows.values()].filter((row) => row.deadline === deadline).length + 1;
  while (rows.has(`${deadline}#${count}`)) count += 1;
  return `${deadline}#${count}`;
}
