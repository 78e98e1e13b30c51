import type { Pack } from '@parcours/engine';
import type {
  DraftLine,
  Presence,
  ProcedureDraft,
  ProcedureDraftReads,
  ProcedureDraftWrite,
  Publication,
} from './procedure-drafts.ts';
import { StoreConflict } from './store-error.ts';

/** The part of the store in memory that keeps drafts of procedures. */
export type DraftShelf = {
  readonly procedureDrafts: Map<string, ProcedureDraft>;
  readonly draftPacks: Map<string, Pack>;
  readonly draftLines: Map<string, DraftLine>;
  readonly presences: Map<string, Presence>;
  readonly publications: Map<string, Publication>;
};

type Put = <V>(map: Map<string, V>, key: string, value: V | undefined) => void;
type Apply<K extends ProcedureDraftWrite['kind']> = (
  shelf: DraftShelf,
  write: Extract<ProcedureDraftWrite, { kind: K }>,
  put: Put,
) => void;

const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

export const emptyDraftShelf = (): DraftShelf => ({
  procedureDrafts: new Map(),
  draftPacks: new Map(),
  draftLines: new Map(),
  presences: new Map(),
  publications: new Map(),
});

export const DRAFT_WRITES: { readonly [K in ProcedureDraftWrite['kind']]: Apply<K> } = {
  procedureDraft: (shelf, { draft, pack, line }, put) => {
    const key = keyOf(line.draft, line.seq);
    if (shelf.draftLines.has(key)) throw new StoreConflict('draft');
    put(shelf.draftLines, key, line);
    put(shelf.procedureDrafts, draft.id, draft);
    if (pack) put(shelf.draftPacks, draft.id, pack);
  },
  presence: (shelf, { presence }, put) =>
    put(shelf.presences, keyOf(presence.draft, presence.account), presence),
  absence: (shelf, { draft, account }, put) => put(shelf.presences, keyOf(draft, account), undefined),
  publication: (shelf, { publication }, put) => {
    const key = keyOf(publication.pack, publication.version);
    const isKnown = [...shelf.publications.values()].some(({ hash }) => hash === publication.hash);
    if (isKnown || shelf.publications.has(key)) throw new StoreConflict('publication');
    put(shelf.publications, key, publication);
  },
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The reads of drafts in memory. */
export function memoryDraftReads(shelf: DraftShelf): ProcedureDraftReads {
  return {
    procedureDraft: async (id) => shelf.procedureDrafts.get(id),
    draftPack: async (id) => shelf.draftPacks.get(id),
    procedureDrafts: async () =>
      [...shelf.procedureDrafts.values()].sort((a, b) => byText(b.updated, a.updated) || byText(b.id, a.id)),
    draftLines: async (id, after) =>
      [...shelf.draftLines.values()]
        .filter(({ draft, seq }) => draft === id && seq > after)
        .sort((a, b) => a.seq - b.seq),
    presences: async (draft, since) =>
      [...shelf.presences.values()]
        .filter((one) => one.draft === draft && one.at >= since)
        .sort((a, b) => byText(a.account, b.account)),
    publications: async (pack) =>
      [...shelf.publications.values()]
        .filter((one) => pack === undefined || one.pack === pack)
        .sort((a, b) => byText(a.at, b.at) || byText(a.pack, b.pack)),
  };
}
