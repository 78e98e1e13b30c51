import { gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { approvalsOf } from '../commands/approve-draft.ts';
import { readableDraft } from '../commands/on-draft.ts';
import { hasWritten } from '../commands/publish-draft.ts';
import { draftText } from '../packs/draft-text.ts';
import { requiredSectors } from '../packs/required-sectors.ts';
import type { Approval, ProcedureDraft } from '../store/procedure-drafts.ts';

/** How far a draft is on its way to be published, and what whoever asks may do about it. */
export type DecisionView = {
  readonly state: ProcedureDraft['state'];
  /** What is in review. */
  readonly hash?: string;
  /** Each sector that must approve, with its approval of exactly this text. */
  readonly sectors: readonly { readonly sector: string; readonly approval?: Approval }[];
  /** Names of those who have written in it: none of them publishes it. */
  readonly writers: readonly string[];
  /** The version numbers that the procedure has used. */
  readonly taken: readonly string[];
  readonly mayReview: boolean;
  /** The sector for which whoever asks may approve now. */
  readonly mayApprove?: string;
  /** The sector whose approval whoever asks may take back now. */
  readonly mayWithdraw?: string;
  /** Why whoever asks cannot publish it whatever happens; absent when they can. */
  readonly mayNotPublish?: 'no_publisher' | 'same_person';
};

/** Reads how far a draft is. */
export async function readDecision(asked: Asked, id: string): Promise<DecisionView> {
  const { service, account } = asked;
  const draft = await readableDraft(asked, id);
  const { pack } = await draftText(service, draft);
  const hash = draft.reviewed?.hash;
  const approvals = hash === undefined ? [] : approvalsOf(draft, hash);
  const sectors = requiredSectors(pack).map((sector) => {
    const approval = approvals.find((one) => one.sector === sector);
    return { sector, ...(approval && { approval }) };
  });
  const waits = sectors.some(({ sector, approval }) => sector === account.sector && !approval);
  const stands = sectors.some(({ sector, approval }) => sector === account.sector && approval);
  const [publications, accounts] = await Promise.all([
    service.store.publications(draft.pack),
    service.store.accounts(),
  ]);
  const shelved = service.packs.versions(draft.pack).flatMap((one) => one.pack?.pack.version ?? []);
  const mayNotPublish = !gate(account, { act: 'draft.publish' }).allowed
    ? ('no_publisher' as const)
    : hasWritten(draft, account.id)
      ? ('same_person' as const)
      : undefined;
  return {
    state: draft.state,
    ...(hash !== undefined && { hash }),
    sectors,
    writers: accounts.filter((one) => hasWritten(draft, one.id)).map(({ displayName }) => displayName),
    taken: [...new Set([...shelved, ...publications.map(({ version }) => version)])],
    mayReview: gate(account, { act: 'draft.write' }).allowed,
    ...(draft.state === 'review' && waits && { mayApprove: account.sector }),
    ...(draft.state === 'review' && stands && { mayWithdraw: account.sector }),
    ...(mayNotPublish && { mayNotPublish }),
  };
}
