import type { Deps } from '../deps.ts';
import { RequestError } from '../errors.ts';
import type { Write } from '../store/store.ts';

const WINDOW_MS = 15 * 60 * 1000;
const MOST = { name: 5, address: 30, setup: 10 } as const;

/** Who is counted: a name (any case), an address, or the one-time code. Kept in the database, so a restart forgives nothing. */
export type Bucket = { readonly kind: keyof typeof MOST; readonly value: string };

const keyOf = ({ kind, value }: Bucket): string => `${kind}:${value.toLowerCase()}`;

/** Refuses with `session.too_many` when one of the buckets is full. */
export async function refuseTooMany(deps: Deps, buckets: readonly Bucket[]): Promise<void> {
  const since = new Date(Date.parse(deps.clock.now()) - WINDOW_MS).toISOString();
  for (const bucket of buckets) {
    if ((await deps.store.attempts(keyOf(bucket), since)) >= MOST[bucket.kind]) {
      throw new RequestError('session.too_many', 'Too many attempts. Wait a quarter of an hour.');
    }
  }
}

/** Counts a failure in each bucket. */
export function countFailure(deps: Deps, buckets: readonly Bucket[]): Write[] {
  return buckets.map((bucket) => ({ kind: 'attempt', bucket: keyOf(bucket), at: deps.clock.now() }));
}

/** Forgets the failures of a name that signed in. */
export function forgetFailures(bucket: Bucket): Write {
  return { kind: 'forgetAttempts', bucket: keyOf(bucket) };
}
