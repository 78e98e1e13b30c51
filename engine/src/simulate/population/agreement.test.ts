/** Simulated cases never break the engine's rules: their acts, given to the engine itself, lead to the same place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromEpochMs } from '../../calendar/instant.ts';
import { advance } from '../../journal/advance.ts';
import type { CaseFile } from '../../journal/case-file.ts';
import type { Entry } from '../../journal/entry.ts';
import { openCase } from '../../journal/open-case.ts';
import { compile } from '../../pathway/compile.ts';
import type { Pathway } from '../../pathway/pathway.ts';
import type { Deadline } from '../../procedure/deadlines.ts';
import type { Fact } from '../../procedure/facts.ts';
import type { Pack } from '../../procedure/pack.ts';
import { parsePack } from '../../procedure/parse-pack.ts';
import type { Rule } from '../../procedure/rules.ts';
import { samplePack } from '../../procedure/sample-pack.ts';
import { outcomeOf, type Tri } from '../../rules/tri.ts';
import { passDeadlines } from '../pass-deadlines.ts';
import type { KeptCase } from './district.ts';
import { PHASES, rowId } from './light-row.ts';
import type { Population } from './population.ts';
import { prepare, type Setting } from './setting.ts';
import { sampleCases } from './simulate.ts';

const BASE = join(import.meta.dirname, '../../../../procedures/child-protection');
const DISTRICT = join(import.meta.dirname, '../../../../examples/district-population.json');

function readBase(): Pathway {
  const files: Record<string, string> = {};
  const read = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) read(join(folder, entry.name), `${prefix}${entry.name}/`);
      else files[prefix + entry.name] = readFileSync(join(folder, entry.name), 'utf8');
    }
  };
  read(BASE, '');
  const { parsed } = parsePack(files);
  if (parsed?.kind !== 'procedure') throw new Error('the base pack does not parse');
  return compile(parsed.pack, parsed.hash);
}

/** What the engine itself makes of the acts of a simulated case. */
function drive(
  pathway: Pathway,
  { found, endMs }: KeptCase,
): { caseFile: CaseFile; entries: readonly Entry[] } {
  const start = fromEpochMs(found.openedMs);
  const opened = openCase(pathway, { id: 'invented', by: { person: 'system', role: 'caseworker' } }, start);
  if (!opened.ok) throw new Error('the case does not open');
  let { caseFile } = opened;
  const entries = [...opened.entries];
  let clock = start;
  for (const { atMs, command } of found.acts ?? []) {
    const at = fromEpochMs(atMs);
    const passed = passDeadlines(pathway, caseFile, clock, at);
    const told = advance(pathway, passed.caseFile, command, at);
    expect('invalid' in told ? told.invalid : []).toEqual([]);
    if ('invalid' in told) throw new Error('invalid');
    expect(told.ok ? 'taken' : { refused: told.refusal, command }).toEqual('taken');
    entries.push(...passed.entries, ...told.entries);
    ({ caseFile } = told);
    clock = at;
  }
  const passed = passDeadlines(pathway, caseFile, clock, fromEpochMs(endMs));
  return { caseFile: passed.caseFile, entries: [...entries, ...passed.entries] };
}

type RowTold = { readonly key: string; readonly told: string };

/** Rows armed in one entry for the records of several steps are numbered in either order: they are told by step and record. */
const sortedRows = (rows: readonly RowTold[]): readonly string[] =>
  rows.map(({ key, told }) => `${key}: ${told}`).sort();

function lightRows({ states }: Setting['engine'], { found }: KeptCase): readonly string[] {
  return sortedRows(
    [...found.rows, ...found.ended].map((row) => {
      const from = fromEpochMs(row.fromMs);
      const due = Number.isNaN(row.dueMs) ? undefined : fromEpochMs(row.dueMs);
      const of = `${row.plan.id} ${states.ids[row.state]} ${row.record} ${fromEpochMs(row.armedMs)}`;
      return {
        key: row.record === undefined ? rowId(row) : of,
        told: `${PHASES[row.phase]} ${from} ${due} ${row.told}`,
      };
    }),
  );
}

function engineRows({ deadlines }: CaseFile): readonly string[] {
  return sortedRows(
    Object.values(deadlines).map(({ id, deadline, on, armed, state, from, due, told }) => ({
      key: on.record === undefined ? id : `${deadline} ${on.state} ${on.record} ${armed}`,
      told: `${state} ${from} ${due} ${told}`,
    })),
  );
}

function agree(setting: Setting, kept: readonly KeptCase[]): void {
  const { pathway } = setting;
  for (const one of kept) {
    const { caseFile, entries } = drive(pathway, one);
    expect(one.found.route).toEqual(entries.flatMap(({ entered = [] }) => entered));
    expect(setting.engine.table.places.position(one.found.standing)).toEqual(caseFile.position);
    expect(caseFile.status).toBe(one.found.closed ? 'closed' : 'open');
    const { facts } = setting.engine.slots;
    expect(
      Object.fromEntries(
        one.found.facts.values.flatMap((value, fact) =>
          value === undefined ? [] : [[facts.ids[fact] as string, value]],
        ),
      ),
    ).toEqual(Object.fromEntries(Object.entries(caseFile.facts).map(([id, { value }]) => [id, value])));
    expect(
      Object.fromEntries(
        pathway.signals.map(({ event }, index) => [event, outcomeOf(one.found.signals[index] as Tri)]),
      ),
    ).toEqual(Object.fromEntries(pathway.signals.map(({ event }) => [event, caseFile.signals[event]])));
    expect(lightRows(setting.engine, one)).toEqual(engineRows(caseFile));
  }
}

/** The sample pack, in which each visit has a deadline of its own, counted from its date and met by what its row says. */
function packOfVisits(): Pack {
  const pack = structuredClone(samplePack()) as Pack & {
    readonly deadlines: Record<string, Deadline>;
    readonly rules: Record<string, Rule>;
    readonly facts: Record<string, Fact>;
  };
  const step = (id: string) => pack.steps[id] as { deadlines?: string[] };
  pack.facts['visited_on'] = { label: { en: 'On' }, type: 'date', tier: 1 } as Fact;
  pack.facts['seen_alone'] = { label: { en: 'Seen alone' }, type: 'boolean', tier: 1 } as Fact;
  pack.rules['was_seen_alone'] = {
    label: { en: 'Seen alone' },
    conditions: { all: [{ fact: 'seen_alone', operator: 'equal', value: true }] },
  } as Rule;
  const one = pack.deadlines['visit_by'] as Deadline;
  pack.deadlines['visit_each'] = {
    ...one,
    within: 'P2D',
    each: 'visits',
    from: { fact: 'visited_on' },
    met: { rule: 'was_seen_alone' },
  };
  for (const id of ['visit', 'examine', 'support'])
    step(id).deadlines = [...(step(id).deadlines ?? []), 'visit_each'];
  return pack;
}

const visit = (alone: number) => ({
  visited_on: { daysAgo: { uniform: [-2, 2] as [number, number] } },
  seen_alone: { weights: { true: alone, false: 1 - alone }, answered: 0.7 },
});
const VISITS: Population = {
  invented: true,
  facts: {
    visits: {
      lists: [
        { rows: [visit(0.3)] },
        { rows: [visit(0.5), visit(0.2)] },
        { rows: [visit(0.1), visit(0.1), visit(0.9)] },
      ],
    },
  },
  steps: Object.fromEntries(
    ['visit', 'decide', 'support'].map((step) => [
      step,
      { facts: { visits: { lists: [{ rows: [visit(0.6)] }, { rows: [visit(0.2), visit(0.8)] }] } } },
    ]),
  ),
  anyTime: [
    {
      chance: 0.5,
      afterDays: { uniform: [0, 20] },
      facts: { visits: { lists: [{ rows: [visit(0.5), visit(0.5)] }] } },
    },
    { chance: 0.3, afterDays: { uniform: [0, 20] }, facts: { visits: { lists: [{ rows: [] }] } } },
  ],
};

describe('simulated cases agree with the engine', () => {
  test('in a pack with a deadline for each row of a record', () => {
    const setting = prepare(compile(packOfVisits(), 'visits'), VISITS, 5);
    const kept = sampleCases(setting, 60, 60);
    const ended = kept.flatMap(({ found }) => found.ended.filter(({ record }) => record !== undefined));
    expect(new Set(ended.map(({ phase }) => PHASES[phase]))).toEqual(new Set(['kept', 'missed', 'dropped']));
    agree(setting, kept);
  });

  test('in an invented pack', () => {
    const pathway = compile(samplePack(), 'sample');
    const setting = prepare(pathway, { invented: true }, 3);
    const kept = sampleCases(setting, 60, 60);
    expect(kept).toHaveLength(60);
    agree(setting, kept);
  });

  test.runIf(existsSync(BASE)).each([
    ['nothing is said', 11, undefined],
    ['a district is described', 12, DISTRICT],
  ])('in the base pack, when %s', { timeout: 300_000 }, (_, seed, file) => {
    const population: Population =
      file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { invented: true };
    const setting = prepare(readBase(), population, seed);
    const kept = sampleCases(setting, 150, 40);
    expect(kept.length).toBe(40);
    expect(kept.reduce((sum, { found }) => sum + (found.acts?.length ?? 0), 0)).toBeGreaterThan(80);
    agree(setting, kept);
  });
});
