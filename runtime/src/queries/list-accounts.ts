import { gate } from '../access/gate.ts';
import { seen } from '../access/record-read.ts';
import type { Asked } from '../access/who-asks.ts';
import { type AccountView, accountView, type ColleagueView, colleagueView } from './account-view.ts';

export type AccountList = {
  /** Sign-in names and dates only for administrators. */
  readonly accounts: readonly (AccountView | ColleagueView)[];
};

/** All accounts for an administrator; for everybody else the active ones, as colleagues to assign. */
export async function listAccounts(asked: Asked): Promise<AccountList> {
  const manages = gate(asked.account, { act: 'account.manage' }).allowed;
  const all = await asked.service.store.accounts();
  await seen(asked, 'account.list', 'accounts');
  return manages
    ? { accounts: all.map(accountView) }
    : { accounts: all.filter((account) => account.active).map(colleagueView) };
}
