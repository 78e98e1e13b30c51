/** The command line: one word, one file. */
import { join } from 'node:path';
import { analyse } from './analyse.ts';
import { check } from './check.ts';
import { type CliCommand, type Terminal, UsageError } from './command.ts';
import { diff } from './diff.ts';
import { exportPack } from './export.ts';
import { migrate } from './migrate.ts';
import { play } from './play.ts';
import { rebase } from './rebase.ts';
import { serve } from './serve.ts';
import { simulate } from './simulate.ts';

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  analyse,
  check,
  diff,
  export: exportPack,
  migrate,
  play,
  rebase,
  serve,
  simulate,
};

const usage = (): string =>
  ['Usage:', ...Object.values(COMMANDS).map((command) => `  npm run -s parcours -- ${command.usage}`)].join(
    '\n',
  );

/** Wrong options are told by Node's own parser with these codes. */
function isCalledWrongly(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}

/** Runs one command line; resolves to its exit code. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.err(usage());
    return name === '--help' || name === 'help' ? 0 : 2;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isCalledWrongly(error)) throw error;
    if (rest.includes('--json')) terminal.out(JSON.stringify({ error: error.message }));
    else terminal.err(`${error.message}\nUsage: ${command.usage}`);
    return 2;
  }
}

if (import.meta.filename === process.argv[1]) {
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    env: process.env,
    home: join(import.meta.dirname, '..', '..', '..'),
  });
}
