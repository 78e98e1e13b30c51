/**
 * The law of rectification: the case file equals the one that would have been, had the late report been told just before
 * the deadline that moved the case. What would have been is driven here forwards, by another way than `rectify`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochMs, latestInstant, toEpochMs, toInstant } from '../calendar/instant.ts';
import { inventStory } from '../compare/invent-story.ts';
import { inventValue } from '../compare/invent-value.ts';
import { type Numbers, seededNumbers } from '../compare/seeded-numbers.ts';
import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { actCommand, defaultActor, values } from '../simulate/act-command.ts';
import { scheduleActs, storyInstant } from '../simulate/schedule.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { advance } from './advance.ts';
import { apply } from './apply.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';
import type { Command, Report } from './command.ts';
import type { Advance, Entry } from './entry.ts';
import { guide } from './guide.ts';
import { openCase } from './open-case.ts';
import { rectify } from './rectify.ts';
import { replay } from './replay.ts';

type Told = { readonly command: Command; readonly at: Instant; readonly refused?: Entry | undefined };
type Journal = {
  readonly entries: readonly Entry[];
  readonly caseFile: CaseFile;
  readonly told: readonly Told[];
  readonly opened: Extract<Advance, { ok: true }>;
  readonly start: Instant;
};

/** What a sweeper would send up to an instant, one by one; `before` sees each row first and may tell something else. */
function sweep(
  pathway: Pathway,
  case_: { caseFile: CaseFile; clock: Instant; readonly entries: Entry[] },
  until: Instant,
  before: (row: DeadlineRow) => void = () => {},
): void {
  for (let count = 0; count < 500; count += 1) {
    const due = () =>
      Object.values(case_.caseFile.deadlines)
        .filter(({ state, next }) => state === 'running' && next !== undefined && next <= until)
        .sort((a, b) => (`${a.next} ${a.id}` < `${b.next} ${b.id}` ? -1 : 1))[0];
    const next = due();
    if (!next) return;
    before(next);
    const row = due();
    if (!row?.next) return;
    case_.clock = latestInstant(case_.clock, row.next);
    tell(pathway, case_, { kind: 'deadline', row: row.id, next: row.next }, case_.clock);
  }
}

function tell(
  pathway: Pathway,
  case_: { caseFile: CaseFile; readonly entries: Entry[] },
  command: Command,
  at: Instant,
): Advance {
  const told = advance(pathway, case_.caseFile, command, at);
  if ('invalid' in told) return told;
  case_.caseFile = told.caseFile;
  case_.entries.push(...told.entries);
  return told;
}

function live(pathway: Pathway, story: Scenario): Journal {
  const zone = pathway.pack.pack.timeZone;
  const start = toInstant(story.start);
  const [first, ...others] = scheduleActs(story, zone);
  if (!first) throw new Error('no act');
  const bare = first.act.event !== undefined;
  const by = first.act.by ?? defaultActor(pathway, pathway.states.keys(), first.act.event);
  const opened = openCase(
    pathway,
    { id: 'case-1', by, ...(!bare && first.act.facts && { facts: values(first.act.facts) }) },
    bare ? start : first.at,
  );
  if (!opened.ok) throw new Error('not opened');
  const case_ = { caseFile: opened.caseFile, clock: start, entries: [...opened.entries] };
  const told: Told[] = [];
  for (const { act, at } of bare ? [first, ...others] : others) {
    sweep(pathway, case_, at);
    const actor = act.by ?? defaultActor(pathway, Object.keys(case_.caseFile.open), act.event);
    const command = actCommand(act, { by: actor, when: (text) => storyInstant(start, text, zone) });
    case_.clock = latestInstant(case_.clock, at);
    if (!command) continue;
    const result = tell(pathway, case_, command, at);
    const refused = 'entries' in result ? result.entries.find(({ kind }) => kind === 'refused') : undefined;
    told.push({ command, at, refused });
  }
  return { entries: case_.entries, caseFile: case_.caseFile, told, opened, start: bare ? start : first.at };
}

/** The journal had the report been told just before the row passed. */
function inTime(pathway: Pathway, journal: Journal, row: string, report: Report, until: Instant) {
  const { opened, told, start } = journal;
  const case_ = { caseFile: opened.caseFile, clock: start, entries: [...opened.entries] };
  let result: Advance | undefined;
  const before = (next: DeadlineRow) => {
    if (result || next.id !== row || next.next !== next.due) return;
    case_.clock = latestInstant(case_.clock, report.happened ?? case_.clock);
    result = tell(pathway, case_, report, case_.clock);
  };
  for (const { command, at, refused } of told) {
    sweep(pathway, case_, at, before);
    case_.clock = latestInstant(case_.clock, at);
    const again = refused && result ? keptOf(command, refused) : command;
    if (again) tell(pathway, case_, again, at);
  }
  sweep(pathway, case_, until, before);
  return { result, ...case_ };
}

/** Of what was refused after the deadline, the facts that turned a protective signal to yes: the rest is in no journal. */
function keptOf(command: Command, { changes, happened }: Entry): Command | undefined {
  if (!changes.facts || !('by' in command)) return undefined;
  return { kind: 'record', by: command.by, facts: changes.facts, happened };
}

/** A case file without the numbers of its entries. */
function unnumbered({ seq: _, head: __, ...caseFile }: CaseFile): unknown {
  return {
    ...caseFile,
    deadlines: Object.values(caseFile.deadlines).map(({ endedBy: ___, ...row }) => row),
    reported: Object.entries(caseFile.reported).map(([event, { at, by }]) => ({ event, at, by })),
    stood: Object.values(caseFile.stood)
      .map((stood) => JSON.stringify(stood))
      .sort(),
    reconsider: caseFile.reconsider.map(({ seq: ___, ...one }) => JSON.stringify(one)).sort(),
  };
}

/** Reports that could have been told before each deadline that moved the case. */
function lateReports(
  pathway: Pathway,
  { entries }: Journal,
  numbers: Numbers,
): { row: string; report: Report }[] {
  return entries.flatMap((passed) => {
    if (passed.kind !== 'deadline_passed' || !passed.deadline || passed.cause !== undefined) return [];
    const before = entries
      .filter(({ seq }) => seq < passed.seq)
      .reduce<CaseFile | undefined>(apply, undefined);
    const row = before?.deadlines[passed.deadline];
    if (!before || !row) return [];
    const since = Object.values(before.open).sort().at(-1) ?? before.opened;
    const length = toEpochMs(passed.happened) - toEpochMs(since);
    const happened = fromEpochMs(toEpochMs(since) + Math.floor((length * numbers.below(90)) / 100));
    const events = guide(pathway, before, '', happened).now.flatMap((step) => step.events);
    const pick = numbers.one(events);
    if (!pick || length <= 0) return [];
    const role = pick.roles[0] ?? '';
    const facts = Object.fromEntries(
      pick.missing.flatMap((id) => {
        const fact = pathway.pack.facts[id];
        const value = fact && !fact.derive && inventValue(numbers, fact, happened, 'UTC');
        return value === undefined ? [] : [[id, value]];
      }),
    );
    const report: Report = {
      kind: 'report',
      event: pick.event,
      by: { person: 'late-reporter', role },
      second: { person: 'late-witness', role: role === '' ? 'judge' : role },
      reason: 'the telephone was down',
      happened,
      decision: { decidedBy: 'x', function: 'judge', authority: 'court', on: '2026-03-02' },
      ...(Object.keys(facts).length > 0 && { facts: facts as Report['facts'] }),
    } as Report;
    return [{ row: row.id, report }];
  });
}

/** Holds the law for each late report of a story; gives how many were taken. */
function holds(pathway: Pathway, story: Scenario, seed: number): number {
  const journal = live(pathway, story);
  const end = latestInstant(journal.caseFile.opened, ...journal.entries.map(({ recorded }) => recorded));
  let taken = 0;
  for (const { row, report } of lateReports(pathway, journal, seededNumbers(seed))) {
    const plain = advance(pathway, journal.caseFile, report, end);
    if (!('refusal' in plain) || plain.refusal.code !== 'late') continue;
    if (journal.caseFile.deadlines[row]?.endedBy !== plain.refusal.since) continue;
    const rectified = rectify(pathway, journal.entries, { ...report, rectify: true }, end);
    const would = inTime(pathway, journal, row, report, end);
    if ('invalid' in rectified || !would.result) throw new Error('invalid');
    expect(rectified.ok).toBe(would.result.ok);
    expect(JSON.stringify(replay(pathway, [...journal.entries, ...rectified.entries]))).toBe(
      JSON.stringify(rectified.caseFile),
    );
    if (!rectified.ok) continue;
    taken += 1;
    expect(rectified.entries).toHaveLength(1);
    expect(unnumbered(rectified.caseFile)).toEqual(unnumbered(would.caseFile));
    effectsAgree(journal.entries, rectified.entries, would.entries);
  }
  return taken;
}

/** What was sent, less what is to be undone, and what is sent now, is what would have been sent. */
function effectsAgree(told: readonly Entry[], put: readonly Entry[], would: readonly Entry[]): void {
  const name = ({ key: _, ...effect }: Entry['effects'][number]) => JSON.stringify(effect);
  const undone = new Set(put[0]?.withdrawn?.effects);
  const sent = [...told, ...put].flatMap(({ effects }) => effects).filter(({ key }) => !undone.has(key));
  expect(sent.map(name).sort()).toEqual(would.flatMap(({ effects }) => effects.map(name)).sort());
}

const SAMPLE = compile(samplePack());
const BASE = join(import.meta.dirname, '../../../procedures/child-protection');

describe('a rectified case file equals the one that would have been', () => {
  test('on random walks over the sample pack', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, pick) => {
        taken += holds(SAMPLE, inventStory(SAMPLE, seed, 20), pick);
      }),
      { numRuns: 60 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  test.runIf(existsSync(join(BASE, 'pack.json')))('on the scenarios of the base pack', () => {
    const files = Object.fromEntries(
      readdirSync(BASE, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(join(BASE, name), 'utf8')]),
    );
    const { parsed } = parsePack(files);
    if (parsed?.kind !== 'procedure') throw new Error('the base pack does not parse');
    const pathway = compile(parsed.pack, parsed.hash);
    for (const [index, story] of Object.values(parsed.pack.scenarios).entries())
      for (let pick = 0; pick < 6; pick += 1) holds(pathway, story, index * 100 + pick);
  });
});
