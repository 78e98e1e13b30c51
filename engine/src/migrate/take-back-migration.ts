import { toInstant } from '../calendar/instant.ts';
import { apply } from '../journal/apply.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { Advance, Entry, MigrationObstacle } from '../journal/entry.ts';
import { refusal } from '../journal/refusal.ts';
import { replay } from '../journal/replay.ts';
import { vanishedRows } from '../journal/vanished-rows.ts';
import { append, beginWork, workDone } from '../journal/work.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { type MigrateCommand, refuse, requireTarget } from './migrate.ts';

/**
 * Takes the last migration back, when nothing has happened since: the case file is what it was before, but for the entry.
 * Effects that the migration gave to the world are named, to be undone. `from` is the version the case stands on, `to` the
 * one it came from. Throws what `replay` throws, and `command.invalid` when the command names another version than `to`.
 */
export function takeBackMigration(
  from: Pathway,
  to: Pathway,
  entries: readonly Entry[],
  command: MigrateCommand,
  at: Instant,
): Advance {
  const caseFile = replay(from, entries);
  requireTarget(to, command);
  const work = beginWork(from, caseFile, toInstant(at));
  const last = entries.findLast(({ kind }) => kind === 'migrated');
  const before = entries
    .filter(({ seq }) => last !== undefined && seq < last.seq)
    .reduce<CaseFile | undefined>(apply, undefined);
  if (!last || last.withdrawn || before?.pack.hash !== to.hash)
    return refuse(work, command, refusal('migration', { migration: [notMigrated(to)] }));
  const since = entries.find(({ seq, cause }) => seq > last.seq && cause !== last.seq);
  if (since) return refuse(work, command, refusal('migration', { migration: [somethingSince(since)] }));

  const undone = entries.filter(({ seq }) => seq >= last.seq);
  const { id: _, opened: __, seq: ___, head: ____, ...instead } = before;
  append(work, {
    kind: 'migrated',
    happened: work.at,
    by: command.by.person,
    role: command.by.role,
    command,
    decisions: [],
    withdrawn: {
      since: last.seq,
      entries: undone.map(({ seq }) => seq),
      effects: undone.flatMap(({ effects }) => effects.map(({ key }) => key)),
    },
    effects: [],
    changes: { instead },
  });
  const done = workDone(work);
  return {
    ok: true,
    ...done,
    deadlines: [...done.deadlines, ...vanishedRows(caseFile, done.caseFile, work.at)],
  };
}

function notMigrated({ pack }: Pathway): MigrationObstacle {
  const { id, version } = pack.pack;
  return {
    code: 'not_migrated',
    of: '',
    message: `The case did not come from ${id} ${version} last: there is nothing to take back; plan a migration to it.`,
  };
}

function somethingSince({ seq, kind }: Entry): MigrationObstacle {
  return {
    code: 'since',
    of: String(seq),
    message: `Entry ${seq} (${kind}) has happened since: plan a migration to the old version instead.`,
  };
}
