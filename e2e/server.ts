import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');
const READY_WITHIN_MS = 120_000;

export type Server = {
  readonly url: string;
  /** What it has printed for whoever started it, line by line. */
  readonly lines: readonly string[];
  /** Asks it to end, or (SIGKILL) ends it in the middle of whatever it does. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

export type Place = { readonly data: string; readonly port: number };

/** Starts the service as README says, on a folder of its own. Port 0 takes a free one. */
export async function startServer({ data, port }: Place, ...words: readonly string[]): Promise<Server> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'runtime/src/cli/main.ts', 'serve', '--data', join(data, 'data'), ...words],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: `${port}`, PARCOURS_KEY_FILE: join(data, 'keys', 'parcours.key') },
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const lines: string[] = [];
  const url = await new Promise<string>((ready, fail) => {
    const late = setTimeout(() => fail(new Error('The server was not ready in time.')), READY_WITHIN_MS);
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const address = /ready: (\S+)/.exec(line)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      // What belongs to the greeting is printed in the same breath.
      setTimeout(() => ready(address), 100);
    });
    child.once('exit', (code) => fail(new Error(`The server ended with exit code ${code}.`)));
  });
  return {
    url,
    lines,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** A folder for the data of one server, taken away afterwards. */
export async function withDataFolder(use: (data: string) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'parcours-e2e-'));
  try {
    await use(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** The one-time code of the first administrator, read where it is printed: in the terminal. */
export function oneTimeCode(server: Server): string {
  const code = server.lines.map((line) => /One-time code .*: (\S+)$/.exec(line)?.[1]).find(Boolean);
  if (code === undefined) throw new Error(`No one-time code was printed:\n${server.lines.join('\n')}`);
  return code;
}

/** Name and password of an invented person, read where they are printed: in the terminal. */
export function inventedAccount(server: Server, name: string): { name: string; password: string } {
  const [, password] =
    server.lines.map((line) => line.trim().split(/\s{2,}/)).find(([first]) => first === name) ?? [];
  if (password === undefined) throw new Error(`No account ${name} was printed:\n${server.lines.join('\n')}`);
  return { name, password };
}

/** `test` with the demonstration behind `page.goto('/')`, on a folder that goes away. */
export const demonstration = base.extend<object, { demo: Server }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of this pattern.
    async ({}, use) => {
      await withDataFolder(async (data) => {
        const server = await startServer({ data, port: 0 }, '--demo');
        await use(server);
        await server.end('SIGTERM');
      });
    },
    { scope: 'worker', timeout: READY_WITHIN_MS },
  ],
  baseURL: async ({ demo }, use) => use(demo.url),
});

/** `test` with a fresh server of its own for every journey: no account, no case, the code in the terminal. */
export const fresh = base.extend<{ data: string; server: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of this pattern.
  data: async ({}, use) => withDataFolder(use),
  server: [
    async ({ data }, use) => {
      const server = await startServer({ data, port: 0 });
      await use(server);
      await server.end('SIGTERM');
    },
    { timeout: READY_WITHIN_MS },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});
