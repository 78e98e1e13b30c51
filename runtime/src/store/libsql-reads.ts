import type { Client, InValue, Row } from '@libsql/client';
import type { AuditRow } from '../audit/audit-row.ts';
import { libsqlDraftReads } from './libsql-procedure-drafts.ts';
import { libsqlMoveReads } from './libsql-version-moves.ts';
import type {
  CaseFilter,
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
} from './store.ts';

/** A column this store wrote itself, as JSON of the type named. */
function json<T>(row: Row, column: string): T {
  return JSON.parse(String(row[column])) as T;
}
const text = (row: Row, column: string): string => String(row[column]);

const caseOf = (row: Row): StoredCase => ({
  id: text(row, 'id'),
  reference: text(row, 'reference'),
  sealed: Number(row['sealed']) === 1,
  agency: text(row, 'agency'),
  openedBy: text(row, 'opened_by'),
  updated: text(row, 'updated'),
  file: json<StoredCase['file']>(row, 'file'),
});

const proposalOf = (row: Row): Proposal => {
  const proposal = json<Proposal>(row, 'proposal');
  if (row['state'] === null) return proposal;
  return {
    ...proposal,
    state: text(row, 'state') as Proposal['state'],
    settledBy: text(row, 'account_id'),
    settledAt: text(row, 'at'),
  };
};

const auditOf = (row: Row): AuditRow => ({
  n: Number(row['n']),
  at: text(row, 'at'),
  account: text(row, 'account'),
  action: text(row, 'action'),
  subject: text(row, 'subject'),
  outcome: text(row, 'outcome') as AuditRow['outcome'],
  ...(row['code'] === null ? {} : { code: text(row, 'code') }),
  previous: text(row, 'previous'),
  hash: text(row, 'hash'),
});

const outboxOf = (row: Row): OutboxRow => ({
  case: text(row, 'case_id'),
  at: text(row, 'at'),
  effect: json<OutboxRow['effect']>(row, 'effect'),
});

const noticeOf = (row: Row, acknowledged: readonly Row[]): StoredNotice => {
  const of = { case: text(row, 'case_id'), key: text(row, 'key') };
  return {
    ...outboxOf(row),
    delivery: {
      ...of,
      at: text(row, 'delivered'),
      outcome: text(row, 'outcome') as StoredNotice['delivery']['outcome'],
      ...(row['opened'] === null ? {} : { opened: text(row, 'opened') }),
    },
    acknowledged: acknowledged
      .filter((one) => text(one, 'case_id') === of.case && text(one, 'key') === of.key)
      .map((one) => ({ ...of, role: text(one, 'role'), by: text(one, 'account_id'), at: text(one, 'at') })),
  };
};

/** Which cases the filter may see, as a condition on `cases c` and its arguments. */
function visible(filter: Pick<CaseFilter, 'assigned' | 'sealedPacks'>): { sql: string; args: InValue[] } {
  const marks = filter.sealedPacks.map(() => '?').join(', ');
  return {
    sql:
      '((c.sealed = 0 AND EXISTS (SELECT 1 FROM assignments a WHERE a.case_id = c.id AND a.account_id = ?)) ' +
      `OR (c.sealed = 1 AND c.pack_id IN (${marks})))`,
    args: [filter.assigned, ...filter.sealedPacks],
  };
}

const SETTLED =
  'SELECT p.proposal, s.state, s.account_id, s.at FROM proposals p LEFT JOIN settlements s ON s.proposal_id = p.id';

/** The reading half of the store contract, in SQL. */
export function libsqlReads(client: Client): Omit<Store, 'commit' | 'condition' | 'close'> {
  const rows = async (sql: string, args: InValue[] = []) => (await client.execute({ sql, args })).rows;
  const first = async <T>(sql: string, args: InValue[], map: (row: Row) => T): Promise<T | undefined> => {
    const row = (await rows(sql, args))[0];
    return row === undefined ? undefined : map(row);
  };
  const accountOf = (row: Row) => json<StoredAccount>(row, 'account');
  const ledgerOf = (row: Row): LedgerRow => ({
    case: text(row, 'case_id'),
    row: json<LedgerRow['row']>(row, 'row'),
  });

  return {
    ...libsqlMoveReads(rows, caseOf),
    ...libsqlDraftReads(rows),
    account: (id) => first('SELECT account FROM accounts WHERE id = ?', [id], accountOf),
    accountNamed: (name) => first('SELECT account FROM accounts WHERE name = ?', [name], accountOf),
    accounts: async () => (await rows('SELECT account FROM accounts ORDER BY id')).map(accountOf),
    session: (hash) =>
      first('SELECT hash, account_id, opened, seen FROM sessions WHERE hash = ?', [hash], (row) => ({
        hash: text(row, 'hash'),
        account: text(row, 'account_id'),
        opened: text(row, 'opened'),
        seen: text(row, 'seen'),
      })),
    attempts: async (bucket, since) =>
      Number(
        (await rows('SELECT count(*) AS n FROM attempts WHERE bucket = ? AND at >= ?', [bucket, since]))[0]?.[
          'n'
        ] ?? 0,
      ),
    case: (id) => first('SELECT * FROM cases WHERE id = ?', [id], caseOf),
    cases: async (filter) => {
      const seen = visible(filter);
      const where = [seen.sql];
      const args = [...seen.args];
      if (filter.status) where.push('c.status = ?');
      if (filter.status) args.push(filter.status);
      if (filter.pack) where.push('c.pack_id = ?');
      if (filter.pack) args.push(filter.pack);
      if (filter.before) where.push('c.id < ?');
      if (filter.before) args.push(filter.before);
      const sql = `SELECT c.* FROM cases c WHERE ${where.join(' AND ')} ORDER BY c.id DESC LIMIT ?`;
      return (await rows(sql, [...args, filter.limit])).map(caseOf);
    },
    leftCases: async (limit) =>
      (
        await rows(
          "SELECT c.* FROM cases c WHERE c.sealed = 0 AND c.status = 'open' AND NOT EXISTS (" +
            'SELECT 1 FROM assignments a JOIN accounts p ON p.id = a.account_id AND p.active = 1 ' +
            "JOIN json_each(p.account, '$.roles') r ON r.value = a.role WHERE a.case_id = c.id) ORDER BY c.id LIMIT ?",
          [limit],
        )
      ).map(caseOf),
    entries: async (caseId) =>
      (await rows('SELECT entry FROM entries WHERE case_id = ? ORDER BY seq', [caseId])).map((row) =>
        json(row, 'entry'),
      ),
    drafts: async (caseId, account) =>
      (
        await rows(
          'SELECT step, facts, saved FROM drafts WHERE case_id = ? AND account_id = ? ORDER BY step',
          [caseId, account],
        )
      ).map((row) => ({
        case: caseId,
        account,
        step: text(row, 'step'),
        facts: json<Draft['facts']>(row, 'facts'),
        saved: text(row, 'saved'),
      })),
    proposal: (id) => first(`${SETTLED} WHERE p.id = ?`, [id], proposalOf),
    proposals: async (caseId) =>
      (await rows(`${SETTLED} WHERE p.case_id = ? AND s.state IS NULL ORDER BY p.id`, [caseId])).map(
        proposalOf,
      ),
    waitingProposals: async (limit) =>
      (await rows(`${SETTLED} WHERE s.state IS NULL ORDER BY p.id LIMIT ?`, [limit])).map(proposalOf),
    dueRows: async (at, limit) =>
      (
        await rows(
          "SELECT case_id, row FROM ledger WHERE state = 'running' AND next IS NOT NULL AND next <= ? ORDER BY next, case_id LIMIT ?",
          [at, limit],
        )
      ).map(ledgerOf),
    nextDue: (after) =>
      first(
        "SELECT next FROM ledger WHERE state = 'running' AND next IS NOT NULL AND next > ? ORDER BY next LIMIT 1",
        [after],
        (row) => text(row, 'next'),
      ),
    ledger: async (filter) => {
      const seen = visible(filter);
      const sql =
        "SELECT l.case_id, l.row FROM ledger l JOIN cases c ON c.id = l.case_id WHERE l.state IN ('running', 'paused') " +
        `AND l.due IS NOT NULL AND l.due <= ? AND ${seen.sql} ORDER BY l.due, l.case_id LIMIT ?`;
      return (await rows(sql, [filter.until ?? '9999', ...seen.args, filter.limit])).map(ledgerOf);
    },
    outbox: async (caseId) =>
      (await rows('SELECT case_id, at, effect FROM outbox WHERE case_id = ? ORDER BY at, key', [caseId])).map(
        outboxOf,
      ),
    sentEffects: async (caseId) =>
      (
        await rows(
          'SELECT o.case_id, o.at, o.effect FROM outbox o JOIN deliveries d ON d.case_id = o.case_id AND d.key = o.key ' +
            "WHERE o.case_id = ? AND d.outcome <> 'withdrawn' ORDER BY o.at, o.key",
          [caseId],
        )
      ).map(outboxOf),
    waitingEffects: async (limit) =>
      (
        await rows('SELECT case_id, at, effect FROM outbox WHERE waiting = 1 ORDER BY at, case_id LIMIT ?', [
          limit,
        ])
      ).map(outboxOf),
    notices: async (filter) => {
      const seen = visible(filter);
      const one = filter.case === undefined ? '' : ' AND d.case_id = ?';
      const found = await rows(
        'SELECT o.case_id, o.key, o.at, o.effect, d.at AS delivered, d.outcome, d.opened FROM deliveries d ' +
          'JOIN outbox o ON o.case_id = d.case_id AND o.key = d.key JOIN cases c ON c.id = d.case_id ' +
          `WHERE ${seen.sql}${one} ORDER BY d.at DESC, d.case_id DESC, d.key DESC LIMIT ?`,
        [...seen.args, ...(filter.case === undefined ? [] : [filter.case]), filter.limit],
      );
      const cases = [...new Set(found.map((row) => text(row, 'case_id')))];
      const acknowledged = await rows(
        `SELECT * FROM acknowledgements WHERE case_id IN (${cases.map(() => '?').join(', ')}) ORDER BY at, role`,
        cases,
      );
      return found.map((row) => noticeOf(row, acknowledged));
    },
    answer: (account, key) =>
      first(
        'SELECT * FROM answers WHERE account_id = ? AND key = ?',
        [account, key],
        (row): SavedAnswer => ({
          account,
          key,
          fingerprint: text(row, 'fingerprint'),
          status: Number(row['status']),
          body: json<unknown>(row, 'body'),
          at: text(row, 'at'),
        }),
      ),
    pack: (hash) =>
      first('SELECT hash, pack FROM packs WHERE hash = ?', [hash], (row) => ({
        hash: text(row, 'hash'),
        pack: json<StoredPack['pack']>(row, 'pack'),
      })),
    hasHappened: async (id) => (await rows('SELECT 1 FROM once WHERE id = ?', [id])).length > 0,
    auditRows: async (from, limit) =>
      (await rows('SELECT * FROM audit WHERE n >= ? ORDER BY n LIMIT ?', [from, limit])).map(auditOf),
  };
}
