import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, describe, expect, it } from 'vitest';
import { auditWrite, madeAccount, madeCase, madeEntry } from '../fixtures/made-case.ts';
import { libsqlStore } from './libsql-store.ts';
import { storeContract } from './store.contract.ts';

const KEY = 'k'.repeat(64);
const folder = mkdtempSync(join(tmpdir(), 'parcours-store-'));
let last = 0;
const newFile = () => join(folder, `${++last}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('libSQL', () => libsqlStore({ file: newFile(), key: KEY }));

describe('the libSQL file', () => {
  it('keeps everything across a restart, the audit chain included', async () => {
    const file = newFile();
    const first = await libsqlStore({ file, key: KEY });
    await first.commit([
      { kind: 'case', case: madeCase('c1') },
      { kind: 'entries', entries: [madeEntry('c1', 1)] },
    ]);
    await first.commit([auditWrite('c1')]);
    await first.close();
    const second = await libsqlStore({ file, key: KEY });
    await second.commit([auditWrite('c1')]);
    expect(await second.entries('c1')).toEqual([madeEntry('c1', 1)]);
    expect((await second.auditRows(1, 9)).map(({ n }) => n)).toEqual([1, 2]);
    await second.close();
  });

  it('is encrypted: no name stands in it in clear, and another key does not open it', async () => {
    const file = newFile();
    const store = await libsqlStore({ file, key: KEY });
    await store.commit([
      { kind: 'newAccount', account: madeAccount('anna', { displayName: 'Ramatoulaye' }) },
    ]);
    await store.close();
    expect(readFileSync(file).includes('Ramatoulaye')).toBe(false);
    expect(readFileSync(file).includes('SQLite format 3')).toBe(false);
    await expect(libsqlStore({ file, key: 'z'.repeat(64) })).rejects.toThrow('The key does not open');
  });

  it('refuses a second user of the same file and says who has it', async () => {
    const file = newFile();
    const store = await libsqlStore({ file, key: KEY });
    await expect(libsqlStore({ file, key: KEY })).rejects.toThrow(`in use by process ${process.pid}`);
    await store.close();
    const again = await libsqlStore({ file, key: KEY });
    await again.close();
  });

  it('refuses a database of a newer version instead of guessing', async () => {
    const file = newFile();
    await (await libsqlStore({ file, key: KEY })).close();
    const client = createClient({ url: `file:${file}`, encryptionKey: KEY, concurrency: 1 });
    await client.execute('PRAGMA user_version = 99');
    client.close();
    await expect(libsqlStore({ file, key: KEY })).rejects.toThrow('newer version');
  });
});

describe('traps of libSQL, so that an upgrade cannot bring them back', () => {
  const open = (file: string) =>
    createClient({ url: `file:${file}`, encryptionKey: KEY, concurrency: 1, timeout: 0 });

  it('a batch in write mode is all or nothing', async () => {
    const client = open(newFile());
    await client.execute('CREATE TABLE t (a INTEGER PRIMARY KEY)');
    await expect(
      client.batch(['INSERT INTO t VALUES (1)', 'INSERT INTO t VALUES (1)'], 'write'),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
    expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.['n']).toBe(0);
    client.close();
  });

  it('PRAGMAs belong to a connection: a reconnection loses them, so the store sets them again', async () => {
    const client = open(newFile());
    await client.execute('PRAGMA synchronous = OFF');
    expect((await client.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(0);
    await client.reconnect();
    expect((await client.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(2);
    client.close();
  });

  it('a busy connection is replaced and the commit repeated: nobody is told of it', async () => {
    const file = newFile();
    const store = await libsqlStore({ file, key: KEY });
    const other = open(file);
    const held = await other.transaction('write');
    const commit = store.commit([auditWrite('c1')]);
    setTimeout(() => held.close(), 40);
    await commit;
    expect(await store.auditRows(1, 9)).toHaveLength(1);
    expect(store.condition()).toBe('ready');
    other.close();
    await store.close();
  });

  it('a failure whose outcome is unknown stops the store: it still reads, and writes nothing more', async () => {
    const file = newFile();
    const store = await libsqlStore({ file, key: KEY });
    await store.commit([auditWrite('c1')]);
    const other = open(file);
    await other.execute('DROP TABLE audit');
    await other.execute('CREATE TABLE audit (n INTEGER) STRICT');
    other.close();
    await expect(store.commit([auditWrite('c2')])).rejects.toMatchObject({
      name: 'StoreFailure',
      retry: 'same-key',
    });
    expect(store.condition()).toBe('stopped');
    await expect(store.commit([{ kind: 'once', id: 'x' }])).rejects.toMatchObject({ name: 'StoreFailure' });
    expect(await store.hasHappened('x')).toBe(false);
    await store.close();
  });
});
