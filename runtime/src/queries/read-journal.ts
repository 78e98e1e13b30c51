import { type DecisionAct, type EffectDue, type Entry, type FactValue, replay } from '@parcours/engine';
import { type Sight, seenValue, sightOf } from '../access/clearance.ts';
import { seen } from '../access/record-read.ts';
import { seeCase } from '../access/see-case.ts';
import type { Asked, Service } from '../access/who-asks.ts';
import { namesIn } from './read-case.ts';

/** One line of history as this account may read it. The hash is of the whole entry, hidden values included. */
export type JournalLine = Pick<
  Entry,
  | 'seq'
  | 'kind'
  | 'happened'
  | 'recorded'
  | 'by'
  | 'event'
  | 'cause'
  | 'left'
  | 'entered'
  | 'refusal'
  | 'deadline'
  | 'hash'
> & {
  readonly reason?: string;
  readonly second?: string;
  readonly done?: boolean;
  /** Who decided, apart from who typed it; absent for who may not read the names of officials. */
  readonly decision?: DecisionAct;
  readonly decisions: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly overridden?: true;
  }[];
  /** Facts it recorded, those this account may read. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly forgotten: readonly string[];
  /** In a rectified entry, or a migration taken back: entries that no longer hold, and what was already sent and is to be undone. */
  readonly withdrawn?: {
    readonly entries: readonly number[];
    readonly effects: readonly Pick<EffectDue, 'key' | 'effect' | 'kind' | 'to'>[];
  };
  /** Recorded facts not shown. */
  readonly hidden: number;
};

export type ReplayCheck = {
  /** Replaying the journal gives the case file as it is stored, byte for byte. */
  readonly same: boolean;
  readonly entries: number;
  /** Hash of the newest entry. */
  readonly head: string;
  /** Why not, when not the same. */
  readonly problem?: string;
};

export type Journal = {
  readonly entries: readonly JournalLine[];
  readonly check: ReplayCheck;
  readonly names: Readonly<Record<string, string>>;
};

/** What a later entry took back, as far as it had left. */
/** What an entry withdraws, with the effects that have left by their kinds. */
export function withdrawnBy(
  { withdrawn }: Entry,
  sent: ReadonlyMap<string, EffectDue>,
): Pick<JournalLine, 'withdrawn'> {
  if (!withdrawn) return {};
  const effects = withdrawn.effects
    .flatMap((key) => sent.get(key) ?? [])
    .map(({ key, effect, kind, to }) => ({ key, effect, kind, to }));
  return { withdrawn: { entries: withdrawn.entries, effects } };
}

function journalLine(entry: Entry, sight: Sight, sent: ReadonlyMap<string, EffectDue>): JournalLine {
  const { seq, kind, happened, recorded, by, event, cause, left, entered, refusal, deadline, hash, command } =
    entry;
  const facts = Object.entries(entry.changes.facts ?? {});
  const readable = facts.filter(([fact]) => sight.fact(fact, by));
  const optional = { event, cause, left, entered, refusal, deadline };
  const spoken = command && command.kind !== 'deadline' ? command : undefined;
  const decision = spoken && 'decision' in spoken && sight.officials(by) ? spoken.decision : undefined;
  return {
    seq,
    kind,
    happened,
    recorded,
    by,
    hash,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<
      Omit<Entry, 'withdrawn'>
    >),
    ...(spoken?.reason === undefined || !sight.words(by) ? {} : { reason: spoken.reason }),
    ...(spoken?.second === undefined ? {} : { second: spoken.second.person }),
    ...(spoken?.kind === 'report' && spoken.done ? { done: true } : {}),
    ...(decision === undefined ? {} : { decision }),
    decisions: entry.decisions
      .filter(({ rule }) => sight.rule(rule))
      .map(({ rule, outcome, overridden }) => ({
        rule,
        outcome,
        ...(overridden ? { overridden } : {}),
      })),
    facts: Object.fromEntries(readable.map(([fact, value]) => [fact, seenValue(sight, fact, value)])),
    ...withdrawnBy(entry, sent),
    forgotten: (entry.changes.forgotten ?? []).filter((fact) => sight.fact(fact)),
    hidden: facts.length - readable.length,
  };
}

/** Effects that have left, by key; those that still wait were kept back when they were withdrawn. */
export async function sentEffects(
  { store }: Service,
  id: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, EffectDue>> {
  if (!entries.some(({ withdrawn }) => withdrawn && withdrawn.effects.length > 0)) return new Map();
  const sent = await store.sentEffects(id);
  return new Map(sent.map(({ effect }) => [effect.key, effect]));
}

/** The history of a case, and the proof that everything shown of it can be rebuilt from there. */
export async function readJournal(asked: Asked, id: string): Promise<Journal> {
  const { stored, pathway, roles } = await seeCase(asked, id, 'case.read');
  const entries = await asked.service.store.entries(id);
  const sight = sightOf(pathway.pack, stored, asked.account.id, roles);
  let problem: string | undefined;
  try {
    const rebuilt = JSON.stringify(replay(pathway, entries));
    if (rebuilt !== JSON.stringify(stored.file))
      problem = 'the stored case file is not what its journal tells';
  } catch (error) {
    problem = error instanceof Error ? error.message : 'the journal cannot be replayed';
  }
  const head = entries.at(-1)?.hash ?? '';
  const people = entries.flatMap((entry) => {
    const second = entry.command && entry.command.kind !== 'deadline' ? entry.command.second : undefined;
    return second ? [entry.by, second.person] : [entry.by];
  });
  const names = await namesIn(asked, people);
  const sent = await sentEffects(asked.service, id, entries);
  await seen(asked, 'case.journal', id);
  return {
    entries: entries.map((entry) => journalLine(entry, sight, sent)),
    check: { same: problem === undefined, entries: entries.length, head, ...(problem ? { problem } : {}) },
    names,
  };
}
