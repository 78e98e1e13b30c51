import type { StoredAccount } from '../store/store.ts';

/** An account as others see it: never its password hash. */
export type AccountView = Omit<StoredAccount, 'passwordHash'>;

/** What colleagues need to assign somebody. */
export type ColleagueView = Pick<
  StoredAccount,
  'id' | 'displayName' | 'roles' | 'sector' | 'agency' | 'place' | 'active'
>;

/** The account without its password hash. */
export function accountView({ passwordHash: _hidden, ...shown }: StoredAccount): AccountView {
  return shown;
}

/** The account as a colleague sees it. */
export function colleagueView(account: StoredAccount): ColleagueView {
  const { id, displayName, roles, sector, agency, place, active } = account;
  return { id, displayName, roles, sector, agency, place, active };
}
