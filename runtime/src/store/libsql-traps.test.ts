import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditWrite, madeAccount } from '../fixtures/made-case.ts';
import { libsqlStore } from './libsql-store.ts';

type Options = {
  readonly url: string;
  readonly concurrency?: number | undefined;
  readonly timeout?: number | undefined;
};
const seen = vi.hoisted(() => ({
  options: [] as Options[],
  modes: [] as unknown[],
  statements: [] as string[],
}));

vi.mock(import('@libsql/client'), async (original) => {
  const theirs = await original();
  const createClient: typeof theirs.createClient = (config) => {
    const client = theirs.createClient(config);
    seen.options.push(config);
    const { batch, execute } = client;
    client.batch = (statements, mode) => {
      seen.modes.push(mode);
      return batch.call(client, statements, mode);
    };
    client.execute = ((...given: Parameters<typeof execute>) => {
      seen.statements.push(String(given[0]));
      return execute.apply(client, given);
    }) as typeof execute;
    return client;
  };
  return { ...theirs, createClient };
});

const folder = mkdtempSync(join(tmpdir(), 'parcours-traps-'));
const newStore = () => libsqlStore({ file: join(folder, `${Math.random()}.db`), key: 'k'.repeat(64) });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  seen.options.length = 0;
  seen.modes.length = 0;
  seen.statements.length = 0;
});

describe('traps of libSQL, as the store avoids them', () => {
  it('two connections in WAL mode can lose writes, and the client pools 20: every client has one', async () => {
    await (await newStore()).close();
    expect(seen.options.length).toBeGreaterThan(0);
    expect(seen.options.every(({ concurrency }) => concurrency === 1)).toBe(true);
  });

  it('a busy timeout blocks the event loop: every client waits 0 and the store asks again by itself', async () => {
    await (await newStore()).close();
    expect(seen.options.every(({ timeout }) => timeout === 0)).toBe(true);
  });

  it('a batch is deferred by default: every commit asks for write', async () => {
    const store = await newStore();
    seen.modes.length = 0;
    await store.commit([auditWrite('c1')]);
    await store.close();
    expect(seen.modes).toEqual(['write']);
  });

  it('PRAGMAs are per connection: set at start, and again after a constraint made the client drop its own', async () => {
    const store = await newStore();
    const set = () => seen.statements.filter((sql) => /^PRAGMA \w+ = /.test(sql));
    const every = [
      'PRAGMA journal_mode = WAL',
      'PRAGMA synchronous = FULL',
      'PRAGMA secure_delete = ON',
      'PRAGMA foreign_keys = ON',
    ];
    expect(set()).toEqual(expect.arrayContaining(every));
    seen.statements.length = 0;
    await store.commit([{ kind: 'newAccount', account: madeAccount('anna') }]);
    await expect(store.commit([{ kind: 'newAccount', account: madeAccount('anna') }])).rejects.toThrow();
    expect(set()).toEqual(every);
    await store.close();
  });
});
