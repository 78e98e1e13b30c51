/**
 * A stretch of a journal told again, with reports put where they would have been told in time: just before the deadline
 * that moved the case. What people told keeps its order, its instants and its seqs; deadlines that this arms anew pass when
 * their time comes, as a sweeper would have sent them; those that were sent late are sent as late again.
 * What was refused stays refused (its answers are in no entry); the facts that were kept of it are recorded again.
 */
import { latestInstant } from '../calendar/instant.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { advance } from './advance.ts';
import type { CaseFile, DeadlineRow } from './case-file.ts';
import type { Command, Report } from './command.ts';
import type { Advance, Entry, Refusal } from './entry.ts';
import { openCase } from './open-case.ts';
import { renumberCase } from './renumber-case.ts';

/** A report that comes before a row passes. `seq` is that of the entry it has, or will have. */
export type Insertion = { readonly row: string; readonly report: Report; readonly seq: number };

export type Stretch = {
  readonly pathway: Pathway;
  /** The case before the stretch; absent when it begins with the opening. */
  readonly before?: CaseFile | undefined;
  /** The entries of the stretch, to the newest. */
  readonly entries: readonly Entry[];
  /** The case as it is now: rows that are still to be sent there are not sent here. */
  readonly now: CaseFile;
  readonly insertions: readonly Insertion[];
  /** Seq that what has no counterpart in the journal is given. */
  readonly seq: number;
  readonly at: Instant;
};

export type Retold = {
  readonly caseFile: CaseFile;
  /** What would have been written; seqs are those of this telling. */
  readonly entries: readonly Entry[];
  /** Entries of the stretch that would have been written too, by seq. */
  readonly kept: ReadonlySet<number>;
  /** What an insertion wrote first, by its seq; a refusal when it could not be told. */
  readonly inserted: ReadonlyMap<number, Entry | Refusal>;
};

/** Rows that pass without end are stopped here, as `passAtOnce` stops them; the sweeper sends what is left. */
const MOST_FIRINGS = 1_000;
/** Seqs of this telling lie far above those of any journal, so that the two are never mistaken. */
const FIRST_OWN_SEQ = 1_000_000_000;

type Step = {
  readonly at: Instant;
  readonly happened: Instant;
  readonly seq?: number;
  readonly tell: (caseFile: CaseFile | undefined, at: Instant) => Advance;
};

type Telling = Stretch & {
  caseFile: CaseFile | undefined;
  clock: Instant;
  nextSeq: number;
  readonly pending: Insertion[];
  readonly unmatched: Map<number, Entry>;
  /** Rows that the journal sends later, as `<row> <next>`. */
  readonly sent: Map<string, number>;
  readonly written: Entry[];
  readonly kept: Set<number>;
  readonly inserted: Map<number, Entry | Refusal>;
};

/** Tells a stretch of a journal again. */
export function tellAgain(stretch: Stretch): Retold {
  const first = stretch.entries[0];
  const telling: Telling = {
    ...stretch,
    caseFile: stretch.before,
    clock: first?.happened ?? stretch.at,
    nextSeq: FIRST_OWN_SEQ,
    pending: [...stretch.insertions],
    unmatched: new Map(stretch.entries.map((entry) => [entry.seq, entry])),
    sent: new Map(stretch.entries.filter(isFiring).map((entry) => [firingOf(entry), entry.seq])),
    written: [],
    kept: new Set(),
    inserted: new Map(),
  };
  const insertedAt = new Set(stretch.insertions.map(({ seq }) => seq));
  for (const entry of stretch.entries) {
    const step = insertedAt.has(entry.seq) ? undefined : stepOf(stretch.pathway, entry);
    if (!step) continue;
    fireUntil(telling, step.at, entry.seq);
    tell(telling, step);
  }
  fireUntil(telling, stretch.at, Number.POSITIVE_INFINITY);
  const { caseFile = stretch.now, written, kept, inserted } = telling;
  return { caseFile, entries: written, kept, inserted };
}

/** What a root of the journal asks again; nothing for what follows from another entry, or was refused. */
function stepOf(pathway: Pathway, entry: Entry): Step | undefined {
  const { kind, command, seq, recorded: at, happened } = entry;
  if (kind === 'opened') {
    const { facts, assignments, people, links } = entry.changes;
    const by = { person: entry.by, role: entry.role ?? '' };
    const opening = { id: entry.case, by, happened, ...defined({ facts, assignments, people, links }) };
    return { at, happened, seq, tell: (_, then) => openCase(pathway, opening, then) };
  }
  const again = command && (kind === 'refused' ? keptOf(command) : command);
  if (!again) return undefined;
  return {
    at,
    happened,
    ...(kind !== 'refused' && { seq }),
    tell: (caseFile, then) => advanceAgain(pathway, caseFile, again, then),
  };
}

/** The facts that a refusal kept, because they turned a protective signal to yes. */
function keptOf(command: Command): Command | undefined {
  if (!('facts' in command) || !command.facts) return undefined;
  const { by, happened, facts } = command;
  return { kind: 'record', by, facts, ...defined({ happened }) };
}

function advanceAgain(
  pathway: Pathway,
  caseFile: CaseFile | undefined,
  command: Command,
  at: Instant,
): Advance {
  if (!caseFile) throw new Error('told before its opening');
  if (command.kind !== 'record' || !command.reconsidered) return advance(pathway, caseFile, command, at);
  const { reconsidered, ...rest } = command;
  const still = reconsidered.filter((seq) => caseFile.reconsider.some((one) => one.seq === seq));
  return advance(pathway, caseFile, still.length > 0 ? { ...rest, reconsidered: still } : rest, at);
}

/** Rows that this telling armed and the journal never sent pass when their time comes. */
function fireUntil(telling: Telling, until: Instant, before: number): void {
  for (let count = 0; count < MOST_FIRINGS; count += 1) {
    const [row] = Object.values(telling.caseFile?.deadlines ?? {})
      .filter((one) => isDue(telling, one, until, before))
      .sort((a, b) => (`${a.next} ${a.id}` < `${b.next} ${b.id}` ? -1 : 1));
    if (!row?.next) return;
    const { id, next } = row;
    tell(telling, {
      at: latestInstant(telling.clock, next),
      happened: next,
      tell: (caseFile, at) =>
        advanceAgain(telling.pathway, caseFile, { kind: 'deadline', row: id, next }, at),
    });
  }
}

function isDue({ sent, now }: Telling, { id, next, state }: DeadlineRow, until: Instant, before: number) {
  if (state !== 'running' || next === undefined || next > until) return false;
  if ((sent.get(`${id} ${next}`) ?? 0) >= before) return false;
  const real = Object.hasOwn(now.deadlines, id) ? now.deadlines[id] : undefined;
  return !(real?.state === 'running' && real.next === next);
}

/** Tells one thing; a report that belongs before a row which this would pass comes first. */
function tell(telling: Telling, step: Step): void {
  const advanced = attempt(telling, step, step.at);
  const insertion = telling.pending.find(({ row }) => passes(advanced, row));
  if (!insertion) {
    commit(telling, step, advanced, step.at);
    return;
  }
  telling.pending.splice(telling.pending.indexOf(insertion), 1);
  const since = insertion.report.happened ?? step.happened;
  if (telling.caseFile && Object.hasOwn(telling.caseFile.deadlines, insertion.row)) {
    insert(telling, insertion, latestInstant(telling.clock, since));
    tell(telling, step);
    return;
  }
  /** The row is armed and passes within this step: it is told when the report would have followed it. */
  const early = latestInstant(step.happened, since);
  commit(telling, step, attempt(telling, step, early), early);
  insert(telling, insertion, early);
}

function insert(telling: Telling, { report, seq }: Insertion, at: Instant): void {
  const { rectify: _, ...plain } = report;
  const step: Step = {
    at,
    happened: report.happened ?? at,
    seq,
    tell: (caseFile, then) => advanceAgain(telling.pathway, caseFile, plain, then),
  };
  const advanced = attempt(telling, step, at);
  if ('invalid' in advanced) return;
  const root = advanced.entries.find((entry) => isRoot(entry, step));
  telling.inserted.set(seq, !advanced.ok ? advanced.refusal : (root as Entry));
  if (advanced.ok) commit(telling, step, advanced, at);
}

function attempt({ caseFile, nextSeq }: Telling, step: Step, at: Instant): Advance {
  return step.tell(caseFile && { ...caseFile, seq: nextSeq }, at);
}

function passes(advanced: Advance, row: string): boolean {
  return (
    'entries' in advanced &&
    advanced.entries.some((entry) => entry.kind === 'deadline_passed' && entry.deadline === row)
  );
}

function commit(telling: Telling, step: Step, advanced: Advance, at: Instant): void {
  if ('invalid' in advanced) return;
  const seqs = new Map<number, number>();
  for (const entry of advanced.entries) seqs.set(entry.seq, counterpart(telling, step, entry));
  telling.caseFile = renumberCase(advanced.caseFile, (seq) => seqs.get(seq) ?? seq);
  telling.nextSeq = Math.max(telling.nextSeq, advanced.caseFile.seq);
  telling.written.push(...advanced.entries);
  telling.clock = latestInstant(telling.clock, at);
}

/** The seq of the entry of the journal that this one is again; that of the new entry when there is none. */
function counterpart(telling: Telling, step: Step, entry: Entry): number {
  const own = isRoot(entry, step) ? step.seq : sameIn(telling.unmatched, entry);
  if (own === undefined || entry.kind === 'refused') return telling.seq;
  telling.unmatched.delete(own);
  telling.kept.add(own);
  return own;
}

function isRoot({ kind, command }: Entry, step: Step): boolean {
  return (
    step.seq !== undefined && (kind === 'opened' || (command !== undefined && command.kind !== 'deadline'))
  );
}

function sameIn(entries: ReadonlyMap<number, Entry>, wanted: Entry): number | undefined {
  for (const [seq, entry] of entries) {
    const isSame =
      entry.kind === wanted.kind &&
      entry.event === wanted.event &&
      entry.deadline === wanted.deadline &&
      entry.happened === wanted.happened;
    if (isSame) return seq;
  }
  return undefined;
}

const FIRED: ReadonlySet<Entry['kind']> = new Set(['escalated', 'deadline_missed', 'deadline_passed']);

function isFiring({ kind }: Entry): boolean {
  return FIRED.has(kind);
}

function firingOf({ deadline, happened }: Entry): string {
  return `${deadline} ${happened}`;
}

function defined<T extends object>(values: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [key in keyof T]: Exclude<T[key], undefined> };
}
