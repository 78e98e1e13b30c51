import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { signIn, signInInput } from '../commands/sign-in.ts';
import { type AccountView, accountView } from '../queries/account-view.ts';
import { type AppEnv, bodyOf, send, signedIn } from './http.ts';
import { giveCookie, takeCookie } from './session-cookie.ts';

export type SessionView = { readonly account: AccountView; readonly demo: boolean };

/** What a test server gives as the address of a request, and Node's as its socket. */
type NodeBindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };

/** Signing in and out. */
export function sessionRoutes(service: Service) {
  const signed = signedIn(service);
  const view = (account: AccountView): SessionView => ({ account, demo: service.demo === true });
  return new Hono<AppEnv>()
    .get('/', signed, (c) => send(c, view(accountView(c.get('asked').account))))
    .post('/', bodyOf(signInInput), async (c) => {
      const bindings = c.env as NodeBindings | undefined;
      const address = bindings?.incoming?.socket?.remoteAddress ?? 'unknown';
      const { account, token } = await signIn(service, c.req.valid('json'), address);
      giveCookie(c, service, token);
      return send(c, view(accountView(account)));
    })
    .delete('/', signed, async (c) => {
      const { account } = c.get('asked');
      const at = service.clock.now();
      await service.store.commit([
        { kind: 'endSession', hash: c.get('session') },
        {
          kind: 'audit',
          note: { at, account: account.id, action: 'session.close', subject: account.id, outcome: 'allowed' },
        },
      ]);
      takeCookie(c);
      return send(c, { ended: true });
    });
}
