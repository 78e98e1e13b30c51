/**
 * One process per database: two connections in WAL mode can lose committed writes (tursodatabase/libsql#2271).
 * The lock is a write transaction held open on a small database beside the file: the operating system frees it when
 * the process dies, however it dies, so no stale lock ever has to be removed by hand.
 */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createClient, LibsqlError } from '@libsql/client';
import { StoreFailure } from './store-error.ts';

function otherProcess(pidFile: string): string {
  try {
    return `process ${readFileSync(pidFile, 'utf8').trim()}`;
  } catch {
    return 'another process';
  }
}

/** Takes the lock of a database file, or throws and says who has it. Returns the release. */
export async function lockDatabase(file: string): Promise<() => void> {
  const lockFile = `${file}.lock`;
  const pidFile = `${file}.pid`;
  appendFileSync(lockFile, '', { mode: 0o600 });
  const client = createClient({ url: `file:${lockFile}`, concurrency: 1, timeout: 0 });
  try {
    const held = await client.transaction('write');
    await held.execute('CREATE TABLE IF NOT EXISTS held (by TEXT)');
    writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
    return () => {
      held.close();
      client.close();
      rmSync(pidFile, { force: true });
    };
  } catch (error) {
    client.close();
    if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StoreFailure(
        `The database ${file} is already in use by ${otherProcess(pidFile)}. Two processes on one file can lose ` +
          'what they write, so this one does not start. Stop the other one, or choose another data folder.',
        'never',
        error,
      );
    }
    throw error;
  }
}
