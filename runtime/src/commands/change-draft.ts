import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { withChanges } from '../packs/draft-pack.ts';
import type { DraftChange, ProcedureDraft } from '../store/procedure-drafts.ts';
import type { ChangeDraftInput } from './draft-inputs.ts';
import { onDraft, requireAuthor } from './on-draft.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

export type ChangedDraft = { readonly revision: number };

/** Throws unless a draft is being drawn. */
export function requireDrawing({ state }: ProcedureDraft): void {
  if (state === 'review')
    throw new RequestError('draft.in_review', 'It is being reviewed: end the review to change it.');
  if (state === 'closed') throw new RequestError('draft.closed', 'It is closed: an author opens it again.');
  if (state !== 'drawing')
    throw new RequestError('draft.published', 'It is published: begin a new draft of it.');
}

/**
 * Saves changes of who holds the pen; a pen that nobody holds is taken. `draft.conflict` when the draft has changed since
 * the revision that the writer has seen: nothing is overwritten, and the answer holds the changes that came between.
 */
export function changeDraft(
  asked: Asked,
  write: WriteRequest,
  id: string,
  { revision, changes }: ChangeDraftInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onDraft(asked, write, id, async (draft, at) => {
    requireAuthor(asked);
    requireDrawing(draft);
    if (draft.pen && draft.pen.account !== account.id)
      throw new RequestError('draft.pen_held', 'Somebody else holds the pen: ask for it.');
    await requireSeen(asked, draft, revision);
    const before = await service.store.draftPack(id);
    if (!before) throw new RequestError('draft.not_found', 'There is no such draft.');
    const given = changes as readonly DraftChange[];
    const pack = withChanges(before, given);
    const next = draft.revision + 1;
    const body: ChangedDraft = { revision: next };
    return {
      act: { kind: 'changed', changes: given },
      draft: {
        revision: next,
        pack: pack.pack.id,
        title: pack.pack.title,
        jurisdiction: pack.pack.jurisdiction,
        // What was approved is no longer what stands here.
        approvals: [],
        pen: draft.pen ?? { account: account.id, since: at },
        writers: draft.writers.includes(account.id) ? draft.writers : [...draft.writers, account.id],
      },
      pack,
      body,
    };
  });
}

/** Throws `draft.conflict`, with what came between, unless the writer has seen the draft as it is. */
export async function requireSeen(asked: Asked, draft: ProcedureDraft, revision: number): Promise<void> {
  if (revision !== draft.revision) throw await conflict(asked, draft, revision);
}

async function conflict({ service }: Asked, draft: ProcedureDraft, seen: number): Promise<RequestError> {
  const lines = await service.store.draftLines(draft.id, 0);
  const since = lines.flatMap(({ act, by, at }) =>
    act.kind === 'changed'
      ? [{ changes: act.changes, by, at }]
      : act.kind === 'rebased'
        ? [{ changes: [], by, at }]
        : [],
  );
  return new RequestError('draft.conflict', 'Somebody has changed it since: look at both before you go on.', {
    revision: draft.revision,
    since: since.slice(seen),
  });
}
