import type { Asked } from '../access/who-asks.ts';
import type { ProcedureDraft } from '../store/procedure-drafts.ts';
import type { HereInput } from './draft-inputs.ts';
import { readableDraft } from './on-draft.ts';
import { ABSENT_AFTER_MS } from './pass-pen.ts';

/** Who is at the table, and what has happened there since one last looked. */
export type TableView = Pick<
  ProcedureDraft,
  'seq' | 'revision' | 'state' | 'asked' | 'comments' | 'approvals'
> & {
  readonly pen?: ProcedureDraft['pen'];
  readonly present: readonly {
    readonly account: string;
    readonly name: string;
    readonly since: string;
    readonly place?: string;
  }[];
  /** Names of everybody the view names. */
  readonly names: Readonly<Record<string, string>>;
};

/** Who is noted at the table is not noted again for so long: a sitting is a morning or an afternoon. */
const SITTING_MS = 6 * 60 * 60_000;

/**
 * The draft, with who asks among those who were at its table: one line of its log for each person and sitting. It is no change
 * of the draft, which keeps its place in the list.
 */
async function attend(asked: Asked, id: string, at: string): Promise<ProcedureDraft> {
  const { service, account } = asked;
  const since = new Date(Date.parse(at) - SITTING_MS).toISOString();
  const isTold = (draft: ProcedureDraft) => (draft.attended?.[account.id] ?? '') > since;
  const seen = await readableDraft(asked, id);
  if (isTold(seen) || seen.state === 'published' || seen.state === 'closed') return seen;
  return service.inTurn(`draft ${id}`, async () => {
    const draft = await readableDraft(asked, id);
    if (isTold(draft)) return draft;
    const seq = draft.seq + 1;
    const next = { ...draft, seq, attended: { ...draft.attended, [account.id]: at } };
    const line = { draft: id, seq, at, by: account.id, act: { kind: 'present' } } as const;
    await service.store.commit([{ kind: 'procedureDraft', draft: next, line }]);
    return next;
  });
}

/** Says that one is here and where one looks, and tells who else is. Asked again every few seconds while a draft is open. */
export async function bePresent(asked: Asked, id: string, { place, leaving }: HereInput): Promise<TableView> {
  const { service, account } = asked;
  const at = service.clock.now();
  const draft = leaving ? await readableDraft(asked, id) : await attend(asked, id, at);
  const ago = new Date(Date.parse(at) - ABSENT_AFTER_MS).toISOString();
  const before = (await service.store.presences(id, ago)).find((one) => one.account === account.id);
  const presence = {
    draft: id,
    account: account.id,
    at,
    since: before?.since ?? at,
    ...(place !== undefined && { place }),
  };
  await service.store.commit([
    leaving ? { kind: 'absence', draft: id, account: account.id } : { kind: 'presence', presence },
  ]);
  const [present, accounts] = await Promise.all([service.store.presences(id, ago), service.store.accounts()]);
  const names = Object.fromEntries(accounts.map((each) => [each.id, each.displayName]));
  const { seq, revision, state, pen, comments, approvals } = draft;
  return {
    seq,
    revision,
    state,
    asked: draft.asked,
    comments,
    approvals,
    ...(pen && { pen }),
    present: present.map((one) => ({
      account: one.account,
      name: names[one.account] ?? one.account,
      since: one.since,
      ...(one.place !== undefined && { place: one.place }),
    })),
    names,
  };
}
