/**
 * The store contract on one embedded, encrypted libSQL file: one process, one connection, synchronous=FULL.
 * A write whose outcome cannot be known (an I/O error, a full disk) stops the store: it still reads.
 * The encryption has no authentication: integrity comes from the hash chains of the journal and of the audit.
 */
import { appendFileSync } from 'node:fs';
import { type Client, createClient, type InStatement, LibsqlError, type Row } from '@libsql/client';
import { type AuditRow, FIRST_AUDIT_HASH, linkAudit } from '../audit/audit-row.ts';
import { groupCommit } from './group-commit.ts';
import { libsqlReads } from './libsql-reads.ts';
import { auditStatement, statementsOf } from './libsql-writes.ts';
import { lockDatabase } from './lock-database.ts';
import { migrate } from './migrate.ts';
import type { Store, Write } from './store.ts';
import { type ConflictOn, StoreConflict, StoreFailure } from './store-error.ts';

const PRAGMAS = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
] as const;

const CONFLICTS: Readonly<Record<string, ConflictOn>> = {
  entries: 'entries',
  answers: 'answer',
  accounts: 'account',
  settlements: 'proposal',
  once: 'once',
  deliveries: 'delivery',
  acknowledgements: 'acknowledgement',
  moves: 'move',
  moved_cases: 'move',
  procedure_lines: 'draft',
  publications: 'publication',
};

const BUSY_RETRIES = 20;

/** PRAGMAs belong to a connection: they are set again after every reconnection, and read back. */
async function applyPragmas(client: Client): Promise<void> {
  for (const [name, value, expected] of PRAGMAS) {
    await client.execute(`PRAGMA ${name} = ${value}`);
    const got = (await client.execute(`PRAGMA ${name}`)).rows[0]?.[name];
    if (got !== expected) {
      throw new StoreFailure(
        `The database refused PRAGMA ${name} = ${value} (it says ${String(got)}).`,
        'never',
      );
    }
  }
}

function conflictOf(error: unknown): StoreConflict | undefined {
  if (!(error instanceof LibsqlError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return undefined;
  const table = /UNIQUE constraint failed: (\w+)\./.exec(error.message)?.[1];
  const on = table === undefined ? undefined : CONFLICTS[table];
  return on === undefined ? undefined : new StoreConflict(on);
}

const isBusy = (error: unknown): boolean =>
  error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY');

/** Nothing was written when a statement broke a constraint: the transaction was rolled back. */
const isRefusedStatement = (error: unknown): boolean =>
  error instanceof LibsqlError && error.code.startsWith('SQLITE_CONSTRAINT');

async function headOf(client: Client): Promise<{ n: number; hash: string }> {
  const row: Row | undefined = (await client.execute('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1'))
    .rows[0];
  return row ? { n: Number(row['n']), hash: String(row['hash']) } : { n: 0, hash: FIRST_AUDIT_HASH };
}

/** Opens (or creates) the encrypted file. `key` is text of at least 32 characters. Throws when another process has it. */
export async function libsqlStore(options: { readonly file: string; readonly key: string }): Promise<Store> {
  if (options.key.length < 32) {
    throw new StoreFailure('The database key is too short: 32 characters at least.', 'never');
  }
  const unlock = await lockDatabase(options.file);
  // Nobody else's to read; what SQLite puts beside it takes the same rights.
  appendFileSync(options.file, '', { mode: 0o600 });
  let client: Client;
  try {
    client = createClient({
      url: `file:${options.file}`,
      encryptionKey: options.key,
      concurrency: 1,
      timeout: 0,
    });
    await applyPragmas(client);
    await migrate(client);
  } catch (error) {
    unlock();
    if (error instanceof LibsqlError && error.code === 'SQLITE_NOTADB') {
      throw new StoreFailure(
        `The key does not open ${options.file}, or the file is not a database. Give the key it was made with.`,
        'never',
        error,
      );
    }
    throw error;
  }
  let head = await headOf(client);
  let stopped: StoreFailure | undefined;

  async function reconnect(): Promise<void> {
    await client.reconnect();
    await applyPragmas(client);
  }

  /** One transaction. A busy connection is replaced and asked again; nothing was written by it. */
  async function transact(statements: InStatement[]): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await client.batch(statements, 'write');
        return;
      } catch (error) {
        if (!isBusy(error) || tries >= BUSY_RETRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * (tries + 1)));
        await reconnect();
      }
    }
  }

  async function commitTogether(units: readonly (readonly Write[])[]): Promise<void> {
    if (stopped) throw stopped;
    const statements: InStatement[] = [];
    let next: { n: number; hash: string } = head;
    for (const write of units.flat()) {
      if (write.kind === 'audit') {
        const row: AuditRow = linkAudit(next, write.note);
        statements.push(auditStatement(row));
        next = row;
      } else {
        statements.push(...statementsOf(write));
      }
    }
    try {
      await transact(statements);
      head = next;
    } catch (error) {
      if (isRefusedStatement(error)) {
        // The client drops a connection that will not roll back; a new one has none of the PRAGMAs.
        await applyPragmas(client);
        throw conflictOf(error) ?? error;
      }
      if (isBusy(error)) {
        // Nothing was written: it could not even begin.
        throw new StoreFailure(
          'The database is busy. Repeat the request with the same key.',
          'same-key',
          error,
        );
      }
      stopped = new StoreFailure(
        'The database could not say whether it wrote: it now only reads. Check the disk, start again, and repeat the request with the same key.',
        'same-key',
        error,
      );
      throw stopped;
    }
  }

  const group = groupCommit(commitTogether);
  return {
    ...libsqlReads(client),
    commit: group.commit,
    condition: () => (stopped ? 'stopped' : 'ready'),
    async close() {
      await group.settled();
      stopped ??= new StoreFailure('The store is closed.', 'never');
      client.close();
      unlock();
    },
  };
}
