import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { deadlineListInput, listDeadlines } from '../queries/list-deadlines.ts';
import { type AppEnv, queryOf, send, signedIn } from './http.ts';

/** The inbox of deadlines. */
export function deadlineRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', queryOf(deadlineListInput), async (c) =>
      send(c, await listDeadlines(c.get('asked'), c.req.valid('query'))),
    );
}
