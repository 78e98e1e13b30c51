/**
 * A true event reported after a deadline has moved the case: what followed the deadline is told again with the report put
 * before it, and ONE `rectified` entry puts the case file that would have been. Nothing is taken out of the journal: the
 * entry names those that no longer hold, and the effects already given to the world that are to be undone.
 */
import { toInstant } from '../calendar/instant.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { EngineError } from '../vocabulary/engine-error.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { advance } from './advance.ts';
import { apply } from './apply.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';
import { checkFacts } from './check-facts.ts';
import type { Report } from './command.ts';
import type { Advance, EffectDue, Entry, Refusal } from './entry.ts';
import { refusal } from './refusal.ts';
import { replay } from './replay.ts';
import { type Insertion, type Retold, tellAgain } from './tell-again.ts';
import { vanishedRows } from './vanished-rows.ts';
import { reports } from './who-may-report.ts';
import { append, beginWork, workDone } from './work.ts';
import { writeRefusal } from './write-refusal.ts';

/** A case that closed on the way that never was answers that it is closed, before it would answer that the report is late. */
const OVERTAKEN: ReadonlySet<Refusal['code']> = new Set(['late', 'case_closed']);

/**
 * Takes a report that `advance` refuses as `late`, with `rectify: true`. Who reports it is as for the event itself; a reason
 * and a second person who may report are always asked. A report that is not late is taken as `advance` takes it. `late`
 * stays when the case has changed version since. Throws what `replay` and `advance` throw.
 */
export function rectify(pathway: Pathway, entries: readonly Entry[], command: Report, at: Instant): Advance {
  if (!command.rectify) {
    throw new EngineError(
      'command.invalid',
      'Only a report that says `rectify` is put before what followed it.',
    );
  }
  const caseFile = replay(pathway, entries);
  const { rectify: _, ...plain } = command;
  const told = advance(pathway, caseFile, plain, at);
  if (!('refusal' in told) || !OVERTAKEN.has(told.refusal.code)) return told;
  const row = overtakingRow(pathway, caseFile, command);
  if (!row) return told;
  const { endedBy: since } = row;
  const refused = unauthorised(pathway, command) ?? tooEarly(caseFile, command);
  if (refused) return refuse(pathway, caseFile, command, at, { ...refused, event: command.event });

  const start = startOf(entries, since);
  const stretch = entries.filter((entry) => entry.seq >= start);
  if (stretch.some(({ kind }) => kind === 'migrated'))
    return refuse(pathway, caseFile, command, at, refusal('late', { since, event: command.event }));
  const seq = caseFile.seq + 1;
  const retold = tellAgain({
    pathway,
    before: entries.filter((entry) => entry.seq < start).reduce<CaseFile | undefined>(apply, undefined),
    entries: stretch,
    now: caseFile,
    insertions: [...stretch.flatMap(insertionOf), { row: row.id, report: command, seq }],
    seq,
    at: toInstant(at),
  });
  const own = retold.inserted.get(seq);
  if (!own || !('hash' in own))
    return refuse(pathway, caseFile, command, at, own ?? refusal('late', { since, event: command.event }));
  return put(pathway, caseFile, { command, at, stretch, retold, own, row: row.id });
}

/** Asked of every rectification, whatever the event asks. */
function unauthorised(pathway: Pathway, { by, second, reason }: Report): Refusal | undefined {
  if (!reason?.trim()) return refusal('reason');
  if (second && second.person !== by.person && reports(pathway, second.role)) return undefined;
  return refusal('second_person', {
    roles: Object.keys(pathway.pack.roles)
      .filter((role) => reports(pathway, role))
      .sort(),
  });
}

function tooEarly({ opened }: CaseFile, { happened = opened }: Report): Refusal | undefined {
  return toInstant(happened) < opened ? refusal('when') : undefined;
}

function refuse(
  pathway: Pathway,
  caseFile: CaseFile,
  command: Report,
  at: Instant,
  refused: Refusal,
): Advance {
  const work = beginWork(pathway, caseFile, toInstant(at));
  const given = checkFacts(pathway, command.facts).values;
  const happened = command.happened === undefined ? work.at : toInstant(command.happened);
  const told = writeRefusal(work, refused, { command, given, happened });
  return { ok: false, refusal: told, ...workDone(work) };
}

type Overtaking = DeadlineRow & { readonly endedBy: number };

/** The first row that has moved, since the event happened, a track which hears the event. */
function overtakingRow(
  { hearers, states }: Pathway,
  { deadlines }: CaseFile,
  { event, happened }: Report,
): Overtaking | undefined {
  if (happened === undefined) return undefined;
  const then = toInstant(happened);
  const trackOf = (id: string) => states.get(id)?.track;
  const tracks = new Set((hearers.get(event) ?? []).map(trackOf));
  return Object.values(deadlines)
    .filter(
      (row): row is Overtaking => row.kind === 'move' && row.state === 'passed' && row.endedBy !== undefined,
    )
    .filter(({ ended = '', on }) => ended > then && tracks.has(trackOf(on.state)))
    .sort((a, b) => a.endedBy - b.endedBy || (`${a.ended} ${a.id}` < `${b.ended} ${b.id}` ? -1 : 1))[0];
}

/** The first entry to tell again: the root of the one that passed the row, and before it whatever was already told again. */
function startOf(entries: readonly Entry[], since: number): number {
  const root = entries.find(({ seq }) => seq === since)?.cause ?? since;
  const earlier = entries
    .filter(({ seq, withdrawn }) => seq >= root && withdrawn)
    .map(({ withdrawn }) => withdrawn?.since ?? root);
  const start = Math.min(root, ...earlier);
  return start < root ? startOf(entries, start) : start;
}

function insertionOf({ kind, command, withdrawn, seq }: Entry): Insertion[] {
  if (kind !== 'rectified' || command?.kind !== 'report' || withdrawn?.row === undefined) return [];
  return [{ row: withdrawn.row, report: command, seq }];
}

type Putting = {
  readonly command: Report;
  readonly at: Instant;
  readonly stretch: readonly Entry[];
  readonly retold: Retold;
  readonly own: Entry;
  readonly row: string;
};

function put(pathway: Pathway, caseFile: CaseFile, putting: Putting): Advance {
  const { command, at, stretch, retold, own, row } = putting;
  const work = beginWork(pathway, caseFile, toInstant(at));
  const seq = caseFile.seq + 1;
  const { id: _, opened: __, seq: ___, head: ____, ...instead } = retold.caseFile;
  const effects = compareEffects(stretch, retold.entries);
  const was = new Set(Object.keys(caseFile.open));
  const is = new Set(Object.keys(instead.open));
  append(work, {
    kind: 'rectified',
    happened: own.happened,
    by: command.by.person,
    role: command.by.role,
    command,
    event: command.event,
    decisions: own.decisions,
    left: [...was].filter((state) => !is.has(state)),
    entered: [...is].filter((state) => !was.has(state)),
    withdrawn: {
      row,
      since: stretch[0]?.seq ?? seq,
      entries: withdrawnEntries(stretch, retold.kept),
      effects: effects.sent.map(({ key }) => key),
    },
    effects: effects.due.map((effect, index) => ({ ...effect, key: `${seq}.${index + 1}` })),
    changes: { instead },
  });
  const done = workDone(work);
  return {
    ok: true,
    ...done,
    deadlines: [...done.deadlines, ...vanishedRows(caseFile, done.caseFile, own.happened)],
  };
}

const WITHOUT_EFFECT: ReadonlySet<Entry['kind']> = new Set(['refused', 'disagreed', 'rectified']);

function withdrawnEntries(stretch: readonly Entry[], kept: ReadonlySet<number>): number[] {
  const already = new Set(stretch.flatMap(({ withdrawn }) => withdrawn?.entries ?? []));
  return stretch
    .filter(({ seq, kind }) => !kept.has(seq) && !already.has(seq) && !WITHOUT_EFFECT.has(kind))
    .map(({ seq }) => seq);
}

/** Effects that were given to the world and would not have been, and those that would have been and were not. */
function compareEffects(
  stretch: readonly Entry[],
  retold: readonly Entry[],
): { readonly sent: readonly EffectDue[]; readonly due: readonly EffectDue[] } {
  const undone = new Set(stretch.flatMap(({ withdrawn }) => withdrawn?.effects ?? []));
  const sent = stretch.flatMap(({ effects }) => effects).filter(({ key }) => !undone.has(key));
  const due: EffectDue[] = [];
  for (const effect of retold.flatMap(({ effects }) => effects)) {
    const same = sent.findIndex((one) => nameOf(one) === nameOf(effect));
    if (same < 0) due.push(effect);
    else sent.splice(same, 1);
  }
  return { sent, due };
}

function nameOf({ key: _, ...effect }: EffectDue): string {
  return JSON.stringify([effect.effect, effect.kind, effect.to, effect.pack, effect.person, effect.deadline]);
}
