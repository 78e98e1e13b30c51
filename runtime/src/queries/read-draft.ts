import type { Pack } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { readableDraft } from '../commands/on-draft.ts';
import { draftText } from '../packs/draft-text.ts';
import { type TextOrigins, textOrigins } from '../packs/text-origins.ts';
import type { DraftLine, ProcedureDraft } from '../store/procedure-drafts.ts';
import { newerBase } from './read-rebase.ts';

/** One draft in the list. */
export type DraftSummary = Pick<
  ProcedureDraft,
  'id' | 'pack' | 'title' | 'jurisdiction' | 'base' | 'state' | 'updated' | 'revision'
> & { readonly openComments: number; readonly penHolder?: string };

/** A draft with its pack, whole, and the base that an adaptation lies over. */
export type DraftView = {
  readonly draft: ProcedureDraft;
  readonly pack: Pack;
  readonly base?: Pack;
  /** Newer than the one it lies over: it can be rebased. */
  readonly newerBase?: { readonly version: string; readonly hash: string };
};

export type DraftHistory = {
  readonly lines: readonly DraftLine[];
  readonly names: Readonly<Record<string, string>>;
};

/** The drafts of this service, last changed first. */
export async function listDrafts({ service }: Asked): Promise<{ readonly drafts: readonly DraftSummary[] }> {
  const [drafts, accounts] = await Promise.all([service.store.procedureDrafts(), service.store.accounts()]);
  const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  return {
    drafts: drafts.map(({ id, pack, title, jurisdiction, base, state, updated, revision, comments, pen }) => {
      const penHolder = pen && names.get(pen.account);
      const openComments = comments.filter((comment) => comment.state === 'open').length;
      const told = { id, pack, title, jurisdiction, state, updated, revision, openComments };
      return { ...told, ...(base && { base }), ...(penHolder !== undefined && { penHolder }) };
    }),
  };
}

/** One draft, to be drawn or read. */
export async function readDraft(asked: Asked, id: string): Promise<DraftView> {
  const draft = await readableDraft(asked, id);
  const { pack, base } = await draftText(asked.service, draft);
  const newer = newerBase(asked, draft);
  return {
    draft,
    pack,
    ...(base && { base: base.pack }),
    ...(newer && { newerBase: { version: newer.pack.pack.version, hash: newer.hash } }),
  };
}

/** Everything that was done to a draft, in order: what the minutes are read from. */
export async function readDraftHistory(asked: Asked, id: string): Promise<DraftHistory> {
  await readableDraft(asked, id);
  const { store } = asked.service;
  const [lines, accounts] = await Promise.all([store.draftLines(id, 0), store.accounts()]);
  return { lines, names: Object.fromEntries(accounts.map((each) => [each.id, each.displayName])) };
}

export type DraftTranslations = { readonly origins: TextOrigins };

/** From what the texts of a draft were translated, wherever that says something else by now. */
export async function readDraftTranslations(asked: Asked, id: string): Promise<DraftTranslations> {
  const draft = await readableDraft(asked, id);
  const [{ pack }, lines] = await Promise.all([
    draftText(asked.service, draft),
    asked.service.store.draftLines(id, 0),
  ]);
  const rebased = lines.findLastIndex(({ act }) => act.kind === 'rebased');
  const changes = lines.slice(rebased + 1).flatMap(({ act }) => (act.kind === 'changed' ? act.changes : []));
  return { origins: textOrigins(pack, changes) };
}
