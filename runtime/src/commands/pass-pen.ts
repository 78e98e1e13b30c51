import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { DraftAct, ProcedureDraft } from '../store/procedure-drafts.ts';
import { requireDrawing } from './change-draft.ts';
import type { PenInput } from './draft-inputs.ts';
import { onDraft, requireAuthor } from './on-draft.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

/** Who has not been seen for this long has left the table, and the pen with it. */
export const ABSENT_AFTER_MS = 2 * 60_000;

/** Whether somebody may take the pen: nobody holds it, or they do, or its holder has left the table. */
export async function isPenFree(
  { service, account }: Asked,
  draft: ProcedureDraft,
  at: string,
): Promise<boolean> {
  const { pen } = draft;
  if (!pen || pen.account === account.id) return true;
  const since = new Date(Date.parse(at) - ABSENT_AFTER_MS).toISOString();
  return !(await service.store.presences(draft.id, since)).some((one) => one.account === pen.account);
}

export type PenAnswer = Pick<ProcedureDraft, 'asked'> & { readonly pen?: ProcedureDraft['pen'] };

/**
 * One writes, the others read. `take` a pen that nobody holds, or whose holder has left; `ask` for it; `give` it to who
 * asked; `keep` it, which answers those who asked; `leave` it on the table.
 */
export function passPen(
  asked: Asked,
  write: WriteRequest,
  id: string,
  input: PenInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onDraft(asked, write, id, async (draft, at) => {
    const me = account.id;
    if (draft.state !== 'drawing' && input.act !== 'leave') requireDrawing(draft);
    const holds = draft.pen?.account === me;
    const isFree = await isPenFree(asked, draft, at);
    const others = draft.asked.filter((each) => each !== me);
    const act = (to: string | null, why: Extract<DraftAct, { kind: 'pen' }>['why']): DraftAct => ({
      kind: 'pen',
      to,
      why,
    });
    const step = (told: DraftAct, changes: PenAnswer) => ({
      act: told,
      draft: { asked: changes.asked, pen: changes.pen },
      body: { asked: changes.asked, ...(changes.pen && { pen: changes.pen }) } satisfies PenAnswer,
    });
    const requireHolding = () => {
      if (!holds) throw new RequestError('draft.pen_held', 'Only who holds the pen can do this.');
    };
    switch (input.act) {
      case 'take':
        requireAuthor(asked);
        if (!isFree) throw new RequestError('draft.pen_held', 'Somebody else holds the pen: ask for it.');
        return step(act(me, 'taken'), { pen: { account: me, since: at }, asked: others });
      case 'ask':
        requireAuthor(asked);
        return step(act(me, 'asked'), { pen: draft.pen, asked: [...others, me] });
      case 'give': {
        requireHolding();
        const to = await service.store.account(input.to);
        if (!to?.active || !draft.asked.includes(to.id))
          throw new RequestError('account.not_found', 'The pen is given to somebody who has asked for it.');
        return step(act(to.id, 'given'), {
          pen: { account: to.id, since: at },
          asked: draft.asked.filter((each) => each !== to.id),
        });
      }
      case 'keep':
        requireHolding();
        return step(act(me, 'kept'), { pen: draft.pen, asked: [] });
      case 'leave':
        requireHolding();
        return step(act(null, 'left'), { pen: undefined, asked: draft.asked });
    }
  });
}
