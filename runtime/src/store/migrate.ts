import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { StoreFailure } from './store-error.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/** The statements of a migration file: split at the semicolons that end a line, comments left out. */
function statementsIn(sql: string): readonly string[] {
  const code = sql.replace(/^\s*--.*$/gm, '');
  return code
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** Brings the schema up to date: each file of `migrations/` once, in order of its number, in its own transaction. */
export async function migrate(client: Client): Promise<void> {
  const files = readdirSync(FOLDER)
    .filter((name) => /^\d{3}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  const version = Number((await client.execute('PRAGMA user_version')).rows[0]?.['user_version'] ?? 0);
  if (version > files.length) {
    throw new StoreFailure(
      `The database was written by a newer version (schema ${version}, this one knows ${files.length}). Start the newer version.`,
      'never',
    );
  }
  for (const [index, name] of files.entries()) {
    if (index < version) continue;
    const statements = statementsIn(readFileSync(join(FOLDER, name), 'utf8'));
    await client.batch([...statements, `PRAGMA user_version = ${index + 1}`], 'write');
  }
}
