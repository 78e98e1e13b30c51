import type { DeadlineRow, Instant, Text } from '@parcours/engine';
import * as z from 'zod';
import { gate } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { instantInput } from '../commands/command-inputs.ts';
import { sealedPacksOf } from './list-cases.ts';

export const deadlineListInput = z.strictObject({
  /** Only those due by then. */
  until: instantInput.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
export type DeadlineListInput = z.infer<typeof deadlineListInput>;

export type InboxLine = {
  readonly case: string;
  readonly reference: string;
  readonly row: string;
  readonly deadline: string;
  readonly label: Text;
  readonly kind: DeadlineRow['kind'];
  /** Step or stage that carries it, with its title. */
  readonly step: string;
  readonly title: Text;
  readonly due: Instant;
  readonly state: DeadlineRow['state'];
  /** Computed now, whatever has been recorded. */
  readonly overdue: boolean;
};
export type Inbox = { readonly deadlines: readonly InboxLine[]; readonly now: Instant };

/** The deadlines that run in this account's cases, soonest first. */
export async function listDeadlines(asked: Asked, input: DeadlineListInput): Promise<Inbox> {
  const { service, account } = asked;
  const now = service.clock.now();
  const rows = await service.store.ledger({
    assigned: account.id,
    sealedPacks: sealedPacksOf(asked),
    limit: input.limit ?? 100,
    ...(input.until ? { until: new Date(input.until).toISOString() } : {}),
  });
  const lines: InboxLine[] = [];
  for (const { case: id, row } of rows) {
    const stored = await service.store.case(id);
    if (!stored || row.due === undefined) continue;
    const { pack } = await service.pathways.of(stored.file.pack.hash);
    if (!gate(account, { act: 'case.read', case: stored, pack, waiting: [] }).allowed) continue;
    lines.push({
      case: id,
      reference: stored.reference,
      row: row.id,
      deadline: row.deadline,
      label: pack.deadlines[row.deadline]?.label ?? {},
      kind: row.kind,
      step: row.on.state,
      title: pack.steps[row.on.state]?.title ?? {},
      due: row.due,
      state: row.state,
      overdue: row.state === 'running' && row.due < now,
    });
  }
  await seen(asked, 'deadline.list', ...new Set(lines.map((line) => line.case)));
  return { deadlines: lines, now };
}
