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
    if (row.id !== next.id || row.next !== next.next) continue;
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

/** A report and the row before which it belongs. */
type Late = { readonly row: string; readonly report: Report };

/** The journal had each report been told just before its row passed, the first of them first; what is refused then leaves no trace. */
function inTime(pathway: Pathway, journal: Journal, reports: readonly Late[], until: Instant) {
  const { opened, told, start } = journal;
  const case_ = { caseFile: opened.caseFile, clock: start, entries: [...opened.entries] };
  const pending = [...reports];
  let result: Advance | undefined;
  const before = (next: DeadlineRow) => {
    const isNext = ({ row }: Late) => row === next.id && next.next === next.due;
    const late = pending.find(isNext);
    if (!late) return;
    pending.splice(pending.indexOf(late), 1);
    const at = latestInstant(case_.clock, late.report.happened ?? case_.clock);
    result = advance(pathway, case_.caseFile, late.report, at);
    if (!result.ok) return;
    case_.clock = at;
    tell(pathway, case_, late.report, at);
    if (case_.caseFile.deadlines[next.id]?.state === 'running') before(next);
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
function lateReports(pathway: Pathway, { entries }: Journal, numbers: Numbers): Report[] {
  const moved = entries.filter(({ kind, cause }) => kind === 'deadline_passed' && cause === undefined);
  return [numbers.one(moved), moved[0]].flatMap((passed) => {
    if (!passed?.deadline) return [];
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
    return [report];
  });
}

/** Holds the law for late reports of a story; gives how many were taken. */
function holds(pathway: Pathway, story: Scenario, late: (journal: Journal) => readonly Report[]): number {
  const journal = live(pathway, story);
  const end = latestInstant(journal.caseFile.opened, ...journal.entries.map(({ recorded }) => recorded));
  let taken = 0;
  for (const report of late(journal)) {
    const plain = advance(pathway, journal.caseFile, report, end);
    if (!('refusal' in plain) || plain.refusal.code !== 'late') continue;
    const passed = journal.entries.find(({ seq }) => seq === plain.refusal.since);
    if (!passed?.deadline || passed.cause !== undefined) continue;
    const rectified = rectify(pathway, journal.entries, { ...report, rectify: true }, end);
    const would = inTime(pathway, journal, [{ row: passed.deadline, report }], end);
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

/** Holds the law for two late reports of a story, rectified one after the other; true when both were taken. */
function holdsTwice(pathway: Pathway, journal: Journal, [first, second]: readonly [Report, Report]): boolean {
  const end = latestInstant(journal.caseFile.opened, ...journal.entries.map(({ recorded }) => recorded));
  const once = rectify(pathway, journal.entries, { ...first, rectify: true }, end);
  if (!once.ok || once.entries[0]?.kind !== 'rectified') return false;
  const entries = [...journal.entries, ...once.entries];
  const twice = rectify(pathway, entries, { ...second, rectify: true }, end);
  if (!twice.ok || twice.entries[0]?.kind !== 'rectified') return false;
  expect(twice.entries).toHaveLength(1);
  expect(JSON.stringify(replay(pathway, [...entries, ...twice.entries]))).toBe(
    JSON.stringify(twice.caseFile),
  );
  const rows = [once, twice].map((told) => told.entries[0]?.withdrawn?.row ?? '');
  const late = [first, second].map((report, place): Late => ({ row: rows[place] ?? '', report }));
  const would = inTime(pathway, journal, late, end);
  expect(unnumbered(twice.caseFile)).toEqual(unnumbered(would.caseFile));
  effectsAgree(entries, twice.entries, would.entries);
  return true;
}

/** What was sent, less what is to be undone, and what is sent now, is what would have been sent. */
function effectsAgree(told: readonly Entry[], put: readonly Entry[], would: readonly Entry[]): void {
  const name = ({ key: _, ...effect }: Entry['effects'][number]) => JSON.stringify(effect);
  const undone = new Set([...told, ...put].flatMap(({ withdrawn }) => withdrawn?.effects ?? []));
  const sent = [...told, ...put].flatMap(({ effects }) => effects).filter(({ key }) => !undone.has(key));
  expect(sent.map(name).sort()).toEqual(would.flatMap(({ effects }) => effects.map(name)).sort());
}

/** The sample pack with a clock in nearly every step, so that much passes. */
const BUSY = compile(
  samplePack({
    'machine/states/main/states/receive/after': { receive_clock: [{ target: '#joint' }] },
    'machine/states/main/states/decide/after': { decide_clock: [{ target: '#support' }] },
    'machine/states/main/states/support/after': { support_clock: [{ target: '#decide' }] },
    'machine/states/urgent/states/shelter/after': { shelter_clock: [{ target: '#urgent_idle' }] },
    'deadlines/receive_clock': { label: { en: 'Clock' }, within: 'P2D' },
    'deadlines/decide_clock': { label: { en: 'Clock' }, within: 'P5D' },
    'deadlines/support_clock': {
      label: { en: 'Clock' },
      within: 'P20D',
      escalation: [{ at: 50, to: 'judge' }],
    },
    'deadlines/shelter_clock': { label: { en: 'Clock' }, within: 'PT6H', from: { event: 'danger' } },
    'parameters/order_length/value': 'P10D',
  }),
);
const BASE = join(import.meta.dirname, '../../../procedures/child-protection');

/** The state, or a stage around it, waits for a deadline that moves the case. */
function hasClock({ states, tracks }: Pathway, id: string): boolean {
  const around = [id, ...(states.get(id)?.ancestors ?? [])].filter((state) => !tracks.includes(state));
  return around.some((state) => (states.get(state)?.after.size ?? 0) > 0);
}

/** A story in which one act is not told when it happened; then a year passes. */
function without(story: Scenario, index: number): Scenario {
  const acts = story.acts.filter((_, place) => place !== index);
  return { ...story, acts: [...acts, { at: 'P400D', wait: true }] };
}

describe('a rectified case file equals the one that would have been', () => {
  test('on random walks over the sample pack', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, pick) => {
        const late = (journal: Journal) => lateReports(BUSY, journal, seededNumbers(pick));
        taken += holds(BUSY, inventStory(BUSY, seed, 10), late);
      }),
      { numRuns: 15, endOnFailure: true },
    );
    expect(taken).toBeGreaterThan(5);
  });

  test('twice: the second stands on the first, on random walks over the sample pack', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, one, other) => {
        const journal = live(BUSY, inventStory(BUSY, seed, 10));
        const firsts = lateReports(BUSY, journal, seededNumbers(one));
        const seconds = lateReports(BUSY, journal, seededNumbers(other));
        for (const first of firsts) {
          for (const second of seconds) {
            const again: Report = { ...second, by: { ...second.by, person: 'later-reporter' } };
            if (holdsTwice(BUSY, journal, [first, again])) taken += 1;
          }
        }
      }),
      { numRuns: 12, seed: 20_260_302, endOnFailure: true, examples: [[1_640_380_898, 18, 1_493_707_362]] },
    );
    expect(taken).toBeGreaterThan(5);
  });

  test.runIf(existsSync(join(BASE, 'pack.json')))(
    'on the scenarios of the base pack, each act told too late in turn',
    () => {
      const files = Object.fromEntries(
        readdirSync(BASE, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.json'))
          .map((name) => [name, readFileSync(join(BASE, name), 'utf8')]),
      );
      const { parsed } = parsePack(files);
      if (parsed?.kind !== 'procedure') throw new Error('the base pack does not parse');
      const pathway = compile(parsed.pack, parsed.hash);
      let taken = 0;
      for (const story of Object.values(parsed.pack.scenarios)) {
        const told = live(pathway, story).told.filter(({ command }) => command.kind === 'report');
        const acts = story.acts.flatMap(({ event, override }, index) => (event && !override ? [index] : []));
        /** Acts that a clock would overtake, the first two of each story: a story told twice over takes its time. */
        const overtaken = acts.flatMap((index, place) => {
          const hearers = pathway.hearers.get(story.acts[index]?.event ?? '') ?? [];
          return index > 0 && hearers.some((id) => hasClock(pathway, id)) ? [[index, place] as const] : [];
        });
        for (const [index, place] of overtaken.slice(0, 2)) {
          const { command, at } = told[place] ?? {};
          if (command?.kind !== 'report') continue;
          const second = { person: 'witness', role: command.by.role };
          const late: Report = { second, reason: 'typed late', happened: at ?? '', ...command };
          taken += holds(pathway, without(story, index), () => [late]);
        }
      }
      expect(taken).toBeGreaterThan(0);
    },
  );
});
