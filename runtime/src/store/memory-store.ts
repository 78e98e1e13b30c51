/** The store contract in memory: for tests, for examples, and for trying things out. Nothing survives the process. */

import type { Entry } from '@parcours/engine';
import { type AuditRow, FIRST_AUDIT_HASH, linkAudit } from '../audit/audit-row.ts';
import {
  DRAFT_WRITES,
  type DraftShelf,
  emptyDraftShelf,
  memoryDraftReads,
} from './memory-procedure-drafts.ts';
import { MOVE_WRITES, type MoveShelf, memoryMoveReads } from './memory-version-moves.ts';
import type {
  Acknowledgement,
  CaseFilter,
  Delivery,
  Draft,
  LedgerRow,
  OutboxRow,
  Proposal,
  SavedAnswer,
  Store,
  StoredAccount,
  StoredCase,
  StoredNotice,
  StoredPack,
  StoredSession,
  Write,
  WriteKind,
} from './store.ts';
import { type ConflictOn, StoreConflict } from './store-error.ts';

type Shelf = MoveShelf &
  DraftShelf & {
    readonly accounts: Map<string, StoredAccount>;
    readonly sessions: Map<string, StoredSession>;
    readonly attempts: Map<string, readonly string[]>;
    readonly entries: Map<string, Entry>;
    readonly ledger: Map<string, LedgerRow>;
    readonly outbox: Map<string, OutboxRow>;
    readonly deliveries: Map<string, Delivery>;
    readonly acknowledgements: Map<string, Acknowledgement>;
    readonly answers: Map<string, SavedAnswer>;
    readonly drafts: Map<string, Draft>;
    readonly proposals: Map<string, Proposal>;
    readonly packs: Map<string, StoredPack>;
    readonly once: Map<string, true>;
    readonly audit: Map<string, AuditRow>;
  };

/** Sets or deletes one key; what it replaced is remembered until the commit ends. */
type Put = <V>(map: Map<string, V>, key: string, value: V | undefined) => void;
type Apply<K extends WriteKind> = (shelf: Shelf, write: Extract<Write, { kind: K }>, put: Put) => void;

function refuseIf(taken: boolean, on: ConflictOn): void {
  if (taken) throw new StoreConflict(on);
}

const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

const WRITES: { readonly [K in WriteKind]: Apply<K> } = {
  newAccount: (shelf, { account }, put) => {
    const taken = [...shelf.accounts.values()].some((other) => other.name === account.name);
    refuseIf(taken || shelf.accounts.has(account.id), 'account');
    put(shelf.accounts, account.id, account);
  },
  account: (shelf, { account }, put) => put(shelf.accounts, account.id, account),
  session: (shelf, { session }, put) => put(shelf.sessions, session.hash, session),
  endSession: (shelf, { hash }, put) => put(shelf.sessions, hash, undefined),
  endSessions: (shelf, { account }, put) => {
    for (const session of [...shelf.sessions.values()]) {
      if (session.account === account) put(shelf.sessions, session.hash, undefined);
    }
  },
  attempt: (shelf, { bucket, at }, put) =>
    put(shelf.attempts, bucket, [...(shelf.attempts.get(bucket) ?? []), at]),
  forgetAttempts: (shelf, { bucket }, put) => put(shelf.attempts, bucket, undefined),
  case: (shelf, { case: stored }, put) => put(shelf.cases, stored.id, stored),
  entries: (shelf, { entries }, put) => {
    for (const entry of entries) {
      const key = keyOf(entry.case, entry.seq);
      refuseIf(shelf.entries.has(key), 'entries');
      put(shelf.entries, key, entry);
    }
  },
  ledger: (shelf, { case: id, rows }, put) => {
    for (const row of rows) put(shelf.ledger, keyOf(id, row.id), { case: id, row });
  },
  outbox: (shelf, { rows }, put) => {
    for (const row of rows) put(shelf.outbox, keyOf(row.case, row.effect.key), row);
  },
  deliver: (shelf, { delivery }, put) => {
    const key = keyOf(delivery.case, delivery.key);
    refuseIf(shelf.deliveries.has(key), 'delivery');
    put(shelf.deliveries, key, delivery);
  },
  acknowledge: (shelf, { acknowledgement }, put) => {
    const key = keyOf(acknowledgement.case, acknowledgement.key, acknowledgement.role);
    refuseIf(shelf.acknowledgements.has(key), 'acknowledgement');
    put(shelf.acknowledgements, key, acknowledgement);
  },
  answer: (shelf, { answer }, put) => {
    const key = keyOf(answer.account, answer.key);
    refuseIf(shelf.answers.has(key), 'answer');
    put(shelf.answers, key, answer);
  },
  draft: (shelf, { draft }, put) => put(shelf.drafts, keyOf(draft.case, draft.account, draft.step), draft),
  endDraft: (shelf, write, put) => put(shelf.drafts, keyOf(write.case, write.account, write.step), undefined),
  proposal: (shelf, { proposal }, put) => put(shelf.proposals, proposal.id, proposal),
  settle: (shelf, write, put) => {
    const proposal = shelf.proposals.get(write.proposal);
    refuseIf(proposal?.state !== 'waiting', 'proposal');
    if (!proposal) return;
    put(shelf.proposals, write.proposal, {
      ...proposal,
      state: write.state,
      settledBy: write.by,
      settledAt: write.at,
    });
  },
  pack: (shelf, { pack }, put) => {
    if (!shelf.packs.has(pack.hash)) put(shelf.packs, pack.hash, pack);
  },
  prune: (shelf, { attempts, answers, sessions }, put) => {
    for (const [bucket, all] of [...shelf.attempts]) {
      const kept = all.filter((at) => at >= attempts);
      if (kept.length < all.length) put(shelf.attempts, bucket, kept.length > 0 ? kept : undefined);
    }
    for (const [key, { at }] of [...shelf.answers]) if (at < answers) put(shelf.answers, key, undefined);
    for (const [hash, { opened }] of [...shelf.sessions]) {
      if (opened < sessions) put(shelf.sessions, hash, undefined);
    }
  },
  ...MOVE_WRITES,
  ...DRAFT_WRITES,
  once: (shelf, { id }, put) => {
    refuseIf(shelf.once.has(id), 'once');
    put(shelf.once, id, true);
  },
  audit: (shelf, { note }, put) => {
    const n = shelf.audit.size;
    const head = shelf.audit.get(String(n)) ?? { n: 0, hash: FIRST_AUDIT_HASH };
    put(shelf.audit, String(n + 1), linkAudit(head, note));
  },
};

function applyOne<K extends WriteKind>(shelf: Shelf, write: Extract<Write, { kind: K }>, put: Put): void {
  const apply: Apply<K> = WRITES[write.kind as K];
  apply(shelf, write, put);
}

const maySee = (filter: Pick<CaseFilter, 'assigned' | 'sealedPacks'>, stored: StoredCase): boolean =>
  stored.sealed
    ? filter.sealedPacks.includes(stored.file.pack.id)
    : Object.values(stored.file.assignments).includes(filter.assigned);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A new, empty store in memory. */
export function memoryStore(): Store {
  const shelf: Shelf = {
    accounts: new Map(),
    sessions: new Map(),
    attempts: new Map(),
    cases: new Map(),
    entries: new Map(),
    ledger: new Map(),
    outbox: new Map(),
    deliveries: new Map(),
    acknowledgements: new Map(),
    answers: new Map(),
    drafts: new Map(),
    proposals: new Map(),
    packs: new Map(),
    moves: new Map(),
    movedCases: new Map(),
    ...emptyDraftShelf(),
    once: new Map(),
    audit: new Map(),
  };
  let closed = false;
  const running = () => [...shelf.ledger.values()].filter(({ row }) => row.state === 'running' && row.next);

  return {
    async commit(writes) {
      if (closed) throw new Error('the store is closed');
      const undo: (() => void)[] = [];
      const put: Put = (map, key, value) => {
        const before = map.get(key);
        undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
        if (value === undefined) map.delete(key);
        else map.set(key, structuredClone(value));
      };
      try {
        for (const write of writes) applyOne(shelf, write, put);
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      }
    },
    ...memoryMoveReads(shelf),
    ...memoryDraftReads(shelf),
    account: async (id) => shelf.accounts.get(id),
    accountNamed: async (name) => [...shelf.accounts.values()].find((account) => account.name === name),
    accounts: async () => [...shelf.accounts.values()].sort((a, b) => byText(a.id, b.id)),
    session: async (hash) => shelf.sessions.get(hash),
    attempts: async (bucket, since) => (shelf.attempts.get(bucket) ?? []).filter((at) => at >= since).length,
    case: async (id) => shelf.cases.get(id),
    cases: async (filter) =>
      [...shelf.cases.values()]
        .filter((stored) => maySee(filter, stored))
        .filter((stored) => !filter.status || stored.file.status === filter.status)
        .filter((stored) => !filter.pack || stored.file.pack.id === filter.pack)
        .filter((stored) => !filter.before || stored.id < filter.before)
        .sort((a, b) => byText(b.id, a.id))
        .slice(0, filter.limit),
    leftCases: async (limit) =>
      [...shelf.cases.values()]
        .filter(({ sealed, file }) => !sealed && file.status === 'open')
        .filter(
          ({ file }) =>
            !Object.entries(file.assignments).some(([role, id]) => {
              const account = shelf.accounts.get(id);
              return account?.active === true && account.roles.includes(role);
            }),
        )
        .sort((a, b) => byText(a.id, b.id))
        .slice(0, limit),
    entries: async (caseId) =>
      [...shelf.entries.values()].filter((entry) => entry.case === caseId).sort((a, b) => a.seq - b.seq),
    drafts: async (caseId, account) =>
      [...shelf.drafts.values()].filter((draft) => draft.case === caseId && draft.account === account),
    proposal: async (id) => shelf.proposals.get(id),
    proposals: async (caseId) =>
      [...shelf.proposals.values()]
        .filter((proposal) => proposal.case === caseId && proposal.state === 'waiting')
        .sort((a, b) => byText(a.id, b.id)),
    waitingProposals: async (limit) =>
      [...shelf.proposals.values()]
        .filter((proposal) => proposal.state === 'waiting')
        .sort((a, b) => byText(a.id, b.id))
        .slice(0, limit),
    dueRows: async (at, limit) =>
      running()
        .filter(({ row }) => (row.next ?? '') <= at)
        .sort((a, b) => byText(a.row.next ?? '', b.row.next ?? '') || byText(a.case, b.case))
        .slice(0, limit),
    nextDue: async (after) =>
      running()
        .flatMap(({ row }) => (row.next !== undefined && row.next > after ? [row.next] : []))
        .sort(byText)[0],
    ledger: async (filter) =>
      [...shelf.ledger.values()]
        .filter(({ row }) => (row.state === 'running' || row.state === 'paused') && row.due !== undefined)
        .filter(({ row }) => !filter.until || (row.due ?? '') <= filter.until)
        .filter((row) => {
          const stored = shelf.cases.get(row.case);
          return stored !== undefined && maySee(filter, stored);
        })
        .sort((a, b) => byText(a.row.due ?? '', b.row.due ?? '') || byText(a.case, b.case))
        .slice(0, filter.limit),
    outbox: async (caseId) => [...shelf.outbox.values()].filter((row) => row.case === caseId),
    sentEffects: async (caseId) =>
      [...shelf.outbox.values()].filter((row) => {
        const delivery = shelf.deliveries.get(keyOf(row.case, row.effect.key));
        return row.case === caseId && delivery !== undefined && delivery.outcome !== 'withdrawn';
      }),
    waitingEffects: async (limit) =>
      [...shelf.outbox.values()]
        .filter((row) => !shelf.deliveries.has(keyOf(row.case, row.effect.key)))
        .sort((a, b) => byText(a.at, b.at) || byText(a.case, b.case))
        .slice(0, limit),
    notices: async (filter) =>
      [...shelf.deliveries.values()]
        .filter((delivery) => !filter.case || delivery.case === filter.case)
        .flatMap((delivery): StoredNotice[] => {
          const stored = shelf.cases.get(delivery.case);
          const row = shelf.outbox.get(keyOf(delivery.case, delivery.key));
          if (!row || !stored || !maySee(filter, stored)) return [];
          const acknowledged = [...shelf.acknowledgements.values()]
            .filter((one) => one.case === delivery.case && one.key === delivery.key)
            .sort((a, b) => byText(a.at, b.at) || byText(a.role, b.role));
          return [{ ...row, delivery, acknowledged }];
        })
        .sort(
          (a, b) =>
            byText(b.delivery.at, a.delivery.at) ||
            byText(b.case, a.case) ||
            byText(b.delivery.key, a.delivery.key),
        )
        .slice(0, filter.limit),
    answer: async (account, key) => shelf.answers.get(keyOf(account, key)),
    pack: async (hash) => shelf.packs.get(hash),
    hasHappened: async (id) => shelf.once.has(id),
    auditRows: async (from, limit) =>
      [...shelf.audit.values()].filter((row) => row.n >= from).slice(0, limit),
    condition: () => (closed ? 'stopped' : 'ready'),
    async close() {
      closed = true;
    },
  };
}
