import * as z from 'zod';
import { ADMINISTRATOR } from '../access/gate.ts';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { isSetupCode } from '../sign-in/new-setup-code.ts';
import { type Bucket, countFailure, refuseTooMany } from '../sign-in/rate-limit.ts';
import { openSession } from '../sign-in/session.ts';
import type { StoredAccount } from '../store/store.ts';
import { StoreConflict } from '../store/store-error.ts';
import { newAccountInput, refuseUnknownRoles } from './account-inputs.ts';
import { makeAccount } from './create-account.ts';

export const setUpInput = z.strictObject({
  ...newAccountInput.shape,
  /** The one-time code printed in the terminal. */
  code: z.string().min(1).max(40),
  /** Roles of packs, besides administrator. */
  roles: newAccountInput.shape.roles.default([]),
});
export type SetUpInput = z.infer<typeof setUpInput>;

const SETUP = 'setup';

/** True until the first administrator exists. */
export async function needsSetup(service: Service): Promise<boolean> {
  return !(await service.store.hasHappened(SETUP)) && (await service.store.accounts()).length === 0;
}

/** Makes the first administrator, once, for who can read the terminal, and signs them in. */
export async function setUp(
  service: Service,
  input: SetUpInput,
): Promise<{ readonly account: StoredAccount; readonly token: string }> {
  const done = () => new RequestError('setup.done', 'The first administrator exists already. Sign in.');
  if (!(await needsSetup(service))) throw done();
  const buckets: readonly Bucket[] = [{ kind: 'setup', value: 'code' }];
  await refuseTooMany(service, buckets);
  const { code, ...given } = input;
  const at = service.clock.now();
  const note = { at, account: 'nobody', action: 'setup', subject: 'setup' } as const;
  if (service.setupCode === undefined || !isSetupCode(service.setupCode, code)) {
    await service.store.commit([
      ...countFailure(service, buckets),
      { kind: 'audit', note: { ...note, outcome: 'refused', code: 'setup.code' } },
    ]);
    throw new RequestError('setup.code', 'This is not the code printed in the terminal.');
  }
  refuseUnknownRoles(service, given.roles);
  const roles = [ADMINISTRATOR, ...given.roles.filter((role) => role !== ADMINISTRATOR)];
  const account = await makeAccount(service, { ...given, roles });
  const session = openSession(service, account.id);
  try {
    await service.store.commit([
      { kind: 'once', id: SETUP },
      { kind: 'newAccount', account },
      session.write,
      { kind: 'audit', note: { ...note, account: account.id, outcome: 'allowed' } },
    ]);
  } catch (error) {
    if (error instanceof StoreConflict) throw done();
    throw error;
  }
  return { account, token: session.token };
}
