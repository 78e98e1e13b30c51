/** What a case would be in another version, and everything that keeps it from going there. Nothing is written here. */
import type { CaseFile, Position } from '../journal/case-file.ts';
import { changeLedger } from '../journal/change-ledger.ts';
import type { IdMap } from '../journal/command.ts';
import { type Decided, decide } from '../journal/decide.ts';
import { effectsDue } from '../journal/effects-due.ts';
import type { EffectDue, MigrationObstacle } from '../journal/entry.ts';
import { requireSamePack } from '../journal/require-same-pack.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { tracksNotAtRest } from '../pathway/read-candidates.ts';
import { activeStates, type StepAct, stepMachine } from '../pathway/step-machine.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { carryFacts } from './carry-facts.ts';
import { carryLedger } from './carry-ledger.ts';
import { lostSafeguards } from './lost-safeguards.ts';
import { type MappedPosition, mapPosition } from './map-position.ts';
import type { DeadlineMove, MigrationOptions, MigrationPlan } from './migration-plan.ts';

export type Prepared = {
  readonly plan: MigrationPlan;
  /** The case afterwards, its `seq` and `head` not yet those of the entry that says so. */
  readonly after: CaseFile;
  readonly decided: Decided;
  /** Signals whose rule answers yes in the new version and did not before. */
  readonly turned: readonly string[];
};

/** Prepares one case. `person` is by whom initial values of new facts are recorded. Throws `pack.mismatch` for a case of another version. */
export function prepareMigration(
  from: Pathway,
  to: Pathway,
  caseFile: CaseFile,
  { at, map = {}, provedFrom }: MigrationOptions,
  person = 'engine',
): Prepared {
  requireSamePack(from, caseFile);
  const { facts, told } = carryFacts(to, caseFile, map.facts, { at, person });
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]));
  const decided = decide(to, values, at);
  const mapped = mapPosition(from, to, caseFile, map.steps);
  const settled = settle(to, mapped, decided);
  const active = activeStates(settled.position);
  const was = new Set(mapped.counterparts.values());
  const opens = [...active].filter((id) => !was.has(id));
  const moved = moveCase(to, { caseFile, mapped, active, position: settled.position, facts, map, at });

  const carried = carryLedger({
    from,
    to,
    before: caseFile,
    clock: { pathway: to, caseFile: moved, decided },
    wasActive: activeStates(caseFile.position),
    active,
    counterparts: mapped.counterparts,
    map,
    at,
    seq: caseFile.seq + 1,
  });
  const withRows = { ...moved, deadlines: carried.rows };
  const changed = changeLedger({
    pathway: to,
    caseFile: withRows,
    decided,
    acts: [],
    active,
    wasActive: active,
    happened: at,
    at,
    seq: caseFile.seq + 1,
  });
  const signals = Object.fromEntries(
    to.signals.map(({ event, rule }) => [event, decided.outcomes[rule] ?? 'unknown'] as const),
  );
  const after: CaseFile = { ...withRows, deadlines: { ...carried.rows, ...changed }, signals };
  const turned = to.signals
    .map(({ event }) => event)
    .filter((event) => signals[event] === 'yes' && caseFile.signals[oldName(map.events, event)] !== 'yes');

  const obstacles = [
    ...mapped.obstacles,
    ...settled.obstacles,
    ...carried.moves.flatMap(obstacleOf),
    ...(provedFrom && mapped.obstacles.length + settled.obstacles.length === 0
      ? lostSafeguards(provedFrom, { pathway: from, caseFile }, { pathway: to, caseFile: after }, { at, map })
      : []),
  ];
  const plan: MigrationPlan = {
    case: caseFile.id,
    from: caseFile.pack,
    to: after.pack,
    ok: obstacles.length === 0,
    obstacles,
    steps: mapped.steps,
    opens,
    closes: mapped.closes,
    deadlines: carried.moves,
    facts: told,
    effects: effectsOf(from, to, { caseFile, closes: mapped.closes, opens, decided, at }),
  };
  return { plan, after, decided, turned };
}

/** New tracks and regions may begin in a choice: the machine goes on from there, and from nowhere else. */
function settle(
  to: Pathway,
  { position, obstacles }: MappedPosition,
  { outcomes }: Decided,
): { readonly position: Position; readonly obstacles: readonly MigrationObstacle[] } {
  if (obstacles.length > 0) return { position, obstacles: [] };
  const result = stepMachine(to, position, 'migrated', outcomes);
  if (result.ok) return { position: result.step.position, obstacles: [] };
  const message = `The new version cannot go on from there: ${result.why}. Map the step to another one.`;
  return { position, obstacles: [{ code: 'step.no_counterpart', of: '', message }] };
}

type Moving = {
  readonly caseFile: CaseFile;
  readonly mapped: MappedPosition;
  readonly active: ReadonlySet<string>;
  readonly position: Position;
  readonly facts: CaseFile['facts'];
  readonly map: IdMap;
  readonly at: Instant;
};

/** The case file under its new names; its ledger and signals are still the old ones. */
function moveCase(to: Pathway, moving: Moving): CaseFile {
  const { caseFile, mapped, active, position, facts, map, at } = moving;
  const { pack } = to;
  const oldOf = new Map([...mapped.counterparts].map(([old, now]) => [now, old]));
  const open = [...active].filter((id) => !to.tracks.includes(id));
  const sinceOf = (id: string) => caseFile.open[oldOf.get(id) ?? ''] ?? at;
  const knows = (rule: string) => Object.hasOwn(pack.rules, rule);
  const event = (id: string) => rename(map.events, id);
  return {
    ...caseFile,
    pack: { id: pack.pack.id, version: pack.pack.version, hash: to.hash },
    position,
    facts,
    open: Object.fromEntries(open.map((id) => [id, sinceOf(id)])),
    done: keysRenamed(caseFile.done, map.steps),
    reported: keysRenamed(caseFile.reported, map.events),
    stood: Object.fromEntries(
      Object.entries(caseFile.stood).map(([seq, { event: id, rules }]) => [
        seq,
        {
          event: event(id),
          rules: Object.fromEntries(Object.entries(rules).filter(([rule]) => knows(rule))),
        },
      ]),
    ),
    reconsider: caseFile.reconsider.map((one) => ({
      ...one,
      event: event(one.event),
      rules: one.rules.filter(({ rule }) => knows(rule)),
    })),
    status: isClosed(to, active) ? 'closed' : 'open',
  };
}

function isClosed(to: Pathway, active: ReadonlySet<string>): boolean {
  const ofMain = [...active]
    .flatMap((id) => to.states.get(id) ?? [])
    .filter(({ track, leaf }) => leaf && track === 'main');
  return ofMain.every(({ kind }) => kind === 'end') && tracksNotAtRest(to, active).length === 0;
}

function obstacleOf(move: DeadlineMove): MigrationObstacle[] {
  const { row, change, legal, overdue, cites, before, after } = move;
  if (!legal || overdue || before === undefined) return [];
  const told = { of: row, before, ...(after !== undefined && { after }) };
  if (change === 'gone') {
    const message = `${row}, due ${before}, rests on the law and would no longer run: keep it in the new version, or let the step end first.`;
    return [{ code: 'deadline.gone', message, ...told }];
  }
  if (change !== 'later' || cites.length > 0) return [];
  const message = `${row}, due ${before}, would be due ${after ?? 'at an instant nobody knows'}: cite the amended law for it, or keep it.`;
  return [{ code: 'deadline.later', message, ...told }];
}

/** What closing and opening sets off: the old version speaks for what it closes, the new one for what it opens. */
function effectsOf(
  from: Pathway,
  to: Pathway,
  {
    caseFile,
    closes,
    opens,
    decided,
    at,
  }: {
    readonly caseFile: CaseFile;
    readonly closes: readonly string[];
    readonly opens: readonly string[];
    readonly decided: Decided;
    readonly at: Instant;
  },
): readonly Omit<EffectDue, 'key'>[] {
  const values = Object.fromEntries(Object.entries(caseFile.facts).map(([id, { value }]) => [id, value]));
  const acts = (kind: 'leave' | 'enter', states: readonly string[], { tracks }: Pathway): StepAct[] =>
    states.filter((state) => !tracks.includes(state)).map((state) => ({ kind, state }));
  return [
    ...effectsDue(from, {
      acts: acts('leave', closes, from),
      outcomes: decide(from, values, at).outcomes,
      facts: values,
    }),
    ...effectsDue(to, { acts: acts('enter', opens, to), outcomes: decided.outcomes, facts: decided.facts }),
  ];
}

function keysRenamed<T>(
  map: Readonly<Record<string, T>>,
  names: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [rename(names, key), value]));
}

function rename(map: Readonly<Record<string, string>> | undefined, id: string): string {
  return map && Object.hasOwn(map, id) ? (map[id] ?? id) : id;
}

function oldName(map: Readonly<Record<string, string>> | undefined, id: string): string {
  return Object.entries(map ?? {}).find(([, now]) => now === id)?.[0] ?? id;
}
