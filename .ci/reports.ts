import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** What a runner did: one of `failures` per failed test, with its first words, or per fault of the runner itself. */
export type Outcome = { passed: number; skipped: number; failures: string[] };

/** An outcome, and the test files (relative to the root, with slashes) in which at least one test ran. */
export type Report = Outcome & { ran: ReadonlySet<string> };

/**
 * Adds to a report the faults that no test can tell: a test file on disk of which no test ran, and an exit
 * code that no failure explains.
 */
export function judge(report: Report, files: readonly string[], exitCode: number): Outcome {
  const { passed, skipped, ran } = report;
  const notRun = files.filter((file) => !ran.has(file)).map((file) => `no test ran in ${file}`);
  const failures = [...report.failures, ...notRun];
  if (exitCode !== 0 && failures.length === 0) failures.push(`the runner ended with exit code ${exitCode}`);
  return { passed, skipped, failures };
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads what `vitest --reporter=json` wrote. A file that failed to load is one failure. */
export function readVitestReport(report: unknown, root: string): Report {
  const outcome = { passed: 0, skipped: 0, failures: [] as string[], ran: new Set<string>() };
  for (const file of vitestReport.parse(report).testResults) {
    const path = fromRoot(root, file.name);
    const statuses = file.assertionResults.map((test) => test.status);
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    outcome.passed += statuses.filter((status) => status === 'passed').length;
    outcome.skipped += statuses.filter((status) => status !== 'passed' && status !== 'failed').length;
    outcome.failures.push(
      ...failed.map((test) => told(`${path}: ${test.fullName}`, test.failureMessages?.[0])),
    );
    if (file.status === 'failed' && failed.length === 0) {
      outcome.failures.push(`${path}: ${file.message?.split('\n')[0] || 'the file did not load'}`);
      outcome.ran.add(path);
    }
    if (statuses.some((status) => status === 'passed' || status === 'failed')) outcome.ran.add(path);
  }
  return outcome;
}

const trial = z.object({
  status: z.string(),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })).optional(),
});

type Suite = {
  title: string;
  specs: { title: string; file: string; ok: boolean; tests: z.infer<typeof trial>[] }[];
  suites?: Suite[] | undefined;
};

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(
      z.object({
        title: z.string(),
        file: z.string(),
        ok: z.boolean(),
        tests: z.array(trial),
      }),
    ),
    suites: z.array(suite).optional(),
  }),
);

const playwrightReport = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Reads what `playwright test --reporter=json` wrote. A test that passed only when repeated is a failure. */
export function readPlaywrightReport(report: unknown, root: string): Report {
  const { config, suites, errors } = playwrightReport.parse(report);
  const outcome = { passed: 0, skipped: 0, failures: [] as string[], ran: new Set<string>() };
  const visit = ({ specs, suites: inner }: Suite): void => {
    for (const spec of specs) {
      const path = fromRoot(root, resolve(config.rootDir, spec.file));
      for (const { status, results } of spec.tests) {
        if (status === 'skipped') {
          outcome.skipped += 1;
          continue;
        }
        outcome.ran.add(path);
        if (status === 'expected') outcome.passed += 1;
        else {
          const message = results?.find(({ error }) => error)?.error?.message;
          outcome.failures.push(told(`${path}: ${spec.title} (${status})`, message));
        }
      }
    }
    inner?.forEach(visit);
  };
  suites.forEach(visit);
  outcome.failures.push(
    ...errors.map(({ message }) => message?.split('\n')[0] ?? 'an error outside of any test'),
  );
  return outcome;
}

/** A failure with what it said, so that the end of a log that was cut still tells why. */
function told(failure: string, message: string | undefined): string {
  const said = stripVTControlCharacters(message ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '))
    .slice(0, SAID_LINES);
  return [failure, ...said.map((line) => `      ${line.slice(0, SAID_WIDTH)}`)].join('\n');
}
const SAID_LINES = 6;
const SAID_WIDTH = 200;

function fromRoot(root: string, path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
