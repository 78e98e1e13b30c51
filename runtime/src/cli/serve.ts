import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { createApp } from '../app.ts';
import { needsSetup } from '../commands/set-up.ts';
import { systemClock } from '../deadlines/clock.ts';
import type { Deps, Log } from '../deps.ts';
import { packShelf } from '../packs/pack-shelf.ts';
import { shelvePublications } from '../packs/shelve-publications.ts';
import { newSetupCode } from '../sign-in/new-setup-code.ts';
import { libsqlStore } from '../store/libsql-store.ts';
import { StoreFailure } from '../store/store-error.ts';
import { type CliCommand, type Terminal, UsageError } from './command.ts';
import { demoDoor } from './demo-door.ts';
import { loadShelf } from './load-shelf.ts';
import { readKey } from './read-key.ts';
import { seedDemo } from './seed-demo.ts';
import { serveEditor } from './serve-editor.ts';
import { startServer } from './start-server.ts';

/** What must never be written even by mistake; bodies are never logged at all. */
const REDACTED = ['facts', 'body', 'password', 'name', 'displayName', 'cookie', 'token', 'code', 'reason'];

function portOf(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`PORT is ${text}: give a number from 0 to 65535.`);
  }
  return port;
}

function depsOf(
  store: Deps['store'],
  log: Log,
  library: string,
  demo: boolean,
  setupCode: string,
  origin: string | undefined,
): Deps {
  return {
    store,
    log,
    clock: systemClock(),
    newId: () => uuid(),
    newSecret: () => randomBytes(32).toString('base64url'),
    packs: packShelf(loadShelf(library)),
    setupCode,
    demo,
    ...(origin === undefined ? {} : { origins: [origin], secureCookies: origin.startsWith('https:') }),
  };
}

/** Resolves when the process is asked to end. */
function askedToStop(): Promise<string> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done(signal));
  });
}

async function run(words: readonly string[], { out, err, env, home }: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { demo: { type: 'boolean' }, library: { type: 'string' }, data: { type: 'string' } },
  });
  const demo = values.demo === true;
  const data = resolve(values.data ?? join(home, 'data'));
  const key = readKey(resolve(env.PARCOURS_KEY_FILE ?? join(home, '.keys', 'parcours.key')));
  const port = portOf(env.PORT);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = join(data, demo ? 'demo.db' : 'parcours.db');
  let store: Deps['store'];
  try {
    store = await libsqlStore({ file, key });
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    err(error.message);
    return 1;
  }
  const log = pino(
    { level: env.LOG_LEVEL ?? 'warn', redact: { paths: REDACTED, remove: true } },
    pino.destination(2),
  );
  const setupCode = newSetupCode();
  const served = depsOf(
    store,
    log,
    resolve(values.library ?? join(home, 'procedures')),
    demo,
    setupCode,
    env.PARCOURS_ORIGIN,
  );
  await shelvePublications(served);
  const people = demo ? demoDoor(served.packs) : undefined;
  const deps: Deps = { ...served, ...(people ? { demoDoor: people } : {}) };
  const { app, sweeper, service } = createApp(deps);
  const hasEditor = serveEditor(app, join(home, 'editor', 'dist'));
  const tellStories = people ? await seedDemo(service, people, err) : undefined;
  const stopped = askedToStop();
  // The stories of the demonstration run on a clock of their own, in the past: ours sweeps once they are told.
  const swept = tellStories ? { ...sweeper, start: () => undefined } : sweeper;
  const server = await startServer({ app, sweeper: swept, store, port, host: env.HOST ?? '127.0.0.1' });
  for (const pack of deps.packs.list()) {
    if (!pack.pathway) err(`${pack.id} does not run: npm run -s parcours -- check ${pack.id}`);
  }
  if (!hasEditor) err('The screens are not built: npm run build');
  out(`Parcours is ready: ${server.address}`);
  if (people) {
    out('DEMONSTRATION: every person and every case in it is invented. Enter no real one.');
    for (const account of people.accounts)
      out(`  ${account.name}  ${people.password}  ${account.displayName}`);
  } else if (await needsSetup(service)) {
    out(`One-time code for the first administrator: ${setupCode}`);
  }
  let isStopping = false;
  const telling = tellStories?.(() => isStopping)
    .catch((error) => log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a story failed'))
    .then(() => {
      if (!isStopping) sweeper.start();
    });
  await stopped;
  isStopping = true;
  await telling;
  await server.stop();
  await service.prover.close();
  return 0;
}

/** Serves the application and its API on one port. */
export const serve: CliCommand = {
  usage: 'serve [--demo] [--library DIR] [--data DIR]   (PORT, HOST, PARCOURS_KEY_FILE, PARCOURS_ORIGIN)',
  run,
};
