import type { Asked } from './who-asks.ts';

/** Writes who read what into the audit, and resolves when it is durable: only then may the answer leave. */
export async function seen(
  { service, account }: Asked,
  action: string,
  ...subjects: readonly string[]
): Promise<void> {
  const at = service.clock.now();
  await service.store.commit(
    (subjects.length > 0 ? subjects : ['nothing']).map((subject) => ({
      kind: 'audit',
      note: { at, account: account.id, action, subject, outcome: 'allowed' },
    })),
  );
}
