import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const readyWithinMs = 60_000;

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`The server ended with exit code ${server.exitCode}.`);
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(`The server did not answer within ${readyWithinMs} ms.`);
}

/** `test` with a server of its own behind `page.goto('/')`: demonstration data, in a folder that goes away. */
export const test = base.extend<object, { serverUrl: string }>({
  serverUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of this pattern.
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'parcours-e2e-'));
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const server = spawn(
        process.execPath,
        [
          '--import',
          'tsx',
          'runtime/src/cli/main.ts',
          'serve',
          '--demo',
          '--port',
          `${port}`,
          '--data',
          data,
        ],
        { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      );
      try {
        await untilItAnswers(url, server);
        await use(url);
      } finally {
        if (server.exitCode === null) {
          const ended = new Promise((done) => server.once('exit', done));
          server.kill('SIGTERM');
          await ended;
        }
        await rm(data, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: readyWithinMs + 10_000 },
  ],
  baseURL: async ({ serverUrl }, use) => use(serverUrl),
});
