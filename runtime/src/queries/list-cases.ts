import * as z from 'zod';
import { gate, officerRoles } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { packIdInput } from '../commands/command-inputs.ts';
import { type CaseSummary, caseSummary } from './case-summary.ts';

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

/** The cases this account may open, newest first. */
export async function listCases(asked: Asked, input: CaseListInput): Promise<CaseList> {
  const { service, account } = asked;
  const limit = input.limit ?? 50;
  const found = await service.store.cases({
    assigned: account.id,
    sealedPacks: sealedPacksOf(asked),
    limit,
    ...(input.status ? { status: input.status } : {}),
    ...(input.pack ? { pack: input.pack } : {}),
    ...(input.before ? { before: input.before } : {}),
  });
  const cases: CaseSummary[] = [];
  for (const stored of found) {
    const { pack } = await service.pathways.of(stored.file.pack.hash);
    const verdict = gate(account, { act: 'case.read', case: stored, pack });
    if (!verdict.allowed) continue;
    const summary = caseSummary(stored, pack, verdict.roles, service.clock.now());
    if (input.overdue !== 'true' || summary.overdue > 0) cases.push(summary);
  }
  await seen(asked, 'case.list', ...cases.map(({ id }) => id));
  const last = found.length === limit ? found.at(-1) : undefined;
  return { cases, ...(last ? { next: last.id } : {}) };
}
