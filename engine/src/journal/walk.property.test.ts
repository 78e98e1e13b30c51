/** Laws of a running case, on random walks: people who report, record, correct and forget anything at any time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { tracksNotAtRest } from '../pathway/read-candidates.ts';
import { activeStates } from '../pathway/step-machine.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import type { FactValue } from '../procedure/value.ts';
import { advance } from './advance.ts';
import { apply } from './apply.ts';
import type { CaseFile } from './case-file.ts';
import { checkChain } from './check-chain.ts';
import type { Command } from './command.ts';
import type { Entry } from './entry.ts';
import { guide } from './guide.ts';
import { openCase } from './open-case.ts';
import { replay } from './replay.ts';

const BASE = join(import.meta.dirname, '../../../procedures/child-protection');

/** One act of a walk, in numbers that `commandOf` turns into something the pack knows. */
type Act = {
  readonly what: number;
  readonly event: number;
  readonly role: number;
  readonly facts: readonly (readonly [number, number])[];
  readonly hours: number;
  readonly back: number;
  readonly done: boolean;
};
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.nat(14),
  event: fc.nat(),
  role: fc.nat(),
  facts: fc.array(fc.tuple(fc.nat(), fc.nat(5)), { maxLength: 3 }),
  hours: fc.constantFrom(0, 0, 1, 3, 10, 30, 100, 500, 5_000),
  back: fc.constantFrom(0, 0, 0, 1, 30, 100),
  done: fc.boolean(),
});
const acts = (minLength: number, maxLength: number) => fc.array(act, { minLength, maxLength, size: 'max' });

type Told = readonly [Command, string];
type Walk = {
  readonly told: readonly Told[];
  readonly entries: readonly Entry[];
  readonly caseFile: CaseFile;
  readonly frames: readonly CaseFile[];
};

const SEED = Date.now();
const START = Date.parse('2026-03-02T08:00:00.000Z');
const opening = { id: 'case-1', by: { person: 'p0', role: 'nobody' } };
const instant = (hours: number) => new Date(START + hours * 3_600_000).toISOString();

function inventedValue({ pack }: Pathway, id: string, seed: number): FactValue {
  const fact = pack.facts[id];
  const values = Object.keys(fact?.values ?? {});
  switch (fact?.type) {
    case 'boolean':
      return seed % 2 === 0;
    case 'integer':
    case 'number':
      return Math.min(fact.max ?? 99, Math.max(fact.min ?? 0, [0, 2, 5, 12, 15, 18][seed] ?? 0));
    case 'date':
      return (
        ['2010-01-01', '2013-06-01', '2024-01-01', '2026-03-01', '2026-03-05', '2007-03-10'][seed] ??
        '2026-01-01'
      );
    case 'instant':
      return instant(seed * 7 - 10);
    case 'enum':
      return values[seed % values.length] ?? '';
    case 'enums':
      return values.slice(0, (seed % values.length) + 1);
    case 'records':
      return Array.from({ length: seed % 3 }, (_, row) => ({
        id: `r${row}`,
        ...Object.fromEntries(
          Object.entries(fact.fields ?? {}).flatMap(([field, { type, values: options }]) => {
            const value = inventedField(type, Object.keys(options ?? {}), seed + row);
            return value === undefined ? [] : [[field, value] as const];
          }),
        ),
      }));
    default:
      return 'invented';
  }
}

function inventedField(
  type: string,
  options: readonly string[],
  seed: number,
): boolean | number | string | undefined {
  switch (type) {
    case 'boolean':
      return seed % 2 === 0;
    case 'date':
      return '2026-03-03';
    case 'instant':
      return instant(seed);
    case 'enum':
      return options[seed % options.length];
    case 'enums':
      return undefined;
    default:
      return type === 'integer' || type === 'number' ? 1 : 'text';
  }
}

function commandOf(pathway: Pathway, caseFile: CaseFile, given: Act, hours: number): Command {
  const { pack } = pathway;
  const names = Object.keys(pack.facts);
  const facts = Object.fromEntries(
    given.facts.map(([index, seed]) => {
      const id = names[index % names.length] ?? '';
      return [id, inventedValue(pathway, id, seed)] as const;
    }),
  );
  const shown = guide(pathway, caseFile, 'nobody', instant(hours)).now.flatMap(({ events }) => events);
  const all = Object.keys(pack.events);
  const open = shown.filter(
    ({ closedBy }) => closedBy === undefined || ['needs', 'unknown', 'settles'].includes(closedBy.code),
  );
  const among = given.what > 4 && open.length > 0 ? open : shown;
  const pick = among[given.event % Math.max(1, among.length)];
  const event = given.what === 0 || !pick ? (all[given.event % all.length] ?? '') : pick.event;
  const roles = pick?.event === event && pick.roles.length > 0 ? pick.roles : Object.keys(pack.roles);
  const by = { person: `p${given.role % 4}`, role: roles[given.role % roles.length] ?? '' };
  const common = {
    by,
    reason: 'invented',
    ...(given.back > 0 && { happened: instant(Math.max(0, hours - given.back)) }),
  };
  if (given.what === 1) return { ...common, kind: 'record', facts };
  if (given.what === 2) return { ...common, kind: 'record', correct: facts };
  if (given.what === 3)
    return {
      ...common,
      kind: 'record',
      forget: names.filter((_, index) => given.facts.some(([fact]) => fact % names.length === index)),
    };
  const missing = pick?.event === event ? pick.missing : [];
  const answer = given.what > 8 ? 2 : given.event % 6;
  const answers =
    given.what > 5
      ? Object.fromEntries(
          missing.flatMap((id) => (pack.facts[id] ? [[id, inventedValue(pathway, id, answer)]] : [])),
        )
      : {};
  const report = {
    ...common,
    event,
    facts: { ...(given.what < 10 && facts), ...answers },
    second: { person: `q${given.role % 4}`, role: by.role },
    decision: { decidedBy: 'x', function: 'judge', authority: 'court', on: '2026-03-02' },
  };
  const overridable = Object.keys(pack.rules).filter((rule) => pack.rules[rule]?.overridable);
  if (given.what === 4 && overridable.length > 0) {
    return { ...report, kind: 'override', rules: [overridable[given.event % overridable.length] ?? ''] };
  }
  return { ...report, kind: 'report', ...(given.done && pack.events[event]?.protective && { done: true }) };
}

/** Walks a case: time passes, the sweeper fires what is due, somebody acts. */
function walk(pathway: Pathway, given: readonly Act[]): Walk {
  const opened = openCase(pathway, opening, instant(0));
  if (!opened.ok) throw new Error('not opened');
  let { caseFile } = opened;
  const entries = [...opened.entries];
  const frames = [caseFile];
  const told: Told[] = [];
  const tell = (command: Command, at: string) => {
    const result = advance(pathway, caseFile, command, at);
    told.push([command, at]);
    if ('invalid' in result) return;
    entries.push(...result.entries);
    ({ caseFile } = result);
    frames.push(caseFile);
  };
  let hours = 0;
  for (const one of given) {
    hours += one.hours;
    for (let count = 0; count < 50; count += 1) {
      const [row] = Object.values(caseFile.deadlines)
        .filter(({ state, next }) => state === 'running' && next !== undefined && next <= instant(hours))
        .sort((a, b) => (`${a.next}${a.id}` < `${b.next}${b.id}` ? -1 : 1));
      if (!row?.next || one.what === 14) break;
      tell({ kind: 'deadline', row: row.id, next: row.next }, instant(hours));
    }
    tell(commandOf(pathway, caseFile, one, hours), instant(hours));
  }
  return { told, entries, caseFile, frames };
}

function basePathway(): Pathway | undefined {
  if (!existsSync(join(BASE, 'pack.json'))) return undefined;
  const files = Object.fromEntries(
    readdirSync(BASE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json') || name.startsWith('how/'))
      .map((name) => [name, readFileSync(join(BASE, name), 'utf8')]),
  );
  const { parsed } = parsePack(files);
  if (parsed?.kind !== 'procedure') return undefined;
  try {
    return compile(parsed.pack, parsed.hash);
  } catch {
    return undefined;
  }
}

const base = basePathway();
const PATHWAYS: readonly (readonly [string, Pathway, number, number])[] = [
  ['the sample pack', compile(samplePack()), 40, 25],
  ...(base ? ([['the base pack', base, 8, 25]] as const) : []),
];

describe.each(PATHWAYS)('on random walks over %s', (_, pathway, numRuns, length) => {
  const walked = new Map<string, Walk>();
  /** The laws share one seed, so that each walk is walked once; a failing law still shrinks and prints it. */
  const walkOnce = (given: readonly Act[]): Walk => {
    const key = JSON.stringify(given);
    const known = walked.get(key) ?? walk(pathway, given);
    walked.set(key, known);
    return known;
  };
  const law = (check: (walked: Walk) => void) =>
    fc.assert(
      fc.property(acts(1, length), (given) => check(walkOnce(given))),
      { numRuns, seed: SEED },
    );

  test('replay equals live, byte for byte, at every entry', () => {
    law(({ entries, caseFile, frames }) => {
      expect(JSON.stringify(replay(pathway, entries))).toBe(JSON.stringify(caseFile));
      const seen = new Map(frames.map((frame) => [frame.seq, JSON.stringify(frame)]));
      let rebuilt: CaseFile | undefined;
      for (const entry of entries) {
        rebuilt = apply(rebuilt, entry);
        const live = seen.get(entry.seq);
        if (live !== undefined) expect(JSON.stringify(rebuilt)).toBe(live);
      }
    });
  });

  test('a case file and its journal survive JSON byte for byte, and the case goes on the same', () => {
    law(({ entries, caseFile }) => {
      const text = JSON.stringify(caseFile);
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(replay(pathway, JSON.parse(JSON.stringify(entries))))).toBe(text);
      const command: Command = {
        kind: 'record',
        by: { person: 'x', role: Object.keys(pathway.pack.roles)[0] ?? '' },
        facts: {},
      };
      const at = '2030-01-01T00:00:00.000Z';
      expect(JSON.stringify(advance(pathway, JSON.parse(text), command, at))).toBe(
        JSON.stringify(advance(pathway, caseFile, command, at)),
      );
    });
  });

  test('telling the same commands again gives the same entries', () => {
    law(({ told, entries }) => {
      const opened = openCase(pathway, opening, instant(0));
      if (!opened.ok) throw new Error('not opened');
      let { caseFile } = opened;
      const again = [...opened.entries];
      for (const [command, at] of told) {
        const result = advance(pathway, caseFile, JSON.parse(JSON.stringify(command)), at);
        if ('invalid' in result) continue;
        again.push(...result.entries);
        ({ caseFile } = result);
      }
      expect(JSON.stringify(again)).toBe(JSON.stringify(entries));
    });
  });

  test('the commands kept in the journal are enough to write it again, refusals aside', () => {
    law(({ entries }) => {
      const opened = openCase(pathway, opening, instant(0));
      if (!opened.ok) throw new Error('not opened');
      let { caseFile } = opened;
      for (const entry of entries.slice(opened.entries.length)) {
        if (entry.seq <= caseFile.seq) continue;
        if (!entry.command || entry.kind === 'refused') return;
        const result = advance(pathway, caseFile, entry.command, entry.recorded);
        if ('invalid' in result) throw new Error('invalid');
        expect(JSON.stringify(result.entries[0])).toBe(JSON.stringify(entry));
        ({ caseFile } = result);
      }
    });
  });

  test('a measure is entered by a reported or overridden event alone', () => {
    law(({ entries }) => {
      for (const { kind, entered = [], event } of entries) {
        if (!entered.some((id) => pathway.states.get(id)?.tags.has('measure'))) continue;
        expect(['reported', 'overridden']).toContain(kind);
        expect(event).toBeDefined();
      }
    });
  });

  test('unknown opens no door that is not protective: what was reported names no unknown rule', () => {
    law(({ entries }) => {
      for (const { kind, event, decisions, seq } of entries) {
        if (kind !== 'reported' || event === undefined || pathway.pack.events[event]?.protective) continue;
        const before = replay(pathway, entries.slice(0, seq - 1));
        const active = activeStates(before.position);
        const rests = tracksNotAtRest(pathway, active).length === 0;
        const read = new Set(
          [...active]
            .flatMap((id) => pathway.states.get(id)?.on.get(event) ?? [])
            // A way that would close the case is a sure no while another track is open, whatever its rule answers.
            .filter(({ closing }) => rests || !closing)
            .flatMap(({ guard }) => (typeof guard === 'string' ? [guard] : [])),
        );
        const first = decisions.find(({ rule, outcome }) => read.has(rule) && outcome !== 'no');
        expect(first?.outcome).not.toBe('unknown');
      }
    });
  });

  test('a protective event is refused for a sure no, for who reports it, or because nothing hears it, never for an unknown', () => {
    law(({ entries }) => {
      for (const { refusal } of entries) {
        if (!refusal?.event || !pathway.pack.events[refusal.event]?.protective) continue;
        expect(['unknown', 'needs', 'settles', 'decision', 'case_closed', 'withheld']).not.toContain(
          refusal.code,
        );
      }
    });
  });

  test('no deadline is early, none fires twice at one instant, and a row that ended stays as it ended', () => {
    law(({ entries, frames }) => {
      const fired = new Set<string>();
      for (const { kind, happened, recorded, deadline } of entries) {
        if (!['escalated', 'deadline_missed', 'deadline_passed'].includes(kind)) continue;
        expect(happened <= recorded).toBe(true);
        if (kind === 'deadline_passed') {
          expect(fired.has(deadline ?? '')).toBe(false);
          fired.add(deadline ?? '');
        }
      }
      const ended = new Map<string, string>();
      for (const { deadlines } of frames) {
        for (const row of Object.values(deadlines)) {
          const text = JSON.stringify(row);
          if (ended.has(row.id)) expect(text).toBe(ended.get(row.id));
          if (row.ended !== undefined) ended.set(row.id, text);
        }
      }
    });
  });

  test('every row that moves the case stands in the step that waits for it, and every such step has its row', () => {
    law(({ frames }) => {
      for (const { deadlines, position } of frames) {
        const active = activeStates(position);
        const alive = Object.values(deadlines).filter(
          ({ state, kind }) => kind === 'move' && (state === 'running' || state === 'paused'),
        );
        const waiting = [...active].flatMap((id) =>
          [...(pathway.states.get(id)?.after.keys() ?? [])].map((deadline) => `${deadline} ${id}`),
        );
        expect(alive.map(({ deadline, on }) => `${deadline} ${on.state}`).sort()).toEqual(waiting.sort());
      }
    });
  });

  test('open steps are those of the position, and the status says whether everything rests', () => {
    law(({ frames }) => {
      for (const { open, position, status } of frames) {
        const active = [...activeStates(position)].filter((id) => !pathway.tracks.includes(id));
        expect(Object.keys(open).sort()).toEqual(active.sort());
        const leaves = active.flatMap((id) => pathway.states.get(id) ?? []).filter(({ leaf }) => leaf);
        const rests = leaves.every(
          ({ track, kind }) => kind === 'end' || (track !== 'main' && kind === 'idle'),
        );
        expect(status).toBe(rests ? 'closed' : 'open');
      }
    });
  });

  test('any change of any entry is found by the chain', () => {
    fc.assert(
      fc.property(acts(1, 6), fc.nat(), fc.nat(), (given, which, where) => {
        const { entries, caseFile } = walkOnce(given);
        const index = which % entries.length;
        const text = JSON.stringify(entries[index]);
        const at = where % text.length;
        const letter = text[at] ?? '';
        const other = /[0-9]/.test(letter)
          ? String((Number(letter) + 1) % 10)
          : /[a-z]/.test(letter)
            ? letter === 'z'
              ? 'a'
              : 'z'
            : undefined;
        if (other === undefined) return;
        let altered: Entry;
        try {
          altered = JSON.parse(text.slice(0, at) + other + text.slice(at + 1));
        } catch {
          return;
        }
        if (JSON.stringify(altered) === text) return;
        expect(
          checkChain(
            entries.map((entry, place) => (place === index ? altered : entry)),
            caseFile.head,
          ),
        ).toBeDefined();
        const without = entries.filter((_entry, place) => place !== index);
        expect(checkChain(without, caseFile.head)).toBeDefined();
      }),
      { numRuns: numRuns * 3 },
    );
  });

  test('danger is never lost: a refused event whose facts turn a protective signal to yes runs it', () => {
    law(({ entries }) => {
      for (const [index, entry] of entries.entries()) {
        if (entry.kind !== 'refused' || !entry.changes.facts) continue;
        const signalled = entries.slice(index + 1).filter(({ cause }) => cause === entry.seq);
        expect(signalled.some(({ kind }) => kind === 'signalled')).toBe(true);
      }
    });
  });
});
