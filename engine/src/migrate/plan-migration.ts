import { toInstant } from '../calendar/instant.ts';
import type { CaseFile } from '../journal/case-file.ts';
import { passLapsed } from '../journal/fire-deadline.ts';
import { beginWork } from '../journal/work.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { MigrationOptions, MigrationPlan } from './migration-plan.ts';
import { prepareMigration } from './prepare-migration.ts';

/**
 * What would become of one case in another version: every step and every deadline before and after, and every reason why
 * it cannot go. What moves the case and has lapsed by `at` passes first, as `migrate` lets it. Throws `pack.mismatch` for
 * a case of another version than `from`.
 */
export function planMigration(
  from: Pathway,
  to: Pathway,
  caseFile: CaseFile,
  options: MigrationOptions,
): MigrationPlan {
  const at = toInstant(options.at);
  const work = beginWork(from, caseFile, at);
  passLapsed(work, at);
  return prepareMigration(from, to, work.caseFile, { ...options, at }).plan;
}

/** A plan for each case of a version, one by one as they are read. */
export function* planMigrations(
  from: Pathway,
  to: Pathway,
  cases: Iterable<CaseFile>,
  options: MigrationOptions,
): Generator<MigrationPlan, void, undefined> {
  for (const caseFile of cases) yield planMigration(from, to, caseFile, options);
}
