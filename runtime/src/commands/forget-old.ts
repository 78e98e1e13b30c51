import type { Service } from '../access/who-asks.ts';

const HOUR_MS = 3_600_000;
/** Failed sign-ins count for a quarter of an hour; a day leaves room for whoever looks into them. */
const ATTEMPTS_MS = 24 * HOUR_MS;
/** A repeated key finds its first answer for so long. */
const ANSWERS_MS = 30 * 24 * HOUR_MS;
/** Sessions live for twelve hours at most. */
const SESSIONS_MS = 13 * HOUR_MS;

/** Forgets sign-in attempts, sessions and saved answers that no longer count. */
export async function forgetOld({ store, clock }: Service): Promise<void> {
  const now = Date.parse(clock.now());
  const before = (ms: number) => new Date(now - ms).toISOString();
  await store.commit([
    {
      kind: 'prune',
      attempts: before(ATTEMPTS_MS),
      answers: before(ANSWERS_MS),
      sessions: before(SESSIONS_MS),
    },
  ]);
}
