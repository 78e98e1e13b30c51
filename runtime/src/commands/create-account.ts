import { gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import type { Deps } from '../deps.ts';
import { RequestError } from '../errors.ts';
import { accountView } from '../queries/account-view.ts';
import { hashPassword } from '../sign-in/password.ts';
import type { StoredAccount } from '../store/store.ts';
import { type NewAccountInput, refuseUnknownRoles } from './account-inputs.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

/** A new account, its password hashed, not yet written. */
export async function makeAccount(deps: Deps, input: NewAccountInput): Promise<StoredAccount> {
  const { password, ...profile } = input;
  return {
    ...profile,
    id: deps.newId(),
    active: true,
    passwordHash: await hashPassword(password),
    created: deps.clock.now(),
  };
}

/** Creates an account: administrators only. */
export function createAccount(
  asked: Asked,
  write: WriteRequest,
  input: NewAccountInput,
): Promise<GivenAnswer> {
  return runOnce(asked.service, write, async () => {
    if (!gate(asked.account, { act: 'account.manage' }).allowed) {
      throw new RequestError('access.refused', 'Only an administrator manages accounts.');
    }
    refuseUnknownRoles(asked.service, input.roles);
    const account = await makeAccount(asked.service, input);
    return {
      status: 201,
      body: accountView(account),
      writes: [{ kind: 'newAccount', account }],
      subject: account.id,
    };
  });
}
