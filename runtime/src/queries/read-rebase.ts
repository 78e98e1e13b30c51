import type { Conflict, Finding } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { readableDraft } from '../commands/on-draft.ts';
import { RequestError } from '../errors.ts';
import { wholeText } from '../packs/draft-text.ts';
import type { Base } from '../proofs/read-again.ts';
import type { ProcedureDraft } from '../store/procedure-drafts.ts';

/** What laying an adaptation over the base in effect now would ask of its authors. */
export type RebaseView = {
  readonly from: { readonly version: string; readonly hash: string };
  readonly onto: { readonly version: string; readonly hash: string };
  /** What both changed, in words; answered by their paths. */
  readonly conflicts: readonly Conflict[];
  /** What would be wrong with it, were nothing of the base taken. */
  readonly findings: readonly Finding[];
};

/** The version of its base that is in effect now, when a draft lies over another. */
export function newerBase({ service }: Asked, { base }: ProcedureDraft): Base | undefined {
  if (!base) return undefined;
  const now = service.packs.get(base.id);
  return now?.pack && !now.waits && now.hash !== base.hash ? { pack: now.pack, hash: now.hash } : undefined;
}

/** The same, where there must be one. */
export function requireNewerBase(asked: Asked, draft: ProcedureDraft): Base {
  const newer = newerBase(asked, draft);
  if (!newer) throw new RequestError('draft.no_newer_base', 'It lies over the base in effect, or over none.');
  return newer;
}

/** Reads what a rebase would ask. Nothing changes. */
export async function readRebase(asked: Asked, id: string): Promise<RebaseView> {
  const { service } = asked;
  const draft = await readableDraft(asked, id);
  const after = requireNewerBase(asked, draft);
  const { pack, base: before } = await wholeText(service, draft);
  if (!before) throw new RequestError('draft.no_newer_base', 'It lies over no base.');
  const { conflicts, findings } = await service.prover.ask('rebase', {
    pack,
    before: before.pack,
    after: after.pack,
    choices: {},
  });
  return {
    from: { version: before.pack.pack.version, hash: before.hash },
    onto: { version: after.pack.pack.version, hash: after.hash },
    conflicts,
    findings,
  };
}
