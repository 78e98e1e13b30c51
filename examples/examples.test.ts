import type { Pack } from '@parcours/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { driveToTheEnd } from './01-drive-a-pack.ts';
import { askTwice, decideAndExplain } from './02-decide-and-explain.ts';
import { loadExported, loadMachine, runExported } from './03-plain-xstate.ts';
import { startService, talkToService } from './04-typed-client.ts';
import { verifyAndBreak } from './05-verify-a-safeguard.ts';
import { analyseTable } from './06-analyse-rules.ts';
import { simulateDistrict } from './07-simulate-a-district.ts';
import { moveRunningCases } from './08-move-running-cases.ts';
import { readPack } from './read-pack.ts';

let pack: Pack;
beforeAll(() => {
  pack = readPack('child-protection');
});

/** What an example tells, line by line. */
function listen() {
  const lines: string[] = [];
  return { lines, tell: (line: string) => void lines.push(line) };
}

test('01 drives a case of the base pack to its end, and rebuilds it from its journal', () => {
  const { lines, tell } = listen();
  const caseFile = driveToTheEnd(pack, tell);
  expect(caseFile.status).toBe('closed');
  expect(Object.keys(caseFile.open)).toContain('closed');
  expect(lines.at(-1)).toMatch(/entries; rebuilt from them: true$/);
});

describe('02', () => {
  test('decides yes, no or unknown, and neither a rule nor its negation holds while it is unknown', () => {
    const { lines, tell } = listen();
    expect(decideAndExplain(pack, tell).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'yes']);
    expect(lines.filter((line) => line.startsWith('When'))).toEqual([
      expect.stringMatching(/\? unknown\. Ruled out\? unknown\.$/),
      expect.stringMatching(/\? unknown\. Ruled out\? unknown\.$/),
      expect.stringMatching(/\? yes\. Ruled out\? no\.$/),
    ]);
    expect(lines.join('\n')).toContain('Still to ask: ');
  });

  test('hears a second opinion that agrees', async () => {
    expect(await askTwice(pack, listen().tell)).toBe(0);
  });
});

describe('03', () => {
  test('loads machine.json with plain xstate', () => {
    expect(loadMachine('child-protection', listen().tell)).toContain('main');
  });

  test('runs the exported module with xstate and json-rules-engine alone', async () => {
    const { lines, tell } = listen();
    const kase = await runExported(await loadExported(pack), tell);
    expect(lines[1]).not.toContain('emergency_idle');
    expect(lines[2]).toContain('refused');
    expect(lines[3]).toContain('taken');
    expect(kase.refused).toBeUndefined();
  });
});

test('04 talks to the service through its typed client', async () => {
  const { lines, tell } = listen();
  expect(await talkToService(startService(pack), pack.pack.id, tell)).toEqual(['safety_triage']);
  expect(lines).toEqual([
    expect.stringMatching(/^Case \S+ stands in .*receive_report/),
    expect.stringMatching(/refused \(409\): still to tell are .*report_channel/),
    'With answers it is taken (200).',
    expect.stringMatching(/^Three days later: .*danger_triage_due.* is overdue\.$/),
    expect.stringMatching(/^The journal has \d+ entries\.$/),
  ]);
});

test('07 simulates a district: who is late, whose needs are not met, what more staff would change', () => {
  const { lines, tell } = listen();
  const { now, more, steps } = simulateDistrict(pack, 150, tell);
  expect(lines[0]).toContain('Fictional children');
  expect(now.cases).toBe(150);
  expect(more.roles['caseworker']?.workload).toBeLessThan(now.roles['caseworker']?.workload ?? 0);
  expect(lines.filter((line) => line.startsWith('Need of'))).toHaveLength(Object.keys(now.all.unmet).length);
  expect(steps).toBeGreaterThan(0);
});

test('05 verifies every safeguard, and tells the story of a broken one, which plays there and nowhere else', () => {
  const { lines, tell } = listen();
  const { verdicts, broken, played } = verifyAndBreak(pack, tell);
  expect(verdicts.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  expect(broken).toMatchObject({ id: 'heard_before_order', verdict: 'broken' });
  expect(played.broken).toMatchObject({ ok: true, mismatches: [] });
  expect(played.sound.ok).toBe(false);
  expect(lines[0]).toMatch(/^\d\d safeguards are verified on every path, 0 broken\.$/);
  expect(lines.at(-1)).toMatch(/^The sound pack refuses order_renewed/);
});

test('06 tells what a table leaves out, says twice and never says, each with an example child', () => {
  const { lines, tell } = listen();
  const { shadowed } = analyseTable(pack, tell);
  expect(shadowed.map(({ candidate }) => candidate)).toEqual([3]);
  expect(lines).toContain('No row takes this child: Invented child: Age today (years): 13.');
  expect(lines).toContain(
    '"up to six" and "from six to twelve" both hold: Invented child: Age today (years): 6.',
  );
  expect(lines.at(-1)).toMatch(/^"under ten" is never reached/);
});

test('08 moves running cases: a legal deadline is not loosened without the law that loosens it', () => {
  const { lines, tell } = listen();
  const { cases, without, withLaw } = moveRunningCases(pack, tell);
  expect(without).toBeLessThan(cases);
  expect(withLaw).toBe(cases);
  expect(lines.join('\n')).toContain('cite the amended law for it');
  expect(lines.at(-2)).toMatch(/new version: true\.$/);
  expect(lines.at(-1)).toMatch(/again\.$/);
});
