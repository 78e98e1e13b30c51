import type { Pack } from '@parcours/engine';
import { gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { DraftAct, ProcedureDraft } from '../store/procedure-drafts.ts';
import type { Write } from '../store/store.ts';
import { type Answer, type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

/** What an act makes of a draft. */
export type DraftStep = {
  readonly act: DraftAct;
  readonly draft: { readonly [field in keyof ProcedureDraft]?: ProcedureDraft[field] | undefined };
  /** When the pack changes too. */
  readonly pack?: Pack;
  readonly body: unknown;
  readonly writes?: readonly Write[];
};

/** A draft that may be read by whoever asks. */
export async function readableDraft({ service, account }: Asked, id: string): Promise<ProcedureDraft> {
  if (!gate(account, { act: 'draft.read' }).allowed)
    throw new RequestError('access.refused', 'Drafts are read by those who sign in.');
  const draft = await service.store.procedureDraft(id);
  if (!draft) throw new RequestError('draft.not_found', 'There is no such draft.');
  return draft;
}

/** Throws unless the account draws procedures. */
export function requireAuthor({ account }: Asked): void {
  if (!gate(account, { act: 'draft.write' }).allowed)
    throw new RequestError(
      'access.refused',
      'Only an author draws procedures; an administrator gives that role.',
    );
}

/** One act on a draft: in its turn, one line of its log, once for its key. */
export function onDraft(
  asked: Asked,
  write: WriteRequest,
  id: string,
  act: (draft: ProcedureDraft, at: string) => Promise<DraftStep> | DraftStep,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return service.inTurn(`draft ${id}`, () =>
    runOnce(service, write, async (): Promise<Answer> => {
      const draft = await readableDraft(asked, id);
      const at = service.clock.now();
      const step = await act(draft, at);
      const seq = draft.seq + 1;
      const next: ProcedureDraft = withoutUndefined({ ...draft, ...step.draft, seq, updated: at });
      return {
        status: 200,
        body: step.body,
        writes: [
          {
            kind: 'procedureDraft',
            draft: next,
            ...(step.pack && { pack: step.pack }),
            line: { draft: id, seq, at, by: account.id, act: step.act },
          },
          ...(step.writes ?? []),
        ],
        subject: id,
      };
    }),
  );
}

/** A field set to `undefined` is taken away. */
function withoutUndefined(draft: object): ProcedureDraft {
  return Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined),
  ) as unknown as ProcedureDraft;
}
