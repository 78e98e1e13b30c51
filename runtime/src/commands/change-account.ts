import { ADMINISTRATOR, gate } from '../access/gate.ts';
import type { Asked } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import { accountView } from '../queries/account-view.ts';
import { hashPassword } from '../sign-in/password.ts';
import type { StoredAccount, Write } from '../store/store.ts';
import { type ChangeAccountInput, refuseUnknownRoles } from './account-inputs.ts';
import { given } from './command-inputs.ts';
import { type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

/** Changes an account. A new password, other roles or no longer active: its sessions end at once. */
export function changeAccount(
  asked: Asked,
  write: WriteRequest,
  id: string,
  input: ChangeAccountInput,
): Promise<GivenAnswer> {
  const { service } = asked;
  return service.inTurn('accounts', () =>
    runOnce(service, write, async () => {
      if (!gate(asked.account, { act: 'account.manage' }).allowed) {
        throw new RequestError('access.refused', 'Only an administrator manages accounts.');
      }
      const before = await service.store.account(id);
      if (!before) throw new RequestError('account.not_found', 'There is no such account.');
      if (input.roles) refuseUnknownRoles(service, input.roles);
      const { password, ...changes } = input;
      const account: StoredAccount = {
        ...before,
        ...given(changes),
        ...(password === undefined ? {} : { passwordHash: await hashPassword(password) }),
      };
      const others = (await service.store.accounts()).filter((other) => other.id !== id);
      const administrates = (one: StoredAccount) => one.active && one.roles.includes(ADMINISTRATOR);
      if (![account, ...others].some(administrates)) {
        throw new RequestError('account.last_administrator', 'Somebody must stay able to manage accounts.');
      }
      const ends = password !== undefined || input.active === false || input.roles !== undefined;
      const writes: Write[] = [{ kind: 'account', account }];
      if (ends && id !== asked.account.id) writes.push({ kind: 'endSessions', account: id });
      return { status: 200, body: accountView(account), writes, subject: id };
    }),
  );
}
