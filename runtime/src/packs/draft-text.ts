import type { Pack } from '@parcours/engine';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { Base } from '../proofs/read-again.ts';
import type { ProcedureDraft } from '../store/procedure-drafts.ts';

/** What a draft says now, and what it lies over. */
export type DraftText = { readonly pack: Pack; readonly base?: Base };

/** A version by its hash: on the shelf, or kept because a case or a draft stands on it. */
export async function versionOf(
  { packs, store }: Pick<Service, 'packs' | 'store'>,
  id: string,
  hash: string,
): Promise<Base | undefined> {
  const pack = packs.versions(id).find((one) => one.hash === hash)?.pack ?? (await store.pack(hash))?.pack;
  return pack && { pack, hash };
}

/** The text of a draft, with its base when that is still known. */
export async function draftText(service: Service, draft: ProcedureDraft): Promise<DraftText> {
  const pack = await service.store.draftPack(draft.id);
  if (!pack) throw new RequestError('draft.not_found', 'There is no such draft.');
  const base = draft.base && (await versionOf(service, draft.base.id, draft.base.hash));
  return { pack, ...(base && { base }) };
}

/** The same, for acts that need all of it. */
export async function wholeText(service: Service, draft: ProcedureDraft): Promise<DraftText> {
  const text = await draftText(service, draft);
  if (draft.base && !text.base)
    throw new RequestError(
      'draft.base_missing',
      `The version of ${draft.base.id} over which it lies is no longer here: bring it back, or rebase.`,
    );
  return text;
}
