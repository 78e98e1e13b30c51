import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { listNotices, noticeListInput } from '../queries/list-notices.ts';
import { type AppEnv, queryOf, send, signedIn } from './http.ts';

/** What people are told in their roles. */
export function noticeRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', queryOf(noticeListInput), async (c) =>
      send(c, await listNotices(c.get('asked'), c.req.valid('query'))),
    );
}
