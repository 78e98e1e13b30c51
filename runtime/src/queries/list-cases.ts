import * as z from 'zod';
import { sightOf } from '../access/clearance.ts';
import { gate, officerRoles } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import { waitingReports } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { packIdInput } from '../commands/command-inputs.ts';
import type { Proposal, StoredCase } from '../store/store.ts';
import { type CaseSummary, caseSummary } from './case-summary.ts';

const MOST_WAITING = 500;

export const caseListInput = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  pack: packIdInput.optional(),
  /** `true`: only cases with something overdue. */
  overdue: z.enum(['true', 'false']).optional(),
  /** Cases older than this id. */
  before: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type CaseListInput = z.infer<typeof caseListInput>;
export type CaseList = {
  readonly cases: readonly CaseSummary[];
  /** Give it as `before` for the next page; absent on the last. */
  readonly next?: string;
};

/** Packs whose sealed cases the account reads, because it is an officer of them. */
export function sealedPacksOf({ service, account }: Asked): readonly string[] {
  return service.packs
    .list()
    .filter((loaded) => loaded.pack && officerRoles(account, loaded.pack).length > 0)
    .map((loaded) => loaded.id);
}

/** Waiting reports of others, by case. */
async function reportsToConfirm({
  service,
  account,
}: Asked): Promise<ReadonlyMap<string, readonly Proposal[]>> {
  const byCase = new Map<string, Proposal[]>();
  for (const proposal of await service.store.waitingProposals(MOST_WAITING)) {
    if (proposal.by === account.id) continue;
    byCase.set(proposal.case, [...(byCase.get(proposal.case) ?? []), proposal]);
  }
  return byCase;
}

/** Cases on the first page only because a colleague's report waits there. */
async function casesToConfirm(
  { service }: Asked,
  input: CaseListInput,
  ids: Iterable<string>,
): Promise<readonly StoredCase[]> {
  if (input.before !== undefined) return [];
  const found = await Promise.all([...ids].map((id) => service.store.case(id)));
  return found
    .filter((stored) => stored !== undefined)
    .filter(({ file }) => !input.status || file.status === input.status)
    .filter(({ file }) => !input.pack || file.pack.id === input.pack);
}

/** The cases this account may open, newest first; those where a report waits for it stand on the first page. */
export async function listCases(asked: Asked, input: CaseListInput): Promise<CaseList> {
  const { service, account } = asked;
  const limit = input.limit ?? 50;
  const own = await service.store.cases({
    assigned: account.id,
    sealedPacks: sealedPacksOf(asked),
    limit,
    ...(input.status ? { status: input.status } : {}),
    ...(input.pack ? { pack: input.pack } : {}),
    ...(input.before ? { before: input.before } : {}),
  });
  const toConfirm = await reportsToConfirm(asked);
  const known = new Set(own.map(({ id }) => id));
  const others = await casesToConfirm(
    asked,
    input,
    [...toConfirm.keys()].filter((id) => !known.has(id)),
  );
  const now = service.clock.now();
  const cases: CaseSummary[] = [];
  for (const stored of [...others, ...own]) {
    const { pack } = await service.pathways.of(stored.file.pack.hash);
    const proposals = toConfirm.get(stored.id) ?? [];
    const waiting = await waitingReports(service, proposals);
    const verdict = gate(account, { act: 'case.read', case: stored, pack, waiting });
    if (!verdict.allowed) continue;
    const sight = sightOf(pack, stored, account.id, verdict.roles);
    const summary = caseSummary(stored, pack, verdict.roles, proposals.length, now, sight);
    if (input.overdue !== 'true' || summary.overdue > 0) cases.push(summary);
  }
  await seen(asked, 'case.list', ...cases.map(({ id }) => id));
  const last = own.length === limit ? own.at(-1) : undefined;
  return { cases, ...(last ? { next: last.id } : {}) };
}
