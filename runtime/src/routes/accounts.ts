import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { changeAccountInput, newAccountInput } from '../commands/account-inputs.ts';
import { changeAccount } from '../commands/change-account.ts';
import { createAccount } from '../commands/create-account.ts';
import type { AccountView } from '../queries/account-view.ts';
import { listAccounts } from '../queries/list-accounts.ts';
import { type AppEnv, bodyOf, send, sendAnswer, signedIn, writeOf } from './http.ts';

/** Accounts: managed by administrators, known to colleagues. */
export function accountRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', async (c) => send(c, await listAccounts(c.get('asked'))))
    .post('/', bodyOf(newAccountInput), async (c) => {
      const input = c.req.valid('json');
      const { password: _secret, ...told } = input;
      return sendAnswer<AccountView>(
        c,
        await createAccount(c.get('asked'), writeOf(c, 'account.create', told), input),
      );
    })
    .patch('/:id', bodyOf(changeAccountInput), async (c) => {
      const input = c.req.valid('json');
      const { password: _secret, ...told } = input;
      const write = writeOf(c, 'account.change', told);
      return sendAnswer<AccountView>(c, await changeAccount(c.get('asked'), write, c.req.param('id'), input));
    });
}
