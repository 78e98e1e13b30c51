// What `npm test` runs: every check and every test, each runner once, all of them even when one fails.
// The last line printed is the sum, "N passed, N failed"; the exit code is 0 only when nothing failed.
//
//   npm test                    everything
//   npm test -- types unit      only these runners
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { judge, type Outcome, type Report, readPlaywrightReport, readVitestReport } from './reports.ts';
import { testFilesByRunner } from './test-files.ts';

const root = resolve(import.meta.dirname, '..');
const reportFolder = mkdtempSync(join(tmpdir(), 'parcours-test-'));

const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  SCARF_ANALYTICS: 'false',
  DO_NOT_TRACK: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
};

/** Runs a command with our output as its own, and answers its exit code; a signal counts as 1. */
function execute(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...env, ...more },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** A tool that only says yes or no counts as one test. */
async function check(command: string, ...args: string[]): Promise<Outcome> {
  const code = await execute(command, args);
  return code === 0
    ? { passed: 1, skipped: 0, failures: [] }
    : { passed: 0, skipped: 0, failures: [`${command} found faults`] };
}

/** Runs a test runner and judges its JSON report; a runner that left none has crashed. */
async function runner(
  files: readonly string[],
  read: (report: unknown, root: string) => Report,
  run: (reportFile: string) => Promise<number>,
): Promise<Outcome> {
  if (files.length === 0) return { passed: 0, skipped: 0, failures: [] };
  const reportFile = join(reportFolder, `${Math.random().toString(36).slice(2)}.json`);
  const code = await run(reportFile);
  let text: string;
  try {
    text = readFileSync(reportFile, 'utf8');
  } catch {
    return { passed: 0, skipped: 0, failures: [`the runner left no report (exit code ${code})`] };
  }
  return judge(read(JSON.parse(text), root), files, code);
}

const vitest = (files: readonly string[], ...chosen: string[]) =>
  runner(files, readVitestReport, (report) =>
    execute('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...chosen,
    ]),
  );

/** In one run of all stories the browser once closed its page, and the files left were not told: so many have one of their own. */
const STORY_FILES = 40;

async function stories(files: readonly string[]): Promise<Outcome> {
  const sum: Outcome = { passed: 0, skipped: 0, failures: [] };
  for (let first = 0; first < files.length; first += STORY_FILES) {
    const part = files.slice(first, first + STORY_FILES);
    const { passed, skipped, failures } = await vitest(part, '--project=stories', ...part);
    sum.passed += passed;
    sum.skipped += skipped;
    sum.failures.push(...failures);
  }
  return sum;
}

const tests = testFilesByRunner(root);

const runners: Record<string, () => Promise<Outcome>> = {
  types: () => check('tsc', '-b'),
  style: () => check('biome', 'ci', '--error-on-warnings'),
  unused: () => check('knip'),
  unit: () => vitest(tests.unit, '--project=!stories'),
  stories: () => stories(tests.stories),
  journeys: () =>
    runner(tests.journeys, readPlaywrightReport, (report) =>
      execute('playwright', ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      }),
    ),
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in runners));
  if (unknown.length > 0) {
    throw new Error(
      `No runner is called ${unknown.join(', ')}; there are ${Object.keys(runners).join(', ')}.`,
    );
  }
  const outcomes: [string, Outcome][] = [];
  for (const [name, run] of Object.entries(runners)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n── ${name}`);
    outcomes.push([
      name,
      await run().catch((error: unknown) => ({
        passed: 0,
        skipped: 0,
        failures: [`${name} broke off: ${error}`],
      })),
    ]);
  }

  console.log();
  for (const [name, { passed, skipped, failures }] of outcomes) {
    console.log(
      `${name.padEnd(10)}${passed} ok, ${failures.length} not ok${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    );
    for (const failure of failures) console.log(`  ✗ ${failure}`);
  }
  const passed = outcomes.reduce((sum, [, outcome]) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, [, outcome]) => sum + outcome.failures.length, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

try {
  await main();
} finally {
  rmSync(reportFolder, { recursive: true, force: true });
}
