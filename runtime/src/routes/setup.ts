import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { needsSetup, setUp, setUpInput } from '../commands/set-up.ts';
import type { DemoDoor } from '../deps.ts';
import { type AccountView, accountView } from '../queries/account-view.ts';
import { type AppEnv, bodyOf, send } from './http.ts';
import { giveCookie } from './session-cookie.ts';

export type SetupView = {
  readonly needed: boolean;
  readonly demo: boolean;
  /** Invented accounts to sign in with; in a demonstration alone. */
  readonly door?: DemoDoor;
};

/** What anybody may see of a demonstration: the names and the password of people who do not exist. */
function doorOf({ demo, demoDoor }: Service): { readonly door?: DemoDoor } {
  if (demo !== true || !demoDoor) return {};
  const accounts = demoDoor.accounts.map(({ name, displayName }) => ({ name, displayName }));
  return { door: { password: demoDoor.password, accounts } };
}

/** The first administrator, with the one-time code of the terminal. */
export function setupRoutes(service: Service) {
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const view: SetupView = {
        needed: await needsSetup(service),
        demo: service.demo === true,
        ...doorOf(service),
      };
      return send(c, view);
    })
    .post('/', bodyOf(setUpInput), async (c) => {
      const { account, token } = await setUp(service, c.req.valid('json'));
      giveCookie(c, service, token);
      return send<AccountView, 201>(c, accountView(account), 201);
    });
}
