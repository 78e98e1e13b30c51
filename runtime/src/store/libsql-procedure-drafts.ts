import type { InStatement, InValue, Row } from '@libsql/client';
import type { Pack } from '@parcours/engine';
import type {
  DraftLine,
  Presence,
  ProcedureDraft,
  ProcedureDraftReads,
  ProcedureDraftWrite,
  Publication,
} from './procedure-drafts.ts';

type Statements<K extends ProcedureDraftWrite['kind']> = (
  write: Extract<ProcedureDraftWrite, { kind: K }>,
) => readonly InStatement[];

/** Drafts of procedures as SQL. */
export const DRAFT_STATEMENTS: { readonly [K in ProcedureDraftWrite['kind']]: Statements<K> } = {
  procedureDraft: ({ draft, pack, line }) => [
    pack
      ? {
          sql:
            'INSERT INTO procedure_drafts (id, updated, draft, pack) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ' +
            'SET updated = excluded.updated, draft = excluded.draft, pack = excluded.pack',
          args: [draft.id, draft.updated, JSON.stringify(draft), JSON.stringify(pack)],
        }
      : {
          sql: 'UPDATE procedure_drafts SET updated = ?, draft = ? WHERE id = ?',
          args: [draft.updated, JSON.stringify(draft), draft.id],
        },
    {
      sql: 'INSERT INTO procedure_lines (draft_id, seq, line) VALUES (?, ?, ?)',
      args: [line.draft, line.seq, JSON.stringify(line)],
    },
  ],
  presence: ({ presence }) => [
    {
      sql:
        'INSERT INTO presences (draft_id, account_id, at, presence) VALUES (?, ?, ?, ?) ON CONFLICT (draft_id, account_id) ' +
        'DO UPDATE SET at = excluded.at, presence = excluded.presence',
      args: [presence.draft, presence.account, presence.at, JSON.stringify(presence)],
    },
  ],
  absence: ({ draft, account }) => [
    { sql: 'DELETE FROM presences WHERE draft_id = ? AND account_id = ?', args: [draft, account] },
  ],
  publication: ({ publication }) => [
    {
      sql: 'INSERT INTO publications (pack_id, version, hash, at, publication) VALUES (?, ?, ?, ?, ?)',
      args: [
        publication.pack,
        publication.version,
        publication.hash,
        publication.at,
        JSON.stringify(publication),
      ],
    },
  ],
};

const read =
  <T>(column: string) =>
  (row: Row): T =>
    JSON.parse(String(row[column])) as T;

/** The reads of drafts, given how rows are asked for. */
export function libsqlDraftReads(
  rows: (sql: string, args?: InValue[]) => Promise<readonly Row[]>,
): ProcedureDraftReads {
  return {
    procedureDraft: async (id) =>
      (await rows('SELECT draft FROM procedure_drafts WHERE id = ?', [id])).map(
        read<ProcedureDraft>('draft'),
      )[0],
    draftPack: async (id) =>
      (await rows('SELECT pack FROM procedure_drafts WHERE id = ?', [id])).map(read<Pack>('pack'))[0],
    procedureDrafts: async () =>
      (await rows('SELECT draft FROM procedure_drafts ORDER BY updated DESC, id DESC')).map(
        read<ProcedureDraft>('draft'),
      ),
    draftLines: async (id, after) =>
      (
        await rows('SELECT line FROM procedure_lines WHERE draft_id = ? AND seq > ? ORDER BY seq', [
          id,
          after,
        ])
      ).map(read<DraftLine>('line')),
    presences: async (draft, since) =>
      (
        await rows('SELECT presence FROM presences WHERE draft_id = ? AND at >= ? ORDER BY account_id', [
          draft,
          since,
        ])
      ).map(read<Presence>('presence')),
    publications: async (pack) =>
      (pack === undefined
        ? await rows('SELECT publication FROM publications ORDER BY at, pack_id')
        : await rows('SELECT publication FROM publications WHERE pack_id = ? ORDER BY at', [pack])
      ).map(read<Publication>('publication')),
  };
}
