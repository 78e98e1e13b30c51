import { toInstant } from '../calendar/instant.ts';
import type { CaseFile } from '../journal/case-file.ts';
import type { Command } from '../journal/command.ts';
import type { Advance, Refusal } from '../journal/entry.ts';
import { passAtOnce, passLapsed } from '../journal/fire-deadline.ts';
import { followUp } from '../journal/follow-up.ts';
import { refusal } from '../journal/refusal.ts';
import { requireSamePack } from '../journal/require-same-pack.ts';
import { append, beginWork, type Work, workDone } from '../journal/work.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import type { ProvedFrom } from './migration-plan.ts';
import { prepareMigration } from './prepare-migration.ts';

export type MigrateCommand = Extract<Command, { kind: 'migrate' }>;

/**
 * Moves a case to another version, wholly or not at all: one `migrated` entry puts the case file, then the signals that the
 * new version already sees and the deadlines already past due follow in their own entries. A refusal names every obstacle
 * and is recorded; the case stays where it is. It migrates at `at`: `happened` is not read. Who may migrate is the gate's
 * to say. Throws `pack.mismatch`, and `command.invalid` when the command names another version than `to`.
 */
export function migrate(
  from: Pathway,
  to: Pathway,
  caseFile: CaseFile,
  command: MigrateCommand,
  at: Instant,
  provedFrom?: ProvedFrom,
): Advance {
  requireSamePack(from, caseFile);
  requireTarget(to, command);
  const work = beginWork(from, caseFile, toInstant(at));
  passLapsed(work, work.at);
  const options = { at: work.at, map: command.map, provedFrom };
  const { plan, after, decided, turned } = prepareMigration(
    from,
    to,
    work.caseFile,
    options,
    command.by.person,
  );
  if (!plan.ok) return refuse(work, command, refusal('migration', { migration: plan.obstacles }));
  const { id: _, opened: __, seq: ___, head: ____, ...instead } = after;
  const seq = work.caseFile.seq + 1;
  const isState = (state: string) => !from.tracks.includes(state) && !to.tracks.includes(state);
  const entry = append(work, {
    kind: 'migrated',
    happened: work.at,
    by: command.by.person,
    role: command.by.role,
    command,
    decisions: [],
    left: plan.closes.filter(isState),
    entered: plan.opens.filter(isState),
    effects: plan.effects.map((effect, index) => ({ ...effect, key: `${seq}.${index + 1}` })),
    changes: { instead },
  });
  const onward: Work = { pathway: to, at: work.at, caseFile: work.caseFile, entries: work.entries };
  followUp(onward, { entry, turned, entered: plan.opens }, decided);
  passAtOnce(onward, entry.seq);
  return { ok: true, ...workDone(onward) };
}

/** Records why a case stays. */
export function refuse(work: Work, command: MigrateCommand, refused: Refusal): Advance {
  append(work, {
    kind: 'refused',
    happened: work.at,
    by: command.by.person,
    role: command.by.role,
    command,
    decisions: [],
    refusal: { code: refused.code },
    effects: [],
    changes: {},
  });
  return { ok: false, refusal: refused, ...workDone(work) };
}

/** The command names the version it goes to, so that nobody migrates to another one by mistake. */
export function requireTarget({ hash, pack }: Pathway, { to }: MigrateCommand): void {
  if (to.hash === hash) return;
  throw new EngineError(
    'command.invalid',
    `The command goes to ${to.id} ${to.version}, and ${pack.pack.id} ${pack.pack.version} was given: name the version that is meant.`,
    { wanted: to.hash, given: hash },
  );
}
