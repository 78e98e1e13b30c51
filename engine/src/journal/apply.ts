/**
 * The only writer of a case file. Live and replay both come through here, so that what is shown can be rebuilt from the
 * journal byte for byte: keys are always in the same order, and nothing is decided again.
 */
import { EngineError } from '../vocabulary/engine-error.ts';
import type { CaseFile, RecordedFact } from './case-file.ts';
import type { Entry } from './entry.ts';
import { GENESIS } from './seal-entry.ts';
import { sortKeys } from './sort-keys.ts';

const REPORTING: ReadonlySet<Entry['kind']> = new Set([
  'reported',
  'overridden',
  'done_outside',
  'signalled',
]);

/** The case file after an entry; without a case file the entry must be the one that opens it. Throws `journal.broken` otherwise. */
export function apply(caseFile: CaseFile | undefined, entry: Entry): CaseFile {
  const before = caseFile ?? opened(entry);
  const { changes } = entry;
  if (changes.instead) return sortKeys({ ...before, ...changes.instead, head: entry.hash, seq: entry.seq });
  return {
    assignments: merged(before.assignments, changes.assignments),
    deadlines: merged(before.deadlines, changes.deadlines),
    done: merged(before.done, changes.done),
    facts: facts(before.facts, entry),
    head: entry.hash,
    id: before.id,
    links: changes.links ? sortKeys(changes.links) : before.links,
    open: changes.open ? sortKeys(changes.open) : before.open,
    opened: before.opened,
    pack: changes.pack ? sortKeys(changes.pack) : before.pack,
    people: merged(before.people, changes.people),
    position: changes.position ? sortKeys(changes.position) : before.position,
    reconsider: changes.reconsider ? sortKeys(changes.reconsider) : before.reconsider,
    reported: reported(before.reported, entry),
    seq: entry.seq,
    signals: merged(before.signals, changes.signals),
    status: changes.status ?? before.status,
    stood: changes.stood ? merged(before.stood, { [entry.seq]: changes.stood }) : before.stood,
  };
}

function opened(entry: Entry): CaseFile {
  const { pack, position } = entry.changes;
  if (entry.kind !== 'opened' || entry.seq !== 1 || !pack || !position) {
    throw new EngineError(
      'journal.broken',
      `The journal of ${entry.case} begins with entry ${entry.seq}: give it from its opening on.`,
    );
  }
  return unbornCase({ id: entry.case, pack, position, opened: entry.happened });
}

/** A case before its first entry: what opening starts from, live and in replay. */
export function unbornCase(known: Pick<CaseFile, 'id' | 'pack' | 'position' | 'opened'>): CaseFile {
  return {
    ...known,
    facts: {},
    open: {},
    done: {},
    reported: {},
    signals: {},
    deadlines: {},
    stood: {},
    reconsider: [],
    people: {},
    assignments: {},
    links: [],
    status: 'open',
    seq: 0,
    head: GENESIS,
  };
}

function facts(before: CaseFile['facts'], entry: Entry): CaseFile['facts'] {
  const { facts: given, forgotten } = entry.changes;
  if (!given && !forgotten) return before;
  const recorded = Object.entries(given ?? {}).map(([id, value]): [string, RecordedFact] => [
    id,
    { value, at: entry.happened, by: entry.by },
  ]);
  const kept = Object.entries(before).filter(([id]) => !forgotten?.includes(id));
  return merged(Object.fromEntries(kept), Object.fromEntries(recorded));
}

function reported(
  before: CaseFile['reported'],
  { kind, event, happened, by, seq }: Entry,
): CaseFile['reported'] {
  if (event === undefined || !REPORTING.has(kind)) return before;
  return merged(before, { [event]: { at: happened, by, seq } });
}

function merged<T>(
  before: { readonly [key: string]: T },
  added: { readonly [key: string]: T } | undefined,
): { readonly [key: string]: T } {
  if (!added) return before;
  const all = { ...before, ...sortKeys(added) };
  return Object.fromEntries(
    Object.keys(all)
      .sort()
      .map((key) => [key, all[key] as T]),
  );
}
