import * as z from 'zod';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { isPassword } from '../sign-in/password.ts';
import { type Bucket, countFailure, forgetFailures, refuseTooMany } from '../sign-in/rate-limit.ts';
import { openSession } from '../sign-in/session.ts';
import type { StoredAccount } from '../store/store.ts';

export const signInInput = z.strictObject({
  name: z.string().trim().toLowerCase().min(1).max(63),
  password: z.string().min(1).max(200),
});
export type SignInInput = z.infer<typeof signInInput>;

/** Opens a session, or says `session.refused` without telling what was wrong. Failures are counted in the database. */
export async function signIn(
  service: Service,
  input: SignInInput,
  address: string,
): Promise<{ readonly account: StoredAccount; readonly token: string }> {
  const name: Bucket = { kind: 'name', value: input.name };
  const buckets = [name, { kind: 'address', value: address } as const];
  await refuseTooMany(service, buckets);
  const account = await service.store.accountNamed(input.name);
  const at = service.clock.now();
  const note = { at, action: 'session.open', subject: account?.id ?? 'nobody' } as const;
  if (!(await isPassword(account?.passwordHash, input.password)) || !account?.active) {
    await service.store.commit([
      ...countFailure(service, buckets),
      { kind: 'audit', note: { ...note, account: 'nobody', outcome: 'refused', code: 'session.refused' } },
    ]);
    throw new RequestError('session.refused', 'The name or the password is not right.');
  }
  const session = openSession(service, account.id);
  await service.store.commit([
    session.write,
    forgetFailures(name),
    { kind: 'audit', note: { ...note, account: account.id, outcome: 'allowed' } },
  ]);
  return { account, token: session.token };
}
