import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Spawned, spawnRefused, spawnServer } from '../fixtures/spawn-server.ts';
import { at } from '../fixtures/test-app.ts';

const PATIENCE_MS = 240_000;
const root = mkdtempSync(join(tmpdir(), 'parcours-serve-'));
const started: Spawned[] = [];
let last = 0;
const newFolder = () => join(root, String(++last));

async function serve(folder: string, ...extra: string[]): Promise<Spawned> {
  const server = await spawnServer(folder, ...extra);
  started.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.end('SIGKILL')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Answer = { readonly status: number; readonly body: unknown; readonly cookie: string };

async function ask(
  server: Spawned,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${server.address}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text, cookie };
}

/** Makes the first administrator, who is a caseworker too, and gives the cookie. */
async function firstPerson(server: Spawned): Promise<string> {
  const code = server.lines
    .map((line) => /code for the first administrator: (\S+)/.exec(line)?.[1])
    .find(Boolean);
  const made = await ask(server, 'POST', '/api/setup', {
    code,
    name: 'ada',
    displayName: 'Ada',
    password: 'a long password',
    roles: ['caseworker', 'supervisor'],
  });
  expect(made.status).toBe(201);
  return made.cookie;
}

/** The line with the code follows the address. */
async function codePrinted(server: Spawned): Promise<void> {
  while (!server.lines.some((line) => line.includes('One-time code')))
    await new Promise((r) => setTimeout(r, 5));
}

describe('serve', () => {
  it(
    'loses no acknowledged write and repeats none when it is killed in the middle, again and again',
    async () => {
      const folder = newFolder();
      let server = await serve(folder);
      await codePrinted(server);
      const cookie = await firstPerson(server);
      const opening = await ask(
        server,
        'POST',
        '/api/cases',
        { pack: 'try-out' },
        { cookie, 'idempotency-key': 'open-the-case' },
      );
      const id = String(at(opening.body, 'case'));

      // The client's own ledger: what was acknowledged, and what it cannot know.
      const acknowledged = new Map<string, number>();
      const unknown = new Set<string>();
      let next = 0;
      const write = async (to: Spawned, said: string): Promise<void> => {
        const headers = { cookie, 'idempotency-key': `key-of-${said.replace(' ', '-')}` };
        const reply = await ask(to, 'POST', `/api/cases/${id}/facts`, { facts: { told: said } }, headers);
        if (reply.status !== 200) throw new Error(`answered ${reply.status}`);
        acknowledged.set(said, Number(at(reply.body, 'seq')));
        unknown.delete(said);
      };
      const writeUntilKilled = async (to: Spawned): Promise<void> => {
        for (;;) {
          const said = `words ${++next}`;
          unknown.add(said);
          try {
            await write(to, said);
          } catch (error) {
            // The connection broke: it was killed. An answer that is no success is a failure of the test.
            if (error instanceof TypeError) return;
            throw error;
          }
        }
      };

      for (let round = 0; round < 6; round += 1) {
        const running = server;
        const goal = acknowledged.size + 5 + round * 7;
        const writers = Array.from({ length: 4 }, () => writeUntilKilled(running));
        const enough = (async () => {
          while (acknowledged.size < goal) await new Promise((r) => setTimeout(r, 1));
        })();
        await Promise.race([enough, Promise.all(writers)]);
        expect(await running.end('SIGKILL')).toBe('SIGKILL');
        await Promise.all(writers);
        server = await serve(folder);
        for (const said of [...unknown]) await write(server, said);
        const journal = await ask(server, 'GET', `/api/cases/${id}/journal`, undefined, { cookie });
        expect(at(journal.body, 'check')).toMatchObject({ same: true });
        const entries = at(journal.body, 'entries') as {
          seq: number;
          cause?: number;
          facts: { told?: string };
        }[];
        // An answer names the last entry of its command: a signal that it set off comes after it.
        const lastOf = (seq: number) =>
          Math.max(...entries.filter((e) => e.seq === seq || e.cause === seq).map((e) => e.seq));
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
        const recorded = entries.flatMap(({ seq, facts }) =>
          facts.told ? [[facts.told, lastOf(seq)] as const] : [],
        );
        expect(new Map(recorded)).toEqual(acknowledged);
        expect(recorded).toHaveLength(acknowledged.size);
      }

      const goesOn = await ask(
        server,
        'POST',
        `/api/cases/${id}/events`,
        { event: 'report_taken', facts: { risk: 'low' } },
        {
          cookie,
          'idempotency-key': 'and-the-case-goes-on',
        },
      );
      expect(goesOn.body).toMatchObject({ entered: ['visit'] });
    },
    PATIENCE_MS,
  );

  it(
    'refuses to start a second time on the same database, and says why',
    async () => {
      const folder = newFolder();
      const server = await serve(folder);
      const second = await spawnRefused(folder);
      expect(second.code).toBe(1);
      expect(second.out).toBe('');
      expect(second.err).toContain(`in use by process ${server.process.pid}`);
      expect((await ask(server, 'GET', '/api/health')).status).toBe(200);
    },
    PATIENCE_MS,
  );

  it(
    'stops when asked, though a connection stays open, and leaves a whole database',
    async () => {
      const folder = newFolder();
      const server = await serve(folder);
      await codePrinted(server);
      const cookie = await firstPerson(server);
      const { hostname, port } = new URL(server.address);
      const idle = connect(Number(port), hostname);
      await new Promise<void>((done) => idle.once('connect', () => done()));
      idle.on('error', () => undefined);
      idle.write('GET /api/health HTTP/1.1\r\nHost: x\r\n');
      expect(await server.end('SIGTERM')).toBe(0);
      idle.destroy();
      expect(existsSync(join(folder, 'data', 'parcours.db-wal'))).toBe(false);
      const again = await serve(folder);
      expect((await ask(again, 'GET', '/api/session', undefined, { cookie })).status).toBe(200);
      expect(again.lines.join()).not.toContain('One-time code');
    },
    PATIENCE_MS,
  );

  it(
    'keeps its key apart from the data, for its owner alone, and refuses one that others can read',
    async () => {
      const folder = newFolder();
      const server = await serve(folder);
      const key = join(folder, 'keys', 'key');
      expect(statSync(key).mode & 0o777).toBe(0o600);
      for (const name of readdirSync(join(folder, 'data'))) {
        expect(statSync(join(folder, 'data', name)).mode & 0o077, name).toBe(0);
        expect(readFileSync(join(folder, 'data', name)).includes(readFileSync(key, 'utf8').trim())).toBe(
          false,
        );
      }
      await server.end('SIGTERM');
      chmodSync(key, 0o644);
      const refused = await spawnRefused(folder);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('chmod 600');
    },
    PATIENCE_MS,
  );

  it(
    'shows invented people and cases with --demo, marked, in a database of their own',
    async () => {
      const folder = newFolder();
      const server = await serve(folder, '--demo');
      while (!server.lines.some((line) => line.includes('demo.admin')))
        await new Promise((r) => setTimeout(r, 5));
      expect(server.lines.join()).toContain('invented');
      const [name, password] = (server.lines.find((line) => line.includes('demo.social')) ?? '')
        .trim()
        .split(/\s+/);
      expect((await ask(server, 'GET', '/api/setup')).body).toMatchObject({
        demo: true,
        needed: false,
        door: { password, accounts: expect.arrayContaining([expect.objectContaining({ name })]) },
      });
      const signed = await ask(server, 'POST', '/api/session', { name, password });
      expect(signed.body).toMatchObject({
        demo: true,
        account: { displayName: expect.stringContaining('fictif') },
      });
      // Its cases are told while it already serves.
      const first = async () => {
        const cases = await ask(server, 'GET', '/api/cases', undefined, { cookie: signed.cookie });
        return at(cases.body, 'cases', 0);
      };
      while ((await first()) === undefined) await new Promise((r) => setTimeout(r, 20));
      expect(await first()).toMatchObject({ pack: { id: 'try-out' } });
      expect(readdirSync(join(folder, 'data')).filter((file) => file.startsWith('parcours'))).toEqual([]);
    },
    PATIENCE_MS,
  );
});
