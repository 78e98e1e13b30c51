import type { InStatement, InValue, Row } from '@libsql/client';
import type { StoredCase } from './store.ts';
import type { MovedCase, VersionMove, VersionMoveReads, VersionMoveWrite } from './version-moves.ts';

type Statements<K extends VersionMoveWrite['kind']> = (
  write: Extract<VersionMoveWrite, { kind: K }>,
) => readonly InStatement[];

/** Moves of versions as SQL. State and cursor stand in columns of their own; the rest never changes. */
export const MOVE_STATEMENTS: { readonly [K in VersionMoveWrite['kind']]: Statements<K> } = {
  newMove: ({ move }) => [
    {
      sql: 'INSERT INTO moves (id, from_hash, state, after_case, updated, move) VALUES (?, ?, ?, ?, ?, ?)',
      args: [move.id, move.from, move.state, move.after ?? null, move.updated, JSON.stringify(move)],
    },
  ],
  moveState: ({ id, state, at }) => [
    { sql: 'UPDATE moves SET state = ?, updated = ? WHERE id = ?', args: [state, at, id] },
  ],
  moveStep: ({ step }) => [
    {
      sql: 'INSERT INTO moved_cases (move_id, case_id, outcome, codes, at) VALUES (?, ?, ?, ?, ?)',
      args: [step.move, step.case, step.outcome, JSON.stringify(step.codes), step.at],
    },
    {
      sql: 'UPDATE moves SET after_case = ?, updated = ? WHERE id = ?',
      args: [step.case, step.at, step.move],
    },
  ],
};

const moveOf = (row: Row): VersionMove => {
  const { after: _, ...move } = JSON.parse(String(row['move'])) as VersionMove;
  return {
    ...move,
    state: String(row['state']) as VersionMove['state'],
    updated: String(row['updated']),
    ...(row['after_case'] === null ? {} : { after: String(row['after_case']) }),
  };
};

const movedOf = (row: Row): MovedCase => ({
  move: String(row['move_id']),
  case: String(row['case_id']),
  outcome: String(row['outcome']) as MovedCase['outcome'],
  codes: JSON.parse(String(row['codes'])) as MovedCase['codes'],
  at: String(row['at']),
});

/** The reads of moves, given how rows are asked for and a case is read. */
export function libsqlMoveReads(
  rows: (sql: string, args?: InValue[]) => Promise<readonly Row[]>,
  caseOf: (row: Row) => StoredCase,
): VersionMoveReads {
  const MOVES = 'SELECT move, state, updated, after_case FROM moves';
  const HASH = "json_extract(file, '$.pack.hash')";
  return {
    versionMove: async (id) => (await rows(`${MOVES} WHERE id = ?`, [id])).map(moveOf)[0],
    versionMoves: async (limit) => (await rows(`${MOVES} ORDER BY id DESC LIMIT ?`, [limit])).map(moveOf),
    runningMoves: async () => (await rows(`${MOVES} WHERE state = 'running' ORDER BY id`)).map(moveOf),
    movedCases: async (id) =>
      (await rows('SELECT * FROM moved_cases WHERE move_id = ? ORDER BY case_id', [id])).map(movedOf),
    casesOnVersion: async (hash, after, limit) =>
      (
        await rows(`SELECT * FROM cases WHERE ${HASH} = ? AND id > ? AND sealed = 0 ORDER BY id LIMIT ?`, [
          hash,
          after ?? '',
          limit,
        ])
      ).map(caseOf),
    caseVersions: async () =>
      (
        await rows(
          `SELECT ${HASH} AS hash, pack_id, json_extract(file, '$.pack.version') AS version, count(*) AS n ` +
            'FROM cases WHERE sealed = 0 GROUP BY 1, 2, 3 ORDER BY 1',
        )
      ).map((row) => ({
        pack: String(row['pack_id']),
        version: String(row['version']),
        hash: String(row['hash']),
        cases: Number(row['n']),
      })),
  };
}
