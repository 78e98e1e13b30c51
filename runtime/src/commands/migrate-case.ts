import type { MigrationPlan } from '@parcours/engine';
import { type Command, EngineError, type Pathway, takeBackMigration } from '@parcours/engine';
import { mayReadWords } from '../access/clearance.ts';
import { seen as recordSeen } from '../access/record-read.ts';
import { type SeenCase, seeCase } from '../access/see-case.ts';
import type { Asked, Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { targetVersion } from '../packs/target-version.ts';
import type { ProofAnswer } from '../proofs/proof-tasks.ts';
import type { StoredCase, Write } from '../store/store.ts';
import { askSecondOpinion, isRefused } from './advance-case.ts';
import { caseAnswer, invalidValues, refusedBody } from './case-answer.ts';
import { caseWrites, hasOutcome, type Outcome } from './case-writes.ts';
import { type MigrateInput, mapOf, type PlanMigrationInput, type TakeBackInput } from './migration-inputs.ts';
import { onCase } from './on-case.ts';
import type { Answer, GivenAnswer, WriteRequest } from './run-once.ts';

type Migrating = Extract<Command, { kind: 'migrate' }>;

/** A migration shows and moves the whole case: only who reads all of it, words included, asks for one. */
function roleToMigrate({ stored, pathway, roles }: SeenCase): string {
  const role = roles.find((held) => mayReadWords(pathway.pack, stored, [held]));
  if (role === undefined) {
    throw new RequestError('access.refused', 'Only who carries the case moves it to another version.');
  }
  return role;
}

const linkOf = ({ pack, hash }: Pathway) => ({ id: pack.pack.id, version: pack.pack.version, hash });

/** What would become of the case in another version; nothing happens. */
export async function planCaseMigration(
  asked: Asked,
  caseId: string,
  input: PlanMigrationInput,
): Promise<MigrationPlan> {
  const { service } = asked;
  const seen = await seeCase(asked, caseId, 'case.write');
  roleToMigrate(seen);
  const { stored, pathway } = seen;
  const to = await targetVersion(service, pathway, input.to);
  const entries = await service.store.entries(caseId);
  const at = service.clock.now();
  const cases = [{ file: stored.file, entries }];
  const [told] = await service.prover.ask('plan', { ...between(pathway, to), at, cases, ...mapOf(input) });
  if (!told || 'error' in told) {
    const { code, message, parameters } = told?.error ?? { code: 'engine.internal', message: '' };
    throw new EngineError(code, message, parameters);
  }
  await recordSeen(asked, 'case.plan_migration', caseId);
  return told.plan;
}

/** Two versions, as the prover takes them. */
export function between(from: Pathway, to: Pathway) {
  return { from: { pack: from.pack, hash: from.hash }, to: { pack: to.pack, hash: to.hash } };
}

/** What a migration leaves to be written, and what keeps the case when it stays. The proofs are made beside what serves. */
export async function migrationOf(
  { prover, store }: Pick<Service, 'prover' | 'store'>,
  stored: StoredCase,
  from: Pathway,
  to: Pathway,
  command: Migrating,
  at: string,
): Promise<{
  readonly outcome: Outcome;
  readonly result: ProofAnswer<'migrate'>;
  readonly writes: Write[];
}> {
  const entries = await store.entries(stored.id);
  const result = await prover.ask('migrate', {
    ...between(from, to),
    file: stored.file,
    entries,
    command,
    at,
  });
  if (!hasOutcome(result)) throw invalidValues(result.invalid);
  const outcome = result.ok
    ? (await askSecondOpinion(to, stored.file, result, undefined, at)).outcome
    : result;
  const pack: Write = { kind: 'pack', pack: { hash: to.hash, pack: to.pack } };
  return { outcome, result, writes: [...(result.ok ? [pack] : []), ...caseWrites(stored, outcome, at)] };
}

/** Moves one case to another version, wholly or not at all. */
export function migrateCase(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  input: MigrateInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onCase(asked, write, caseId, async (seen): Promise<Answer> => {
    const { stored, pathway } = seen;
    const by = { person: account.id, role: roleToMigrate(seen) };
    const to = await targetVersion(service, pathway, input.to);
    const at = service.clock.now();
    const command: Migrating = { kind: 'migrate', by, to: linkOf(to), reason: input.reason, ...mapOf(input) };
    const { result, outcome, writes } = await migrationOf(service, stored, pathway, to, command, at);
    if (isRefused(result)) return refusedAnswer(stored, result, writes);
    return {
      status: 200,
      body: caseAnswer(stored.reference, outcome.caseFile, outcome.entries),
      writes,
      subject: stored.id,
    };
  });
}

function refusedAnswer(
  stored: StoredCase,
  { refusal }: Extract<ProofAnswer<'migrate'>, { refusal: unknown }>,
  writes: readonly Write[],
): Answer {
  return {
    status: 409,
    body: refusedBody(refusal),
    writes,
    subject: stored.id,
    refused: `event.refused.${refusal.code}`,
  };
}

/** Puts the case back on the version it came from, as long as nothing has happened since. */
export function takeBackCaseMigration(
  asked: Asked,
  write: WriteRequest,
  caseId: string,
  { reason }: TakeBackInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onCase(asked, write, caseId, async (seen): Promise<Answer> => {
    const { stored, pathway } = seen;
    const by = { person: account.id, role: roleToMigrate(seen) };
    const entries = await service.store.entries(caseId);
    const last = entries.findLastIndex(({ kind }) => kind === 'migrated');
    const versions = entries
      .slice(0, Math.max(last, 0))
      .flatMap(({ changes }) => changes.instead?.pack ?? changes.pack ?? []);
    const before = versions.at(-1);
    if (!before) throw new RequestError('migration.none', 'The case has always stood on this version.');
    const to = await service.pathways.of(before.hash);
    const at = service.clock.now();
    const command: Migrating = { kind: 'migrate', by, to: linkOf(to), reason };
    const result = takeBackMigration(pathway, to, entries, command, at);
    if (!hasOutcome(result)) throw invalidValues(result.invalid);
    const writes = caseWrites(stored, result, at);
    if (isRefused(result)) return refusedAnswer(stored, result, writes);
    return {
      status: 200,
      body: caseAnswer(stored.reference, result.caseFile, result.entries),
      writes,
      subject: stored.id,
    };
  });
}
