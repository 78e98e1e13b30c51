import { expect, test } from 'vitest';
import { judge, readPlaywrightReport, readVitestReport } from './reports.ts';

const vitestFile = (name: string, status: string, statuses: string[], message = '') => ({
  name: `/repo/${name}`,
  status,
  message,
  assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
});

test('a vitest report gives its passed, failed and skipped tests', () => {
  const testResults = [vitestFile('engine/src/a.test.ts', 'failed', ['passed', 'failed', 'skipped'])];
  expect(readVitestReport({ testResults }, '/repo')).toEqual({
    passed: 1,
    skipped: 1,
    failures: ['engine/src/a.test.ts: test 1'],
    ran: new Set(['engine/src/a.test.ts']),
  });
});

test('a test file that did not load is one failure', () => {
  const testResults = [vitestFile('engine/src/a.test.ts', 'failed', [], 'Cannot find module\n    at x')];
  expect(readVitestReport({ testResults }, '/repo').failures).toEqual([
    'engine/src/a.test.ts: Cannot find module',
  ]);
});

test('a playwright report is read through nested suites, and a flaky test is a failure', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'a.spec.ts',
    ok: true,
    tests: [{ status }],
  });
  const report = {
    config: { rootDir: '/repo/e2e' },
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('one', 'expected')],
        suites: [{ title: 'inner', specs: [spec('two', 'flaky'), spec('three', 'skipped')] }],
      },
    ],
    errors: [{ message: 'the server did not start\n...' }],
  };
  expect(readPlaywrightReport(report, '/repo')).toEqual({
    passed: 1,
    skipped: 1,
    failures: ['e2e/a.spec.ts: two (flaky)', 'the server did not start'],
    ran: new Set(['e2e/a.spec.ts']),
  });
});

test('a failure tells its first words, plainly', () => {
  const message = '\u001b[31mError: it is shut\u001b[39m\n\n  expected open\n    at door.ts:3:4';
  const file = vitestFile('engine/src/a.test.ts', 'failed', ['failed']);
  const assertionResults = file.assertionResults.map((test) => ({ ...test, failureMessages: [message] }));
  expect(readVitestReport({ testResults: [{ ...file, assertionResults }] }, '/repo').failures).toEqual([
    'engine/src/a.test.ts: test 0\n      Error: it is shut\n      expected open',
  ]);
  const tests = [{ status: 'unexpected', results: [{ error: { message } }] }];
  const suites = [{ title: '', specs: [{ title: 'one', file: 'a.spec.ts', ok: false, tests }] }];
  expect(
    readPlaywrightReport({ config: { rootDir: '/repo' }, suites, errors: [] }, '/repo').failures,
  ).toEqual(['a.spec.ts: one (unexpected)\n      Error: it is shut\n      expected open']);
});

test('a test file of which no test ran is a failure', () => {
  const report = { passed: 3, skipped: 0, failures: [], ran: new Set(['a.test.ts']) };
  expect(judge(report, ['a.test.ts', 'b.test.ts'], 0).failures).toEqual(['no test ran in b.test.ts']);
});

test('an exit code that no failed test explains is a failure', () => {
  const report = { passed: 3, skipped: 0, failures: [], ran: new Set(['a.test.ts']) };
  expect(judge(report, ['a.test.ts'], 1).failures).toEqual(['the runner ended with exit code 1']);
  expect(judge(report, ['a.test.ts'], 0).failures).toEqual([]);
});
