import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { StoredAccount, StoredSession, Write } from '../store/store.ts';

export const SESSION_COOKIE = 'parcours_session';
const IDLE_MS = 30 * 60 * 1000;
const LONGEST_MS = 12 * 60 * 60 * 1000;
const TOUCH_MS = 60 * 1000;

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new session: the token for the cookie, and what to write. */
export function openSession(deps: Deps, account: string): { readonly token: string; readonly write: Write } {
  const token = deps.newSecret();
  const now = deps.clock.now();
  return {
    token,
    write: { kind: 'session', session: { hash: hashToken(token), account, opened: now, seen: now } },
  };
}

/** The account behind a token, if its session lives and the account is active. Idle 30 minutes, 12 hours at most. */
export async function accountOfSession(
  deps: Deps,
  token: string | undefined,
): Promise<{ readonly account: StoredAccount; readonly session: StoredSession } | undefined> {
  if (!token || token.length > 200) return undefined;
  const session = await deps.store.session(hashToken(token));
  if (!session) return undefined;
  const now = deps.clock.now();
  const ms = Date.parse(now);
  const expired = ms - Date.parse(session.seen) > IDLE_MS || ms - Date.parse(session.opened) > LONGEST_MS;
  if (expired) {
    await deps.store.commit([{ kind: 'endSession', hash: session.hash }]);
    return undefined;
  }
  const account = await deps.store.account(session.account);
  if (!account?.active) return undefined;
  if (ms - Date.parse(session.seen) > TOUCH_MS) {
    await deps.store.commit([{ kind: 'session', session: { ...session, seen: now } }]);
  }
  return { account, session };
}
