import type { InArgs, InStatement } from '@libsql/client';
import type { AuditRow } from '../audit/audit-row.ts';
import { DRAFT_STATEMENTS } from './libsql-procedure-drafts.ts';
import { MOVE_STATEMENTS } from './libsql-version-moves.ts';
import type { Write, WriteKind } from './store.ts';

type Statements<K extends WriteKind> = (write: Extract<Write, { kind: K }>) => readonly InStatement[];

const run = (sql: string, ...args: Extract<InArgs, readonly unknown[]>): InStatement => ({ sql, args });

/** Each kind of write as SQL. Audit notes are linked first and become rows (`auditStatement`). */
const STATEMENTS: { readonly [K in Exclude<WriteKind, 'audit'>]: Statements<K> } = {
  newAccount: ({ account }) => [
    run(
      'INSERT INTO accounts (id, name, active, account) VALUES (?, ?, ?, ?)',
      account.id,
      account.name,
      account.active ? 1 : 0,
      JSON.stringify(account),
    ),
  ],
  account: ({ account }) => [
    run(
      'UPDATE accounts SET name = ?, active = ?, account = ? WHERE id = ?',
      account.name,
      account.active ? 1 : 0,
      JSON.stringify(account),
      account.id,
    ),
  ],
  session: ({ session }) => [
    run(
      'INSERT INTO sessions (hash, account_id, opened, seen) VALUES (?, ?, ?, ?) ' +
        'ON CONFLICT (hash) DO UPDATE SET seen = excluded.seen',
      session.hash,
      session.account,
      session.opened,
      session.seen,
    ),
  ],
  endSession: ({ hash }) => [run('DELETE FROM sessions WHERE hash = ?', hash)],
  endSessions: ({ account }) => [run('DELETE FROM sessions WHERE account_id = ?', account)],
  attempt: ({ bucket, at }) => [run('INSERT INTO attempts (bucket, at) VALUES (?, ?)', bucket, at)],
  forgetAttempts: ({ bucket }) => [run('DELETE FROM attempts WHERE bucket = ?', bucket)],
  case: ({ case: stored }) => [
    run(
      'INSERT INTO cases (id, reference, pack_id, sealed, agency, opened_by, status, updated, file) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET ' +
        'pack_id = excluded.pack_id, status = excluded.status, updated = excluded.updated, file = excluded.file',
      stored.id,
      stored.reference,
      stored.file.pack.id,
      stored.sealed ? 1 : 0,
      stored.agency,
      stored.openedBy,
      stored.file.status,
      stored.updated,
      JSON.stringify(stored.file),
    ),
    run('DELETE FROM assignments WHERE case_id = ?', stored.id),
    ...Object.entries(stored.file.assignments).map(([role, account]) =>
      run('INSERT INTO assignments (case_id, role, account_id) VALUES (?, ?, ?)', stored.id, role, account),
    ),
  ],
  entries: ({ entries }) =>
    entries.map((entry) =>
      run(
        'INSERT INTO entries (case_id, seq, entry) VALUES (?, ?, ?)',
        entry.case,
        entry.seq,
        JSON.stringify(entry),
      ),
    ),
  ledger: ({ case: id, rows }) =>
    rows.map((row) =>
      run(
        'INSERT INTO ledger (case_id, row_id, state, due, next, row) VALUES (?, ?, ?, ?, ?, ?) ' +
          'ON CONFLICT (case_id, row_id) DO UPDATE SET ' +
          'state = excluded.state, due = excluded.due, next = excluded.next, row = excluded.row',
        id,
        row.id,
        row.state,
        row.due ?? null,
        row.next ?? null,
        JSON.stringify(row),
      ),
    ),
  outbox: ({ rows }) =>
    rows.map((row) =>
      run(
        'INSERT INTO outbox (case_id, key, at, effect) VALUES (?, ?, ?, ?)',
        row.case,
        row.effect.key,
        row.at,
        JSON.stringify(row.effect),
      ),
    ),
  deliver: ({ delivery }) => [
    run(
      'INSERT INTO deliveries (case_id, key, at, outcome, opened) VALUES (?, ?, ?, ?, ?)',
      delivery.case,
      delivery.key,
      delivery.at,
      delivery.outcome,
      delivery.opened ?? null,
    ),
    run('UPDATE outbox SET waiting = 0 WHERE case_id = ? AND key = ?', delivery.case, delivery.key),
  ],
  acknowledge: ({ acknowledgement }) => [
    run(
      'INSERT INTO acknowledgements (case_id, key, role, account_id, at) VALUES (?, ?, ?, ?, ?)',
      acknowledgement.case,
      acknowledgement.key,
      acknowledgement.role,
      acknowledgement.by,
      acknowledgement.at,
    ),
  ],
  answer: ({ answer }) => [
    run(
      'INSERT INTO answers (account_id, key, fingerprint, status, body, at) VALUES (?, ?, ?, ?, ?, ?)',
      answer.account,
      answer.key,
      answer.fingerprint,
      answer.status,
      JSON.stringify(answer.body),
      answer.at,
    ),
  ],
  draft: ({ draft }) => [
    run(
      'INSERT INTO drafts (case_id, account_id, step, facts, saved) VALUES (?, ?, ?, ?, ?) ' +
        'ON CONFLICT (case_id, account_id, step) DO UPDATE SET facts = excluded.facts, saved = excluded.saved',
      draft.case,
      draft.account,
      draft.step,
      JSON.stringify(draft.facts),
      draft.saved,
    ),
  ],
  endDraft: (write) => [
    run(
      'DELETE FROM drafts WHERE case_id = ? AND account_id = ? AND step = ?',
      write.case,
      write.account,
      write.step,
    ),
  ],
  proposal: ({ proposal }) => [
    run(
      'INSERT INTO proposals (id, case_id, proposal) VALUES (?, ?, ?)',
      proposal.id,
      proposal.case,
      JSON.stringify(proposal),
    ),
  ],
  settle: (write) => [
    run(
      'INSERT INTO settlements (proposal_id, state, account_id, at) VALUES (?, ?, ?, ?)',
      write.proposal,
      write.state,
      write.by,
      write.at,
    ),
  ],
  pack: ({ pack }) => [
    run(
      'INSERT INTO packs (hash, id, version, pack) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
      pack.hash,
      pack.pack.pack.id,
      pack.pack.pack.version,
      JSON.stringify(pack.pack),
    ),
  ],
  prune: ({ attempts, answers, sessions }) => [
    run('DELETE FROM attempts WHERE at < ?', attempts),
    run('DELETE FROM answers WHERE at < ?', answers),
    run('DELETE FROM sessions WHERE opened < ?', sessions),
  ],
  ...MOVE_STATEMENTS,
  ...DRAFT_STATEMENTS,
  once: ({ id }) => [run('INSERT INTO once (id) VALUES (?)', id)],
};

/** Picks by kind; the record above pairs each kind with its own write. */
function apply<K extends keyof typeof STATEMENTS>(
  kind: K,
  write: Extract<Write, { kind: K }>,
): readonly InStatement[] {
  const statements: Statements<K> = STATEMENTS[kind];
  return statements(write);
}

/** The statements of one write that is not an audit note. */
export function statementsOf(write: Exclude<Write, { kind: 'audit' }>): readonly InStatement[] {
  return apply(write.kind, write as never);
}

/** A linked audit row, appended. */
export function auditStatement(row: AuditRow): InStatement {
  return run(
    'INSERT INTO audit (n, at, account, action, subject, outcome, code, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.n,
    row.at,
    row.account,
    row.action,
    row.subject,
    row.outcome,
    row.code ?? null,
    row.previous,
    row.hash,
  );
}
