import type { Conflict } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { wholeText } from '../packs/draft-text.ts';
import { requireNewerBase } from '../queries/read-rebase.ts';
import type { ProcedureDraft } from '../store/procedure-drafts.ts';
import { type ChangedDraft, requireDrawing, requireSeen } from './change-draft.ts';
import type { RebaseInput } from './decide-inputs.ts';
import { onDraft, requireAuthor } from './on-draft.ts';
import { isPenFree } from './pass-pen.ts';
import type { GivenAnswer, WriteRequest } from './run-once.ts';

/**
 * Lays an adaptation over the version of its base that is in effect now. Every conflict is answered by a person; what only
 * one side changed is kept. A change like any other: it takes the pen, ends approvals, and is a line of the log.
 */
export function rebaseDraft(
  asked: Asked,
  write: WriteRequest,
  id: string,
  { revision, onto, choices }: RebaseInput,
): Promise<GivenAnswer> {
  const { service, account } = asked;
  return onDraft(asked, write, id, async (draft, at) => {
    requireAuthor(asked);
    requireDrawing(draft);
    if (!(await isPenFree(asked, draft, at)))
      throw new RequestError('draft.pen_held', 'Somebody else holds the pen: ask for it.');
    await requireSeen(asked, draft, revision);
    const after = requireNewerBase(asked, draft);
    if (after.hash !== onto)
      throw new RequestError('draft.changed_since', 'The base has moved again: look at its conflicts.');
    const { pack, base: before } = await wholeText(service, draft);
    if (!before) throw new RequestError('draft.no_newer_base', 'It lies over no base.');
    const told = await service.prover.ask('rebase', {
      pack,
      before: before.pack,
      after: after.pack,
      choices,
    });
    requireSettled(told.conflicts);
    if (!told.pack)
      throw new RequestError('draft.invalid', 'Laid over the new base this is no procedure.', {
        findings: told.findings.filter(({ severity }) => severity === 'error').slice(0, 50),
      });
    const { id: baseId, version } = after.pack.pack;
    const body: ChangedDraft = { revision: draft.revision + 1 };
    return {
      act: { kind: 'rebased', onto: `${baseId} ${version}` },
      draft: {
        revision: body.revision,
        title: told.pack.pack.title,
        base: { id: baseId, version, hash: after.hash },
        approvals: [],
        pen: draft.pen?.account === account.id ? draft.pen : { account: account.id, since: at },
        writers: withWriter(draft, account.id),
      },
      pack: told.pack,
      body,
      writes: [{ kind: 'pack', pack: after }],
    };
  });
}

const withWriter = ({ writers }: ProcedureDraft, account: string): readonly string[] =>
  writers.includes(account) ? writers : [...writers, account];

function requireSettled(conflicts: readonly Conflict[]): void {
  const open = conflicts.filter(({ choice }) => !choice);
  if (open.length > 0)
    throw new RequestError('draft.conflicts_open', 'Both changed the same thing: say of each which stands.', {
      conflicts: open.slice(0, 50),
    });
}
